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
  /** Questions that moved the date. */
  effective: Judged[];
  /** A question that stops the clock and waits for its answer. */
  open: Question | null;
};

/**
 * Goes through the questions in the order in which they were asked. A restart moves the start to the answer; a shift
 * saves the days of waiting, each only once and only after the start. A question asked after the last day, as it
 * stands by then (`dueFrom`), revives nothing.
 */
export function judgeQuestions(
  questions: readonly Judged[],
  clock: { reading: Reading; fromOn: CivilDay; since: Start },
  dueFrom: (startOn: CivilDay, waitedDays: number) => CivilDay,
): Effect {
  let start = { on: clock.fromOn, since: clock.since };
  const before: Step[] = [];
  const shifts: Judged[] = [];
  const without: Without[] = [];
  for (const { question, rule: usual } of questions) {
    const rule: QuestionRule = { ...usual, ...usual.readings?.[clock.reading] };
    const because = obstacle(question, rule, clock.fromOn, () =>
      dueFrom(start.on, sumUp(shifts, start.on).days),
    );
    if (because) without.push({ question, rule, because });
    else if (rule.effect === "shift") shifts.push({ question, rule });
    else if ((question.answeredOn ?? "") <= start.on)
      without.push({ question, rule, because: "no-day-lost" });
    else {
      const by = question.kind === "fee" ? "fee" : "identity";
      start = { on: question.answeredOn ?? start.on, since: by };
      before.push({ rule: "restarted", by, askedOn: question.askedOn, on: start.on, ...sourceOf(rule) });
    }
  }
  const sum = sumUp(shifts, start.on);
  return {
    startOn: start.on,
    since: start.since,
    waitedDays: sum.days,
    stops: sum.stops,
    before,
    after: [...sum.waits, ...[...without, ...sum.unused].map(withoutEffect)],
    effective: shifts,
    open: without.find(({ because }) => because === "open")?.question ?? null,
  };
}

/** Why a question cannot move the date; null where it does. */
function obstacle(
  question: Question,
  rule: QuestionRule,
  fromOn: CivilDay,
  dueOn: () => CivilDay,
): WithoutEffect | null {
  if (rule.effect === "none") return "law";
  if (question.askedOn < fromOn) return "before-receipt";
  if (rule.onlyIfPrompt && !question.prompt) return "not-prompt";
  if (question.askedOn > dueOn()) return "too-late";
  if (question.answeredOn === null) return "open";
  return question.answeredOn < question.askedOn ? "answered-before-asked" : null;
}

/** The days each shift really saved: after the start, and not saved by an earlier one already. */
function sumUp(shifts: readonly Judged[], startOn: CivilDay) {
  const stretches = shifts
    .map((judged) => ({
      judged,
      first: dayNumber(judged.question.askedOn) + (judged.rule.countsFrom === "asking-day" ? 0 : 1),
      last: dayNumber(judged.question.answeredOn ?? judged.question.askedOn),
    }))
    .sort((a, b) => a.first - b.first || a.last - b.last);
  const waits: Step[] = [];
  const stops: Stop[] = [];
  const unused: Without[] = [];
  let savedUpTo = dayNumber(startOn);
  let days = 0;
  for (const { judged, first, last } of stretches) {
    const { question, rule } = judged;
    const from = Math.max(first, savedUpTo + 1);
    if (last < from) {
      unused.push({ question, rule, because: "no-day-lost" });
      continue;
    }
    savedUpTo = last;
    const saved = { from: dayOfNumber(from), to: dayOfNumber(last), days: last - from + 1 };
    days += saved.days;
    waits.push({
      rule: "waited",
      question: question.kind,
      askedOn: question.askedOn,
      ...saved,
      ...sourceOf(rule),
    });
    stops.push({ question: question.kind, fromOn: saved.from, toOn: saved.to, days: saved.days });
  }
  return { waits, stops, unused, days };
}

function withoutEffect({ question, rule, because }: Without): Step {
  return {
    rule: "asked-without-effect",
    question: question.kind,
    askedOn: question.askedOn,
    answeredOn: question.answeredOn,
    because,
    ...sourceOf(rule),
  };
}

/** Only where a fact stands, of anything that says so. */
export const sourceOf = ({ citation, mark }: Source): Source => ({ citation, mark });
