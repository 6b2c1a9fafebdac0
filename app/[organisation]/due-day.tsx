import { formatDay } from "#lib/locales/format.ts";
import type { Locale } from "#lib/locales/index.ts";

/** A day to answer by, large: its weekday on a line of its own. */
export function DueDay({ day, locale }: { day: string; locale: Locale }) {
  const date = formatDay(day, locale);
  const weekday = formatDay(day, locale, "weekday").replace(date, "").replace(/,\s*$/, "").trim();
  return (
    <time dateTime={day}>
      {weekday}
      <br />
      {date}
    </time>
  );
}
