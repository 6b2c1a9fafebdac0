import { expect, test } from "vitest";
import { newCode, newReference } from "#lib/ids.ts";
import { planCodes, readCode, readReference } from "./codes.ts";

const typed = "maya@typed.example";
const onFile = "maya@file.example";

test.each([
  ["both apply", typed, onFile, onFile, typed],
  ["the same mailbox: only the full one", "Maya@File.example", onFile, onFile, null],
  ["nothing on file that can be trusted", typed, null, null, typed],
  ["asked without an address", null, onFile, onFile, null],
  ["nowhere to send one", null, null, null, null],
])("%s", (_what, given, held, full, conversation) => {
  expect(planCodes(given, held)).toEqual([
    { scope: "full", to: full },
    { scope: "conversation", to: conversation },
  ]);
});

test.each([
  ["123456", "123456"],
  [" 123 456\n", "123456"],
  ["123-456", "123456"],
  ["12 34 56", "123456"],
  ["123\u00a0456", "123456"],
  ["123–456.", "123456"],
  ["１２３４５６", "123456"],
  ["000000", "000000"],
  ["12345", null],
  ["1234567", null],
  ["12345a", null],
  ["", null],
  [" ".repeat(101) + "123456", null],
])("%j is the code %s", (text, code) => {
  expect(readCode(text)).toBe(code);
});

test.each([
  ["HB-7K4Q-2M9X", "HB-7K4Q-2M9X"],
  ["hb-7k4q-2m9x", "HB-7K4Q-2M9X"],
  [" hb 7k4q 2m9x ", "HB-7K4Q-2M9X"],
  ["HB7K4Q2M9X", "HB-7K4Q-2M9X"],
  ["HB–7K4Q–2M9X", "HB-7K4Q-2M9X"],
  ["7K4Q-2M9X", null],
  ["HB-7K4Q-2M9", null],
  ["HB-7K4O-2M9X", null],
  ["HB-7K4Q-2M9X'; --", null],
  ["", null],
])("%j is the reference %s", (text, reference) => {
  expect(readReference(text)).toBe(reference);
});

test("what we make can be read back", () => {
  for (let i = 0; i < 200; i++) {
    const reference = newReference();
    expect(readReference(reference.toLowerCase().replaceAll("-", " "))).toBe(reference);
    const code = newCode();
    expect(readCode(`${code.slice(0, 3)} ${code.slice(3)}`)).toBe(code);
  }
});
