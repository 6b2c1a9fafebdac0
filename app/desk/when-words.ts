import { dayIn } from "#lib/law/calendar.ts";
import { formatDay, formatTime } from "#lib/locales/format.ts";

/** When something happened last, as short as the desk can say it: the time today, the day else. */
export function whenWords(at: Date, now: Date, zone: string): string {
  const day = dayIn(at, zone);
  return day === dayIn(now, zone) ? formatTime(at, zone, "en") : formatDay(day, "en", "short");
}
