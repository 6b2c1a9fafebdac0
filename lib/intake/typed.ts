import type { Locale } from "#lib/locales/index.ts";

/** How people where she lives write a day in figures: day first, or, in the United States, month first. */
export type DateOrder = "dmy" | "mdy";

const tidy = (text: string) => text.normalize("NFKC").replace(/\s+/g, " ").trim();

/**
 * An amount as printed ("£18.40", "1.234,50 €", "1,234"), as plain decimal text ("1234.50"); null for what is none.
 * A single sign before three figures parts thousands where the reader's language writes it so.
 */
export function readAmount(typed: string, locale: Locale): string | null {
  const plain = tidy(typed).replace(/\p{Sc}|\b[A-Za-z]{1,3}\b|[\s'’]/gu, "");
  if (!/^\d[\d.,]*$/.test(plain) || plain.length > 15) return null;
  const mark = decimalMark(plain, locale);
  const at = mark ? plain.lastIndexOf(mark) : -1;
  const whole = at < 0 ? plain : plain.slice(0, at);
  const fraction = at < 0 ? "" : plain.slice(at + 1);
  if (!/^(\d+|\d{1,3}(\.\d{3})+|\d{1,3}(,\d{3})+)$/.test(whole) || !/^\d{0,3}$/.test(fraction)) return null;
  const digits = whole.replace(/[.,]/g, "").replace(/^0+(?=\d)/, "");
  return fraction === "" ? digits : `${digits}.${fraction}`;
}

function decimalMark(plain: string, locale: Locale): "." | "," | null {
  const last = plain.lastIndexOf(".") > plain.lastIndexOf(",") ? "." : ",";
  const count = plain.split(last).length - 1;
  if (count === 0) return null;
  const other = last === "." ? "," : ".";
  if (count > 1) return null;
  if (plain.includes(other)) return last;
  const groups = locale === "de" ? "." : ",";
  return last === groups && /^\d{1,3}[.,]\d{3}$/.test(plain) ? null : last;
}

/** Beginnings of the months' names in every language we speak, without accents; English and German share most. */
const months = [
  "jan",
  "feb",
  "mar|mae|mrz|maer",
  "apr",
  "may|mai",
  "jun",
  "jul",
  "aug",
  "sep",
  "oct|okt",
  "nov",
  "dec|dez",
];

/** A month as a number or a word ("10", "oct", "Oktober", "März"): 1 to 12, or null. */
export function readMonth(typed: string): number | null {
  const plain = tidy(typed)
    .toLowerCase()
    .normalize("NFD")
    .replace(/\p{M}|\.$/gu, "");
  if (/^\d{1,2}$/.test(plain)) return Number(plain) >= 1 && Number(plain) <= 12 ? Number(plain) : null;
  const index = /^[a-z]{3,9}$/.test(plain)
    ? months.findIndex((beginning) => new RegExp(`^(${beginning})`).test(plain))
    : -1;
  return index < 0 ? null : index + 1;
}

/** A year of four figures between 1900 and 2199, or null. */
export function readYear(typed: string): number | null {
  const plain = tidy(typed);
  return /^(19|20|21)\d\d$/.test(plain) ? Number(plain) : null;
}

const two = (value: number) => String(value).padStart(2, "0");

export type MonthParts = { month: string; year: string };
export type Read<Part extends string> = { ok: true; value: string } | { ok: false; wrong: Part };

/** A month and its year from two inputs, or both in the first ("10/2026", "oct 2026"): `2026-10`. */
export function readMonthYear(typed: MonthParts): Read<"month" | "year"> {
  const { month, year } = tidy(typed.year) === "" ? splitMonth(typed.month) : typed;
  const monthNumber = readMonth(month);
  if (monthNumber === null) return { ok: false, wrong: "month" };
  const yearNumber = readYear(year);
  return yearNumber === null
    ? { ok: false, wrong: "year" }
    : { ok: true, value: `${yearNumber}-${two(monthNumber)}` };
}

function splitMonth(typed: string): MonthParts {
  const plain = tidy(typed);
  const iso = /^(\d{4})-(\d{1,2})$/.exec(plain);
  if (iso) return { month: iso[2] ?? "", year: iso[1] ?? "" };
  const [, month = plain, year = ""] = /^(\S+?)\s*[\s/.-]\s*(\d{4})$/.exec(plain) ?? [];
  return { month, year };
}

export type DayParts = MonthParts & { day: string };

/**
 * A day from three inputs, or all of it in the first one, as people paste it ("3 jan 1990", "03/01/1990", "1990-01-03"):
 * `1990-01-03`. Figures with dots are day first everywhere.
 */
export function readDay(typed: DayParts, order: DateOrder): Read<"day" | "month" | "year"> {
  const isWhole = tidy(typed.month) === "" && tidy(typed.year) === "" && !/^\d{0,2}$/.test(tidy(typed.day));
  const { day, month, year } = isWhole ? splitDay(tidy(typed.day), order) : typed;
  const dayNumber = /^\d{1,2}\.?$/.test(tidy(day)) ? Number.parseInt(tidy(day), 10) : 0;
  if (dayNumber < 1 || dayNumber > 31) return { ok: false, wrong: "day" };
  const monthYear = readMonthYear({ month, year });
  if (!monthYear.ok) return monthYear;
  const value = `${monthYear.value}-${two(dayNumber)}`;
  return isDay(value) ? { ok: true, value } : { ok: false, wrong: "day" };
}

function splitDay(typed: string, order: DateOrder): DayParts {
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(typed);
  if (iso) return { year: iso[1] ?? "", month: iso[2] ?? "", day: iso[3] ?? "" };
  const [first = "", second = "", third = ""] = typed
    .replace(/(\d)(st|nd|rd|th)\b/i, "$1")
    .split(/[\s/.,-]+/);
  const isMonthFirst =
    !typed.includes(".") && (/^\p{L}/u.test(first) || (order === "mdy" && /^\d+$/.test(second)));
  return isMonthFirst
    ? { day: second, month: first, year: third }
    : { day: first, month: second, year: third };
}

function isDay(iso: string): boolean {
  const parsed = new Date(`${iso}T00:00:00Z`);
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(iso);
}

/** The last four figures of a card, whatever more was typed: the rest is not ours to know. */
export function readLast4(typed: string): string | null {
  const digits = tidy(typed).replace(/[\s-]/g, "");
  return /^\d{4,19}$/.test(digits) ? digits.slice(-4) : null;
}
