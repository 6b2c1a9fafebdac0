import { describe, expect, it } from "vitest";
import { columnsOf, valueAt } from "./columns.ts";
import type { BundleField } from "./input.ts";
import { prepareRecord } from "./prepare.ts";
import { emptySurvey, observe } from "./survey.ts";
import { redacted, redactedText, type BundleRecord, type BundleValue } from "./values.ts";

const reasons = { name: "another person’s name" };
const files = new Map([["f1", { path: "files/a.pdf", name: "á.pdf" }]]);
const mark = { key: "record_type", group: "notes" };
const fields: BundleField[] = [
  { name: "b", label: "B", kind: "text" },
  { name: "at", label: "At", kind: "instant" },
  {
    name: "deep",
    label: "Deep",
    kind: "nested",
    fields: [
      { name: "x", label: "X", kind: "text" },
      { name: "y", label: "Y", kind: "instant" },
    ],
  },
];
const prepare = (record: BundleRecord) => prepareRecord(record, { mark, fields, reasons, files });
const asJson = (record: BundleRecord) => JSON.parse(JSON.stringify(prepare(record)));

describe("the delivered form of a record", () => {
  it("keeps the order of the map and says null for what is missing", () => {
    expect(JSON.stringify(prepare({ at: "2025-01-01 00:00:00+00", b: "1" }))).toBe(
      '{"record_type":"notes","b":"1","at":"2025-01-01T00:00:00Z","deep":null}',
    );
  });

  it.each<[string, BundleValue, unknown]>([
    ["a lone surrogate", "a\uD800", "a\uFFFD"],
    ["no number", Number.NaN, "NaN"],
    ["infinity", Number.NEGATIVE_INFINITY, "-Infinity"],
    ["a big number as text", "12345678901234567890", "12345678901234567890"],
    ["a covered value", redacted("name"), { redacted: { reason: "name" } }],
    [
      "a text with covered places",
      redactedText(["a", redacted("name")]),
      { redacted_text: ["a", { redacted: { reason: "name" } }] },
    ],
    ["a known file", [{ file: "f1" }], [{ file: "files/a.pdf", name: "á.pdf" }]],
    ["an unknown file", { file: "f2" }, { file: "f2" }],
    [
      "a key that objects treat as their own",
      JSON.parse('{"__proto__":{"a":1},"constructor":2}'),
      JSON.parse('{"__proto__":{"a":1},"constructor":2}'),
    ],
  ])("carries %s", (_name, value, delivered) => {
    expect(JSON.stringify(prepare({ b: value }).b)).toBe(JSON.stringify(delivered));
  });

  it("brings times inside described parts into the same form", () => {
    expect(asJson({ deep: { y: "2025-01-01 00:00+01", z: "2025-01-01 00:00+01" } }).deep).toEqual({
      y: "2025-01-01T00:00:00+01:00",
      z: "2025-01-01 00:00+01",
    });
  });

  it("refuses a field that nobody described, and names it without its value", () => {
    expect(() => prepare({ b: "1", secret: "VALUE" })).toThrow(/not described: secret/);
    expect(() => prepare({ b: "1", secret: "VALUE" })).not.toThrow(/VALUE/);
  });
});

describe("columns", () => {
  const surveyOf = (...records: BundleRecord[]) => {
    const survey = emptySurvey(fields);
    for (const record of records)
      observe(survey, prepare(record), { fields, timeField: "at", zone: "Europe/Berlin", reasons });
    return survey;
  };
  const headers = (...records: BundleRecord[]) =>
    columnsOf(fields, surveyOf(...records)).map(({ header }) => header);

  it.each<[string, BundleRecord[], string[]]>([
    [
      "described parts are spread",
      [{ deep: { x: "1" } }, { deep: null }, { deep: redacted("name") }],
      ["b", "at", "deep.x", "deep.y"],
    ],
    [
      "a part nobody described keeps the field whole",
      [{ deep: { x: "1" } }, { deep: { z: "1" } }],
      ["b", "at", "deep"],
    ],
    ["a list keeps the field whole", [{ deep: ["1"] }], ["b", "at", "deep"]],
    ["a plain value keeps the field whole", [{ deep: "1" }], ["b", "at", "deep"]],
  ])("%s", (_name, records, expected) => {
    expect(headers(...records)).toEqual(expected);
  });

  it("shows a covered field as covered in each of its parts", () => {
    const record = prepare({ deep: redacted("name") });
    expect(valueAt(record, ["deep", "x"])).toEqual(redacted("name"));
    expect(valueAt(prepare({ deep: { x: null } }), ["deep", "y"])).toBeNull();
  });

  it("counts records, covered ones, days and months on the reader's calendar", () => {
    const survey = surveyOf(
      { at: "2025-03-31T22:30:00Z", b: redacted("name") },
      { at: "2024-12-31T23:30:00Z", deep: { x: [redactedText([redacted("name")])] } },
      { at: "no date", b: "covered: not really" },
      { at: null },
    );
    expect(survey).toMatchObject({ records: 4, covered: 2, from: "2025-01-01", to: "2025-04-01" });
    expect([...survey.months]).toEqual([
      ["2025-04", 1],
      ["2025-01", 1],
    ]);
  });
});
