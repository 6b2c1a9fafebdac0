import { addDays, dayNumber } from "./calendar.ts";
import type { CivilDay } from "./regime.ts";
import type { Deadline } from "./steps.ts";

/** A place on the picture of a time line, in percent of its width. */
export type Point = { on: CivilDay; percent: number };

/** The small picture beside a date: receipt, stops, today and the last day on one rail. Days are civil days. */
export type Timeline = {
  received: Point;
  /** Where the count starts, if that is later than receipt. */
  start: Point | null;
  /** `toPercent` is the end of the last stopped day. `toOn` null: it still stands still. */
  stops: { fromOn: CivilDay; toOn: CivilDay | null; days: number; fromPercent: number; toPercent: number }[];
  /** The last day as it was before the clock stood still, if that was another day. */
  firstDue: Point | null;
  today: Point;
  due: Point;
  late: boolean;
};

/** Lays a deadline out from receipt to its last day, or to today where that is later. `today` in the deadline's zone. */
export function timeline(deadline: Deadline, today: CivilDay): Timeline {
  const from = dayNumber(deadline.fromOn);
  const late = today > deadline.dueOn;
  const length = Math.max(1, dayNumber(late ? today : deadline.dueOn) - from);
  const percent = (day: number) => Math.round(Math.min(1, Math.max(0, (day - from) / length)) * 1000) / 10;
  const point = (on: CivilDay): Point => ({ on, percent: percent(dayNumber(on)) });
  const stops: Timeline["stops"] = deadline.stops.map(({ fromOn, toOn, days }) => ({
    fromOn,
    toOn,
    days,
    fromPercent: percent(dayNumber(fromOn)),
    toPercent: percent(dayNumber(toOn) + 1),
  }));
  const { openStop } = deadline;
  if (openStop && openStop.sinceOn <= today) {
    const days = dayNumber(today) - dayNumber(openStop.sinceOn);
    const place = { fromPercent: percent(dayNumber(openStop.sinceOn)), toPercent: percent(dayNumber(today)) };
    stops.push({ fromOn: openStop.sinceOn, toOn: null, days, ...place });
  }
  const before = dueWithoutStops(deadline);
  return {
    received: point(deadline.fromOn),
    start: deadline.startOn > deadline.fromOn ? point(deadline.startOn) : null,
    stops,
    firstDue: before === deadline.dueOn || before === deadline.unrolledOn ? null : point(before),
    today: point(today),
    due: point(deadline.dueOn),
    late,
  };
}

/** The last day as it was before the days of waiting were added. */
function dueWithoutStops(deadline: Deadline): CivilDay {
  return addDays(deadline.unrolledOn, -(deadline.stoppedDays.usual ?? 0));
}
