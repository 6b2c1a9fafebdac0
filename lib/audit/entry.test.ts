import { describe, expect, test } from "vitest";
import { canonicalBytes } from "./canonical.ts";
import { commitment, entryBytes, parseEntry, type Entry } from "./entry.ts";

const salt = Buffer.alloc(32, 7);
const entry: Entry = {
  v: 1,
  id: 4,
  at: "2026-11-03T09:15:21.760Z",
  type: "approve",
  org: "6b1f0b5e-0000-4000-8000-000000000001",
  case: null,
  actor: "6b1f0b5e-0000-4000-8000-000000000002",
  role: "approver",
  prev_state: "awaiting-approval",
  state: "approved",
  obj: [],
  reason: null,
  commit: "AAAA",
};

describe("canonical bytes", () => {
  test("sort keys, drop what is undefined and write UTF-8 without blanks", () => {
    expect(canonicalBytes({ b: 1, a: "é", c: undefined }).toString("utf8")).toBe('{"a":"é","b":1}');
  });

  test("bring texts into NFC, so that the same words are the same bytes", () => {
    expect(canonicalBytes("e\u0301")).toEqual(canonicalBytes("\u00e9"));
  });

  test.each([1.5, Number.NaN, 2 ** 53])("refuse the number %s", (value) => {
    expect(() => canonicalBytes({ value })).toThrow(TypeError);
  });
});

describe("commitments", () => {
  test("hide equal payloads behind different salts", () => {
    expect(commitment(salt, { a: 1 }).equals(commitment(Buffer.alloc(32, 8), { a: 1 }))).toBe(false);
  });

  test("bind the payload", () => {
    expect(commitment(salt, { a: 1 }).equals(commitment(salt, { a: 2 }))).toBe(false);
    expect(commitment(salt, { a: 1, b: 2 }).equals(commitment(salt, { b: 2, a: 1 }))).toBe(true);
  });

  test("are exactly the published form", () => {
    // sha256("habeas-audit-v1" || 32 × 0x07 || "{}"), computed with coreutils
    expect(commitment(salt, {}).toString("hex")).toBe(
      "52110ecddb0886f9156e48551a120553814f8b6fa030f2c47bf0e997e029e591",
    );
  });
});

describe("entries", () => {
  test("come back from their bytes", () => {
    expect(parseEntry(entryBytes(entry))).toEqual(entry);
  });

  test("begin with the same bytes whatever the order of keys", () => {
    const turned = Object.fromEntries(Object.entries(entry).reverse()) as Entry;
    expect(entryBytes(turned)).toEqual(entryBytes(entry));
  });

  test("are refused above 65,535 bytes (T-A21)", () => {
    expect(() => entryBytes({ ...entry, obj: Array.from({ length: 2000 }, () => entry.org) })).toThrow(
      RangeError,
    );
  });
});
