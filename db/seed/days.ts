import { addDays, addMonths } from "#lib/law/calendar.ts";
import type { Random } from "./random.ts";

/** The nth day of the month that lies `months` before today's month. */
export function dayOfMonthAgo(today: string, months: number, day: number): string {
  const first = addMonths(`${today.slice(0, 7)}-01`, -months).on;
  return `${first.slice(0, 8)}${String(day).padStart(2, "0")}`;
}

/** An instant on the day `days` before today, at a UTC time such as `09:14`. */
export function instantAgo(today: string, days: number, time: string): string {
  return `${addDays(today, -days)}T${time}:00Z`;
}

/** An instant during waking hours on the day `days` before today. */
export function someTimeAgo(today: string, days: number, random: Random): string {
  const two = (value: number) => String(value).padStart(2, "0");
  return instantAgo(today, days, `${two(random.int(7, 21))}:${two(random.int(0, 59))}`);
}
