import { dueLabel, meet, stopLabel, todayLabel } from "./date-line-labels.ts";
import type { Label } from "./date-line-labels.ts";
import { dayAfter, daysBetween } from "./days.ts";

/** A time in which the clock stood still: both days count as stopped; without `to` it still stands. */
export type Stop = { from: string; to?: string | undefined };

export type DateLineFacts = {
  receivedOn: string;
  dueOn: string;
  /** Left out once the case is answered. */
  today?: string | undefined;
  stops?: readonly Stop[];
  /** Last days that held before, each drawn as a tick. */
  movedFrom?: readonly string[];
};

type Stretch = { from: number; to: number };

/** All positions in percent of the whole width, with one decimal. */
export type DateLineScale = {
  due: number;
  dueLabel: Label;
  runs: Stretch[];
  /** `label` is null where its words would stand in those of the stop before; the sum has them all. */
  stops: (Stretch & { since: string; days: number; isOpen: boolean; label: Label | null })[];
  late: Stretch | null;
  ticks: number[];
  today: Label | null;
  /** True where the word at today and words at a stop would meet: the latter go one line down. */
  needsSecondLine: boolean;
};

/**
 * Where everything stands on the line from the day of receipt to the last day, or to today where that is later.
 * A day covers the stretch from its own start to the next day's start.
 */
export function dateLineScale(facts: DateLineFacts): DateLineScale {
  const { receivedOn, dueOn, today } = facts;
  const span = Math.max(1, daysBetween(receivedOn, dueOn), today ? daysBetween(receivedOn, today) : 0);
  const place = (day: string) => {
    const percent = (daysBetween(receivedOn, day) / span) * 100;
    return Math.round(Math.min(100, Math.max(0, percent)) * 10) / 10;
  };
  const due = place(dueOn);
  const reached = today ? place(today) : due;

  let lastLabel: Label | null = null;
  const stops: DateLineScale["stops"] = [];
  for (const stop of (facts.stops ?? []).toSorted((a, b) => (a.from < b.from ? -1 : 1))) {
    const last = stop.to ?? today ?? dueOn;
    const from = place(stop.from);
    const to = Math.min(place(dayAfter(last, 1)), stop.to ? 100 : reached);
    const wanted = stopLabel(from, to);
    const label: Label | null = lastLabel && meet(lastLabel, "stop", wanted, "stop") ? null : wanted;
    lastLabel = label ?? lastLabel;
    const days = daysBetween(stop.from, last) + 1;
    stops.push({ from, to, since: stop.from, days, isOpen: stop.to === undefined, label });
  }

  const now = today ? todayLabel(reached) : null;
  return {
    due,
    dueLabel: dueLabel(due),
    runs: runsBetween(stops, Math.min(reached, due)),
    stops,
    late: today && reached > due ? { from: due, to: reached } : null,
    ticks: (facts.movedFrom ?? []).map(place).filter((tick) => tick !== due),
    today: now,
    needsSecondLine: stops.some(
      ({ label }) => label !== null && now !== null && meet(label, "stop", now, "today"),
    ),
  };
}

/** The stretches from 0 to `end` in which the clock ran. */
function runsBetween(stops: readonly Stretch[], end: number): Stretch[] {
  let furthest = 0;
  const starts = [0, ...stops.map((stop) => (furthest = Math.max(furthest, stop.to)))];
  const ends = [...stops.map((stop) => stop.from), end];
  return starts.flatMap((from, index) => {
    const to = Math.min(ends[index] ?? end, end);
    return to > from ? [{ from, to }] : [];
  });
}
