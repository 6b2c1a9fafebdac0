import { translator } from "#lib/locales/index.ts";
import type { Locale } from "#lib/locales/index.ts";
import { daysBetween } from "./days.ts";

/** From how many days before the last day a case counts as due soon. The last day itself is a day to answer on. */
export const dueSoonDays = 3;

export type Urgency = "late" | "due" | "open";

/** How pressing a case is on the day `today`: late only from the day after its last day. */
export function urgencyOf(dueOn: string, today: string): Urgency {
  const days = daysBetween(today, dueOn);
  if (days < 0) return "late";
  return days <= dueSoonDays ? "due" : "open";
}

/** "4 days left", "due tomorrow", "due today", "2 days late": the words beside every date to answer by. */
export function daysLeftText(dueOn: string, today: string, locale: Locale): string {
  const t = translator(locale, "ui");
  const days = daysBetween(today, dueOn);
  if (days < 0) return t("days.late", { days: -days });
  if (days === 0) return t("days.today");
  if (days === 1) return t("days.tomorrow");
  return t("days.left", { days });
}
