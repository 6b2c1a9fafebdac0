import type { Locale } from "./index.ts";

const tags = { en: "en-GB", de: "de-DE" } satisfies Record<Locale, string>;

type DayStyle = "long" | "weekday" | "short" | "month";
const dayStyles = {
  long: { day: "numeric", month: "long", year: "numeric" },
  weekday: { weekday: "long", day: "numeric", month: "long", year: "numeric" },
  short: { day: "numeric", month: "short" },
  month: { month: "long", year: "numeric" },
} satisfies Record<DayStyle, Intl.DateTimeFormatOptions>;

// Making a formatter costs a hundred times what using it does. The keys are few: locales, styles, zones and currencies.
const dateFormats = new Map<string, Intl.DateTimeFormat>();
const numberFormats = new Map<string, Intl.NumberFormat>();

function dates(locale: Locale, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = JSON.stringify([locale, options]);
  const format = dateFormats.get(key) ?? new Intl.DateTimeFormat(tags[locale], options);
  dateFormats.set(key, format);
  return format;
}

function numbers(locale: Locale, options: Intl.NumberFormatOptions = {}): Intl.NumberFormat {
  const key = JSON.stringify([locale, options]);
  const format = numberFormats.get(key) ?? new Intl.NumberFormat(tags[locale], options);
  numberFormats.set(key, format);
  return format;
}

/** A civil day (`2026-03-17`) in words: "17 March 2026". No time zone is involved. */
export function formatDay(day: string, locale: Locale, style: DayStyle = "long"): string {
  const formatted = dates(locale, { ...dayStyles[style], timeZone: "UTC" }).format(
    new Date(`${day}T00:00:00Z`),
  );
  return locale === "en" ? formatted.replace(/^(\w+), /, "$1 ") : formatted;
}

/** An instant as people in `zone` read their clocks: "17 March 2026, 9:14". */
export function formatInstant(instant: Date, zone: string, locale: Locale): string {
  const day = dates(locale, { ...dayStyles.long, timeZone: zone }).format(instant);
  return `${day}, ${formatTime(instant, zone, locale)}`;
}

/** Hours and minutes on the clocks of `zone`, 24 hours: "9:14". */
export function formatTime(instant: Date, zone: string, locale: Locale): string {
  return dates(locale, {
    hour: "numeric",
    minute: "2-digit",
    hourCycle: "h23",
    timeZone: zone,
  })
    .format(instant)
    .replace(/^0(\d)/, "$1");
}

/** A number grouped as readers of `locale` expect. */
export function formatNumber(value: number, locale: Locale): string {
  return numbers(locale).format(value);
}

/** An amount with its currency: `formatMoney(18.4, "GBP", "en")` is "£18.40", `formatMoney(2600, "JPY", "en")` "¥2,600". */
export function formatMoney(amount: number, currency: string, locale: Locale): string {
  return numbers(locale, { style: "currency", currency }).format(amount);
}

/** A file size for people, decimal units: "84 kB", "3.4 GB". */
export function formatSize(sizeBytes: number, locale: Locale): string {
  const units = ["B", "kB", "MB", "GB", "TB"];
  let value = sizeBytes;
  let unit = 0;
  while (value >= 1000 && unit < units.length - 1) {
    value /= 1000;
    unit += 1;
  }
  const digits = unit === 0 || value >= 10 ? 0 : 1;
  const number = numbers(locale, { maximumFractionDigits: digits }).format(value);
  return `${number} ${units[unit]}`;
}

/** A time zone by its whole name as people read it: "America/Los Angeles". */
export function zoneInFull(zone: string): string {
  return zone.replaceAll("_", " ");
}

/** The place a time zone is named after: `America/Los_Angeles` → "Los Angeles". */
export function placeOfZone(zone: string): string {
  return zoneInFull(zone.split("/").at(-1) ?? zone);
}
