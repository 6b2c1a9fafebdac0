import { expect, test } from "vitest";
import type { Scalar } from "#lib/engine/datasets/values.ts";
import { affinityOf, matching, type Affinity } from "./match.ts";
import { fromPlace, sizeOf, toPlace, type Cell } from "./map.ts";

test.each<[declared: string, affinity: Affinity]>([
  ["INTEGER", "integer"],
  ["BIGINT UNSIGNED", "integer"],
  ["POINT", "integer"],
  ["varchar(20)", "text"],
  ["CLOB", "text"],
  ["", "none"],
  ["blob", "none"],
  ["DOUBLE PRECISION", "real"],
  ["FLOAT", "real"],
  ["DECIMAL(10,2)", "numeric"],
  ["BOOLEAN", "numeric"],
  ["DATE", "numeric"],
  ["CHARINT", "integer"],
])("%j has the affinity %s", (declared, affinity) => {
  expect(affinityOf(declared)).toBe(affinity);
});

test.each<[affinity: Affinity, values: Scalar[], json: string, unfit: number]>([
  ["integer", [42, "42", -1, "0"], "[42,42,-1,0]", 0],
  ["integer", ["042", "4.2e1", " 42", "42.0", "+42"], "[]", 5],
  ["integer", ["A-7", ""], '["A-7",""]', 0],
  ["integer", ["9223372036854775807", "9223372036854775808"], "[9223372036854775807]", 1],
  ["integer", [true, false], "[1,0]", 0],
  ["numeric", ["12.50", "0.12345678901234567"], "[12.50]", 1],
  ["real", [0.1, "1e5"], "[0.1]", 1],
  ["text", [42, "042", true, ""], '["42","042","true",""]', 0],
  ["text", ["a\0b", "\ud800"], "[]", 2],
  ["none", ["42", "x", 7], '["42",42,"x","7",7]', 0],
])("for %s, %j is %s", (affinity, values, json, unfit) => {
  expect(matching(values, affinity)).toEqual({ json, unfit });
});

test.each<[Cell]>([
  [null],
  [9007199254740993n],
  [-1n],
  [0.1],
  [Infinity],
  [""],
  ["i5"],
  ["naïve"],
  [Buffer.from([0, 255])],
])("a place keeps %s and its kind", (cell) => {
  const place = toPlace(cell);
  expect(place === null ? null : fromPlace(place)).toEqual(cell);
});

test("the size of a wide table is no deep expression", () => {
  const text = sizeOf(Array.from({ length: 950 }, (_, index) => `c${index}`));
  expect(text.split(") + (").length).toBe(10);
  expect(sizeOf([])).toBe("0");
});
