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

type Label = { at: number; anchor: "start" | "middle" | "end" };

export type DateLineScale = {
  /** All positions in percent of the whole width, with one decimal. */
  due: number;
  /** Where the words of the last day stand: at its mark, but never on those of the first day. */
  dueLabel: Label;
  runs: { from: number; to: number }[];
  stops: { from: number; to: number; days: number; isOpen: boolean; label: Label | null }[];
  late: { from: number; to: number } | null;
  ticks: number[];
  today: Label | null;
  /** True where the word at today and the words at the stops would meet: the latter go one line down. */
  needsSecondLine: boolean;
};

/** Words keep their size while the line shrinks: on the narrowest page one takes about this much of it. */
const wordWidth = 34;

function labelAt(at: number, margin: number): Label {
  return { at, anchor: at < margin ? "start" : at > 100 - margin ? "end" : "middle" };
}

function dueLabelAt(due: number): Label {
  if (due > 75) return { at: due, anchor: "end" };
  return due < 50 ? { at: Math.max(due, 36), anchor: "start" } : { at: due, anchor: "middle" };
}

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

  const sorted = [...(facts.stops ?? [])].sort((a, b) => (a.from < b.from ? -1 : 1));
  let lastWord = -wordWidth;
  const stops = sorted.map((stop) => {
    const last = stop.to ?? today ?? dueOn;
    const from = place(stop.from);
    const to = Math.min(place(dayAfter(last, 1)), stop.to ? 100 : reached);
    const middle = (from + to) / 2;
    const hasRoom = middle - lastWord >= wordWidth;
    if (hasRoom) lastWord = middle;
    return {
      from,
      to,
      days: daysBetween(stop.from, last) + 1,
      isOpen: stop.to === undefined,
      label: hasRoom ? labelAt(middle, 17) : null,
    };
  });

  const runs: { from: number; to: number }[] = [];
  let position = 0;
  for (const stop of stops) {
    if (stop.from > position) runs.push({ from: position, to: Math.min(stop.from, reached) });
    position = Math.max(position, stop.to);
  }
  const runEnd = Math.min(reached, due);
  if (runEnd > position) runs.push({ from: position, to: runEnd });

  return {
    due,
    dueLabel: dueLabelAt(due),
    runs: runs.filter((run) => run.to > run.from),
    stops,
    late: today && reached > due ? { from: due, to: reached } : null,
    ticks: (facts.movedFrom ?? []).map(place).filter((tick) => tick !== due),
    today: today ? labelAt(reached, 8) : null,
    needsSecondLine:
      today !== undefined && stops.some((s) => s.label && Math.abs(s.label.at - reached) < wordWidth),
  };
}
