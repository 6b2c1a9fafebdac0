import { describe, expect, test } from "vitest";
import { mac } from "#lib/keys/seal.ts";
import { entryBytes, type Entry } from "./entry.ts";
import { verifyHistory, type StoredEvent } from "./verify.ts";

const key = Buffer.alloc(32, 1);
const entry = (id: number, prev: string | null, state: string | null): Entry => ({
  v: 1,
  id,
  at: "2026-11-03T09:14:03.118Z",
  type: "assign",
  org: "o",
  case: "c",
  actor: "a",
  role: "caseworker",
  prev_state: prev,
  state,
  obj: [],
  reason: null,
  commit: "",
});
const stored = (seq: number, one: Entry): StoredEvent => {
  const bytes = entryBytes(one);
  return { seq, bytes, mac: mac(key, bytes), expectedMac: mac(key, bytes) };
};
const history = [
  stored(1, entry(1, null, "received")),
  stored(2, entry(2, null, null)),
  stored(3, entry(3, "received", "collecting")),
];

describe("a history", () => {
  test("that nobody touched is whole", () => {
    expect(verifyHistory(history)).toEqual({ whole: true, count: 3 });
  });

  test("names the event whose bytes were changed", () => {
    const changed = history.map((event) =>
      event.seq === 2 ? { ...event, expectedMac: mac(key, "other") } : event,
    );
    expect(verifyHistory(changed)).toEqual({ whole: false, brokenAt: 2, because: "changed" });
  });

  test("names the place where one was taken out", () => {
    expect(verifyHistory(history.filter((event) => event.seq !== 2))).toEqual({
      whole: false,
      brokenAt: 2,
      because: "missing",
    });
  });

  test("names an event that does not follow from the one before", () => {
    const jump = [history[0]!, history[1]!, stored(3, entry(3, "reviewing", "answered"))];
    expect(verifyHistory(jump)).toEqual({ whole: false, brokenAt: 3, because: "does-not-follow" });
  });
});
