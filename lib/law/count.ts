import { addDays, addMonths, addWorkingDays, rollForward } from "./calendar.ts";
import { judgeQuestions, sourceOf, type Effect, type Judged } from "./questions.ts";
import type { CivilDay, Clock, Closed, Period, Reading } from "./regime.ts";
import type { Start, Step } from "./steps.ts";

export type Count = {
  clock: Clock;
  /** What an extension adds; counted with the first period from the same start. */
  more: Period | null;
  reading: Reading;
  fromOn: CivilDay;
  since: Start;
  /** Holiday calendar of the establishment; null: only weekends are days off there. */
  calendar: string | null;
  questions: readonly Judged[];
};

export type Counted = Effect & { unrolledOn: CivilDay; dueOn: CivilDay; steps: Step[] };

/** Counts one clock under one reading: start, period, days that do not count, days off at the end. */
export function count(ask: Count): Counted {
  const clock: Clock = { ...ask.clock, ...ask.clock.readings?.[ask.reading] };
  const calendarsOf = (closed: Closed | undefined) =>
    closed === "establishment" ? (ask.calendar ? [ask.calendar] : []) : (closed ?? []);
  const runs = new Map<CivilDay, ReturnType<typeof runPeriod>>();
  const runFrom = (startOn: CivilDay) => {
    const run = runs.get(startOn) ?? runPeriod(startOn, clock, ask.more, calendarsOf(clock.closed));
    runs.set(startOn, run);
    return run;
  };
  const roll = (day: CivilDay) =>
    clock.rolls ? rollForward(day, calendarsOf(clock.rolls.closed)) : { on: day, over: [] };
  const effect = judgeQuestions(ask.questions, ask, (day, startOn, waitedDays) => {
    const unrolledOn = addDays(runFrom(startOn).on, waitedDays);
    return day > unrolledOn && day > roll(unrolledOn).on;
  });
  const run = runFrom(effect.startOn);
  const unrolledOn = addDays(run.on, effect.waitedDays);
  const { on: dueOn, over } = roll(unrolledOn);
  const counted: Step = {
    rule: "counted",
    period: clock.period,
    more: ask.more,
    from: effect.startOn,
    since: effect.since,
    on: run.on,
    clamped: run.clamped,
    firstDayCounts: clock.firstDayCounts === true,
    ...sourceOf(clock),
  };
  const steps: Step[] = [...effect.before];
  if (run.over.length > 0) steps.push({ rule: "skipped", days: run.over, ...sourceOf(clock) });
  steps.push(counted, ...effect.after);
  if (clock.rolls) {
    const calendars = calendarsOf(clock.rolls.closed);
    const end = { on: dueOn, calendars, ...sourceOf(clock.rolls) };
    steps.push(
      over.length > 0 ? { rule: "moved", from: unrolledOn, over, ...end } : { rule: "kept", ...end },
    );
  } else if (clock.period.unit !== "business-days") {
    steps.push({ rule: "every-day-counts", on: dueOn, ...sourceOf(clock) });
  }
  return { ...effect, unrolledOn, dueOn, steps };
}

/** The end of a period, before anything moves it. The day of the event is not counted unless it is itself day 1. */
function runPeriod(startOn: CivilDay, clock: Clock, more: Period | null, calendars: readonly string[]) {
  const n = clock.period.n + (more?.n ?? 0);
  switch (clock.period.unit) {
    case "months":
      return { ...addMonths(startOn, n), over: [] };
    case "days":
      return { on: addDays(startOn, clock.firstDayCounts ? n - 1 : n), clamped: false, over: [] };
    case "business-days":
      return { ...addWorkingDays(startOn, n, calendars), clamped: false };
  }
}
