import { expect, test } from "vitest";
import { countAnswers } from "./repeats.ts";

const answered = (...days: string[]) =>
  days.map((answeredOn, index) => ({ reference: `HB-${index}`, answeredOn }));

test.each([
  ["none", 2, [], false, null],
  ["one of two", 2, ["2026-02-01"], false, null],
  ["two of two: free when the first is a year old", 2, ["2026-05-01", "2026-02-01"], true, "2027-02-01"],
  [
    "three of two: free when the second is",
    2,
    ["2026-02-01", "2026-05-01", "2026-06-01"],
    true,
    "2027-05-01",
  ],
  ["a year old to the day no longer counts", 1, ["2025-11-25"], false, null],
  ["a day short of a year does", 1, ["2025-11-26"], true, "2026-11-26"],
  ["on the day itself", 1, ["2026-11-25"], true, "2027-11-25"],
  ["what was answered only afterwards does not", 1, ["2026-11-26"], false, null],
  ["the law names no number", null, ["2026-02-01", "2026-03-01"], false, null],
] as const)("%s", (_name, perYear, days, isUsedUp, nextFreeOn) => {
  expect(countAnswers(perYear, "2026-11-25", answered(...days))).toMatchObject({ isUsedUp, nextFreeOn });
});

test("a leap day's year ends with February", () => {
  expect(countAnswers(1, "2028-12-01", answered("2028-02-29")).nextFreeOn).toBe("2029-02-28");
});

test("they are told oldest first", () => {
  const { answers } = countAnswers(2, "2026-11-25", answered("2026-05-01", "2025-01-01", "2026-02-01"));
  expect(answers.map(({ reference }) => reference)).toEqual(["HB-2", "HB-0"]);
});
