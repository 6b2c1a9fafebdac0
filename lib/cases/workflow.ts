import type { Actor } from "#lib/context.ts";
import type { JobName } from "#lib/jobs/catalog.ts";
import {
  agentMayAct,
  agentStillActs,
  anotherDecider,
  appealIsOpen,
  asksHerself,
  childReasonsFit,
  competenceJudged,
  isForChild,
  relationRecorded,
  approvedAsItStands,
  askedByAgent,
  claimIsAnswered,
  deliverySettled,
  everyClaimDecided,
  exactlyThisManifest,
  failuresExplained,
  flagsDecided,
  identityIsConfirmed,
  keepingEndedMeansNothingHeld,
  mayDisagree,
  noAppealWaits,
  noOpenAppeal,
  notOnPaper,
  nothingStillSearching,
  notThePreparer,
  onlyRefusalsWhileUnverified,
  passesWhatIsUndecided,
  provedToHoldTheData,
  tasksDone,
  unverifiedCaseOnlyRefuses,
  type CaseFacts,
  type EventInput,
  type Guard,
} from "./guards.ts";
import type { CaseStatus } from "./statuses.ts";

/**
 * Who may cause an event: staff by role, the person herself, the agent who asked for her, a controller it was passed on to,
 * or the worker.
 */
export type By = "caseworker" | "approver" | "person" | "agent" | "controller" | "worker";

type Transition = {
  from: readonly CaseStatus[];
  to: CaseStatus | "same" | ((facts: CaseFacts, input: EventInput) => CaseStatus);
  by: readonly By[];
  when: readonly Guard[];
  jobs: readonly JobName[];
};

/** Where a case goes when its answer is opened up again. */
const backToWork = (facts: CaseFacts): CaseStatus => (facts.identityConfirmed ? "reviewing" : "received");

const isAnswered = ({ status }: CaseFacts) => (withAnswer as readonly CaseStatus[]).includes(status);
const appealsOpen = (facts: CaseFacts) => facts.claims.filter((claim) => claim.openAppeal).length;

const beforeTheAnswer = [
  "received",
  "collecting",
  "reviewing",
  "preparing",
  "awaiting-approval",
  "approved",
] as const;
/** Of several appeals one may open the case again while the others still wait. */
const withAppeal = ["appealed", "received", "collecting", "reviewing"] as const;
const withAnswer = ["answered", "appealed"] as const;
const everywhere = [...beforeTheAnswer, ...withAnswer, "passed-on"] as const;
const afterTheCheck = [...beforeTheAnswer, ...withAnswer].filter((status) => status !== "received");
/** What stays possible while a case is frozen: to talk about it, and to see who works on it. */
const open = [...everywhere, "frozen"] as const;
const work = ["caseworker", "approver"] as const;

