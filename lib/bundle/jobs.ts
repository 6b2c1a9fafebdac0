import { and, desc, eq, sql } from "drizzle-orm";
import { database, inTransaction, type Tx } from "#db/client.ts";
import { bundle, cases } from "#db/schema/index.ts";
import { change, changeIn } from "#lib/cases/commands/change.ts";
import type { Context } from "#lib/context.ts";
import { HabeasError } from "#lib/errors.ts";
import { saveBlob, writeBlob } from "#lib/files/store.ts";
import { caseBlobKeys } from "#lib/keys/sealer.ts";
import { log } from "#lib/log.ts";
import { assembleBundle } from "./queries/answer/input.ts";
import { readParts } from "./queries/answer/parts.ts";
import { recordsOf } from "./groups.ts";
import { writeArchive } from "./client/archive.ts";
import { bundleAssets } from "./client/assets.ts";

const leaseSeconds = 60;

type Claimed = typeof bundle.$inferSelect;

/** Somebody else builds this, or the answer was opened up again meanwhile. */
class Superseded extends Error {}

/**
 * The job "bundle.build": builds the newest answer of a case into one sealed archive and shows its manifest to whoever
 * approves. Built under a lease and a fence; a build that fails opens the answer up again and says why.
 */
export async function buildBundle(
  ctx: Context,
  caseId: string,
  { isLastTry }: { isLastTry: boolean },
): Promise<void> {
  const claimed = await claim(caseId);
  if (!claimed) return;
  const timer = setInterval(() => void renew(claimed).catch(() => {}), (leaseSeconds * 1000) / 4);
  try {
    await build(ctx, claimed);
  } catch (error) {
    if (error instanceof Superseded) return;
    log.error({ error, caseId, bundleId: claimed.id }, "bundle not built");
    if (!isLastTry) {
      await release(claimed);
      throw error;
    }
    await fail(
      ctx,
      claimed,
      error instanceof HabeasError
        ? error.message
        : "Building stopped with a fault. It is in the log, with this time.",
    );
  } finally {
    clearInterval(timer);
  }
}

async function claim(caseId: string): Promise<Claimed | null> {
  const db = database();
  const [newest] = await db
    .select({ id: bundle.id })
    .from(bundle)
    .where(eq(bundle.caseId, caseId))
    .orderBy(desc(bundle.version))
    .limit(1);
  if (!newest) return null;
  const [claimed] = await db
    .update(bundle)
    .set({ fence: sql`${bundle.fence} + 1`, leaseUntil: sql`now() + make_interval(secs => ${leaseSeconds})` })
    .where(
      and(
        eq(bundle.id, newest.id),
        eq(bundle.state, "building"),
        sql`(${bundle.leaseUntil} is null or ${bundle.leaseUntil} < now())`,
      ),
    )
    .returning();
  return claimed ?? null;
}

const mine = (claimed: Claimed) =>
  and(eq(bundle.id, claimed.id), eq(bundle.fence, claimed.fence), eq(bundle.state, "building"));

async function renew(claimed: Claimed): Promise<void> {
  await database()
    .update(bundle)
    .set({ leaseUntil: sql`now() + make_interval(secs => ${leaseSeconds})` })
    .where(mine(claimed));
}

async function release(claimed: Claimed): Promise<void> {
  await database().update(bundle).set({ leaseUntil: null }).where(mine(claimed));
}

async function build(ctx: Context, claimed: Claimed): Promise<void> {
  const db = database();
  const [row] = await db.select().from(cases).where(eq(cases.id, claimed.caseId));
  if (!row) return;
  const historyUpTo = claimed.historyUpTo || (await lastEvent(row.ref));
  await db.update(bundle).set({ historyUpTo }).where(mine(claimed));
  const parts = await readParts(db, claimed.caseId, { preparedAt: claimed.preparedAt, historyUpTo });
  const input = await assembleBundle(ctx, claimed.id, parts);
  const archive = writeArchive(input, await bundleAssets());
  const written = await writeBlob(await caseBlobKeys(db, claimed.caseId), archive.stream);
  const result = await archive.result;
  await inTransaction(async (tx) => {
    const owner = { organisationId: row.organisationId, caseId: row.id };
    const blobId = await saveBlob(tx, owner, written, ctx.now);
    const kept = await tx
      .update(bundle)
      .set({
        state: "built",
        blobId,
        manifestHash: Buffer.from(result.manifestHash, "hex"),
        archiveSha256: Buffer.from(result.sha256, "hex"),
        sizeBytes: result.sizeBytes,
        fileCount: result.fileCount,
        recordCount: input.data?.categories.reduce((sum, category) => sum + recordsOf(category), 0) ?? 0,
        leaseUntil: null,
        builtAt: ctx.now,
      })
      .where(mine(claimed))
      .returning();
    const [built] = kept;
    if (!built) throw new Superseded();
    await recordBuilt(tx, ctx, built, result.manifestHash);
  });
}

async function recordBuilt(tx: Tx, ctx: Context, built: Claimed, manifest: string): Promise<void> {
  const outcome = await changeIn(tx, ctx, built.caseId, "bundle-built", {
    save: async () => ({
      payload: {
        version: built.version,
        files: built.fileCount ?? 0,
        records: built.recordCount ?? 0,
        manifest,
      },
      obj: [built.id],
      result: null,
    }),
  });
  if (!outcome.ok) throw new Superseded();
}

async function lastEvent(caseRef: string): Promise<number> {
  const [row] = await database().execute<{ seq: number }>(
    sql`select max(seq)::int as seq from audit_event where case_ref = ${caseRef}`,
  );
  return row?.seq ?? 0;
}

async function fail(ctx: Context, claimed: Claimed, problem: string): Promise<void> {
  await change(ctx, claimed.caseId, "bundle-failed", {
    save: async (tx) => {
      await tx
        .update(bundle)
        .set({ state: "superseded", failure: problem, leaseUntil: null })
        .where(mine(claimed));
      return { payload: { version: claimed.version, problem }, obj: [claimed.id], result: null };
    },
  });
}
