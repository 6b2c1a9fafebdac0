import { authorityStands, type AgentFacts } from "#lib/agents/standing.ts";
import type { Judgement, RelationStand } from "#lib/children/checks.ts";
import type { Actor } from "#lib/context.ts";
import type { ReasonCode } from "#lib/decisions/reasons.ts";
import { silentGrounds } from "#lib/law/grounds.ts";
import type { RightId } from "#lib/rights/ids.ts";
import type { CaseStatus } from "./statuses.ts";

/**
 * How an answer is handed over: by a code to the contact on file; by signing in; by a code to the address the person
 * gave, where staff checked that address or nothing about her is told; or on paper, by staff, and then nothing opens it.
 */
export const deliveries = ["code", "login", "given", "paper"] as const;
export type Delivery = (typeof deliveries)[number];

/** Everything a guard may look at; read under the case's lock by `commands.ts`. */
export type CaseFacts = {
  status: CaseStatus;
  version: number;
  /**
   * Identity is confirmed, or no claim of the case asks for a proof; whoever asks for her may; and nothing is open of whether
   * a parent may act for a child, or a child for herself.
   */
  identityConfirmed: boolean;
  /** Null where no agent asks for her. */
  agent: AgentFacts | null;
  /** A proof was passed. `identityConfirmed` also asks who may act: see there. */
  proved: boolean;
  /** Whether somebody may act for a child; null where nobody does. */
  relation: RelationStand | null;
  /** Whether a child who asks herself understands it; null where nothing says that she is one. */
  judgement: Judgement | null;
  claims: {
    id: string;
    right: RightId;
    /** Whether anything has to be known of the person before it is done. */
    needsProof: boolean;
    decision: { outcome: "granted" | "in-part" | "refused"; reasons: ReasonCode[]; byId: string } | null;
    /** Of the decision that stands with the newest answer that was sent; null where none was, or an appeal set it aside. */
    told: { reasons: ReasonCode[] } | null;
    openAppeal: boolean;
    /** Staff who prepared or approved the decision that is appealed. */
    decidedByIds: string[];
  }[];
  /** What others decide: passed on and not answered, controllers staff must reach, passed back to us, help asked for. */
  elsewhere: { waiting: number; silent: number; returned: number; instructions: number };
  unfinishedSources: number;
  /** Failed, and nobody has recorded that the answer goes out without them. */
  unexplainedFailures: number;
  openTasks: number;
  /** Whether every place was looked at, to the end, and holds nothing of hers: searched, or by a task that says so. */
  isNothingHeld: boolean;
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
  /** Claims of ours that leave us for another controller. */
  passes?: readonly string[];
  /** Who she is was confirmed before. */
  isProved?: boolean;
};

/** A condition of a transition, and what whoever tries too early is told. */
export type Guard = { test: (facts: CaseFacts, actor: Actor, input: EventInput) => boolean; says: string };

const reasonsIn = (facts: CaseFacts, input: EventInput): readonly ReasonCode[] => [
  ...(input.reasons ?? []),
  ...facts.claims.flatMap(({ decision }) => decision?.reasons ?? []),
];

const claimOf = (facts: CaseFacts, input: EventInput) =>
  facts.claims.find((claim) => claim.id === input.claimId);

/** The reasons for which can be refused what may not be answered: who asks, or whether he may ask for her, is not clear. */
export function onlyReasons({ agent, relation, judgement }: CaseFacts): ReasonCode[] {
  if (relation === "not-accepted") return ["relation-not-shown"];
  if (judgement === "not-able") return ["child-not-able"];
  return agent === null ? ["not-verified"] : ["not-verified", "not-authorised"];
}

/** Nothing of what was gathered goes out, so nothing of it is left to do. */
export const isClosedToChild = ({ relation, judgement }: Pick<CaseFacts, "relation" | "judgement">) =>
  relation === "not-accepted" || judgement === "not-able";

/** Before anything is known outside, also that facts did not match: the order of the two would tell. */
export const relationRecorded: Guard = {
  test: (facts, _actor, input) => facts.relation !== "waiting" || claimOf(facts, input)?.needsProof === false,
  says: "Record first whether this person may act for the child.",
};
export const isForChild: Guard = {
  test: (facts) => facts.relation !== null,
  says: "This person asks for herself.",
};
export const asksHerself: Guard = {
  test: (facts) => facts.relation === null && facts.proved,
  says: "Find out first who asks. Where somebody asks for a child, record whether she may.",
};
export const competenceJudged: Guard = {
  test: (facts, _actor, input) => facts.judgement !== "owed" || claimOf(facts, input)?.needsProof === false,
  says: "A child asks here. Record first whether she understands what she asks for.",
};
/** What is refused for such a reason is refused for no other, and nothing else is refused for it. */
export const childReasonsFit: Guard = {
  test: (facts, _actor, input) =>
    (input.reasons ?? []).every(
      (code) => !ofChildren.includes(code) || (!facts.identityConfirmed && onlyReasons(facts).includes(code)),
    ),
  says: "That reason needs its own check first: record on the page about identity what you found.",
};
export const ofChildren: readonly ReasonCode[] = ["relation-not-shown", "child-not-able"];