/** The life of a case. For case events this table is the permission. */
export const workflow = {
  "confirm-identity": {
    from: ["received"],
    // Who may act for a child is found out before anything of hers is gathered.
    to: (facts) => (facts.relation === null || facts.relation === "accepted" ? "collecting" : "received"),
    by: ["worker", "caseworker"],
    when: [agentMayAct],
    jobs: ["collecting.plan"],
  },
  "record-relation": {
    from: ["received", "reviewing"],
    to: ({ status, proved }, { outcome }) =>
      outcome !== "accepted" ? "received" : status === "received" && proved ? "collecting" : status,
    by: work,
    when: [isForChild],
    jobs: ["collecting.plan"],
  },
  "judge-competence": {
    from: ["received", "reviewing"],
    to: ({ status }, { outcome }) =>
      outcome === "not-able" ? "received" : status === "received" ? "collecting" : status,
    by: work,
    when: [asksHerself],
    jobs: ["collecting.plan"],
  },
  "identity-not-confirmed": { from: ["received"], to: "same", by: ["worker"], when: [], jobs: [] },
  "check-again": { from: ["received"], to: "same", by: work, when: [], jobs: ["identity.check"] },
  "start-without-proof": {
    from: ["received"],
    to: "collecting",
    by: ["worker"],
    when: [identityIsConfirmed],
    jobs: ["collecting.plan"],
  },
  "plan-collecting": { from: ["collecting"], to: "same", by: ["worker"], when: [], jobs: [] },
  "plan-choices": { from: ["received"], to: "same", by: ["worker"], when: [], jobs: [] },
  "source-finished": { from: ["collecting"], to: "same", by: ["worker"], when: [], jobs: [] },
  "finish-collecting": {
    from: ["collecting"],
    to: "reviewing",
    by: ["worker"],
    when: [nothingStillSearching],
    jobs: [],
  },
  "search-again": {
    from: ["collecting", "reviewing"],
    to: "collecting",
    by: work,
    when: [identityIsConfirmed],
    jobs: ["collecting.plan"],
  },
  // While nothing is being searched: what is under way was planned without it.
  "record-authority": {
    from: ["reviewing"],
    to: "collecting",
    by: work,
    when: [identityIsConfirmed],
    jobs: ["collecting.plan"],
  },
  "send-without": { from: ["collecting", "reviewing"], to: "same", by: work, when: [], jobs: [] },
  // Choices are carried out before it is known who asks for the rest, and a recipient may answer after the person was.
  "finish-task": {
    from: ["received", "collecting", "reviewing", "answered", "appealed"],
    to: "same",
    by: work,
    when: [],
    jobs: [],
  },
  redact: { from: ["reviewing"], to: "same", by: work, when: [], jobs: [] },
  withhold: { from: ["reviewing"], to: "same", by: work, when: [], jobs: [] },
  "keep-record": { from: ["reviewing"], to: "same", by: work, when: [], jobs: [] },
  "undo-redaction": { from: ["reviewing"], to: "same", by: work, when: [], jobs: [] },
  decide: {
    from: ["received", "reviewing"],
    to: "same",
    by: work,
    when: [
      relationRecorded,
      competenceJudged,
      childReasonsFit,
      onlyRefusalsWhileUnverified,
      keepingEndedMeansNothingHeld,
    ],
    jobs: [],
  },
  "ask-approval": {
    from: ["received", "reviewing"],
    to: "preparing",
    by: work,
    when: [
      noAppealWaits,
      relationRecorded,
      competenceJudged,
      everyClaimDecided,
      keepingEndedMeansNothingHeld,
      unverifiedCaseOnlyRefuses,
      nothingStillSearching,
      failuresExplained,
      tasksDone,
      flagsDecided,
      deliverySettled,
    ],
    jobs: ["bundle.build"],
  },
  "bundle-built": { from: ["preparing"], to: "awaiting-approval", by: ["worker"], when: [], jobs: [] },
  "bundle-failed": { from: ["preparing"], to: backToWork, by: ["worker"], when: [], jobs: [] },
  "send-back": {
    from: ["awaiting-approval"],
    to: backToWork,
    by: ["approver"],
    when: [notThePreparer],
    jobs: [],
  },
  approve: {
    from: ["awaiting-approval"],
    to: "approved",
    by: ["approver"],
    when: [relationRecorded, competenceJudged, notThePreparer, exactlyThisManifest],
    jobs: [],
  },
  "change-answer": {
    from: ["preparing", "awaiting-approval", "approved"],
    to: backToWork,
    by: work,
    when: [],
    jobs: [],
  },
  "settle-delivery": {
    from: ["collecting", "reviewing"],
    to: "same",
    by: work,
    when: [identityIsConfirmed],
    jobs: [],
  },
  send: {
    from: ["approved"],
    // An appeal against an earlier answer may have come in while this one was being approved.
    to: (facts) => (appealsOpen(facts) > 0 ? "appealed" : "answered"),
    by: work,
    when: [relationRecorded, competenceJudged, approvedAsItStands, deliverySettled],
    jobs: [],
  },
  // Also of an answer whose case an appeal opened again: what was handed over once stays hers.
  "renew-link": {
    from: everywhere,
    to: "same",
    by: ["person"],
    when: [provedToHoldTheData, notOnPaper],
    jobs: [],
  },
  download: {
    from: everywhere,
    to: "same",
    by: ["person"],
    when: [provedToHoldTheData, notOnPaper],
    jobs: [],
  },
  withdraw: {
    from: [...beforeTheAnswer, "passed-on", "frozen"],
    to: "withdrawn",
    by: ["person", "agent", "caseworker"],
    when: [agentStillActs],
    jobs: [],
  },
  // Also while another appeal has opened the case again: the days of what was answered run on.
  appeal: {
    from: everywhere,
    to: (facts) => (isAnswered(facts) ? "appealed" : facts.status),
    by: ["person", "caseworker"],
    when: [claimIsAnswered, mayDisagree, noOpenAppeal],
    jobs: [],
  },
  "acknowledge-appeal": { from: everywhere, to: "same", by: work, when: [appealIsOpen], jobs: [] },
  "uphold-appeal": {
    from: withAppeal,
    to: (facts) => (facts.status === "appealed" && appealsOpen(facts) === 1 ? "answered" : facts.status),
    by: work,
    when: [appealIsOpen, anotherDecider],
    jobs: [],
  },
  "overturn-appeal": {
    from: withAppeal,
    to: (facts) => (facts.status === "appealed" ? backToWork(facts) : facts.status),
    by: work,
    when: [appealIsOpen, anotherDecider],
    jobs: [],
  },
  // What staff say of two cases: nothing of either changes by it. Taken back also once one of them is over.
  "link-case": { from: everywhere, to: "same", by: work, when: [], jobs: [] },
  "keep-apart": { from: everywhere, to: "same", by: work, when: [], jobs: [] },
  "undo-pair": { from: [...everywhere, "withdrawn"], to: "same", by: work, when: [], jobs: [] },
  // An answer that waits for approval would still say that something is missing.
  "complete-notice": {
    from: ["received", "collecting", "reviewing"],
    to: "same",
    by: work,
    when: [],
    jobs: [],
  },
  "record-needs": { from: everywhere, to: "same", by: work, when: [], jobs: [] },
  "post-code": {
    from: afterTheCheck,
    to: "same",
    by: work,
    when: [identityIsConfirmed, notOnPaper],
    jobs: [],
  },
  // Also what tells of a withdrawal is posted.
  "post-letter": { from: [...everywhere, "withdrawn"], to: "same", by: work, when: [], jobs: [] },
  // Not while an answer is being built and approved: that would change under the eyes of whoever approves it.
  "pass-on": {
    from: ["received", "collecting", "reviewing", "answered", "appealed", "passed-on"],
    to: (facts, { passes = [] }) =>
      facts.claims.every((claim) => passes.includes(claim.id)) ? "passed-on" : facts.status,
    by: [...work, "worker"],
    when: [passesWhatIsUndecided],
    jobs: [],
  },
  "remind-controller": { from: everywhere, to: "same", by: [...work, "worker"], when: [], jobs: [] },
  "controller-silent": { from: everywhere, to: "same", by: ["worker"], when: [], jobs: [] },
  "controller-answer": { from: everywhere, to: "same", by: [...work, "controller"], when: [], jobs: [] },
  "controller-instruct": { from: everywhere, to: "same", by: [...work, "controller"], when: [], jobs: [] },
  "finish-instruction": { from: everywhere, to: "same", by: work, when: [], jobs: [] },
  "take-back": {
    from: ["received", "collecting", "reviewing", "passed-on"],
    to: (facts, { isProved }) =>
      facts.status === "passed-on" ? (isProved ? "reviewing" : "received") : facts.status,
    by: work,
    when: [],
    jobs: ["identity.check"],
  },
  // An agent who asks for her.
  "agent-facts-checked": { from: ["received"], to: "same", by: ["worker"], when: [askedByAgent], jobs: [] },
  "make-demand": {
    from: ["received"],
    to: "same",
    by: ["worker", ...work],
    when: [askedByAgent],
    jobs: [],
  },
  "send-link-again": { from: ["received"], to: "same", by: work, when: [askedByAgent], jobs: [] },
  "send-authority": { from: ["received"], to: "same", by: ["agent"], when: [askedByAgent], jobs: [] },
  "accept-authority": {
    from: [...beforeTheAnswer, "frozen"],
    to: "same",
    by: work,
    when: [askedByAgent],
    jobs: ["identity.check"],
  },
  "reject-authority": { from: ["received"], to: "same", by: work, when: [askedByAgent], jobs: [] },
  "confirm-permission": {
    from: ["received"],
    to: "same",
    by: ["person"],
    when: [askedByAgent],
    jobs: ["identity.check"],
  },
  "verify-herself": {
    from: ["received"],
    to: "same",
    by: ["person"],
    when: [askedByAgent],
    jobs: ["identity.check"],
  },
  "take-over": {
    from: [...beforeTheAnswer, "frozen"],
    to: (facts) => (facts.status === "frozen" ? "received" : facts.status),
    by: ["person"],
    when: [askedByAgent],
    jobs: ["identity.check"],
  },
  disown: { from: everywhere, to: "frozen", by: ["person"], when: [askedByAgent], jobs: [] },
  "lift-freeze": { from: ["frozen"], to: "received", by: work, when: [], jobs: ["identity.check"] },
  resume: {
    from: ["received"],
    to: "collecting",
    by: ["worker"],
    when: [identityIsConfirmed],
    jobs: ["collecting.plan"],
  },
  "end-permission": {
    from: [...beforeTheAnswer, "frozen"],
    to: "withdrawn",
    by: ["person", "agent"],
    when: [askedByAgent],
    jobs: [],
  },
  "write-to-agent": { from: open, to: "same", by: work, when: [askedByAgent], jobs: [] },
  "write-as-agent": { from: open, to: "same", by: ["agent"], when: [askedByAgent], jobs: [] },
  "fetch-as-agent": {
    from: withAnswer,
    to: "same",
    by: ["agent"],
    when: [askedByAgent, agentMayAct],
    jobs: [],
  },
  assign: { from: open, to: "same", by: work, when: [], jobs: [] },
  "write-note": { from: open, to: "same", by: work, when: [], jobs: [] },
  "write-to-person": { from: open, to: "same", by: work, when: [], jobs: [] },
  "write-to-team": { from: open, to: "same", by: ["person"], when: [], jobs: [] },
  "release-upload": { from: open, to: "same", by: work, when: [], jobs: [] },
} satisfies Record<string, Transition>;

