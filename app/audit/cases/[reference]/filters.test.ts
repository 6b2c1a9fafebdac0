import { expect, test } from "vitest";
import type { EventType } from "#lib/audit/events.ts";
import type { HistoryLine } from "#lib/cases/queries/history.ts";
import { filterHistory, type Asked } from "./filters.ts";

const line = (number: number, at: string, who: string, type: EventType) =>
  ({ number, at: new Date(at), who, event: { type } }) as HistoryLine;

/** Newest first. 23:30 UTC on the 24th is the 25th in Berlin. */
const lines = [
  line(5, "2026-11-24T23:30:00Z", "Ana Ruiz", "decide"),
  line(4, "2026-11-24T10:00:00Z", "Ana Ruiz", "case.read"),
  line(3, "2026-11-24T09:00:00Z", "worker", "source-finished"),
  line(2, "2026-11-23T12:01:00Z", "worker", "plan-collecting"),
  line(1, "2026-11-23T12:00:00Z", "the person", "case.open"),
];
const ask = (asked: Asked) =>
  filterHistory(lines, asked, { path: "/audit/cases/HB-1", zone: "Europe/Berlin" });

test.each<[string, Asked, number[]]>([
  ["everything, the newest first", {}, [5, 4, 3, 2, 1]],
  ["the oldest first", { order: "oldest" }, [1, 2, 3, 4, 5]],
  ["what one kind is about", { kind: "search" }, [3, 2]],
  ["what one colleague did", { who: "Ana Ruiz" }, [5, 4]],
  ["one day of the zone", { day: "2026-11-24" }, [4, 3]],
  ["the day after, in the zone", { day: "2026-11-25" }, [5]],
  ["several at once", { day: "2026-11-24", who: "worker", kind: "search", order: "oldest" }, [3]],
  [
    "nothing that is known",
    { kind: "weather", who: "Eve", day: "yesterday", order: "random" },
    [5, 4, 3, 2, 1],
  ],
])("A1: %s", (_name, asked, numbers) => {
  expect(ask(asked).shown.map((one) => one.number)).toEqual(numbers);
});

test("each filter can be taken away alone, and the rest stays", () => {
  const { filters, hereHref, clearHref } = ask({ kind: "search", who: "worker", order: "oldest" });
  expect(hereHref).toBe("/audit/cases/HB-1?order=oldest&kind=search&who=worker");
  expect(filters.map(({ name, removeHref }) => [name, removeHref])).toEqual([
    ["About", "/audit/cases/HB-1?order=oldest&who=worker"],
    ["Who", "/audit/cases/HB-1?order=oldest&kind=search"],
    ["Day", undefined],
    ["Order", "/audit/cases/HB-1?kind=search&who=worker"],
  ]);
  expect(clearHref).toBe("/audit/cases/HB-1?order=oldest");
  expect(ask({}).clearHref).toBeUndefined();
});

test("only what the history holds is offered", () => {
  const options = (name: string) =>
    ask({})
      .filters.find((one) => one.name === name)
      ?.options.map((one) => one.label);
  expect(options("About")).toEqual(["the request", "the search", "the decision", "reading"]);
  expect(options("Who")).toEqual(["Ana Ruiz", "the person", "worker"]);
  expect(options("Day")).toEqual(["25 November 2026", "24 November 2026", "23 November 2026"]);
});
