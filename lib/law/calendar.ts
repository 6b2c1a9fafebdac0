import { addDays, dayNumber, weekendDay } from "./days.ts";
import { holidaysOf, type Names } from "./holidays.ts";
import type { CivilDay } from "./regime.ts";

export { addDays, addMonths, dayIn, dayNumber, dayOfNumber } from "./days.ts";

/** A day nobody works, and why. A holiday on a weekend counts as the holiday. */
export type ClosedDay = { on: CivilDay } & ({ why: "saturday" | "sunday" } | { why: "holiday"; name: Names });

/**
 * Why nobody works on `day`, or null on a working day. With several calendars it is a holiday only where all of
 * them agree; with none, only weekends are days off.
 */
export function closedOn(day: CivilDay, ids: readonly string[]): ClosedDay | null {
  const holidays = ids.map((id) => holidaysOf(id, Number(day.slice(0, 4))).get(day));
  const [name] = holidays;
  if (name && holidays.every((holiday) => holiday !== undefined)) return { on: day, why: "holiday", name };
  const weekend = weekendDay(dayNumber(day));
  return weekend ? { on: day, why: weekend } : null;
}

/** The day itself if it is a working day, else the next one, and the days off that were passed over. */
export function rollForward(day: CivilDay, ids: readonly string[]): { on: CivilDay; over: ClosedDay[] } {
  const over: ClosedDay[] = [];
  let on = day;
  for (let closed = closedOn(on, ids); closed; closed = closedOn(on, ids)) {
    over.push(closed);
    on = addDays(on, 1);
  }
  return { on, over };
}

/** The `n`-th working day after `day`, which itself is not counted, and the days off that were passed over. */
export function addWorkingDays(
  day: CivilDay,
  n: number,
  ids: readonly string[],
): { on: CivilDay; over: ClosedDay[] } {
  const over: ClosedDay[] = [];
  let on = day;
  for (let left = n; left > 0;) {
    on = addDays(on, 1);
    const closed = closedOn(on, ids);
    if (closed) over.push(closed);
    else left -= 1;
  }
  return { on, over };
}
