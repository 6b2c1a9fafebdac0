import { and, eq, lte, ne } from "drizzle-orm";
import { database } from "#db/client.ts";
import { cases, handover } from "#db/schema/index.ts";
import { change, Refused, type Outcome } from "#lib/cases/commands/change.ts";
import type { Context, StaffContext } from "#lib/context.ts";
import { getPolicy } from "#lib/organisations/queries.ts";
import { chaseDue, nextChaseAt } from "../chase.ts";
import { getHandover } from "./answers.ts";
import { mailLink } from "./links.ts";

/** Reminds a controller now, because somebody of the staff wants it. The days of the automatic reminders stay. */
export function remindController(
  ctx: StaffContext,
  caseId: string,
  handoverId: string,
): Promise<Outcome<null>> {
  return change(ctx, caseId, "remind-controller", {
    save: async (tx, { row }) => {
      const { passed, to } = await getHandover(tx, ctx, row, handoverId);
      if (passed.answeredAt) throw new Refused(`${to.name} has answered already.`);
      await mailLink(tx, ctx, { handover: passed, kind: "controller-reminded", zone: row.zone });
      return { payload: { controller: to.name }, obj: [passed.id], result: null };
    },
  });
}

/**
 * The job "controllers.chase": what is due for a silent controller, a reminder or telling staff. Whatever was missed is
 * made up for by one step; run twice, it does nothing more.
 */
export async function chaseController(ctx: Context, caseId: string, handoverId: string): Promise<void> {
  const db = database();
  const [found] = await db
    .select({ handover, policyId: cases.policyId })
    .from(handover)
    .innerJoin(cases, eq(cases.id, handover.caseId))
    .where(and(eq(handover.id, handoverId), eq(handover.caseId, caseId)));
  if (!found) return;
  const { policy } = await getPolicy(db, found.policyId);
  const due = chaseDue(found.handover, policy.processing, ctx.now);
  if (!due) return;
  const event = due.do === "remind" ? ("remind-controller" as const) : ("controller-silent" as const);
  await change(ctx, caseId, event, {
    save: async (tx, { row }) => {
      const { passed, to } = await getHandover(tx, ctx, row, handoverId);
      // Looked at again under the lock: another run, or the answer, may have been quicker.
      const still = passed.answeredAt ? null : chaseDue(passed, policy.processing, ctx.now);
      if (still?.do !== due.do) throw new Refused("There is nothing to do any more.");
      const stand = {
        at: passed.at,
        chased: still.do === "remind" ? still.chased : passed.chased,
        escalatedAt: still.do === "escalate" ? ctx.now : null,
      };
      await tx
        .update(handover)
        .set({
          chased: stand.chased,
          escalatedAt: stand.escalatedAt,
          nextChaseAt: nextChaseAt(stand, policy.processing),
        })
        .where(eq(handover.id, passed.id));
      if (still.do === "remind")
        await mailLink(tx, ctx, { handover: passed, kind: "controller-reminded", zone: row.zone });
      return { payload: { controller: to.name }, obj: [passed.id], result: null };
    },
  });
}

/** Handovers for which that job has something to do at an instant. */
export async function handoversToChase(at: Date): Promise<{ caseId: string; handoverId: string }[]> {
  return database()
    .select({ caseId: handover.caseId, handoverId: handover.id })
    .from(handover)
    .innerJoin(cases, eq(cases.id, handover.caseId))
    .where(and(lte(handover.nextChaseAt, at), ne(cases.status, "withdrawn")))
    .limit(500);
}
