import { rightIds, type RightId } from "#lib/rights/ids.ts";
import type { Clock, ProofStandard, QuestionRule, RegimeVersion, Source } from "../regime.ts";

/** What the house decides where a law leaves it open. */
export const houseRule = { citation: "house rule", mark: "policy" } as const satisfies Source;

/** No law sets a day for the outcome of a complaint: the house gives itself as long as for a request without a law. */
export const ownDayForComplaints = {
  ...houseRule,
  period: { n: 30, unit: "days" },
  rolls: null,
} as const satisfies Clock;

const twoFacts = { ...houseRule, count: 2, declaration: false };
const signIn = { ...houseRule, freshBeforeDelivery: false };

/** The law asks for reasonable certainty and counts nothing: two matching facts or a login (house rule). */
export const reasonableProof = (source: Source): ProofStandard => ({
  ...source,
  assurance: "reasonable",
  byFacts: twoFacts,
  byLogin: signIn,
  otherwise: null,
});

/** Nothing is asked: whoever says stop is obeyed. */
export const noProof = (source: Source): ProofStandard => ({
  ...source,
  assurance: "none",
  byFacts: { ...source, count: 0, declaration: false },
  byLogin: { ...source, freshBeforeDelivery: false },
  otherwise: null,
});

/** What is told from the register of processing is about nobody in particular. */
const told = noProof(houseRule);

/** Where a law is about few rights: none of the others. */
export const noRights = Object.fromEntries(rightIds.map((right) => [right, null])) as Record<RightId, null>;

/** One standard for everything but opt-outs and limits, which nobody has to prove anything for. */
export function proofByRight(
  ordinary: ProofStandard,
  optOut: ProofStandard,
  exceptions: Partial<Record<RightId, ProofStandard>> = {},
): Record<RightId, ProofStandard> {
  return {
    access: ordinary,
    portability: ordinary,
    rectification: ordinary,
    erasure: ordinary,
    restriction: ordinary,
    objection: ordinary,
    "opt-out-sale": optOut,
    "opt-out-marketing": optOut,
    "opt-out-profiling": optOut,
    "limit-sensitive": optOut,
    "withdraw-consent": ordinary,
    "legal-basis": told,
    "balancing-test": told,
    "shine-the-light": told,
    ...exceptions,
  };
}

/** Asking changes nothing about the date, whatever is asked. */
export const clockNeverStops = (identity: Source, others: Source): RegimeVersion["questions"] => ({
  identity: [unmoved(identity)],
  clarification: [unmoved(others)],
  fee: [unmoved(others)],
});

/** The last rule of a list: asking this, for any right, leaves the date as it is. */
export const unmoved = (source: Source): QuestionRule => ({
  ...source,
  rights: "all",
  effect: "none",
  onlyIfPrompt: false,
});

/** What an access answer tells outside the GDPR family; CCPA asks for most of it, the house for the rest. */
export const aboutOutsideEurope = [
  "purposes",
  "categories",
  "recipients",
  "source",
  "retention",
  "safeguards",
  "automated",
  "sold-or-shared",
  "copy",
] as const;
