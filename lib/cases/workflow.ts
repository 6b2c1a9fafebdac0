import type { Actor } from "#lib/context.ts";
import type { JobName } from "#lib/jobs/catalog.ts";
import type { ReasonCode } from "#lib/decisions/reasons.ts";
import type { RightId } from "#lib/rights/ids.ts";
import type { CaseStatus } from "./statuses.ts";

export type { CaseStatus } from "./statuses.ts";

/**
 * How an answer is handed over: by a code to the contact on file, by signing in, or by a code to the address the person
 * gave, where staff checked that address or nothing about her is told.
 */
export type Delivery = "code" | "login" | "given";

/** Everything a guard may look at; read under the case's lock by `commands.ts`. */
export type CaseFacts = {
  status: CaseStatus;
  version: number;
  /** Identity is confirmed, or no claim of the case asks for a proof. */
  identityConfirmed: boolean;
  claims: {
    id: string;
    right: RightId;
    decision: { outcome: "granted" | "in-part" | "refused"; reasons: ReasonCode[]; byId: string } | null;
    openAppeal: boolean;
    /** Staff who prepared or approved the decision that is appealed. */
    decidedByIds: string[];
  }[];
  unfinishedSources: number;
  /** Failed, and nobody has recorded that the answer goes out without them. */
  unexplainedFailures: number;
  openTasks: number;
  undecidedFlags: number;
  bundle: { id: string; state: string; manifestHash: string | null; preparedById: string } | null;
  approval: { byId: string; manifestHash: string } | null;
  /** Null while nobody and nothing has settled it. */
  delivery: Delivery | null;
};

/** What the person who acts adds, as far as guards need it. */
export type EventInput = {
  manifestHash?: string;
  claimId?: string;
  outcome?: string;
  reasons?: ReasonCode[];
};

/** Who may cause an event: staff by role, the person herself, or the worker. */
export type By = "caseworker" | "approver" | "person" | "worker";

type Guard = { test: (facts: CaseFacts, actor: Actor, input: EventInput) => boolean; says: string };

type Transition = {
  from: readonly CaseStatus[];
  to: CaseStatus | "same" | ((facts: CaseFacts) => CaseStatus);
  by: readonly By[];
  when: readonly Guard[];
  jobs: readonly JobName[];
};

const claimOf = (facts: CaseFacts, input: EventInput) =>
  facts.claims.find((claim) => claim.id === input.claimId);

const everyClaimDecided: Guard = {
  test: (facts) => facts.claims.every((claim) => claim.decision !== null),
  says: "Decide every request of this case first.",
};
const nothingStillSearching: Guard = {
  test: (facts) => facts.unfinishedSources === 0,
  says: "Wait until every source has been searched.",
};
const failuresExplained: Guard = {
  test: (facts) => facts.unexplainedFailures === 0,
  says: "A source failed. Search it again, or record that the answer goes out without it, and why.",
};
const tasksDone: Guard = {
  test: (facts) => facts.openTasks === 0,
  says: "Finish the tasks of this case first.",
};
const flagsDecided: Guard = {
  test: (facts) => facts.undecidedFlags === 0,
  says: "Some records name somebody else. Decide on each of them first.",
};
const identityIsConfirmed: Guard = {
  test: (facts) => facts.identityConfirmed,
  says: "Confirm who the person is first.",
};
const onlyRefusalsWhileUnverified: Guard = {
  test: (facts, _actor, input) =>
    facts.identityConfirmed ||
    (input.outcome === "refused" && (input.reasons ?? []).every((code) => code === "not-verified")),
  says: "Until identity is confirmed, a request can only be refused as not verified.",
};
const unverifiedCaseOnlyRefuses: Guard = {
  test: (facts) =>
    facts.identityConfirmed ||
    facts.claims.every(
      (claim) =>
        claim.decision?.outcome === "refused" &&
        claim.decision.reasons.every((code) => code === "not-verified"),
    ),
  says: "Until identity is confirmed, the only answer that can go out is a refusal as not verified.",
};
const notThePreparer: Guard = {
  test: (facts, actor) => actor.kind === "staff" && facts.bundle?.preparedById !== actor.id,
  says: "You prepared this answer. Somebody else must look at it.",
};
const exactlyThisManifest: Guard = {
  test: (facts, _actor, input) =>
    facts.bundle?.manifestHash != null && facts.bundle.manifestHash === input.manifestHash,
  says: "The answer changed since you opened this page. Read it again, then approve what stands now.",
};
const approvedAsItStands: Guard = {
  test: (facts) => facts.approval !== null && facts.approval.manifestHash === facts.bundle?.manifestHash,
  says: "The approval does not cover this answer. Ask for approval again.",
};
const deliverySettled: Guard = {
  test: (facts) => facts.delivery !== null || !facts.identityConfirmed,
  says: "There is no safe contact on file. Decide how this answer reaches the person first.",
};
const claimIsDecided: Guard = {
  test: (facts, _actor, input) => claimOf(facts, input)?.decision != null,
  says: "There is no decision to appeal against yet.",
};
const noOpenAppeal: Guard = {
  test: (facts, _actor, input) => claimOf(facts, input)?.openAppeal === false,
  says: "An appeal against this decision is being looked at already.",
};
const anotherDecider: Guard = {
  test: (facts, actor, input) =>
    actor.kind === "staff" && !(claimOf(facts, input)?.decidedByIds ?? []).includes(actor.id),
  says: "You prepared or approved the first decision. Somebody else must decide the appeal.",
};
const appealIsOpen: Guard = {
  test: (facts, _actor, input) => claimOf(facts, input)?.openAppeal === true,
  says: "This appeal has been decided already.",
};

