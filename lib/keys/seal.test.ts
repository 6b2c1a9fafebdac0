import { randomBytes } from "node:crypto";
import { describe, expect, test } from "vitest";
import { derive, open, seal, sealedVersion } from "./seal.ts";

const key = randomBytes(32);
const plain = Buffer.from("Zoë O’Brien, عائشة, 🎈");

describe("sealed values", () => {
  test("open again where and with what they were sealed", () => {
    const sealed = seal(key, 7, "cases.sealed_requester|1", plain);
    expect(open(key, "cases.sealed_requester|1", sealed)).toEqual(plain);
    expect(sealedVersion(sealed)).toBe(7);
  });

  test("never look the same twice", () => {
    expect(Buffer.from(seal(key, 1, "a", plain)).equals(Buffer.from(seal(key, 1, "a", plain)))).toBe(false);
  });

  test.each([
    ["another row", (sealed: Uint8Array) => open(key, "cases.sealed_requester|2", sealed)],
    ["another key", (sealed: Uint8Array) => open(randomBytes(32), "cases.sealed_requester|1", sealed)],
    ["a cut value", (sealed: Uint8Array) => open(key, "cases.sealed_requester|1", sealed.subarray(0, -1))],
    ["an empty value", () => open(key, "cases.sealed_requester|1", new Uint8Array())],
    [
      "an unknown form",
      (sealed: Uint8Array) => open(key, "cases.sealed_requester|1", Buffer.from(sealed).fill(2, 0, 1)),
    ],
  ])("do not open with %s", (_name, attempt) => {
    expect(() => attempt(seal(key, 1, "cases.sealed_requester|1", plain))).toThrow();
  });

  test("notice any single flipped bit", () => {
    const sealed = Buffer.from(seal(key, 1, "a", plain));
    for (let at = 5; at < sealed.length; at += 1) {
      const broken = Buffer.from(sealed);
      broken.writeUInt8(broken.readUInt8(at) ^ 1, at);
      expect(() => open(key, "a", broken)).toThrow();
    }
  });
});

test("keys derived for different purposes differ, for the same purpose do not", () => {
  expect(derive(key, "index").equals(derive(key, "mac"))).toBe(false);
  expect(derive(key, "index").equals(derive(key, "index"))).toBe(true);
});
