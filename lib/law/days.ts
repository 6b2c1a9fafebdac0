import { Temporal } from "temporal-polyfill";
import { HabeasError } from "#lib/errors.ts";
import type { CivilDay } from "./regime.ts";

export const dayMs = 86_400_000;

/** Whole days since 1970-01-01: a civil day as a number. */
export function dayNumber(day: CivilDay): number {
  return Date.parse(`${day}T00:00:00Z`) / dayMs;
}

/** The civil day of a day number. */
export function dayOfNumber(number: number): CivilDay {
  return new Date(number * dayMs).toISOString().slice(0, 10);
}

/** `n` calendar days later (earlier where negative). */
export function addDays(day: CivilDay, n: number): CivilDay {
  return dayOfNumber(dayNumber(day) + n);
}

/** The same-numbered day `n` months later; the month's last day where there is none (`clamped`). */
export function addMonths(day: CivilDay, n: number): { on: CivilDay; clamped: boolean } {
  const from = Temporal.PlainDate.from(day);
  const to = from.add({ months: n }, { overflow: "constrain" });
  return { on: to.toString(), clamped: to.day !== from.day };
}

/**
 * The civil day on which something happened in `zone`, at whatever hour. Takes an instant; a date, or a local time
 * without offset, is already a day there (so local times that a clock change skips keep their date).
 * @throws HabeasError for what is neither, and for unknown zones.
 */
export function dayIn(when: Date | string, zone: string): CivilDay {
  if (!isZone(zone))
    throw new HabeasError("bad-input", `There is no time zone called "${zone}": use an IANA name.`);
  const text = typeof when === "string" || Number.isNaN(when.getTime()) ? String(when) : when.toISOString();
  const hasOffset = /(Z|[+-]\d\d(:?\d\d)?)(\[.*\])?$/i.test(text.slice(10));
  try {
    if (!hasOffset) return Temporal.PlainDate.from(text).toString();
    return Temporal.Instant.from(text).toZonedDateTimeISO(zone).toPlainDate().toString();
  } catch {
    throw new HabeasError(
      "bad-input",
      `"${text}" is not a time: use ISO 8601, such as 2026-11-03T09:14:00Z.`,
    );
  }
}

const zones = new Map<string, boolean>();

function isZone(name: string): boolean {
  let known = zones.get(name);
  if (known === undefined) {
    try {
      known = new Intl.DateTimeFormat("en", { timeZone: name }).resolvedOptions().timeZone !== "";
    } catch {
      known = false;
    }
    zones.set(name, known);
  }
  return known;
}

/** Saturday or sunday, by day number; null on weekdays. */
export function weekendDay(number: number): "saturday" | "sunday" | null {
  // Day 0 was a Thursday.
  const weekday = (((number + 4) % 7) + 7) % 7;
  return weekday === 6 ? "saturday" : weekday === 0 ? "sunday" : null;
}
