import { expect, test } from "vitest";
import type { Scalar } from "#lib/engine/datasets/values.ts";
import { arrayLiteral, quoted } from "./map.ts";
import { isSingle, matching, type Column } from "./match.ts";

const column = (type: string, more: Partial<Column> = {}): Column => ({
  name: "c",
  type,
  cast: type,
  isArray: false,
  isNullable: true,
  ...more,
});

test.each<[type: string, fit: Scalar[], unfit: Scalar[], cast: string | null]>([
  ["int2", [0, -1, "32767"], [32768, "-32769", "1.0", "01", "+1", "1e1", "", " 1", "-0x1", true], "int2"],
  ["int4", ["2147483647"], ["2147483648", "-2147483649"], "int4"],
  ["int8", ["9223372036854775807"], ["9223372036854775808"], "int8"],
  ["numeric", ["1.10", "1e5", -0.5, ".5"], ["1,5", "NaN", "Infinity", "1e10000", "--1", ""], "numeric"],
  ["float8", ["1e308", 0.1, "0", "0.0e0"], ["1e309", "1e-400", "NaN", ""], "float8"],
  ["float4", ["3.4e38"], ["3.5e38", "1e-46"], "float4"],
  ["bool", [true, "false"], ["t", 1, 0, "TRUE", ""], "bool"],
  ["uuid", ["c0ffee00-0000-4000-8000-000000000001"], ["c0ffee00000040008000000000000001", "x"], "uuid"],
  [
    "date",
    ["2024-02-29", "0001-01-01"],
    ["2023-02-29", "2024-13-01", "2024-1-1", "29/02/2024", "0000-01-01", "today", "infinity"],
    "date",
  ],
  [
    "timestamp",
    ["2024-02-29", "2024-02-29 10:00", "2024-02-29T23:59:59.999999"],
    ["2024-02-29T24:00", "2024-02-29T10:00Z", "now"],
    "timestamp",
  ],
  [
    "timestamptz",
    ["2024-02-29T10:00:00+02:00", "2024-02-29T10:00:00Z", "2024-02-29 10:00:00"],
    ["2024-02-30T10:00:00Z", "2024-02-29T10:00:00+25:00"],
    "timestamptz",
  ],
  ["text", ["", "a", "NULL", "'", 0, false], ["a\0b", "\ud800"], "text"],
  ["varchar", ["abc"], [], "text"],
  ["bpchar", ["abc"], [], "bpchar"],
  ["name", ["abc"], ["x".repeat(64)], "name"],
  ["mood", ["glad"], ["a\0"], null],
  ["money", ["$1.00"], [], null],
])("what can stand in %s", (type, fit, unfit, cast) => {
  expect(matching(column(type), [...fit, ...unfit])).toEqual({
    cast,
    texts: fit.map(String),
    unfit: unfit.length,
  });
});

test("citext is compared by its own rule, wherever the extension lives", () => {
  expect(matching(column("citext", { cast: "ext.citext" }), ["a"]).cast).toBe("ext.citext");
});

test("a row matches at most one value only where equality is that of the text", () => {
  expect(["int8", "text", "bool"].map((type) => isSingle(column(type)))).toEqual([true, true, true]);
  expect(
    ["citext", "numeric", "timestamptz", "bpchar", "jsonb"].map((type) => isSingle(column(type))),
  ).toEqual([false, false, false, false, false]);
  expect(isSingle(column("text", { isArray: true }))).toBe(false);
});

test("names and lists are written so that nothing in them ends them", () => {
  expect(quoted('a"b; drop')).toBe('"a""b; drop"');
  expect(arrayLiteral(["a", 'b"c', "d\\e", "f,g}", "NULL", ""])).toBe(
    '{"a","b\\"c","d\\\\e","f,g}","NULL",""}',
  );
});
