import { expect, test } from "vitest";
import { dateLineScale } from "./date-line-scale.ts";

test("a stop of five days lies between two runs, and the day that held before is a tick", () => {
  const scale = dateLineScale({
    receivedOn: "2026-11-03",
    dueOn: "2026-12-08",
    today: "2026-11-24",
    stops: [{ from: "2026-11-05", to: "2026-11-09" }],
    movedFrom: ["2026-12-03"],
  });
  expect(scale.runs).toEqual([
    { from: 0, to: 5.7 },
    { from: 20, to: 60 },
  ]);
  expect(scale.stops).toEqual([
    { from: 5.7, to: 20, since: "2026-11-05", days: 5, isOpen: false, label: { at: 5.7, anchor: "start" } },
  ]);
  expect(scale.ticks).toEqual([85.7]);
  expect(scale.today).toEqual({ at: 60, anchor: "middle" });
  expect(scale.due).toBe(100);
  expect(scale.needsSecondLine).toBe(false);
});

test("on the day of receipt nothing has run yet and the word starts at the line's start", () => {
  const scale = dateLineScale({ receivedOn: "2026-11-03", dueOn: "2026-12-03", today: "2026-11-03" });
  expect(scale.runs).toEqual([]);
  expect(scale.today).toEqual({ at: 0, anchor: "start" });
});

test("after the last day the line goes on to today, and the rest is late", () => {
  const scale = dateLineScale({ receivedOn: "2026-11-01", dueOn: "2026-11-09", today: "2026-11-11" });
  expect(scale.due).toBe(80);
  expect(scale.runs).toEqual([{ from: 0, to: 80 }]);
  expect(scale.late).toEqual({ from: 80, to: 100 });
  expect(scale.dueLabel).toEqual({ at: 80, anchor: "end" });
  expect(scale.today).toEqual({ at: 100, anchor: "end" });
});

test("a stop that goes on ends at today and needs a line of its own beside the word today", () => {
  const scale = dateLineScale({
    receivedOn: "2026-11-01",
    dueOn: "2026-12-01",
    today: "2026-11-13",
    stops: [{ from: "2026-11-10" }],
  });
  expect(scale.stops[0]).toMatchObject({ from: 30, to: 40, days: 4, isOpen: true });
  expect(scale.runs).toEqual([{ from: 0, to: 30 }]);
  expect(scale.needsSecondLine).toBe(true);
});

test("of two stops close together only the first has words; the sum below has both", () => {
  const scale = dateLineScale({
    receivedOn: "2026-11-01",
    dueOn: "2026-12-01",
    stops: [
      { from: "2026-11-10", to: "2026-11-11" },
      { from: "2026-11-05", to: "2026-11-06" },
    ],
  });
  expect(scale.stops.map((stop) => stop.label !== null)).toEqual([true, false]);
  expect(scale.stops.map((stop) => stop.days)).toEqual([2, 2]);
  expect(scale.today).toBeNull();
  expect(scale.runs.at(-1)).toEqual({ from: 36.7, to: 100 });
});

test.each([
  ["2026-11-03", { at: 36, anchor: "start" }],
  ["2026-11-13", { at: 60, anchor: "middle" }],
  ["2026-11-20", { at: 95, anchor: "end" }],
])("long after %s its words stay clear of those of the first day", (dueOn, label) => {
  const scale = dateLineScale({ receivedOn: "2026-11-01", dueOn, today: "2026-11-21" });
  expect(scale.dueLabel).toEqual(label);
});

test("a stop inside another does not let the clock run", () => {
  const scale = dateLineScale({
    receivedOn: "2026-11-01",
    dueOn: "2026-11-21",
    stops: [
      { from: "2026-11-03", to: "2026-11-12" },
      { from: "2026-11-05", to: "2026-11-06" },
    ],
  });
  expect(scale.runs).toEqual([
    { from: 0, to: 10 },
    { from: 60, to: 100 },
  ]);
});

test("one day to answer divides by nothing", () => {
  const scale = dateLineScale({ receivedOn: "2026-11-01", dueOn: "2026-11-01", today: "2026-11-01" });
  expect(scale.runs).toEqual([]);
  expect(scale.due).toBe(0);
});
