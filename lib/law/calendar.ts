import Holidays from "date-holidays";
import { Temporal } from "temporal-polyfill";
import { HabeasError } from "#lib/errors.ts";
import type { Locale } from "#lib/locales/index.ts";
import { calendars, type Correction, type DayOffWord } from "./calendars.ts";
import type { CivilDay } from "./regime.ts";

/** A day nobody works, and why. A holiday on a weekend counts as the holiday. */
export type ClosedDay = { on: CivilDay } & (
  { why: "saturday" | "sunday" } | { why: "holiday"; name: Readonly<Record<Locale, string>> }
);
type Names = Readonly<Record<Locale, string>>;

const dayMs = 86_400_000;

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
  const text = typeof when === "string" ? when : when.toISOString();
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

/** Whether holidays are known for a calendar id (`IE`, `GB-SCT`, `DE-BE`). */
export function isCalendar(id: string): boolean {
  const [country = "", ...part] = id.split("-");
  if (calendars[id]?.base === "own") return true;
  const all = new Holidays();
  if (!Object.hasOwn(all.getCountries(), country)) return false;
  return part.length === 0 || Object.hasOwn(all.getStates(country) ?? {}, part.join("-"));
}

/** What a day off is called there: a bank holiday in the United Kingdom, a public holiday elsewhere. */
export function dayOffWord(id: string): DayOffWord {
  return calendars[id]?.word ?? calendars[id.split("-")[0] ?? ""]?.word ?? "public";
}

/** The place a calendar stands for, in words: "Scotland", "Ireland", "Berlin". */
export function calendarName(id: string, locale: Locale): string {
  const [country = "", ...part] = id.split("-");
  const named = calendars[id]?.name?.[locale];
  if (named) return named;
  const place = new Intl.DisplayNames([locale], { type: "region" }).of(country) ?? country;
  return new Holidays().getStates(country, locale)?.[part.join("-")] ?? place;
}

const years = new Map<string, ReadonlyMap<CivilDay, Names>>();

/** The holidays of one year, with their names, by day. Whole public holidays only; half days are working days. */
export function holidaysOf(id: string, year: number): ReadonlyMap<CivilDay, Names> {
  const key = `${id} ${year}`;
  const known = years.get(key);
  if (known) return known;
  if (!isCalendar(id)) throw new HabeasError("bad-input", `There is no holiday calendar called "${id}".`);
  const computed = computeYear(id, year);
  years.set(key, computed);
  return computed;
}

function correctionsFor(id: string): readonly Correction[] {
  const country = id.split("-")[0] ?? id;
  const own = calendars[id]?.corrections ?? [];
  return country === id || calendars[id]?.base === "own"
    ? own
    : [...(calendars[country]?.corrections ?? []), ...own];
}

const tables = new Map<string, Holidays>();

/** The package's table with our corrections, one per calendar and language of names. */
function tableOf(id: string, locale: Locale): Holidays {
  const key = `${id} ${locale}`;
  const known = tables.get(key);
  if (known) return known;
  const [country = "", ...part] = id.split("-");
  const options = { types: ["public" as const], languages: [locale, "en"] };
  const table =
    calendars[id]?.base === "own"
      ? new Holidays(options)
      : part.length > 0
        ? new Holidays(country, part.join("-"), options)
        : new Holidays(country, options);
  for (const correction of correctionsFor(id)) {
    if ("drop" in correction) table.unsetRule(correction.drop);
    if ("add" in correction) table.setHoliday(correction.add, { name: correction.name, type: "public" });
  }
  tables.set(key, table);
  return table;
}

function computeYear(id: string, year: number): ReadonlyMap<CivilDay, Names> {
  const names = { ...calendars[id.split("-")[0] ?? ""]?.names, ...calendars[id]?.names };
  const inGerman = new Map(
    tableOf(id, "de")
      .getHolidays(year)
      .map((day) => [day.date + day.rule, day.name]),
  );
  const found = tableOf(id, "en")
    .getHolidays(year)
    .filter((day) => day.date.slice(11, 19) === "00:00:00")
    .flatMap((day) => {
      const name = names[day.rule] ?? { en: day.name, de: inGerman.get(day.date + day.rule) ?? day.name };
      const first = dayNumber(day.date.slice(0, 10));
      const length = Math.max(1, Math.round((day.end.getTime() - day.start.getTime()) / dayMs));
      return Array.from({ length }, (_, index) => ({ number: first + index, rule: day.rule, name }));
    });
  const days = new Map(found.map((day) => [dayOfNumber(day.number), day.name]));
  for (const correction of correctionsFor(id)) {
    if (!("makeUpWeekends" in correction)) continue;
    for (const day of found) {
      if (!weekendDay(day.number) || correction.makeUpWeekends.except.test(day.rule)) continue;
      let next = day.number + 1;
      while (weekendDay(next) || days.has(dayOfNumber(next))) next += 1;
      days.set(dayOfNumber(next), day.name);
    }
  }
  return days;
}

/** Saturday or sunday, by day number; null on weekdays. */
function weekendDay(number: number): "saturday" | "sunday" | null {
  // Day 0 was a Thursday.
  const weekday = (((number + 4) % 7) + 7) % 7;
  return weekday === 6 ? "saturday" : weekday === 0 ? "sunday" : null;
}

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
