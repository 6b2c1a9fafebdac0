import { describe, expect, test } from "vitest";
import { readAmount, readDay, readLast4, readMonth, readMonthYear, readYear } from "./typed.ts";

describe("an amount as printed", () => {
  test.each([
    ["18.40", "18.40", "18.40"],
    ["18,40", "18.40", "18.40"],
    ["£18.40", "18.40", "18.40"],
    ["18,40 €", "18.40", "18.40"],
    ["EUR 18,40", "18.40", "18.40"],
    [" 1 234,50 ", "1234.50", "1234.50"],
    ["1,234.50", "1234.50", "1234.50"],
    ["1.234,50", "1234.50", "1234.50"],
    ["1'234.50 CHF", "1234.50", "1234.50"],
    ["1,234", "1234", "1.234"],
    ["1.234", "1.234", "1234"],
    ["1.234.567", "1234567", "1234567"],
    ["2600", "2600", "2600"],
    ["¥2,600", "2600", "2.600"],
    ["007.50", "7.50", "7.50"],
    ["０１８．４０", "18.40", "18.40"],
    ["18.", "18", "18"],
    ["", null, null],
    ["eighteen", null, null],
    ["18.4050", null, null],
    ["1,2.3,4", null, null],
    ["-18.40", null, null],
    ["1".repeat(16), null, null],
  ])("%s is %s in English, %s in German", (typed, english, german) => {
    expect(readAmount(typed, "en")).toBe(english);
    expect(readAmount(typed, "de")).toBe(german);
  });
});

test.each([
  ["1", 1],
  ["01", 1],
  ["12", 12],
  ["0", null],
  ["13", null],
  ["oct", 10],
  ["OCTOBER", 10],
  ["Okt.", 10],
  ["Oktober", 10],
  ["März", 3],
  ["maerz", 3],
  ["mrz", 3],
  ["march", 3],
  ["Mai", 5],
  ["may", 5],
  ["june", 6],
  ["juli", 7],
  ["Dezember", 12],
  ["dec", 12],
  ["x", null],
  ["ok", null],
  ["", null],
  ["octopus!", null],
] as const)("month %s is %s", (typed, month) => expect(readMonth(typed)).toBe(month));

test.each([
  ["1990", 1990],
  [" 2026 ", 2026],
  ["90", null],
  ["1899", null],
  ["20260", null],
  ["", null],
] as const)("year %s is %s", (typed, year) => expect(readYear(typed)).toBe(year));

test.each([
  ["10", "2026", "2026-10"],
  ["Oct", "2026", "2026-10"],
  ["10/2026", "", "2026-10"],
  ["oct 2026", "", "2026-10"],
  ["2026-10", "", "2026-10"],
  ["", "2026", "month"],
  ["10", "", "year"],
  ["10", "26", "year"],
  ["", "", "month"],
])("%s and %s: %s", (month, year, wanted) => {
  const read = readMonthYear({ month, year });
  expect(read.ok ? read.value : read.wrong).toBe(wanted);
});

describe("a day, in three inputs or pasted into the first", () => {
  test.each([
    ["3", "1", "1990", "1990-01-03"],
    ["03", "jan", "1990", "1990-01-03"],
    ["3.", "Januar", "1990", "1990-01-03"],
    ["3 jan 1990", "", "", "1990-01-03"],
    ["3rd January 1990", "", "", "1990-01-03"],
    ["January 3, 1990", "", "", "1990-01-03"],
    ["3. Januar 1990", "", "", "1990-01-03"],
    ["1990-01-03", "", "", "1990-01-03"],
    ["03.01.1990", "", "", "1990-01-03"],
    ["29", "2", "2000", "2000-02-29"],
    ["29", "2", "1900", "day"],
    ["31", "4", "1990", "day"],
    ["0", "1", "1990", "day"],
    ["", "1", "1990", "day"],
    ["3", "", "1990", "month"],
    ["3", "13", "1990", "month"],
    ["3", "1", "90", "year"],
    ["3", "1", "", "year"],
    ["tomorrow", "", "", "day"],
  ])("%s %s %s: %s", (day, month, year, wanted) => {
    for (const order of ["dmy", "mdy"] as const) {
      const read = readDay({ day, month, year }, order);
      expect(read.ok ? read.value : read.wrong).toBe(wanted);
    }
  });

  test("figures alone are read as they are written where she lives", () => {
    expect(readDay({ day: "03/01/1990", month: "", year: "" }, "dmy")).toEqual({
      ok: true,
      value: "1990-01-03",
    });
    expect(readDay({ day: "03/01/1990", month: "", year: "" }, "mdy")).toEqual({
      ok: true,
      value: "1990-03-01",
    });
    expect(readDay({ day: "03/31/1990", month: "", year: "" }, "mdy")).toEqual({
      ok: true,
      value: "1990-03-31",
    });
  });
});

test.each([
  ["8821", "8821"],
  [" 88 21 ", "8821"],
  ["4111-1111-1111-8821", "8821"],
  ["882", null],
  ["88a1", null],
  ["", null],
] as const)("of %s %s is kept", (typed, kept) => expect(readLast4(typed)).toBe(kept));
