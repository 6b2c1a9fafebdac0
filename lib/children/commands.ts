import { childCheck } from "#db/schema/index.ts";
import { endCodes } from "#lib/auth/commands/codes.ts";
import { endCodeSessions } from "#lib/auth/commands/sessions.ts";
import { change, Refused, type CaseRow, type Outcome } from "#lib/cases/commands/change.ts";
import type { StaffContext } from "#lib/context.ts";
import type { Tx } from "#db/client.ts";
import { newId } from "#lib/ids.ts";
import { caseSealer } from "#lib/keys/sealer.ts";
import type { RelationReason } from "./checks.ts";
import { findGrownUpAge } from "./queries.ts";

export type RelationCheck = {
  outcome: "accepted" | "not-accepted";
  reason: RelationReason | null;
  note: string;
};

/**
 * Records whether somebody may act for the child she asks for, and what was looked at (sealed). Nothing is gathered,
 * decided, approved or sent before. Accepted is nobody for whom the records say that she is old enough to ask herself.
 */
export function recordRelation(
  ctx: StaffContext,
  caseId: string,
  { outcome, reason, note }: RelationCheck,
  expectedVersion?: number,
): Promise<Outcome<null>> {
  return change(ctx, caseId, "record-relation", {
    input: { outcome },
    ...(expectedVersion === undefined ? {} : { expectedVersion }),
    save: async (tx, { row }) => {
      const coded = outcome === "accepted" ? null : reason;
      if (outcome === "not-accepted" && coded === null)
        throw new Refused("Choose why it is not accepted. Without a reason, nothing can be refused.");
      const age = outcome === "accepted" ? await findGrownUpAge(tx, row, ctx.now) : null;
      if (age !== null)
        throw new Refused(
          `By the day of birth this person is ${age}, so she asks herself. Tell the parent, and record that it is not accepted.`,
        );
      const id = await saveCheck(tx, ctx, row, { kind: "relation", outcome, reason: coded, note });
      if (outcome === "not-accepted") {
        // A code sent while she could still act, and what one has opened, ends with that.
        await endCodes(tx, caseId);
        await endCodeSessions(tx, caseId);
      }
      return { payload: { outcome, reason: coded }, obj: [id], set: { relation: outcome }, result: null };
    },
  });
}

/**
 * Records whether a child who asks herself understands what she asks for, and how that was seen (sealed). Without it no
 * answer of hers goes out.
 */
export function judgeCompetence(
  ctx: StaffContext,
  caseId: string,
  { outcome, note }: { outcome: "able" | "not-able"; note: string },
  expectedVersion?: number,
): Promise<Outcome<null>> {
  return change(ctx, caseId, "judge-competence", {
    input: { outcome },
    ...(expectedVersion === undefined ? {} : { expectedVersion }),
    save: async (tx, { row }) => {
      const id = await saveCheck(tx, ctx, row, { kind: "competence", outcome, reason: null, note });
      return { payload: { outcome }, obj: [id], set: { judgement: outcome }, result: null };
    },
  });
}

async function saveCheck(
  tx: Tx,
  ctx: StaffContext,
  row: CaseRow,
  { note, ...found }: Pick<typeof childCheck.$inferInsert, "kind" | "outcome" | "reason"> & { note: string },
): Promise<string> {
  const id = newId();
  const sealer = await caseSealer(tx, row.id);
  await tx.insert(childCheck).values({
    id,
    organisationId: row.organisationId,
    caseId: row.id,
    ...found,
    sealedNote: sealer.seal("child_check.sealed_note", id, note),
    byRef: ctx.actor.ref,
    at: ctx.now,
  });
  return id;
}
