import { and, desc, eq } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { claim, decision } from "#db/schema/index.ts";
import { change, Refused, type CaseRow, type Outcome } from "#lib/cases/commands/change.ts";
import { isOurs } from "#lib/cases/queries/own-claims.ts";
import type { StaffContext } from "#lib/context.ts";
import { newId } from "#lib/ids.ts";
import { caseSealer } from "#lib/keys/sealer.ts";
import { dayIn } from "#lib/law/calendar.ts";
import { groundsFor, type ReasonCode } from "../reasons.ts";

export type DecisionInput = {
  claimId: string;
  outcome: "granted" | "in-part" | "refused";
  reasons: ReasonCode[];
  /** What the person should know beside the reason's own words; null where those say it all. */
  explanation: string | null;
};

/** Decides one claim. A later decision replaces an earlier one; both stay in the history. */
export function decideClaim(
  ctx: StaffContext,
  caseId: string,
  input: DecisionInput,
  expectedVersion?: number,
): Promise<Outcome<string>> {
  return change(ctx, caseId, "decide", {
    input: { claimId: input.claimId, outcome: input.outcome, reasons: input.reasons },
    ...(expectedVersion === undefined ? {} : { expectedVersion }),
    save: async (tx, { row }) => {
      const [asked] = await tx
        .select()
        .from(claim)
        .where(and(eq(claim.id, input.claimId), eq(claim.caseId, caseId), isOurs));
      if (!asked) throw new Refused("This case has no such request.");
      checkReasons(asked, row, input);
      const version = await nextVersion(tx, input.claimId);
      const id = newId();
      const sealer = await caseSealer(tx, caseId);
      await tx.insert(decision).values({
        id,
        organisationId: ctx.organisation.id,
        caseId,
        claimId: input.claimId,
        version,
        outcome: input.outcome,
        reasons: input.outcome === "granted" ? [] : input.reasons,
        sealedExplanation: input.explanation
          ? sealer.seal("decision.sealed_explanation", id, input.explanation)
          : null,
        byId: ctx.actor.id,
        at: ctx.now,
      });
      await tx.update(claim).set({ status: "decided" }).where(eq(claim.id, input.claimId));
      return {
        payload: { right: asked.right, outcome: input.outcome, reasons: input.reasons, version },
        obj: [input.claimId],
        ...(input.reasons[0] ? { reason: input.reasons[0] } : {}),
        result: id,
      };
    },
  });
}

/** A refusal names a reason that this law knows for this right; a grant names none. */
function checkReasons(asked: typeof claim.$inferSelect, row: CaseRow, input: DecisionInput): void {
  if (input.outcome === "granted") return;
  if (input.reasons.length === 0)
    throw new Refused("Choose the reason. Without one, nothing can be refused.");
  const scopes =
    input.outcome === "in-part" ? (["request", "record", "field"] as const) : (["request"] as const);
  const known = scopes.flatMap((scope) =>
    groundsFor(asked.regime, asked.right, dayIn(row.receivedAt, row.zone), scope),
  );
  const foreign = input.reasons.find((reason) => !known.some((ground) => ground.id === reason));
  if (foreign) throw new Refused("The law of this request does not know that reason. Choose another one.");
}

async function nextVersion(tx: Tx, claimId: string): Promise<number> {
  const [newest] = await tx
    .select({ version: decision.version })
    .from(decision)
    .where(eq(decision.claimId, claimId))
    .orderBy(desc(decision.version))
    .limit(1);
  return (newest?.version ?? 0) + 1;
}
