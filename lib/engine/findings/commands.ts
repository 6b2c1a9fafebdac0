import { and, eq } from "drizzle-orm";
import { inTransaction } from "#db/client.ts";
import { finding, source } from "#db/schema/index.ts";
import { record } from "#lib/audit/commands.ts";
import { authorise } from "#lib/auth/commands/authorise.ts";
import type { StaffContext } from "#lib/context.ts";
import { organisationSealer } from "#lib/keys/sealer.ts";

export type Closed = { ok: true } | { ok: false; says: string };

/** Closes a finding with what was done about it. It opens again by itself when a case meets it once more. */
export async function closeFinding(
  ctx: StaffContext,
  { findingId, note }: { findingId: string; note: string },
): Promise<Closed> {
  await authorise(ctx, "findings.close");
  return inTransaction(async (tx): Promise<Closed> => {
    const [found] = await tx
      .select({ finding, source: source.key })
      .from(finding)
      .innerJoin(source, eq(source.id, finding.sourceId))
      .where(and(eq(finding.id, findingId), eq(finding.organisationId, ctx.organisation.id)))
      .for("update", { of: finding });
    if (!found) return { ok: false, says: "There is no such finding." };
    const { id, state, collection, field, kind } = found.finding;
    if (state === "closed") return { ok: false, says: "This finding is closed already." };
    const sealer = await organisationSealer(tx, ctx.organisation.id);
    await tx
      .update(finding)
      .set({
        state: "closed",
        sealedNote: sealer.seal("finding.sealed_note", id, note),
        closedByRef: ctx.actor.ref,
        closedAt: ctx.now,
      })
      .where(eq(finding.id, id));
    await record(tx, ctx, {
      type: "finding.close",
      payload: { source: found.source, collection, field, kind },
      obj: [id],
    });
    return { ok: true };
  });
}