export const everyClaimDecided: Guard = {
  test: (facts) => facts.claims.every((claim) => claim.decision !== null),
  says: "Decide every request of this case first.",
};
export const nothingStillSearching: Guard = {
  test: (facts) => facts.unfinishedSources === 0,
  says: "Wait until every source has been searched.",
};
export const failuresExplained: Guard = {
  test: (facts) => facts.unexplainedFailures === 0 || isClosedToChild(facts),
  says: "A source failed. Search it again, or record that the answer goes out without it, and why.",
};
export const tasksDone: Guard = {
  test: (facts) => facts.openTasks === 0,
  says: "Finish the tasks of this case first.",
};
export const flagsDecided: Guard = {
  test: (facts) => facts.undecidedFlags === 0 || isClosedToChild(facts),
  says: "Some records name somebody else. Decide on each of them first.",
};
export const identityIsConfirmed: Guard = {
  test: (facts) => facts.identityConfirmed,
  says: "Confirm who the person is first.",
};
export const onlyRefusalsWhileUnverified: Guard = {
  test: (facts, _actor, input) =>
    facts.identityConfirmed ||
    (claimOf(facts, input)?.needsProof === false && authorityStands(facts.agent)) ||
    (input.outcome === "refused" && (input.reasons ?? []).every((code) => onlyReasons(facts).includes(code))),
  says: "Until identity is confirmed, and who may act for a child, a request can only be refused for that reason.",
};
export const unverifiedCaseOnlyRefuses: Guard = {
  test: (facts) =>
    facts.identityConfirmed ||
    facts.claims
      .filter((claim) => claim.needsProof || !authorityStands(facts.agent))
      .every(
        (claim) =>
          claim.decision?.outcome === "refused" &&
          claim.decision.reasons.every((code) => onlyReasons(facts).includes(code)),
      ),
  says: "Until identity is confirmed, and who may act for a child, the only answer that can go out is a refusal for that reason.",
};
/** Access covers what is still held, past its day too: the end of keeping is said when nothing is left. */
export const keepingEndedMeansNothingHeld: Guard = {
  test: (facts, _actor, input) => facts.isNothingHeld || !reasonsIn(facts, input).includes("retention-ended"),
  says: "“Keeping has ended” can be said only when every place was searched to the end and holds nothing. What is still held is hers, past its date too.",
};
export const notThePreparer: Guard = {
  test: (facts, actor) => actor.kind === "staff" && facts.bundle?.preparedById !== actor.id,
  says: "You prepared this answer. Somebody else must look at it.",
};
export const exactlyThisManifest: Guard = {
  test: (facts, _actor, input) =>
    facts.bundle?.manifestHash != null && facts.bundle.manifestHash === input.manifestHash,
  says: "The answer changed since you opened this page. Read it again, then approve what stands now.",
};
export const approvedAsItStands: Guard = {
  test: (facts) => facts.approval !== null && facts.approval.manifestHash === facts.bundle?.manifestHash,
  says: "The approval does not cover this answer. Ask for approval again.",
};
export const deliverySettled: Guard = {
  test: (facts) => facts.delivery !== null || !facts.identityConfirmed,
  says: "There is no safe contact on file. Decide how this answer reaches the person first.",
};
export const claimIsAnswered: Guard = {
  test: (facts, _actor, input) => claimOf(facts, input)?.told != null,
  says: "There is no decision to appeal against yet.",
};
export const noOpenAppeal: Guard = {
  test: (facts, _actor, input) => claimOf(facts, input)?.openAppeal === false,
  says: "An appeal against this decision is being looked at already.",
};
export const anotherDecider: Guard = {
  test: (facts, actor, input) =>
    actor.kind === "staff" && !(claimOf(facts, input)?.decidedByIds ?? []).includes(actor.id),
  says: "You prepared or approved the first decision. Somebody else must decide the appeal.",
};
export const appealIsOpen: Guard = {
  test: (facts, _actor, input) => claimOf(facts, input)?.openAppeal === true,
  says: "This appeal has been decided already.",
};

export const passesWhatIsUndecided: Guard = {
  test: (facts, _actor, { passes = [] }) =>
    facts.claims.every((claim) => !passes.includes(claim.id) || (!claim.decision && !claim.told)),
  says: "This request is decided already. Pass on a copy of it instead: then both answer their part.",
};
export const noAppealWaits: Guard = {
  test: (facts) => facts.claims.every((claim) => !claim.openAppeal),
  says: "Decide every open appeal of this case first: one answer covers them all.",
};
export const provedToHoldTheData: Guard = {
  test: (_facts, actor) => actor.kind !== "person" || actor.scope === "full",
  says: "Show us that it is you first: with a code to the contact we have on file, or by signing in.",
};
/** What was handed over on paper is opened by nothing: not by a code, not by a sign-in, not when a contact grows old. */
export const notOnPaper: Guard = {
  test: (facts) => facts.delivery !== "paper",
  says: "This answer is given on paper. It cannot be opened here.",
};
/** Who got the decision on paper cannot open it here, and is told nothing of it by disagreeing. */
export const mayDisagree: Guard = {
  test: (facts, actor, input) =>
    actor.kind !== "person" ||
    actor.scope === "full" ||
    facts.delivery === "paper" ||
    (claimOf(facts, input)?.told?.reasons ?? []).some((code) => silentGrounds.includes(code)),
  says: "Show us that it is you first: with a code to the contact we have on file, or by signing in.",
};
/** Nothing is done for an agent whose paper nobody accepted, or for whom she has not spoken where she was asked. */
export const agentMayAct: Guard = {
  test: (facts) => authorityStands(facts.agent),
  says: "It is not settled yet whether this agent may act for the person. See what the case waits for.",
};
export const askedByAgent: Guard = {
  test: (facts) => facts.agent !== null && !facts.agent.isOwn,
  says: "No agent acts in this case any more.",
};
/** Who made her request her own takes it back herself. */
export const agentStillActs: Guard = {
  test: (facts, actor) => actor.kind !== "agent" || facts.agent?.isOwn === false,
  says: "The person goes on with this request herself.",
};
