import { parse } from "csv-parse/sync";
import { describe, expect, it } from "vitest";
import { columnsOf } from "./columns.ts";
import { csvCell, csvLine, csvRecord } from "./csv.ts";
import type { FieldKind } from "./input.ts";
import { redacted, redactedText, type BundleValue } from "./values.ts";

describe("a cell", () => {
  it.each([
    ["=1+1", "'=1+1"],
    ["+44 20 7946 0018", "'+44 20 7946 0018"],
    ["-2+3+cmd|' /C calc'!A0", "'-2+3+cmd|' /C calc'!A0"],
    ["@SUM(A1)", "'@SUM(A1)"],
    ["\tx", '"\'\tx"'],
    ["\rx", '"\'\rx"'],
    ["\nx", '"\'\nx"'],
    ["＝1+1", "'＝1+1"],
    ["＠x", "'＠x"],
    ["a=1", "a=1"],
    ['say "hi", you', '"say ""hi"", you"'],
    ["a;b", '"a;b"'],
    ["two\nlines", '"two\nlines"'],
    ["x;=cmd|' /C calc'!A0;y", "\"x;'=cmd|' /C calc'!A0;y\""],
    ['x; "=1"', '"x;\' ""=1"""'],
    ["list:\n- one", '"list:\n\'- one"'],
    ["a;b=1", '"a;b=1"'],
    [" space ", '" space "'],
    ["", ""],
    ["a\0b", "a\uFFFDb"],
  ])("%j is written %j", (text, cell) => {
    expect(csvCell(text)).toBe(cell);
  });

  it("can be read back by another program", () => {
    const cells = ["plain", 'a "quoted", cell', "two\r\nlines", "a;b", "übergroß", "مايا", ""];
    expect(parse(csvLine(cells))).toEqual([cells]);
    expect(csvLine(cells).endsWith("\r\n")).toBe(true);
  });
});

describe("a record's line", () => {
  const words = { reasons: { name: "a name" }, covered: (reason: string) => `[covered: ${reason}]` };
  const line = (value: BundleValue, kind: FieldKind) =>
    csvRecord(
      { v: value },
      "notes",
      columnsOf([{ name: "v", label: "V", kind }], { unspread: new Set(), long: new Set() }),
      words,
    );

  it.each<[string, BundleValue, FieldKind, string]>([
    ["nothing", null, "text", ""],
    ["a number", -18.4, "number", "-18.4"],
    ["an amount kept as text", "-18.40", "money", "-18.40"],
    ["a text that is a negative number", "-18.40", "text", "'-18.40"],
    ["an amount that is a formula", "-1+1", "money", "'-1+1"],
    ["a truth", true, "yes-no", "true"],
    ["a covered value", redacted("name"), "text", "[covered: name]"],
    [
      "a covered place",
      redactedText(["=hello ", redacted("name"), ", bye"]),
      "text",
      '"\'=hello [covered: name], bye"',
    ],
    ["an object", { a: [1, "=x"] }, "nested", '"{""a"":[1,""=x""]}"'],
    [
      "an object that looks like a marker",
      { redacted: { reason: "unknown" } },
      "text",
      '"{""redacted"":{""reason"":""unknown""}}"',
    ],
  ])("writes %s", (_name, value, kind, cell) => {
    expect(line(value, kind)).toBe(`notes,${cell}\r\n`);
  });
});
