import Holidays from "date-holidays";
import { HabeasError } from "#lib/errors.ts";
import type { Locale } from "#lib/locales/index.ts";
import { calendars, type Correction, type DayOffWord } from "./calendars.ts";
import { dayMs, dayNumber, dayOfNumber, weekendDay } from "./days.ts";
import type { CivilDay } from "./regime.ts";

/** A name in every language a person may read. */
export type Names = Readonly<Record<Locale, string>>;

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
