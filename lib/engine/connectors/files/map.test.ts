import { describe, expect, test } from "vitest";
import type { JsonRecord } from "#lib/engine/datasets/values.ts";
import { comparing, decodeCell, delimiterOf, endingOf, fileNames, misfit } from "./map.ts";

test.each<[name: string, ending: string | null]>([
  ["contacts.csv", ".csv"],
  ["CLICKS.JSON", ".json"],
  ["a.ndjson", ".ndjson"],
  ["contacts", null],
  ["contacts.csv.bak", null],
  ["csv", null],
])("the ending of %s", (name, ending) => {
  expect(endingOf(name)).toBe(ending);
});

test("a collection's name is a file's name, with its ending or without", () => {
  expect(fileNames("contacts.csv")).toEqual(["contacts.csv"]);
  expect(fileNames("contacts")).toEqual([
    "contacts.csv",
    "contacts.tsv",
    "contacts.json",
    "contacts.ndjson",
    "contacts.jsonl",
  ]);
});

test.each<[heading: string, sign: string]>([
  ["id,name,mail", ","],
  ["id;name,first;mail", ";"],
  ["id\tname\tmail", "\t"],
  ["id|name|mail", "|"],
  ['"a;b;c","d;e"', ","],
  ['"a ""x"";;;",b', ","],
  ["single", ","],
  ["", ","],
])("the separator of %j", (heading, sign) => {
  expect(delimiterOf("auto", ".csv", heading)).toBe(sign);
});

test("the settings and a .tsv ending decide before the heading does", () => {
  expect(delimiterOf("pipe", ".csv", "a,b,c")).toBe("|");
  expect(delimiterOf("auto", ".tsv", "a,b,c")).toBe("\t");
});

describe("cells", () => {
  const bytes = (...codes: number[]) => Buffer.from(codes).toString("latin1");
  test.each<[cell: string, encoding: "utf-8" | "windows-1252", text: string | null]>([
    ["plain", "utf-8", "plain"],
    [bytes(0xc3, 0xbc), "utf-8", "ü"],
    [bytes(0xfc), "utf-8", null],
    [bytes(0xfc), "windows-1252", "ü"],
    [bytes(0x80), "windows-1252", "€"],
    [bytes(0xef, 0xbb, 0xbf, 0x61), "utf-8", "\ufeffa"],
    [bytes(0xed, 0xa0, 0x80), "utf-8", null],
  ])("%j in %s", (cell, encoding, text) => {
    expect(decodeCell(cell, encoding)).toBe(text);
  });

  test.each<[cells: string[], why: RegExp | null]>([
    [["1", "2", "3"], null],
    [["1", "2", ""], null],
    [["1", "2", "3", "", ""], null],
    [["1", "2"], /has 2 cells where the heading has 3/],
    [["1", "2", "3", "4"], /has 4 cells/],
  ])("%j under three headings", (cells, why) => {
    if (why) expect(misfit(cells, ["a", "b", "c"])).toMatch(why);
    else expect(misfit(cells, ["a", "b", "c"])).toBeNull();
  });
});

test("records are ordered by value, absent ones last in either direction", () => {
  const records: JsonRecord[] = [{ n: 10 }, { n: 9 }, { n: null }, {}, { n: "b" }, { n: "a" }];
  const order = (direction: "asc" | "desc") =>
    records.toSorted(comparing([{ field: "n", direction }])).map((record) => record.n ?? null);
  expect(order("asc").slice(-2)).toEqual([null, null]);
  expect(order("desc").slice(-2)).toEqual([null, null]);
  expect(
    [{ n: 10 }, { n: 9 }, { n: 100 }]
      .toSorted(comparing([{ field: "n", direction: "desc" }]))
      .map(({ n }) => n),
  ).toEqual([100, 10, 9]);
  expect(
    [{ d: "2024-02-01" }, { d: "2023-12-31" }]
      .toSorted(comparing([{ field: "d", direction: "asc" }]))
      .map(({ d }) => d),
  ).toEqual(["2023-12-31", "2024-02-01"]);
});
