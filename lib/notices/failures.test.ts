import { expect, test } from "vitest";
import { mailAddress } from "./address.ts";
import { asFailure, classify, isFinal, triesFor, waitSeconds } from "./failures.ts";

test.each([
  [{ code: "EENVELOPE", responseCode: 550 }, "address-refused", true],
  [{ code: "EENVELOPE", responseCode: 450 }, "try-later", false],
  [{ code: "EENVELOPE" }, "address-refused", true],
  [{ code: "EMESSAGE", responseCode: 554 }, "mail-refused", true],
  [{ code: "EMESSAGE", responseCode: 421 }, "try-later", false],
  [{ code: "EMESSAGE" }, "try-later", false],
  [{ code: "EAUTH", responseCode: 535 }, "sign-in-refused", false],
  [{ code: "ETLS" }, "no-secure-connection", false],
  [{ code: "ECONNECTION" }, "unreachable", false],
  [{ code: "ETIMEDOUT" }, "unreachable", false],
  [{ code: "EDNS" }, "unreachable", false],
  [{ code: "EABORT" }, "unreachable", false],
  [{ code: "EPROTOCOL", responseCode: 421 }, "try-later", false],
  [{ code: "ESOMETHING" }, "unknown", false],
  [new Error("x"), "unknown", false],
  [null, "unknown", false],
])("%j is %s", (error, failure, final) => {
  expect(classify(error)).toBe(failure);
  expect(isFinal(classify(error))).toBe(final);
});

test("waits double from ten seconds to half an hour", () => {
  expect([1, 2, 3, 4, 8, 9, 50].map(waitSeconds)).toEqual([10, 20, 40, 80, 1280, 1800, 1800]);
});

test("tries last for five days, for a code not longer than the code, and for the operator's matters for ever", () => {
  const total = (tries: number) =>
    Array.from({ length: tries - 1 }, (_, index) => waitSeconds(index + 1)).reduce((a, b) => a + b, 0);
  expect(total(triesFor("answer-ready", "try-later"))).toBeGreaterThan(4.9 * 86_400);
  expect(total(triesFor("answer-ready", "try-later"))).toBeLessThan(5.2 * 86_400);
  expect(total(triesFor("code", "unreachable"))).toBeLessThan(600);
  expect(triesFor("answer-ready", "no-server")).toBe(Infinity);
});

test("what an older version stored is read as unknown", () => {
  expect([asFailure("unreachable"), asFailure("toString"), asFailure("gone fishing")]).toEqual([
    "unreachable",
    "unknown",
    "unknown",
  ]);
});

test.each([
  ["maya@mail.example", "maya@mail.example"],
  ["  maya@mail.example ", "maya@mail.example"],
  ["Maya.O'Neil+x@mail.example", "Maya.O'Neil+x@mail.example"],
  ["maya＠mail.example", "maya@mail.example"],
  ["a@b.example,c@d.example", null],
  ["a@b.example c@d.example", null],
  ["Maya <a@b.example>", null],
  ["a@b.example\r\nX: y", null],
  ["a\0@b.example", null],
  [`${"a".repeat(250)}@b.example`, null],
  [null, null],
])("%j is the address %j", (given, address) => {
  expect(mailAddress(given)).toBe(address);
});
