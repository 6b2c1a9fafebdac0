import { expect, test } from "vitest";
import type { EventView } from "#lib/audit/queries/events.ts";
import { happenings } from "./history.ts";

const at = new Date("2026-11-04T10:00:00Z");
const told = (types: string[], locale: "en" | "de" = "en", sources = 3) =>
  happenings(
    types.map((type, index) => ({
      type,
      at,
      seq: index + 1,
      entry: { role: "worker" },
      payload: type === "plan-collecting" ? { sources, tasks: 0 } : {},
    })) as unknown as EventView[],
    locale,
  ).map(({ number, sentence }) => `${number} ${sentence}`);

const done = "source-finished";

test.each([
  ["the first of three", [done], ["2 We finished looking in one place"]],
  [
    "the second, a message between",
    [done, "write-to-team", done],
    ["3 You wrote to us", "4 We finished looking in 2 places"],
  ],
  ["all of them", [done, done, done, "finish-collecting"], ["5 We finished looking for your data"]],
  [
    "all, and one of them again",
    [done, done, done, "finish-collecting", "search-again", done],
    [
      "5 We finished looking for your data",
      "6 We looked again in a place that could not be read before",
      "7 We finished looking in one place",
    ],
  ],
])("places that were searched are told in one line: %s", (_, types, lines) => {
  expect(told(["plan-collecting", ...types])).toEqual([
    "1 We started to look for your data in 3 places",
    ...lines,
  ]);
});

test("in German, too", () => {
  expect(told([done, done], "de")).toEqual(["2 Wir haben 2 Stellen fertig durchsucht"]);
});

test("what no store is searched for is no search", () => {
  expect(told(["plan-collecting", "finish-collecting", "write-to-team"], "en", 0)).toEqual([
    "3 You wrote to us",
  ]);
});
