import type { RegimeId } from "#lib/law/ids.ts";
import { regimes } from "#lib/law/index.ts";
import type { Mark } from "#lib/law/regime.ts";
import { rights } from "#lib/rights/index.ts";
import type { RightId } from "#lib/rights/ids.ts";
import { otherwise, rows } from "./demand-rows.ts";
import type { Acting, AuthorityKind } from "./kinds.ts";

/** What an organisation may want before it acts on what an agent asks. */
export const demands = [
  /** The written permission, mandate or instrument itself, from the agent. */
  "authority-proof",
  /** That the person shows who she is. */
  "identity",
  /** That the person says that she gave the permission. */
  "confirmation",
  /** A power of attorney instead of what the agent has. */
  "power-of-attorney",
  "notarisation",
  "fee",
  /** That the agent or the person opens an account. */
  "account",
] as const;
export type Demand = (typeof demands)[number];

/**
 * What the law says of one demand. `one-of`: this or the other one so marked, never both. `offer`: may be offered as a way
 * in, not demanded. `silent`: the texts say nothing, so it is not asked.
 */
export type Says = "ask" | "no" | "one-of" | "offer" | "silent";

/** What must be so for a demand that is allowed in that case only; whoever makes it says that it is. */
export const grounds = [
  "we-pay",
  "reasonable-doubt",
  "authority-unclear",
  "may-not-grasp",
  "unfounded-or-excessive",
] as const;
export type Ground = (typeof grounds)[number];

export type Cell = { says: Says; only?: Ground; mark?: Mark };

/** A law in the table: a state, the United Kingdom, the European Union, or everywhere else. */
export type DemandLaw = "us-ca" | "uk" | "eu" | "us-other" | "elsewhere" | `us-${string}`;

/** Rights that the laws treat alike when an agent asks. `other`: what no law on agents names. */
export type RightGroup = "verified" | "opt-out" | "other";

export type Row = {
  laws: readonly DemandLaw[];
  groups: readonly RightGroup[];
  acting: readonly Acting[];
  citation: string;
  mark: Mark;
  cells: Record<Demand, Cell>;
};

const verified: readonly RightId[] = ["access", "portability", "rectification", "erasure"];

export function groupOf(right: RightId): RightGroup {
  if (rights[right].proof === "none") return "opt-out";
  return verified.includes(right) ? "verified" : "other";
}

/**
 * The law whose row counts: that of the claim; where that is the organisation's own promise, that of the place where she
 * lives, which is the kinder reading.
 */
export function demandLawOf(regime: RegimeId, residence: string): DemandLaw {
  const [, state] = /^us-([a-z]{2})\b/.exec(regime) ?? [];
  if (state) return `us-${state}`;
  if (regime.startsWith("uk-")) return "uk";
  if (regime.startsWith("eu-")) return "eu";
  if (residence.startsWith("US-")) {
    const law = residence.toLowerCase() as DemandLaw;
    return rows.some(({ laws }) => laws.includes(law)) ? law : "us-other";
  }
  if (residence === "GB" || residence.startsWith("GB-")) return "uk";
  return regimes["eu-gdpr"].residences.includes(residence) ? "eu" : "elsewhere";
}

/** As what a paper counts under a law: in Europe every written authority is a mandate, in America a signed permission. */
export function actingAs(law: DemandLaw, kind: AuthorityKind): Acting {
  if (!law.startsWith("us-")) return "mandate";
  return kind === "power-of-attorney" && law === "us-ca" ? kind : "permission";
}

/** The row of the table for a law, a kind of right and a kind of agent; where the texts have none, one that is silent. */
export function rowFor(law: DemandLaw, group: RightGroup, acting: Acting): Row {
  return (
    rows.find((row) => row.laws.includes(law) && row.groups.includes(group) && row.acting.includes(acting)) ??
    otherwise
  );
}

/** One right that an agent asks for, as far as the table looks at it. */
export type Asked = { regime: RegimeId; residence: string; right: RightId; acting: Acting };

/** For a claim of a case and the paper it was asked with. */
export function askedWith(claim: Pick<Asked, "regime" | "residence" | "right">, kind: AuthorityKind): Asked {
  return { ...claim, acting: actingAs(demandLawOf(claim.regime, claim.residence), kind) };
}

export type Answer = {
  /** Whether the demand may be made, or, for `offer`, at least held out as a way in. */
  allowed: "demand" | "offer" | null;
  says: Says | "other-made";
  /** Where it is allowed only if this is so. */
  only: Ground | null;
  citation: string;
  mark: Mark;
};

/**
 * Whether a demand may be made of somebody, by the table of agents.md 5.1. `made`: what was demanded for the same claim
 * already; of two so marked only one may be.
 */
export function mayDemand(
  { regime, residence, right, acting }: Asked,
  demand: Demand,
  made: readonly Demand[] = [],
): Answer {
  const row = rowFor(demandLawOf(regime, residence), groupOf(right), acting);
  const { says, only = null, mark = row.mark } = row.cells[demand];
  const source = { citation: row.citation, mark, only };
  const isOtherMade =
    says === "one-of" && made.some((other) => other !== demand && row.cells[other].says === "one-of");
  if (isOtherMade) return { ...source, allowed: null, says: "other-made" };
  if (says === "ask" || says === "one-of") return { ...source, allowed: "demand", says };
  return { ...source, allowed: says === "offer" ? "offer" : null, says };
}

/** One demand made for several claims of one case is allowed only where it is for each; the strictest answer is told. */
export function mayDemandAll(asked: readonly Asked[], demand: Demand, made: readonly Demand[] = []): Answer {
  const answers = asked.map((one) => mayDemand(one, demand, made));
  const rank = ({ allowed, only }: Answer) =>
    allowed === null ? 0 : allowed === "offer" ? 1 : only === null ? 3 : 2;
  const [strictest] = answers.toSorted((a, b) => rank(a) - rank(b));
  if (!strictest) throw new Error("a case asks for at least one right");
  return strictest;
}

/**
 * What happens by itself once an agent has asked. `person`: she is asked at the contact on file to confirm or to show who
 * she is, either one. `offer`: the law is silent on agents, so she is offered to go on with it herself. `authority`: the
 * paper alone is looked at, and she is sent nothing.
 */
export type Lane = "person" | "offer" | "authority";

export function laneOf(asked: Asked): Lane {
  const answer = mayDemand(asked, "confirmation");
  if (answer.says === "one-of") return "person";
  return answer.allowed === "offer" ? "offer" : "authority";
}

/** How many members of staff must accept the paper: a California power of attorney is read by two (agents.md 5.3). */
export function reviewersNeeded(asked: readonly Asked[]): 1 | 2 {
  return asked.some(({ acting }) => acting === "power-of-attorney") ? 2 : 1;
}
