import { and, eq, isNull } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { appeal, claim } from "#db/schema/index.ts";
import { explainAppeal, owedOnAppeal } from "#lib/cases/appeals.ts";
import { change, Refused, type Outcome } from "#lib/cases/commands/change.ts";
import type { Context, StaffContext } from "#lib/context.ts";
import { newId } from "#lib/ids.ts";
import { caseSealer } from "#lib/keys/sealer.ts";
import { routeOn } from "#lib/law/index.ts";
import { dayIn } from "#lib/law/calendar.ts";
import { daysNow, reopenClaim } from "./days.ts";

/**
 * Takes an appeal or a complaint against one decision, with a clock of its own. It is taken at any time, also after the
 * last day that was advertised. `receivedAt`: when it reached the organisation, for what staff record.
 */
export function takeAppeal(
  ctx: Context,
  caseId: string,
  input: { claimId: string; grounds: string; receivedAt: Date },
): Promise<Outcome<string>> {
  return change(ctx, caseId, "appeal", {
    input: { claimId: input.claimId },
    save: async (tx, { row }) => {
      const asked = await claimOf(tx, caseId, input.claimId);
      const { kind } = routeOn(asked.regime, dayIn(input.receivedAt, asked.zone));
      const { decision, acknowledgement } = explainAppeal(asked, input.receivedAt);
      const id = newId();
      const sealer = await caseSealer(tx, caseId);
      const stand = { receivedAt: input.receivedAt, acknowledgedAt: null, decidedAt: null, outcome: null };
      await tx.insert(appeal).values({
        id,
        organisationId: ctx.organisation.id,
        caseId,
        claimId: asked.id,
        kind,
        ...stand,
        sealedGrounds: sealer.seal("appeal.sealed_grounds", id, input.grounds),
        dueOn: decision?.dueOn ?? null,
        acknowledgeBy: acknowledgement?.dueOn ?? null,
      });
      const days = await daysNow(tx, row);
      const { by: dayBy } = owedOnAppeal(asked, stand);
      return {
        payload: { kind, right: asked.right, ...days, dayBy },
        obj: [asked.id, id],
        set: { ...days, closedAt: null },
        result: id,
      };
    },
  });
}

/** Confirms to the person that her appeal or complaint is here (UK: DPA 2018 s. 164A(3)). */
export function acknowledgeAppeal(
  ctx: StaffContext,
  caseId: string,
  claimId: string,
): Promise<Outcome<null>> {
  return change(ctx, caseId, "acknowledge-appeal", {
    input: { claimId },
    save: async (tx, { row }) => {
      const open = await openAppeal(tx, claimId);
      if (open.acknowledgedAt) throw new Refused("This has been confirmed already.");
      await tx.update(appeal).set({ acknowledgedAt: ctx.now }).where(eq(appeal.id, open.id));
      const { right } = await claimOf(tx, caseId, claimId);
      const days = await daysNow(tx, row);
      return { payload: { kind: open.kind, right, ...days }, obj: [open.id], set: days, result: null };
    },
  });
}

export type AppealDecision = {
  claimId: string;
  outcome: "upheld" | "overturned" | "in-part";
  explanation: string;
};

/**
 * Decides an appeal, by somebody who neither prepared nor approved the first answer. Overturned, the claim opens again
 * with the day `explainClaim` gives it from then on.
 */
export function decideAppeal(
  ctx: StaffContext,
  caseId: string,
  input: AppealDecision,
  expectedVersion?: number,
): Promise<Outcome<null>> {
  const { claimId, outcome } = input;
  const seen = expectedVersion === undefined ? {} : { expectedVersion };
  if (outcome === "upheld") {
    return change(ctx, caseId, "uphold-appeal", {
      input: { claimId },
      ...seen,
      save: async (tx, { row, facts }) => {
        const { asked, open } = await close(tx, ctx, caseId, input);
        const days = await daysNow(tx, row);
        const isLast =
          facts.status === "appealed" && facts.claims.filter((one) => one.openAppeal).length === 1;
        return {
          payload: { kind: open.kind, right: asked.right, ...days },
          obj: [open.id],
          set: { ...days, ...(isLast ? { closedAt: ctx.now } : {}) },
          result: null,
        };
      },
    });
  }
  return change(ctx, caseId, "overturn-appeal", {
    input: { claimId },
    ...seen,
    save: async (tx, { row }) => {
      const { asked, open } = await close(tx, ctx, caseId, input);
      await reopenClaim(tx, row, asked, ctx.now);
      const days = await daysNow(tx, row);
      return {
        payload: { kind: open.kind, right: asked.right, outcome, ...days },
        obj: [open.id],
        set: days,
        result: null,
      };
    },
  });
}

async function close(tx: Tx, ctx: StaffContext, caseId: string, input: AppealDecision) {
  const open = await openAppeal(tx, input.claimId);
  const sealer = await caseSealer(tx, caseId);
  await tx
    .update(appeal)
    .set({
      outcome: input.outcome,
      sealedExplanation: sealer.seal("appeal.sealed_explanation", open.id, input.explanation),
      decidedById: ctx.actor.id,
      decidedAt: ctx.now,
    })
    .where(eq(appeal.id, open.id));
  return { asked: await claimOf(tx, caseId, input.claimId), open };
}

async function openAppeal(tx: Tx, claimId: string) {
  const [open] = await tx
    .select()
    .from(appeal)
    .where(and(eq(appeal.claimId, claimId), isNull(appeal.outcome)));
  if (!open) throw new Refused("This appeal has been decided already.");
  return open;
}

async function claimOf(tx: Tx, caseId: string, claimId: string) {
  const [found] = await tx
    .select()
    .from(claim)
    .where(and(eq(claim.id, claimId), eq(claim.caseId, caseId)));
  if (!found) throw new Refused("This case has no such request.");
  return found;
}
