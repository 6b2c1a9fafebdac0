import { expect, test } from "vitest";
import { newId } from "#lib/ids.ts";
import { readPlace, readSide, searchedReference, writePlace } from "./search.ts";

test.each([
  ["HB-7K4Q-2M9X", "HB7K4Q2M9X"],
  [" hb 7k4q ", "HB7K4Q"],
  ["7k4q", "7K4Q"],
  ["ＨＢ-7K", "HB7K"],
  ["%_'; drop table notice; --", "DROPTABLENOTICE"],
  ["", null],
  [null, null],
  ["---", null],
])("%j looks for %j", (typed, looked) => {
  expect(searchedReference(typed)).toBe(looked);
});

test.each([
  ["team", "team"],
  ["people", "people"],
  ["all", "all"],
  ["", "all"],
  [null, "all"],
  ["toString", "all"],
])("%j shows %s", (text, side) => {
  expect(readSide(text)).toBe(side);
});

test("a place in the list comes back from its address", () => {
  const place = { at: new Date("2026-11-03T09:14:03.118Z"), id: newId() };
  expect(readPlace(writePlace(place))).toEqual(place);
});

test.each([
  "",
  null,
  "x",
  "1.2",
  "1.../..",
  `1.${newId()}x`,
  "99999999999999999.00000000-0000-4000-8000-000000000000",
])("%j is no place", (text) => {
  expect(readPlace(text)).toBeNull();
});
