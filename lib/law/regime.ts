import type { Assurance } from "#lib/identity/assurance.ts";
import type { RightId } from "#lib/rights/ids.ts";
import type { GroundId } from "./grounds.ts";
import type { RegimeId } from "./ids.ts";
import type { OwedId } from "./owed.ts";
import type { Regulator } from "./regulators.ts";

/** A civil day, `2026-03-17`: no time, no zone. */
export type CivilDay = string;

/** How well a fact is known: statute read, secondary source seen, from memory, or the house's own rule. */
export type Mark = "V" | "S" | "M" | "policy";

/** Where a fact of law stands, and how well it was checked. Every fact of a regime carries one. */
export type Source = { citation: string; mark: Mark };

export type Period = { n: number; unit: "months" | "days" | "business-days" };

/** Another lawful way to read the same rule; `usual` is what the desk sorts by. */
export type Reading = "usual" | "strict" | "conservative" | "federal" | "day-one";

/**
 * Whose holidays count: those of the establishment that answers, or named calendars
 * (with several, a day is closed only where all of them are closed).
 */
export type Closed = "establishment" | readonly string[];

type Counting = {
  period: Period;
  /** True where the day of the event is itself day 1. */
  firstDayCounts?: true;
  /** Whose working days a period in business days counts. */
  closed?: Closed;
};

/** A period that runs from an event, and what happens where it would end on a day off. */
export type Clock = Source &
  Counting & {
    /** Null: the law does not move the last day, so every day counts. */
    rolls: (Source & { closed: Closed }) | null;
    readings?: Partial<Record<Reading, Source & Partial<Counting>>>;
  };

export const questionKinds = ["identity", "clarification", "fee"] as const;
export type QuestionKind = (typeof questionKinds)[number];

/** What asking the person something does to the clock. The first rule that names the right governs. */
export type QuestionRule = Source & {
  rights: "all" | readonly RightId[];
  /** `shift`: the days of waiting are added. `restart`: the period runs from the answer. */
  effect: "none" | "shift" | "restart";
  /** Only if it was asked without delay, and for a reason. */
  onlyIfPrompt: boolean;
  /** For `shift`: the first day that does not count. The day of the answer never counts. */
  countsFrom?: "asking-day" | "day-after";
  readings?: Partial<Record<Reading, Source & { effect?: "none"; countsFrom?: "asking-day" | "day-after" }>>;
};

/** The one lawful prolongation. The whole period is counted afresh from the same start, never chained. */
export type Extension = Source & {
  /** What is added to the first period, in the same unit. */
  period: Period;
  /** The person must be told before the first period ends. */
  mustSay: readonly Statement[];
};

/** What must be done sooner, or instead of a full answer: opt-outs and limits. */
export type OptOut = Clock & {
  /** True where the ordinary answer is owed as well. */
  alsoAnswer: boolean;
  mustSay: readonly Statement[];
};

/** A right as the law grants it; `as` where it reaches the same end under another name. */
export type Grant = Source & { as?: RightId };

/** What proves enough, per right. Both ways stand side by side; a login never needs the facts too. */
export type ProofStandard = Source & {
  assurance: Assurance;
  /** How many facts of one person must match, and whether a declaration under penalty of perjury is owed. */
  byFacts: Source & { count: number; declaration: boolean };
  /** A sign-in to the existing account; `freshBeforeDelivery`: once more before data is handed over. */
  byLogin: Source & { freshBeforeDelivery: boolean };
  /** What may be given where only less was proved. */
  otherwise: (Source & { scope: "categories"; assurance: Assurance; facts: number }) | null;
};

/** Things a letter must say; the letters' own texts say them. */
export type Statement =
  | "how-the-request-is-handled"
  | "how-identity-is-checked"
  | "when-to-expect-an-answer"
  | "extension"
  | "reasons"
  | "how-to-appeal"
  | "complaint-to-us"
  | "complaint-to-regulator"
  | "court"
  /** With a refused deletion, where the data is sold or shared. */
  | "opt-out-offer"
  | "opt-out-done"
  | "rest-was-done";

