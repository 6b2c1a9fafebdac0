import type { RightId } from "#lib/rights/ids.ts";
import type { ClockEvent, Instant } from "./clock-events.ts";
import { count } from "./count.ts";
import { sourceOf, type Judged } from "./questions.ts";
import type { CivilDay, Clock, Period, Reading, Regime, RegimeVersion, Source } from "./regime.ts";
import type { Deadline, DeadlineKind, Start, Step } from "./steps.ts";
import type { Way } from "./ways.ts";

/** Everything a date depends on. Holds no personal data. */
export type ClockFacts = {
  right: RightId | "complaint";
  /** When it reached the organisation on whatever channel; nobody's awareness matters. */
  receivedAt: Instant;
  /** The zone whose clocks say which day that was: that of the establishment that answers. */
  zone: string;
  /** Holidays of that establishment (`IE`, `GB-ENG`, `US-CA`, `DE-BE`); null: only weekends are days off. */
  calendar: string | null;
  events: readonly ClockEvent[];
  /** Whether it came to the contact made known for such requests; nothing said counts as yes. */
  way?: Way | null;
  /** Days the organisation advertises for an appeal, where the law has one; the regime's own default else. */
  appealDays?: number;
};

/** The facts with the rules that govern them. */
export type Base = {
  regime: Regime;
  facts: ClockFacts;
  version: RegimeVersion;
  inForce: boolean;
  receivedOn: CivilDay;
};

/** Where a count starts, with the steps that say so. */
export type From = { on: CivilDay; since: Start; steps: readonly Step[] };

/** The start of a count at the receipt of a request, complaint, appeal or answer. */
export function startAt(
  base: Base,
  what: "request" | "complaint" | "appeal" | "answer",
  at: Instant,
  on: CivilDay,
): From {
  const step: Step = {
    rule: "received",
    what,
    on,
    at: typeof at === "string" ? at : at.toISOString(),
    zone: base.facts.zone,
    citation: "the zone of the establishment that answers",
    mark: "policy",
  };
  const early: Step = { rule: "not-in-force", from: base.version.from, ...sourceOf(base.version) };
  return { on, since: what === "request" ? "receipt" : what, steps: base.inForce ? [step] : [step, early] };
}

type Options = {
  questions?: readonly Judged[];
  /** What an extension adds, and when the person was told of it (only once it is in force). */
  more?: Period & { source: Source; toldOn: CivilDay | null };
};

/** One deadline under every reading the law leaves open, explained by the usual one. */
export function build(
  base: Base,
  kind: DeadlineKind,
  clock: Clock,
  from: From,
  options: Options = {},
): Deadline {
  const { questions = [], more } = options;
  const added: Period | null = more ? { n: more.n, unit: more.unit } : null;
  const ask = {
    clock,
    more: added,
    fromOn: from.on,
    since: from.since,
    calendar: base.facts.calendar,
    questions,
  };
  const usual = count({ ...ask, reading: "usual" });
  const others = new Set([
    ...readingsOf(clock.readings),
    ...usual.effective.flatMap(({ rule }) => readingsOf(rule.readings)),
  ]);
  const counted = [...others].map((reading) => [reading, count({ ...ask, reading })] as const);
  const readings = [["usual", usual] as const, ...counted];
  const extended: Step[] =
    more && more.toldOn && added
      ? [{ rule: "extended", toldOn: more.toldOn, more: added, ...sourceOf(more.source) }]
      : [];
  return {
    kind,
    regime: base.regime.id,
    fromOn: from.on,
    startOn: usual.startOn,
    dueOn: usual.dueOn,
    unrolledOn: usual.unrolledOn,
    readings: Object.fromEntries(readings.map(([reading, result]) => [reading, result.dueOn])),
    stoppedDays: Object.fromEntries(readings.map(([reading, result]) => [reading, result.waitedDays])),
    stops: usual.stops,
    openStop: usual.open ? { question: usual.open.kind, sinceOn: usual.open.askedOn } : null,
    why: [...from.steps, ...extended, ...usual.steps],
  };
}

const readingsOf = (readings: Partial<Record<Reading, unknown>> = {}) => Object.keys(readings) as Reading[];
