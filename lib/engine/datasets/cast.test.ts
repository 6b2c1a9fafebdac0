import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { castValue } from "./cast.ts";
import { exactNumber } from "./numbers.ts";
import type { Json } from "./values.ts";
import type { BaseType } from "./vocabulary.ts";

const failed = Symbol("failed");

test.each<[type: BaseType | null, value: Json, cast: Json | typeof failed]>([
  ["string", "", ""],
  ["string", 0, "0"],
  ["string", false, "false"],
  ["string", 1.5, "1.5"],
  ["string", "x", "x"],
  ["string", null, failed],
  ["string", {}, failed],
  ["string", [1], failed],
  ["integer", 0, 0],
  ["integer", "0", 0],
  ["integer", "-0", 0],
  ["integer", "007", 7],
  ["integer", " 42 ", 42],
  ["integer", "+5", 5],
  ["integer", "-12", -12],
  ["integer", "9007199254740993", "9007199254740993"],
  ["integer", "-009007199254740993", "-9007199254740993"],
  ["integer", 3.7, failed],
  ["integer", "3.0", failed],
  ["integer", "", failed],
  ["integer", "1e3", failed],
  ["integer", true, failed],
  ["integer", 2 ** 53, failed],
  ["integer", "x", failed],
  ["float", 0, 0],
  ["float", "0.10", 0.1],
  ["float", "12345678901234567.5", "12345678901234567.5"],
  ["float", "1e3", 1000],
  ["float", ".5", 0.5],
  ["float", "NaN", failed],
  ["float", "", failed],
  ["float", "1,5", failed],
  ["float", false, failed],
  ["float", "Infinity", failed],
  ["boolean", false, false],
  ["boolean", "False", false],
  ["boolean", "false", false],
  ["boolean", 0, false],
  ["boolean", "0", false],
  ["boolean", true, true],
  ["boolean", "True", true],
  ["boolean", 1, true],
  ["boolean", "1", true],
  ["boolean", "yes", failed],
  ["boolean", 2, failed],
  ["boolean", "", failed],
  ["object_id", "507f1f77bcf86cd799439011", "507f1f77bcf86cd799439011"],
  ["object_id", "507F1F77BCF86CD799439011", "507f1f77bcf86cd799439011"],
  ["object_id", "507f", failed],
  ["object_id", 5, failed],
  ["object", { a: 1 }, failed],
  ["object", "x", failed],
  [null, 0, 0],
  [null, false, false],
  [null, "", ""],
  [null, "007", "007"],
  [null, null, failed],
  [null, { a: 1 }, failed],
])("as %s, %j becomes %s", (type, value, expected) => {
  const cast = castValue(value, type ? { base: type, isArray: false } : null);
  if (expected !== failed) expect(cast).toEqual({ ok: true, value: expected });
  else {
    expect(cast.ok).toBe(false);
    if (!cast.ok && typeof value === "string" && value.length > 2) expect(cast.reason).not.toContain(value);
  }
});

test("an element of an array is cast like a single value", () => {
  expect(castValue("007", { base: "integer", isArray: true })).toEqual({ ok: true, value: 7 });
});

describe("numbers written in digits", () => {
  test.each<[digits: string, value: number | string]>([
    ["0", 0],
    ["-0", 0],
    ["1.10", 1.1],
    ["100", 100],
    ["1e2", 100],
    ["0.1", 0.1],
    ["00.10", 0.1],
    ["9007199254740992", 9007199254740992],
    ["9007199254740993", "9007199254740993"],
    ["0.1000000000000000055511151231257827", "0.1000000000000000055511151231257827"],
    ["1e400", "1e400"],
    ["1e-400", "1e-400"],
    ["123456789012345678", "123456789012345678"],
    ["20.00", 20],
    ["12345678901234567890.1234567890", "12345678901234567890.1234567890"],
  ])("%s", (digits, value) => {
    const exact = exactNumber(digits);
    expect(exact === 0 ? 0 : exact).toBe(value);
  });

  test("every double comes back from its own digits", () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        expect(exactNumber(String(value))).toBe(Object.is(value, -0) ? 0 : value);
      }),
    );
  });
});
