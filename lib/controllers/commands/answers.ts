import { and, eq, isNull } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { claim, controller, handover, instruction } from "#db/schema/index.ts";
import { change, Refused, type CaseRow, type Outcome } from "#lib/cases/commands/change.ts";
import { isPassedOn } from "#lib/cases/queries/own-claims.ts";
import type { Context, StaffContext } from "#lib/context.ts";
import { daysNow } from "#lib/decisions/commands/days.ts";
import { newId } from "#lib/ids.ts";
import { enqueue } from "#lib/jobs/queue.ts";
import { caseSealer } from "#lib/keys/sealer.ts";
import type { HandoverAnswer, HelpKind } from "../register.ts";

type HandoverRow = typeof handover.$inferSelect;

/**
 * Takes what a controller says about a request that was passed on: from its own page, or recorded by staff. Where it is
 * only a processor and the register knows for whom, a job passes the request on to that one.
 */
export function answerHandover(
  ctx: Context,
  caseId: string,
  said: { handoverId: string; answer: HandoverAnswer; words: string | null },
): Promise<Outcome<null>> {
  return change(ctx, caseId, "controller-answer", {
    save: async (tx, { row, facts }) => {
      const { passed, to } = await getHandover(tx, ctx, row, said.handoverId);
      if (passed.answeredAt) throw new Refused(`${to.name} has answered already.`);
      const sealer = await caseSealer(tx, caseId);
      await tx
        .update(handover)
        .set({
          answer: said.answer,
          sealedAnswer: said.words ? sealer.seal("handover.sealed_answer", passed.id, said.words) : null,
          answeredBy: ctx.actor.kind === "controller" ? "controller" : "staff",
          answeredAt: ctx.now,
          nextChaseAt: null,
        })
        .where(eq(handover.id, passed.id));
      if (said.answer === "only-processor" && to.platformId)
        await enqueue(tx, "controllers.pass-on", { caseId });
      const isOver =
        row.status === "passed-on" &&
        facts.elsewhere.waiting === 1 &&
        (said.answer === "answered" || said.answer === "nothing-held");
      return {
        payload: { controller: to.name, answer: said.answer },
        obj: [passed.id],
        set: isOver ? { closedAt: ctx.now } : {},
        result: null,
      };
    },
  });
}

export type Instructed = {
  handoverId: string;
  help: HelpKind;
  /** Who instructs it at the controller, and what is to be done. */
  who: string;
  words: string;
};

/** Records what a controller instructs us to do (GDPR Art. 28(3)(a)): only what its contract covers becomes work. */
export function instruct(
  ctx: Context,
  caseId: string,
  { handoverId, help, who, words }: Instructed,
): Promise<Outcome<string>> {
  return change(ctx, caseId, "controller-instruct", {
    save: async (tx, { row }) => {
      const { passed, to } = await getHandover(tx, ctx, row, handoverId);
      if (!to.help.includes(help))
        throw new Refused(
          `The contract with ${to.name} does not cover that. Change the register first, if it does.`,
        );
      const id = newId();
      const sealer = await caseSealer(tx, caseId);
      await tx.insert(instruction).values({
        id,
        organisationId: ctx.organisation.id,
        caseId,
        handoverId: passed.id,
        kind: help,
        sealedWords: sealer.seal("instruction.sealed_words", id, { who, words }),
        byRef: ctx.actor.ref,
        at: ctx.now,
      });
      return { payload: { controller: to.name, help }, obj: [passed.id, id], result: id };
    },
  });
}

/** Records what came of an instruction. */
export function finishInstruction(
  ctx: StaffContext,
  caseId: string,
  instructionId: string,
  words: string,
): Promise<Outcome<null>> {
  return change(ctx, caseId, "finish-instruction", {
    save: async (tx, { row }) => {
      const sealer = await caseSealer(tx, caseId);
      const [done] = await tx
        .update(instruction)
        .set({
          doneAt: ctx.now,
          doneByRef: ctx.actor.ref,
          sealedResult: sealer.seal("instruction.sealed_result", instructionId, words),
        })
        .where(
          and(eq(instruction.id, instructionId), eq(instruction.caseId, caseId), isNull(instruction.doneAt)),
        )
        .returning();
      if (!done) throw new Refused("This was finished already.");
      const { to } = await getHandover(tx, ctx, row, done.handoverId);
      return {
        payload: { controller: to.name, help: done.kind },
        obj: [done.handoverId, done.id],
        result: null,
      };
    },
  });
}

/** Takes back what was passed on by mistake: it is ours to decide, with the days it had from the beginning. */
export async function takeBack(
  ctx: StaffContext,
  caseId: string,
  handoverId: string,
  expectedVersion?: number,
): Promise<Outcome<null>> {
  return change(ctx, caseId, "take-back", {
    ...(expectedVersion === undefined ? {} : { expectedVersion }),
    save: async (tx, { row, facts }) => {
      const { passed, to } = await getHandover(tx, ctx, row, handoverId);
      const theirs = await tx
        .select()
        .from(claim)
        .where(and(eq(claim.handoverId, passed.id), isPassedOn));
      if (theirs.length === 0) throw new Refused("Nothing of this is with that controller any more.");
      if (theirs.some((one) => facts.claims.some(({ right }) => right === one.right)))
        throw new Refused("You answer the same request yourselves already. There is nothing to take back.");
      await tx
        .update(claim)
        .set({ status: "open", controller: ctx.organisation.slug, handoverId: null })
        .where(and(eq(claim.handoverId, passed.id), isPassedOn));
      await tx
        .update(handover)
        .set({ takenBackAt: ctx.now, nextChaseAt: null })
        .where(eq(handover.id, passed.id));
      const days = await daysNow(tx, row);
      return {
        payload: { rights: theirs.map((one) => one.right), controller: to.name },
        obj: [passed.id],
        set: { ...days, closedAt: null },
        result: null,
      };
    },
  });
}

/** A handover of this case that was not taken back, with the controller. Its contact reaches no other than its own. */
export async function getHandover(
  tx: Tx,
  { actor }: Context,
  row: CaseRow,
  handoverId: string,
): Promise<{ passed: HandoverRow; to: typeof controller.$inferSelect }> {
  const isAnothers = actor.kind === "controller" && actor.handoverId !== handoverId;
  const [found] = isAnothers
    ? []
    : await tx
        .select({ passed: handover, to: controller })
        .from(handover)
        .innerJoin(controller, eq(controller.id, handover.controllerId))
        .where(and(eq(handover.id, handoverId), eq(handover.caseId, row.id), isNull(handover.takenBackAt)));
  if (!found) throw new Refused("Nothing of this is with that controller any more.");
  return found;
}
