import { randomBytes } from "node:crypto";
import { describe, expect, test } from "vitest";
import { compareFacts, matchedCount, type FactToCheck } from "./facts.ts";

const key = randomBytes(32);
const account = {
  fact: "account-number",
  kind: "number",
  typed: "ip 4471 0936",
  held: ["IP44710936"],
} satisfies FactToCheck;
const invoice = {
  fact: "last-invoice",
  kind: "amount-month",
  typed: "18.40|2026-10",
  held: ["18.4|2026-10-04"],
} satisfies FactToCheck;
const outcomes = (facts: FactToCheck[], candidates = 1) =>
  compareFacts(facts, candidates, key).map((result) => result.outcome);

describe("facts", () => {
  test("match exactly, after normalising", () => {
    expect(outcomes([account, invoice])).toEqual(["matched", "matched"]);
  });

  test("do not match by being near", () => {
    expect(outcomes([account, { ...invoice, typed: "18.41|2026-10" }])).toEqual(["matched", "not-matched"]);
  });

  test("of several people match nobody", () => {
    expect(outcomes([account, invoice], 2)).toEqual(["ambiguous", "ambiguous"]);
  });

  test("without anything on file count neither way", () => {
    expect(outcomes([account, { ...invoice, held: [] }])).toEqual(["matched", "not-comparable"]);
    expect(outcomes([account, { ...invoice, held: [null] }])).toEqual(["matched", "not-comparable"]);
  });

  test("typed in a form that cannot be compared are not a match with anything empty", () => {
    expect(outcomes([{ ...account, typed: "", held: ["", null] }])).toEqual(["not-comparable"]);
  });

  test("may match one of several rows of the same person", () => {
    expect(outcomes([{ ...account, held: ["IP1", "IP44710936"] }])).toEqual(["matched"]);
  });

  test("counted are only those that matched", () => {
    expect(matchedCount(compareFacts([account, { ...invoice, typed: "1|2020-01" }], 1, key))).toBe(1);
  });
});
