import { expect, test } from "vitest";
import { staffAddress } from "./address.ts";

test.each([
  ["ana@ipc.example", "ana@ipc.example"],
  ["  Ana@IPC.Example ", "ana@ipc.example"],
  ["ａｎａ＠ipc.example", "ana@ipc.example"],
  ["o'brien@ipc.example", "o'brien@ipc.example"],
])("%j is %s", (typed, address) => {
  expect(staffAddress(typed)).toBe(address);
});

test.each([
  "",
  "ana",
  "ana@evil.example＠ipc.example",
  "ana@ipc.example,eve@evil.example",
  "ana@ipc.example\0",
  "ana\ud800@ipc.example",
  `${"a".repeat(250)}@ipc.example`,
])("%j is no address", (typed) => {
  expect(staffAddress(typed)).toBeNull();
});
