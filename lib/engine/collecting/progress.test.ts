import { describe, expect, test } from "vitest";
import { nextStep, noProgress, outcomeOf, type Progress } from "./progress.ts";

const step = (address: `${string}:${string}`, waitsFor: `${string}:${string}`[] = []) => ({
  address,
  dataset: address.split(":")[0] ?? "",
  waitsFor,
});
const steps = [
  step("accounts:people"),
  step("accounts:invoices", ["accounts:people"]),
  step("desk:tickets", ["accounts:people"]),
];
const ended = (rows: number, end: "read" | "unreached" | "failed" = "read", says: string | null = null) => ({
  end,
  rows,
  says,
});

describe("the next step of a source", () => {
  test("is the first collection that waits for nothing", () => {
    expect(nextStep(steps, "accounts", noProgress, new Set())).toMatchObject({
      kind: "read",
      step: { address: "accounts:people" },
    });
  });

  test("waits for another source, and goes on when that has read what leads here", () => {
    expect(nextStep(steps, "desk", noProgress, new Set())).toEqual({ kind: "wait" });
    expect(nextStep(steps, "desk", noProgress, new Set(["accounts:people"]))).toMatchObject({ kind: "read" });
  });

  test("is none when every collection has ended", () => {
    const progress: Progress = { ended: { "desk:tickets": ended(0) }, current: null };
    expect(nextStep(steps, "desk", progress, new Set())).toEqual({ kind: "done" });
  });
});

describe("the outcome of a source", () => {
  test.each([
    ["found", { "a:b": ended(2), "a:c": ended(3) }, "found", 5],
    ["searched in vain", { "a:b": ended(0), "a:c": ended(0, "unreached") }, "nothing held", 0],
    ["nothing led here", { "a:b": ended(0, "unreached") }, "not known here", 0],
    ["nothing to search at all", {}, "not known here", 0],
    ["partly failed", { "a:b": ended(2), "a:c": ended(0, "failed", "The table is gone.") }, "failed", 2],
  ] as const)("%s", (_name, map, outcome, rows) => {
    expect(outcomeOf({ ended: map, current: null })).toMatchObject({ outcome, rows });
  });

  test("tells what failed", () => {
    expect(
      outcomeOf({ ended: { "a:c": ended(0, "failed", "The table is gone.") }, current: null }).says,
    ).toBe("The table is gone.");
  });
});
