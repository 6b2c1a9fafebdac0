import { assignCase } from "#lib/cases/commands/assign.ts";
import type { Outcome } from "#lib/cases/commands/change.ts";
import { withdrawCase } from "#lib/cases/commands/withdraw.ts";
import { sendAnswer } from "#lib/bundle/commands.ts";
import { judgeCompetence, recordRelation } from "#lib/children/commands.ts";
import type { Context, StaffContext } from "#lib/context.ts";
import { answerHandover, finishInstruction, instruct } from "#lib/controllers/commands/answers.ts";
import { passOn } from "#lib/controllers/commands/pass-on.ts";
import { approve, askApproval, sendBack, settleDelivery } from "#lib/decisions/commands/answer.ts";
import { acknowledgeAppeal, decideAppeal, takeAppeal } from "#lib/decisions/commands/appeal.ts";
import { sendWithout } from "#lib/engine/collecting/commands.ts";
import { recordCheck } from "#lib/identity/commands.ts";
import { writeNote, writeToPerson } from "#lib/messages/commands.ts";
import type { DemoOrganisation } from "../organisation.ts";
import type { Deed } from "../story.ts";
import {
  accountOf,
  claimOf,
  claimsOf,
  controllerOf,
  handoverOf,
  instructionOf,
  manifestOf,
  sourceOf,
} from "./lookups.ts";
import { changeMap, chase, coverOthers, decide, download, finishTasks, postLetters } from "./work.ts";

/** Where a deed is done: the case, and the organisation with its cast. */
export type Scene = { caseId: string; organisation: DemoOrganisation };

type Doing<D extends Deed["do"]> = (
  ctx: never,
  scene: Scene,
  deed: Extract<Deed, { do: D }>,
) => Promise<Outcome>;

/** Every deed as the command that carries it out. */
const deeds: { [D in Deed["do"]]: Doing<D> } = {
  assign: async (ctx: StaffContext, { caseId, organisation }, { to }) =>
    assignCase(ctx, caseId, (await accountOf(organisation, to)).id),
  note: (ctx: StaffContext, { caseId }, { text }) => writeNote(ctx, caseId, text),
  write: (ctx: StaffContext, { caseId }, { text }) => writeToPerson(ctx, caseId, text),
  confirm: (ctx: StaffContext, { caseId }, { note, locator }) => recordCheck(ctx, caseId, { note, locator }),
  "record relation": (ctx: StaffContext, { caseId }, { outcome, reason, note }) =>
    recordRelation(ctx, caseId, { outcome, reason: reason ?? null, note }),
  "judge competence": (ctx: StaffContext, { caseId }, { outcome, note }) =>
    judgeCompetence(ctx, caseId, { outcome, note }),
  "cover others": (ctx: StaffContext, { caseId }) => coverOthers(ctx, caseId),
  "finish tasks": (ctx: StaffContext, { caseId }, { outcome, note, all }) =>
    finishTasks(ctx, caseId, { outcome, note }, all ?? true),
  "send without": async (ctx: StaffContext, { caseId }, { source, reason }) =>
    sendWithout(ctx, caseId, (await sourceOf(ctx, source)).id, reason),
  decide: (ctx: StaffContext, { caseId }, deed) => decide(ctx, caseId, deed),
  "settle delivery": (ctx: StaffContext, { caseId }) => settleDelivery(ctx, caseId, "given"),
  "post letters": (ctx: StaffContext, { caseId }, { how, number }) => postLetters(ctx, caseId, how, number),
  "ask approval": (ctx: StaffContext, { caseId }) => askApproval(ctx, caseId),
  approve: async (ctx: StaffContext, { caseId }) => approve(ctx, caseId, await manifestOf(caseId)),
  "send back": async (ctx: StaffContext, { caseId }, { note }) => {
    const sent = await sendBack(ctx, caseId);
    return sent.ok ? writeNote(ctx, caseId, note) : sent;
  },
  send: (ctx: StaffContext, { caseId }) => sendAnswer(ctx, caseId),
  download: (ctx: Context, { caseId }) => download(ctx, caseId),
  withdraw: (ctx: Context, { caseId }) => withdrawCase(ctx, caseId),
  "pass on": async (ctx: StaffContext, { caseId, organisation }, { to, right, copy }) =>
    passOn(ctx, caseId, {
      claimIds: (await claimsOf(caseId, right)).map(({ id }) => id),
      controllerId: (await controllerOf(ctx, organisation, to)).id,
      keepOurs: copy ?? false,
    }),
  "controller says": async (ctx: Context, { caseId }, { answer, words }) =>
    answerHandover(ctx, caseId, { handoverId: (await handoverOf(caseId)).id, answer, words }),
  instruct: async (ctx: Context, { caseId }, { help, who, words }) =>
    instruct(ctx, caseId, { handoverId: (await handoverOf(caseId)).id, help, who, words }),
  "finish instruction": async (ctx: StaffContext, { caseId }, { words }) =>
    finishInstruction(ctx, caseId, (await instructionOf(caseId)).id, words),
  chase: async (ctx: Context, { caseId }) => chase(ctx, caseId, (await handoverOf(caseId)).id),
  appeal: async (ctx: Context, { caseId }, { right, words }) =>
    takeAppeal(ctx, caseId, { claimId: await claimOf(caseId, right), grounds: words, receivedAt: ctx.now }),
  acknowledge: async (ctx: StaffContext, { caseId }, { right }) =>
    acknowledgeAppeal(ctx, caseId, await claimOf(caseId, right)),
  "decide appeal": async (ctx: StaffContext, { caseId }, { right, outcome, explanation }) =>
    decideAppeal(ctx, caseId, { claimId: await claimOf(caseId, right), outcome, explanation }),
  "change map": (ctx: StaffContext, { organisation }, { source, add }) =>
    changeMap(ctx, organisation, source, add),
};

/** Does what a step of a story says. */
export function doDeed(ctx: Context, scene: Scene, deed: Deed): Promise<Outcome> {
  const doing = deeds[deed.do] as unknown as (ctx: Context, scene: Scene, deed: Deed) => Promise<Outcome>;
  return doing(ctx, scene, deed);
}
