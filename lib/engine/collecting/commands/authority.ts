import { and, eq } from "drizzle-orm";
import { caseSource, contentAuthority, source } from "#db/schema/index.ts";
import { change, Refused, type Outcome } from "#lib/cases/commands/change.ts";
import type { StaffContext } from "#lib/context.ts";
import { newId } from "#lib/ids.ts";
import { caseSealer } from "#lib/keys/sealer.ts";
import type { AuthorityGround } from "../authority.ts";

/**
 * Records why content under the authority of an account's owner may be opened for this case, and has its source searched
 * again with it. Who, when and on which ground stand in the history; what was shown, sealed beside it.
 */
export function recordAuthority(
  ctx: StaffContext,
  caseId: string,
  { sourceId, ground, note }: { sourceId: string; ground: AuthorityGround; note: string },
): Promise<Outcome<null>> {
  return change(ctx, caseId, "record-authority", {
    save: async (tx) => {
      const at = and(eq(caseSource.caseId, caseId), eq(caseSource.sourceId, sourceId));
      const [found] = await tx
        .select({ key: source.key, unopened: caseSource.unopened })
        .from(caseSource)
        .innerJoin(source, eq(source.id, caseSource.sourceId))
        .where(at);
      if (!found || found.unopened.length === 0)
        throw new Refused("Nothing in this source waits for somebody's authority.");
      const id = newId();
      const sealer = await caseSealer(tx, caseId);
      const [saved] = await tx
        .insert(contentAuthority)
        .values({
          id,
          organisationId: ctx.organisation.id,
          caseId,
          sourceId,
          ground,
          sealedNote: sealer.seal("content_authority.sealed_note", id, note),
          byRef: ctx.actor.ref,
          at: ctx.now,
        })
        .onConflictDoNothing()
        .returning({ id: contentAuthority.id });
      if (!saved) throw new Refused("A colleague recorded it already. The source is being searched again.");
      // As if it had failed: only such a source is searched again.
      await tx.update(caseSource).set({ state: "failed", outcome: "failed" }).where(at);
      return { payload: { source: found.key, ground }, obj: [sourceId], result: null };
    },
  });
}
