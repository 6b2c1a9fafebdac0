import { expect, test } from "vitest";
import { dayAfter, daysBetween } from "./days.ts";
import { daysLeftText, urgencyOf } from "./days-left.ts";

const today = "2026-11-24";

test.each([
  ["2026-10-25", "late", "30 days late", "30 Tage überfällig"],
  ["2026-11-22", "late", "2 days late", "2 Tage überfällig"],
  ["2026-11-23", "late", "1 day late", "1 Tag überfällig"],
  ["2026-11-24", "due", "due today", "heute fällig"],
  ["2026-11-25", "due", "due tomorrow", "morgen fällig"],
  ["2026-11-26", "due", "2 days left", "noch 2 Tage"],
  ["2026-11-27", "due", "3 days left", "noch 3 Tage"],
  ["2026-11-28", "open", "4 days left", "noch 4 Tage"],
  ["2027-01-03", "open", "40 days left", "noch 40 Tage"],
] as const)("on 24 November a case due on %s is %s: %s", (dueOn, urgency, english, german) => {
  expect(urgencyOf(dueOn, today)).toBe(urgency);
  expect(daysLeftText(dueOn, today, "en")).toBe(english);
  expect(daysLeftText(dueOn, today, "de")).toBe(german);
});

test.each([
  ["2026-03-28", "2026-03-30", 2],
  ["2026-10-24", "2026-10-26", 2],
  ["2028-02-28", "2028-03-01", 2],
  ["2026-12-31", "2027-01-01", 1],
  ["2026-11-24", "2026-11-24", 0],
  ["2026-11-24", "2026-11-09", -15],
])("from %s to %s are %i days, whatever clocks do in between", (from, to, days) => {
  expect(daysBetween(from, to)).toBe(days);
  expect(dayAfter(from, days)).toBe(to);
});
