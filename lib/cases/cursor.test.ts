import { expect, test } from "vitest";
import { cursorText, readCursor } from "./cursor.ts";

const id = "01942f7e-0000-7000-8000-000000000000";

test.each([
  ["day", "2026-01-01"],
  ["day", "2024-02-29"],
  ["instant", "2026-01-01T10:00:00.000Z"],
] as const)("a %s that is there is read back: %s", (of, value) => {
  expect(readCursor(cursorText({ value, id }), of)).toEqual({ value, id });
});

test.each<["day" | "instant", unknown]>([
  ["day", undefined],
  ["day", null],
  ["day", ""],
  ["day", "~"],
  ["day", "2026-01-01"],
  ["day", `2026-01-01~${"-".repeat(36)}`],
  ["day", `0~${id}`],
  ["day", `2026-02-30~${id}`],
  ["day", `0000-01-01~${id}`],
  ["day", `2026-01-01T10:00:00.000Z~${id}`],
  ["day", `2026-01-01~${id}~x`],
  ["day", [`2026-01-01~${id}`, `2026-01-02~${id}`]],
  ["instant", `0~${"-".repeat(36)}`],
  ["instant", `0~${id}`],
  ["instant", `2026-01-01~${id}`],
  ["instant", `2026-01-01T25:00:00.000Z~${id}`],
  ["instant", `0000-01-01T10:00:00.000Z~${id}`],
  ["instant", `infinity~${id}`],
])("as a %s, %j is the first page", (of, text) => {
  expect(readCursor(text, of)).toBeNull();
});