export type CaseEvent = keyof typeof workflow;

/** Whether an actor belongs to those an event may come from. */
function isBy(actor: Actor, by: readonly By[]): boolean {
  if (actor.kind === "staff") return actor.roles.some((role) => (by as readonly string[]).includes(role));
  if (actor.kind === "person" || actor.kind === "agent" || actor.kind === "controller")
    return by.includes(actor.kind);
  return actor.kind === "system" && by.includes("worker");
}

export type Decision =
  | { ok: true; to: CaseStatus; jobs: readonly JobName[] }
  | { ok: false; why: "not-allowed" | "wrong-state" | "guard"; says: string };

/** Decides whether `actor` may cause `event` now, and where the case goes. Pure. */
export function decide(facts: CaseFacts, event: CaseEvent, actor: Actor, input: EventInput = {}): Decision {
  const transition: Transition = workflow[event];
  if (!isBy(actor, transition.by)) {
    return { ok: false, why: "not-allowed", says: "Your role does not allow this." };
  }
  if (!transition.from.includes(facts.status)) {
    return { ok: false, why: "wrong-state", says: "The case has moved on, so this can no longer be done." };
  }
  const failed = transition.when.find((guard) => !guard.test(facts, actor, input));
  if (failed) return { ok: false, why: "guard", says: failed.says };
  const to =
    transition.to === "same"
      ? facts.status
      : typeof transition.to === "function"
        ? transition.to(facts, input)
        : transition.to;
  // Planned is what a case comes to, not what it stays away from.
  const jobs = transition.jobs.filter((job) => job !== "collecting.plan" || to === "collecting");
  return { ok: true, to, jobs };
}

/** Events this actor could cause now, as far as it depends on state and role; pages draw their buttons from it. */
export function permittedEvents(facts: CaseFacts, actor: Actor): CaseEvent[] {
  return (Object.keys(workflow) as CaseEvent[]).filter((event) => {
    const transition: Transition = workflow[event];
    return isBy(actor, transition.by) && transition.from.includes(facts.status);
  });
}