/** A ground on which this law lets a request, a record or a field be refused. */
export type Ground = Source & { id: GroundId; rights: "all" | readonly RightId[] };

/** Where the person turns who disagrees: a review the law orders, or a complaint to us that we record. */
export type Route =
  | {
      kind: "appeal";
      /** Days advertised for it. Later appeals are taken too. */
      window: Source & { days: number };
      decision: Clock;
      extension: (Source & { period: Period; mustSay: readonly Statement[] }) | null;
      /** What the answer to an appeal must say where it is turned down. */
      refusalMustSay: Source & { statements: readonly Statement[] };
    }
  | {
      kind: "complaint";
      /** No last day is advertised: a complaint is taken at any time. */
      window: null;
      /** Null where no law sets a day for it. */
      acknowledge: Clock | null;
      /** The house's own day for the outcome: no law built here sets one. */
      decide: Clock;
      outcome: Source;
    };

/** What an access answer tells besides the data itself. */
export type AboutElement =
  | "purposes"
  | "categories"
  | "recipients"
  | "retention"
  | "rights"
  | "complaint"
  | "source"
  | "automated"
  | "safeguards"
  | "sold-or-shared"
  | "copy";

/** The rules of one law as they stand from a day on. */
export type RegimeVersion = Source & {
  /** First day of receipt they govern; null: always. */
  from: CivilDay | null;
  /** In which dealings a person is covered. */
  contexts: readonly Context[];
  rights: Record<RightId, Grant | null>;
  acknowledgement: (Clock & { rights: readonly RightId[]; mustSay: readonly Statement[] }) | null;
  response: Clock;
  /** For what came another way than to the contact made known for it, where the law takes longer then. */
  elsewhere?: Clock;
  /** Null: the law knows none. */
  extension: Extension | null;
  optOut: Partial<Record<RightId, OptOut>>;
  questions: Record<QuestionKind, readonly QuestionRule[]>;
  proof: Record<RightId, ProofStandard>;
  /** Where the law owes a right only on some grounds: each of them. Staff see them at the decision. */
  owed?: Partial<Record<RightId, readonly (Source & { id: OwedId })[]>>;
  /**
   * Children who ask themselves. `judged`: they may, if they understand what they ask for. `parent`: the law speaks of the
   * parent or guardian, who asks for them.
   */
  children: Source & { ask: "judged" | "parent" };
  refusal: Source & { mustSay: readonly Statement[]; grounds: readonly Ground[] };
  route: Route;
  about: Source & { elements: readonly AboutElement[] };
  /** Requests that are free within a year: any twelve months, or, if it says so, that of the calendar. Null: no number. */
  free: (Source & { perYear: number; per?: "calendar-year"; rights: "all" | readonly RightId[] }) | null;
  /**
   * Whether a request that was only spoken is one: `counts` where the law asks for no form, `house` where it leaves the ways
   * of asking to the organisation and we count it all the same.
   */
  spoken: Source & { rule: "counts" | "house" };
  /** How long the record of a request is kept. */
  records: Source & { months: number };
};

/** The part of life a person deals with an organisation in. */
export type Context = "individual" | "employment" | "business";

export type Regime = {
  id: RegimeId;
  /** Short label for staff. */
  name: string;
  /** The law's full title. */
  title: string;
  /** ISO 3166-1 countries and ISO 3166-2 states (`US-CA`) whose residents it protects; empty: everybody else. */
  residences: readonly string[];
  /** True where no statute stands behind the dates. */
  provisional: boolean;
  /** A law about these rights alone: it is asked about no other, and no other law about them. */
  only?: readonly RightId[];
  /** Oldest first. A request follows the version in force on the day it was received. */
  versions: readonly [RegimeVersion, ...RegimeVersion[]];
  /** The authority per residence, and the one for everybody else under this law. */
  regulators: {
    byResidence: Readonly<Record<string, readonly Regulator[]>>;
    otherwise: readonly Regulator[];
  };
};
