import { and, desc, eq, inArray, isNotNull, lt, or, sql } from "drizzle-orm";
import { database, inTransaction, type Tx } from "#db/client.ts";
import { blob, bundle, cases, transfer } from "#db/schema/index.ts";
import { change, Refused, type CaseRow, type Outcome } from "#lib/cases/commands/change.ts";
import { readFacts } from "#lib/cases/queries/facts.ts";
import { visibleCases } from "#lib/cases/queries/visible.ts";
import { decide } from "#lib/cases/workflow.ts";
import { findGrownUpAge } from "#lib/children/queries.ts";
import type { Context, StaffContext } from "#lib/context.ts";
import { HabeasError } from "#lib/errors.ts";
import { destroyBlob } from "#lib/files/store.ts";
import { newId } from "#lib/ids.ts";
import { addDays, dayIn } from "#lib/law/calendar.ts";
import type { Policy } from "#lib/organisations/policy.ts";
import { getPolicy } from "#lib/organisations/queries.ts";

type BundleRow = typeof bundle.$inferSelect;

const dayMs = 24 * 3600 * 1000;

/** The newest answer of a case. */
export async function newestBundle(tx: Tx, caseId: string): Promise<BundleRow | null> {
  const [row] = await tx
    .select()
    .from(bundle)
    .where(eq(bundle.caseId, caseId))
    .orderBy(desc(bundle.version))
    .limit(1);
  return row ?? null;
}

/** The newest answer that was sent, whatever is being prepared after it. */
async function newestSent(tx: Tx, caseId: string): Promise<BundleRow | null> {
  const [row] = await tx
    .select()
    .from(bundle)
    .where(and(eq(bundle.caseId, caseId), inArray(bundle.state, ["released", "destroyed"])))
    .orderBy(desc(bundle.version))
    .limit(1);
  return row ?? null;
}

/** The advertised last day to disagree, counted from the day the answer goes out, where the answering place is. */
export function appealUntil(row: Pick<CaseRow, "zone">, policy: Policy, sentAt: Date): string {
  return addDays(dayIn(sentAt, row.zone), policy.appealDays);
}

/**
 * Sends an approved answer: the person gets a mail with the link, or with the word that it comes by post, and the day
 * until which she can disagree.
 */
export function sendAnswer(ctx: StaffContext, caseId: string): Promise<Outcome<null>> {
  return change(ctx, caseId, "send", {
    save: async (tx, { row, facts }) => {
      const { policy } = await getPolicy(tx, row.policyId);
      const built = await newestBundle(tx, caseId);
      if (!built || built.id !== facts.bundle?.id) throw new Refused("There is no built answer to send.");
      // A refusal still goes out: it tells the parent why, and nothing of the data.
      if (row.relation === "accepted" && (await findGrownUpAge(tx, row, ctx.now)) !== null)
        throw new Refused(
          "The child has come of age since, and decides alone now. Change the answer, and record that the parent may not act for her any more.",
        );
      await tx
        .update(bundle)
        .set({
          state: "released",
          releasedAt: ctx.now,
          linkExpiresAt: new Date(ctx.now.getTime() + policy.delivery.linkDays * dayMs),
          destroyAfter: new Date(ctx.now.getTime() + policy.delivery.keepDays * dayMs),
        })
        .where(eq(bundle.id, built.id));
      return {
        payload: {
          version: built.version,
          manifest: facts.bundle.manifestHash ?? "",
          appealUntil: appealUntil(row, policy, ctx.now),
          delivery: row.delivery,
        },
        obj: [built.id],
        set: { closedAt: facts.claims.some((claim) => claim.openAppeal) ? null : ctx.now },
        result: null,
      };
    },
  });
}

/** Gives an expired link another life, by the person herself, while the archive is kept. */
export function renewLink(ctx: Context, caseId: string): Promise<Outcome<Date>> {
  return change(ctx, caseId, "renew-link", {
    save: async (tx, { row }) => {
      const { policy } = await getPolicy(tx, row.policyId);
      const released = await newestSent(tx, caseId);
      if (released?.state !== "released" || !released.destroyAfter) {
        throw new Refused("The download is not kept any more.");
      }
      const wanted = ctx.now.getTime() + policy.delivery.linkDays * dayMs;
      const until = new Date(Math.min(wanted, released.destroyAfter.getTime()));
      await tx.update(bundle).set({ linkExpiresAt: until }).where(eq(bundle.id, released.id));
      return { payload: { until: until.toISOString() }, obj: [released.id], result: until };
    },
  });
}

