import { expect, test } from "vitest";
import { distinct, valuesAt, type Json } from "./values.ts";

test.each<[value: Json, path: string[], found: Json[]]>([
  [{ a: 0 }, ["a"], [0]],
  [{ a: false, b: "" }, ["b"], [""]],
  [{ a: null }, ["a"], []],
  [{}, ["a"], []],
  [{ a: { b: [1, { c: 2 }, null, [3]] } }, ["a", "b"], [1, 3]],
  [{ a: [{ b: 1 }, { b: [2, 3] }, { c: 4 }, null, "x"] }, ["a", "b"], [1, 2, 3]],
  [{ a: { b: 1 } }, ["a"], []],
  [{ a: "text" }, ["a", "length"], []],
  [{ a: 1 }, ["constructor"], []],
  [{ a: 1 }, ["__proto__"], []],
])("%j at %j", (value, path, found) => {
  expect(valuesAt(value, path)).toEqual(found);
});

test("distinct values come in one order, however they came in", () => {
  expect(distinct([3, "b", 1, "3", "a", 0, "", false])).toEqual(["", 0, 1, 3, "a", "b", false]);
  expect(distinct([false, "", 0, "a", "3", 1, "b", 3]).map(String)).toEqual(
    distinct([3, "b", 1, "3", "a", 0, "", false]).map(String),
  );
});
