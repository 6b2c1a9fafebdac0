import { expect, test } from "vitest";
import type { Json } from "#lib/engine/datasets/values.ts";
import { readChangedAt } from "./changed-at.ts";

const now = new Date("2026-11-24T12:00:00Z");
const day = "2026-03-02T00:00:00.000Z";

test.each<[string, Json[], string | null]>([
  ["nothing at all", [], null],
  ["NULL", [null], null],
  ["an empty column", ["", "  "], null],
  ["a day", ["2026-03-02"], day],
  ["a time without a zone", ["2026-03-02T08:30:00"], "2026-03-02T08:30:00.000Z"],
  ["a time as SQLite writes it", ["2026-03-02 08:30:00"], "2026-03-02T08:30:00.000Z"],
  ["a time in Berlin", ["2026-03-02T08:30:00.250+01:00"], "2026-03-02T07:30:00.250Z"],
  ["a time with a short zone", ["2026-03-02 08:30+0130"], "2026-03-02T07:00:00.000Z"],
  ["a time with a shorter zone", ["2026-03-02 08:30:00+01"], "2026-03-02T07:30:00.000Z"],
  ["seconds since 1970", [1772409600], day],
  ["seconds with a fraction", [1772409600.5], "2026-03-02T00:00:00.500Z"],
  ["milliseconds since 1970", [1772409600000], day],
  ["seconds as text", ["1772409600"], day],
  ["milliseconds as text", ["1772409600000"], day],
  ["several changes, the latest of them", ["2026-03-02", null, "2025-01-01", "2026-03-01"], day],
])("reads %s", (_, values, expected) => {
  expect(readChangedAt(values, now)?.toISOString() ?? null).toBe(expected);
});

test.each<[string, Json]>([
  ["a German day", "24.11.2026"],
  ["a British day", "20/11/2026"],
  ["a day of which nobody knows the order", "03/02/2026"],
  ["a day in words", "2 March 2026"],
  ["a day the calendar does not have", "2026-02-30"],
  ["a month the calendar does not have", "2026-13-01"],
  ["a time nobody's clock shows", "2026-03-02T27:00:00"],
  ["digits without signs between", "20260302"],
  ["the same as a number", 20260302],
  ["days since somebody's epoch", 20514],
  ["a Julian day", 2461101.5],
  ["microseconds", 1772409600000000],
  ["zero", 0],
  ["less than nothing", -1772409600],
  ["infinity", "infinity"],
  ["true", true],
  ["an object", { seconds: 1772409600 }],
  ["words", "yesterday"],
])("takes what it cannot read for a change just now: %s", (_, value) => {
  expect(readChangedAt([value], now)).toEqual(now);
  // However long ago the changes were that can be read.
  expect(readChangedAt(["2020-01-01", value], now)).toEqual(now);
});