export type OpenedTransfer = { id: string; blobId: string; sizeBytes: number; archiveSha256: string };

/**
 * Begins a transfer of the archive, or goes on with the one this session began. A link bears a few whole transfers;
 * resuming is not a new one.
 */
export async function openTransfer(
  ctx: Context & { actor: { kind: "person" } },
  caseId: string,
): Promise<
  { ok: true; transfer: OpenedTransfer } | { ok: false; why: "none" | "expired" | "destroyed" | "too-often" }
> {
  const sessionId = ctx.actor.sessionId;
  return inTransaction(async (tx) => {
    const [row] = await tx
      .select()
      .from(cases)
      .where(and(eq(cases.id, caseId), visibleCases(ctx)))
      .for("update");
    // What could not be recorded in the end is not begun.
    const mayBegin = row && decide(await readFacts(tx, row), "download", ctx.actor).ok;
    const released = mayBegin ? await newestSent(tx, caseId) : null;
    if (!row || !released || !sessionId) return { ok: false, why: "none" };
    if (released.state === "destroyed") return { ok: false, why: "destroyed" };
    if (released.state !== "released" || !released.blobId) return { ok: false, why: "none" };
    if (released.linkExpiresAt && released.linkExpiresAt <= ctx.now) return { ok: false, why: "expired" };
    const { policy } = await getPolicy(tx, row.policyId);
    const since = released.linkExpiresAt
      ? new Date(released.linkExpiresAt.getTime() - policy.delivery.linkDays * dayMs)
      : new Date(0);
    const all = await tx.select().from(transfer).where(eq(transfer.bundleId, released.id));
    const begun = all.find((one) => one.sessionId === sessionId && one.completedAt === null);
    const used = all.filter((one) => one.startedAt >= since && one.completedAt !== null).length;
    if (!begun && used >= policy.delivery.transfersPerLink) return { ok: false, why: "too-often" };
    const id = begun?.id ?? newId();
    if (!begun) {
      await tx.insert(transfer).values({
        id,
        organisationId: row.organisationId,
        caseId,
        bundleId: released.id,
        sessionId,
        startedAt: ctx.now,
        bytesSent: 0,
      });
    }
    return {
      ok: true,
      transfer: {
        id,
        blobId: released.blobId,
        sizeBytes: released.sizeBytes ?? 0,
        archiveSha256: Buffer.from(released.archiveSha256 ?? []).toString("hex"),
      },
    };
  });
}

/**
 * Records what a transfer came to. The last byte makes it whole.
 * @throws HabeasError `not-allowed` where nobody may record it, so that it is not lost without a word
 */
export async function closeTransfer(
  ctx: Context,
  caseId: string,
  transferId: string,
  sent: { bytes: number; whole: boolean },
): Promise<void> {
  const recorded = await change(ctx, caseId, "download", {
    save: async (tx) => {
      await tx
        .update(transfer)
        .set({
          bytesSent: sql`${transfer.bytesSent} + ${sent.bytes}`,
          ...(sent.whole ? { completedAt: ctx.now } : {}),
        })
        .where(and(eq(transfer.id, transferId), eq(transfer.caseId, caseId)));
      const sentAnswer = await newestSent(tx, caseId);
      return { payload: { version: sentAnswer?.version ?? 0, ...sent }, obj: [transferId], result: null };
    },
  });
  if (!recorded.ok) throw new HabeasError("not-allowed", recorded.says);
}

/** Destroys archives whose time is over, and drafts of answers that were replaced. Manifest hashes stay as evidence. Returns how many. */
export async function destroyExpiredBundles(): Promise<number> {
  const due = await database()
    .select({ id: bundle.id, blobId: bundle.blobId })
    .from(bundle)
    .where(
      and(
        isNotNull(bundle.blobId),
        or(
          eq(bundle.state, "superseded"),
          and(eq(bundle.state, "released"), lt(bundle.destroyAfter, sql`now()`)),
        ),
      ),
    );
  for (const one of due) {
    await inTransaction(async (tx) => {
      await tx
        .update(bundle)
        .set({
          state: sql`case when ${bundle.state} = 'released' then 'destroyed' else ${bundle.state} end`,
          blobId: null,
        })
        .where(eq(bundle.id, one.id));
      if (one.blobId) await tx.delete(blob).where(eq(blob.id, one.blobId));
    });
    if (one.blobId) await destroyBlob(one.blobId);
  }
  return due.length;
}
