import { dayIn } from "#lib/law/calendar.ts";
import { proofFor } from "#lib/law/index.ts";
import type { ProofStandard } from "#lib/law/regime.ts";
import { needsProof } from "#lib/organisations/consents.ts";
import { governing } from "#lib/organisations/governing.ts";
import { establishmentFor, type Policy } from "#lib/organisations/policy.ts";
import type { RightId } from "#lib/rights/ids.ts";
import type { Answers } from "./draft.ts";

/** What the law of these rights, where she lives, asks of facts. */
export type FactDemand = {
  /** Facts of one person, the locator among them. */
  count: number;
  /** With this many the kinds of data can be told, and no more; null where fewer do not help. */
  reduced: number | null;
  /** Whether, with the full count, a declaration under penalty of perjury is owed. */
  declaration: boolean;
};

/** No check rests on fewer: the one that finds the account and one that confirms it. */
const least = 2;

/** The rights among those asked for whose sake she must show who she is. */
export function rightsToProve(
  policy: Policy,
  { rights = [], consents = [] }: Pick<Answers, "rights" | "consents">,
): RightId[] {
  return rights.filter((right) => needsProof(policy, right, consents));
}

/** The strictest of all that she asks for counts, since one check stands for the whole request. */
export function factDemand(policy: Policy, answers: Answers, now: Date): FactDemand {
  const standards = rightsToProve(policy, answers).map((right) => standardFor(policy, answers, right, now));
  const count = Math.max(least, ...standards.map(({ byFacts }) => byFacts.count));
  const reduced = Math.max(
    least,
    ...standards.map(({ otherwise, byFacts }) => otherwise?.facts ?? byFacts.count),
  );
  return {
    count,
    reduced: reduced < count ? reduced : null,
    declaration: standards.some(({ byFacts }) => byFacts.declaration),
  };
}

function standardFor(
  policy: Policy,
  { residence = "", relationship = "" }: Answers,
  right: RightId,
  now: Date,
): ProofStandard {
  const { regime } = governing(policy, { residence, relationship, right }, now);
  return proofFor(regime, right, dayIn(now, establishmentFor(policy, regime).zone));
}
