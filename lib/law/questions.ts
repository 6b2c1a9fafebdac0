import { dayNumber, dayOfNumber } from "./calendar.ts";
import type { Question } from "./clock-events.ts";
import type { CivilDay, QuestionRule, Reading, Source } from "./regime.ts";
import type { Start, Step, Stop, WithoutEffect } from "./steps.ts";

/** A question with the rule that governs it. */
export type Judged = { question: Question; rule: QuestionRule };

type Without = Judged & { because: WithoutEffect };

/** What the questions did to a clock. */
export type Effect = {
  startOn: CivilDay;
  since: Start;
  /** Days the clock stood still, all after the start, none counted twice. */
  waitedDays: number;
  stops: Stop[];
  /** Steps before the count (restarts) and after it (days of waiting, questions without effect). */
  before: Step[];
  after: Step[];
  /** Questions that stopped the clock. */
  effective: Judged[];
  /** A question that stops the clock and waits for its answer. */
  open: Question | null;
};

/**
 * Goes through the questions in the order in which they were asked. A restart moves the start to the answer; a shift
 * saves the days of waiting, each only once and only after the start. A question asked after the last day, as it
 * stands by then, revives nothing.
 * @param isOver whether a day lies after the last day of a clock with that start and so many saved days
 */
export function judgeQuestions(
  questions: readonly Judged[],
  clock: { reading: Reading; fromOn: CivilDay; since: Start },
  isOver: (day: CivilDay, startOn: CivilDay, waitedDays: number) => boolean,
): Effect {
  let start = { on: clock.fromOn, since: clock.since };
  const before: Step[] = [];
  const without: Without[] = [];
  const effective: Judged[] = [];
  let saved = new Savings(start.on);
  for (const { question, rule: usual } of questions) {
    const rule: QuestionRule = { ...usual, ...usual.readings?.[clock.reading] };
    const late = () => isOver(question.askedOn, start.on, saved.days);
    const because = obstacle(question, rule, clock.fromOn, late);
    if (because) without.push({ question, rule, because });
    else if (rule.effect === "shift") {
      effective.push({ question, rule });
      saved.add({ question, rule });
    } else if ((question.answeredOn ?? "") <= start.on)
      without.push({ question, rule, because: "no-day-lost" });
    else {
      const by = question.kind === "fee" ? "fee" : "identity";
      start = { on: question.answeredOn ?? start.on, since: by };
      before.push({ rule: "restarted", by, askedOn: question.askedOn, on: start.on, ...sourceOf(rule) });
      saved = new Savings(start.on, effective);
    }
  }
  return {
    startOn: start.on,
    since: start.since,
    waitedDays: saved.days,
    stops: saved.stretches.map(({ judged, from, to, days }) => ({
      question: judged.question.kind,
      fromOn: from,
      toOn: to,
      days,
    })),
    before,
    after: [...saved.stretches.map(waited), ...[...without, ...saved.unused].map(withoutEffect)],
    effective,
    open: without.find(({ because }) => because === "open")?.question ?? null,
  };
}

/** Why a question cannot move the date; null where it does. */
function obstacle(
  question: Question,
  rule: QuestionRule,
  fromOn: CivilDay,
  late: () => boolean,
): WithoutEffect | null {
  if (rule.effect === "none") return "law";
  if (question.askedOn < fromOn) return "before-receipt";
  if (rule.onlyIfPrompt && !question.prompt) return "not-prompt";
  if (late()) return "too-late";
  if (question.answeredOn === null) return "open";
  return question.answeredOn < question.askedOn ? "answered-before-asked" : null;
}

type Stretch = { judged: Judged; from: CivilDay; to: CivilDay; days: number };

/** The days a clock is given back: each only once, and only after the day it starts from. */
class Savings {
  days = 0;
  readonly stretches: Stretch[] = [];
  readonly unused: Without[] = [];
  private upTo: number;

  constructor(startOn: CivilDay, shifts: readonly Judged[] = []) {
    this.upTo = dayNumber(startOn);
    for (const judged of shifts) this.add(judged);
  }

  add(judged: Judged): void {
    const { question, rule } = judged;
    const first = dayNumber(question.askedOn) + (rule.countsFrom === "asking-day" ? 0 : 1);
    const last = dayNumber(question.answeredOn ?? question.askedOn);
    const from = Math.max(first, this.upTo + 1);
    if (last < from) {
      this.unused.push({ ...judged, because: "no-day-lost" });
      return;
    }
    const days = last - from + 1;
    this.upTo = last;
    this.days += days;
    this.stretches.push({ judged, from: dayOfNumber(from), to: dayOfNumber(last), days });
  }
}

const waited = ({ judged: { question, rule }, from, to, days }: Stretch): Step => ({
  rule: "waited",
  question: question.kind,
  askedOn: question.askedOn,
  from,
  to,
  days,
  ...sourceOf(rule),
});

const withoutEffect = ({ question, rule, because }: Without): Step => ({
  rule: "asked-without-effect",
  question: question.kind,
  askedOn: question.askedOn,
  answeredOn: question.answeredOn,
  because,
  ...sourceOf(rule),
});

/** Only where a fact stands, of anything that says so. */
export const sourceOf = ({ citation, mark }: Source): Source => ({ citation, mark });
