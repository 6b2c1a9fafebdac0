import { and, desc, eq, isNull } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { approval, bundle, claim, decision } from "#db/schema/index.ts";
import { change, Refused, type CaseRow, type Outcome } from "#lib/cases/commands/change.ts";
import type { Delivery } from "#lib/cases/workflow.ts";
import type { StaffContext } from "#lib/context.ts";
import { newId } from "#lib/ids.ts";
import { caseSealer } from "#lib/keys/sealer.ts";
import { dayIn } from "#lib/law/calendar.ts";
import { groundsFor, type ReasonCode } from "./reasons.ts";

export type DecisionInput = {
  claimId: string;
  outcome: "granted" | "in-part" | "refused";
  reasons: ReasonCode[];
  /** What the person should know beside the reason's own words; null where those say it all. */
  explanation: string | null;
};

/** Decides one claim. A later decision replaces an earlier one; both stay in the history. */
export function decideClaim(ctx: StaffContext, caseId: string, input: DecisionInput, expectedVersion?: number): Promise<Outcome<string>> {
  return change(ctx, caseId, "decide", {
    input: { claimId: input.claimId, outcome: input.outcome, reasons: input.reasons },
    ...(expectedVersion === undefined ? {} : { expectedVersion }),
    save: async (tx, { row }) => {
      const [asked] = await tx.select().from(claim).where(and(eq(claim.id, input.claimId), eq(claim.caseId, caseId)));
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
        sealedExplanation: input.explanation ? sealer.seal("decision.sealed_explanation", id, input.explanation) : null,
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
  if (input.reasons.length === 0) throw new Refused("Choose the reason. Without one, nothing can be refused.");
  const known = groundsFor(asked.regime, asked.right, dayIn(row.receivedAt, row.zone), "request");
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

/** Freezes the answer and has it built, for somebody else to approve. */
export function askApproval(ctx: StaffContext, caseId: string, expectedVersion?: number): Promise<Outcome<number>> {
  return change(ctx, caseId, "ask-approval", {
    ...(expectedVersion === undefined ? {} : { expectedVersion }),
    save: async (tx) => {
      const version = await newestBundleVersion(tx, caseId);
      const next = (version ?? 0) + 1;
      await tx.insert(bundle).values({
        id: newId(),
        organisationId: ctx.organisation.id,
        caseId,
        version: next,
        state: "building",
        preparedById: ctx.actor.id,
        preparedAt: ctx.now,
        historyUpTo: 0,
      });
      return { payload: { version: next }, result: next };
    },
  });
}

/** Says yes to exactly the manifest that was shown. Never by whoever prepared it. */
export function approve(ctx: StaffContext, caseId: string, manifestHash: string): Promise<Outcome<null>> {
  return change(ctx, caseId, "approve", {
    input: { manifestHash },
    save: async (tx, { facts }) => {
      if (!facts.bundle) throw new Refused("There is no answer to approve yet.");
      await tx.insert(approval).values({
        id: newId(),
        organisationId: ctx.organisation.id,
        caseId,
        bundleId: facts.bundle.id,
        manifestHash: Buffer.from(manifestHash, "hex"),
        byId: ctx.actor.id,
        at: ctx.now,
      });
      const version = await newestBundleVersion(tx, caseId);
      return { payload: { version: version ?? 0, manifest: manifestHash }, obj: [facts.bundle.id], result: null };
    },
  });
}

/** Sends a prepared answer back to whoever prepared it. The note is written beside it, with `writeNote`. */
export function sendBack(ctx: StaffContext, caseId: string): Promise<Outcome<null>> {
  return change(ctx, caseId, "send-back", {
    save: async (tx) => {
      const version = await supersede(tx, ctx, caseId);
      return { payload: { version }, result: null };
    },
  });
}

/** Opens a prepared or approved answer up again. Its approval falls away. */
export function changeAnswer(ctx: StaffContext, caseId: string): Promise<Outcome<null>> {
  return change(ctx, caseId, "change-answer", {
    save: async (tx, { facts }) => {
      await supersede(tx, ctx, caseId);
      return { payload: { approvalCancelled: facts.approval !== null }, result: null };
    },
  });
}

/** Takes the newest bundle out of use, with any approval of it. */
async function supersede(tx: Tx, ctx: StaffContext, caseId: string): Promise<number> {
  const version = (await newestBundleVersion(tx, caseId)) ?? 0;
  await tx
    .update(bundle)
    .set({ state: "superseded" })
    .where(and(eq(bundle.caseId, caseId), eq(bundle.version, version)));
  await tx
    .update(approval)
    .set({ cancelledAt: ctx.now })
    .where(and(eq(approval.caseId, caseId), isNull(approval.cancelledAt)));
  return version;
}

async function newestBundleVersion(tx: Tx, caseId: string): Promise<number | null> {
  const [newest] = await tx
    .select({ version: bundle.version })
    .from(bundle)
    .where(eq(bundle.caseId, caseId))
    .orderBy(desc(bundle.version))
    .limit(1);
  return newest?.version ?? null;
}

/** Settles how the answer reaches a person without a safe contact on file. Why is written beside it, with `writeNote`. */
export function settleDelivery(ctx: StaffContext, caseId: string, delivery: Delivery): Promise<Outcome<null>> {
  return change(ctx, caseId, "settle-delivery", {
    save: async () => ({ payload: { delivery }, set: { delivery }, result: null }),
  });
}
