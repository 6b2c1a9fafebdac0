import { expect, test } from "vitest";
import type { ReviewRecord } from "#lib/review/queries/records.ts";
import { decidedWords, flagsButton } from "./words.ts";

const flag = (field: string, ...places: string[]) => ({ field, places, decided: false });
const inFile = flag("@files", "Daniel Whitlock", "d.whitlock@mail.example");
const record = (flags: object[], files = 1) =>
  ({ flags, files: Array.from({ length: files }, () => ({})) }) as unknown as ReviewRecord;

test.each([
  ["one place", [flag("body", "Daniel")], 0, "Cover 1 place"],
  ["places in two fields", [flag("body", "Daniel"), flag("subject", "Daniel", "Dan")], 0, "Cover 3 places"],
  ["only in a file, twice", [inFile], 1, "Leave the file out"],
  ["only in files", [inFile, flag("@files", "Leo")], 2, "Leave the 2 files out"],
  ["in words and in a file", [flag("body", "Daniel"), inFile], 1, "Cover 1 place, leave the file out"],
  [
    "in a file, the words decided",
    [{ ...flag("body", "Daniel"), decided: true }, inFile],
    1,
    "Leave the file out",
  ],
])("the button says what it does where somebody is named: %s", (_, flags, files, says) => {
  expect(flagsButton(record(flags, files))).toBe(says);
});

test.each([
  ["words", [{ field: "body", places: ["a", "b"] }], "covered, 2 places"],
  ["a whole field", [{ field: "body", places: null }], "covered, 1 place"],
  ["files", [{ field: "@files", places: null }], "without its files"],
  [
    "both",
    [
      { field: "body", places: ["a"] },
      { field: "@files", places: null },
    ],
    "covered, 1 place; without its files",
  ],
])("the answer says what was decided about %s", (_, redactions, says) => {
  expect(decidedWords({ redactions } as unknown as ReviewRecord)).toBe(says);
});
