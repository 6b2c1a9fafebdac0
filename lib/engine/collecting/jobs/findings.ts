import { and, eq, sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { cases, finding, findingCase } from "#db/schema/index.ts";
import { record } from "#lib/audit/commands.ts";
import type { CaseRow } from "#lib/cases/commands/change.ts";
import type { Context } from "#lib/context.ts";
import { newId } from "#lib/ids.ts";
import { neverOut, type Covered } from "../../datasets/never-out.ts";
import type { Collection } from "../../datasets/vocabulary.ts";
import type { MappedSource } from "../../sources/client.ts";

type Where = {
  ctx: Context;
  row: Pick<CaseRow, "id" | "ref">;
  own: Pick<MappedSource, "source">;
  collection: Pick<Collection, "name">;
};

/**
 * What was met and may not even be stored becomes a finding of the officer's: one per field, counted once per case, opened
 * again when it is met after it was closed. Call it in the transaction that saves the page it was met on.
 */
export async function saveFindings(tx: Tx, where: Where, met: readonly Covered[]): Promise<void> {
  const forbidden = met.filter(({ kind }) => neverOut[kind].mustNotBeStored);
  const each = new Map(forbidden.map((one) => [`${one.path}|${one.kind}`, one]));
  for (const one of each.values()) await saveFinding(tx, where, one);
}

async function saveFinding(
  tx: Tx,
  { ctx, row, own: { source }, collection }: Where,
  { path, kind }: Covered,
): Promise<void> {
  const place = { sourceId: source.id, collection: collection.name, field: path, kind };
  // The lock keeps two cases that meet it at once from both being the first.
  await tx
    .insert(finding)
    .values({
      id: newId(),
      organisationId: source.organisationId,
      ...place,
      state: "closed",
      firstSeenAt: ctx.now,
      lastSeenAt: ctx.now,
    })
    .onConflictDoNothing();
  const [found] = await tx
    .select()
    .from(finding)
    .where(
      and(
        eq(finding.sourceId, source.id),
        eq(finding.collection, collection.name),
        eq(finding.field, path),
        eq(finding.kind, kind),
      ),
    )
    .for("update");
  if (!found) return;
  await tx
    .insert(findingCase)
    .values({ findingId: found.id, organisationId: source.organisationId, caseId: row.id })
    .onConflictDoNothing();
  await tx
    .update(finding)
    .set({
      lastSeenAt: sql`greatest(${finding.lastSeenAt}, ${ctx.now.toISOString()}::timestamptz)` as never,
      state: "open",
    })
    .where(eq(finding.id, found.id));
  if (found.state === "open") return;
  // Its number in the history of the case is taken under the case's lock.
  await tx.select({ id: cases.id }).from(cases).where(eq(cases.id, row.id)).for("update");
  await record(tx, ctx, {
    type: "finding.open",
    case: row,
    payload: { source: source.key, collection: collection.name, field: path, kind },
    obj: [found.id],
  });
}