const provedToHoldTheData: Guard = {
  test: (_facts, actor) => actor.kind !== "person" || actor.scope === "full",
  says: "Show us that it is you first: with a code to the contact we have on file, or by signing in.",
};
const mayKnowTheDecision: Guard = {
  test: (facts, actor, input) =>
    actor.kind !== "person" ||
    actor.scope === "full" ||
    (claimOf(facts, input)?.decision?.reasons ?? []).includes("not-verified"),
  says: "Show us that it is you first: with a code to the contact we have on file, or by signing in.",
};

/** Where a case goes when its answer is opened up again. */
const backToWork = (facts: CaseFacts): CaseStatus => (facts.identityConfirmed ? "reviewing" : "received");

const beforeTheAnswer = [
  "received",
  "collecting",
  "reviewing",
  "preparing",
  "awaiting-approval",
  "approved",
] as const;
const withAnswer = ["answered", "appealed"] as const;
const everywhere = [...beforeTheAnswer, ...withAnswer] as const;
const work = ["caseworker", "approver"] as const;

/** The life of a case. For case events this table is the permission. */
export const workflow = {
  "confirm-identity": {
    from: ["received"],
    to: "collecting",
    by: ["worker", "caseworker"],
    when: [],
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
  "send-without": { from: ["collecting", "reviewing"], to: "same", by: work, when: [], jobs: [] },
  "finish-task": { from: ["collecting", "reviewing"], to: "same", by: work, when: [], jobs: [] },
  redact: { from: ["reviewing"], to: "same", by: work, when: [], jobs: [] },
  withhold: { from: ["reviewing"], to: "same", by: work, when: [], jobs: [] },
  "keep-record": { from: ["reviewing"], to: "same", by: work, when: [], jobs: [] },
  "undo-redaction": { from: ["reviewing"], to: "same", by: work, when: [], jobs: [] },
  decide: {
    from: ["received", "reviewing"],
    to: "same",
    by: work,
    when: [onlyRefusalsWhileUnverified],
    jobs: [],
  },
  "ask-approval": {
    from: ["received", "reviewing"],
    to: "preparing",
    by: work,
    when: [
      everyClaimDecided,
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
    when: [notThePreparer, exactlyThisManifest],
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
    from: ["received", "collecting", "reviewing"],
    to: "same",
    by: work,
    when: [],
    jobs: [],
  },
  send: {
    from: ["approved"],
    to: "answered",
    by: work,
    when: [approvedAsItStands, deliverySettled],
    jobs: [],
  },
  "renew-link": { from: withAnswer, to: "same", by: ["person"], when: [provedToHoldTheData], jobs: [] },
  download: { from: withAnswer, to: "same", by: ["person"], when: [provedToHoldTheData], jobs: [] },
  withdraw: { from: beforeTheAnswer, to: "withdrawn", by: ["person", "caseworker"], when: [], jobs: [] },
  appeal: {
    from: withAnswer,
    to: "appealed",
    by: ["person", "caseworker"],
    when: [mayKnowTheDecision, claimIsDecided, noOpenAppeal],
    jobs: [],
  },
  "acknowledge-appeal": { from: ["appealed"], to: "same", by: work, when: [appealIsOpen], jobs: [] },
  "uphold-appeal": {
    from: ["appealed"],
    to: (facts) => (facts.claims.filter((claim) => claim.openAppeal).length > 1 ? "appealed" : "answered"),
    by: work,
    when: [appealIsOpen, anotherDecider],
    jobs: [],
  },
  "overturn-appeal": {
    from: ["appealed"],
    to: backToWork,
    by: work,
    when: [appealIsOpen, anotherDecider],
    jobs: [],
  },
  assign: { from: everywhere, to: "same", by: work, when: [], jobs: [] },
  "write-note": { from: everywhere, to: "same", by: work, when: [], jobs: [] },
  "write-to-person": { from: everywhere, to: "same", by: work, when: [], jobs: [] },
  "write-to-team": { from: everywhere, to: "same", by: ["person"], when: [], jobs: [] },
  "release-upload": { from: everywhere, to: "same", by: work, when: [], jobs: [] },
} satisfies Record<string, Transition>;

export type CaseEvent = keyof typeof workflow;

/** Whether an actor belongs to those an event may come from. */
function isBy(actor: Actor, by: readonly By[]): boolean {
  if (actor.kind === "staff") return actor.roles.some((role) => (by as readonly string[]).includes(role));
  if (actor.kind === "person") return by.includes("person");
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
        ? transition.to(facts)
        : transition.to;
  return { ok: true, to, jobs: transition.jobs };
}

/** Events this actor could cause now, as far as it depends on state and role; pages draw their buttons from it. */
export function permittedEvents(facts: CaseFacts, actor: Actor): CaseEvent[] {
  return (Object.keys(workflow) as CaseEvent[]).filter((event) => {
    const transition: Transition = workflow[event];
    return isBy(actor, transition.by) && transition.from.includes(facts.status);
  });
}
