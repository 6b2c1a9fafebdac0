import { expect, test } from "vitest";
import { isPersonal, isWithin, touches } from "./categories.ts";

test.each<[category: string, target: string, isIn: boolean]>([
  ["user.device.cookie", "user.device.cookie", true],
  ["user.device.cookie.session", "user.device.cookie", true],
  ["user.device.cookie_id", "user.device.cookie", false],
  ["user.device", "user.device.cookie", false],
  ["user", "use", false],
  ["user.name", "user", true],
  ["users", "user", false],
  ["system.operations", "user", false],
  ["own.key-1", "own", true],
])("%s within %s", (category, target, isIn) => {
  expect(isWithin(category, target)).toBe(isIn);
});

test("a collection is touched when any of its categories is", () => {
  expect(touches(["system.operations", "user.name.first"], ["user.contact", "user.name"])).toBe(true);
  expect(touches(["user.device.cookie_id"], ["user.device.cookie"])).toBe(false);
  expect(touches([], ["user"])).toBe(false);
});

test("everything outside system is about a person", () => {
  expect(isPersonal(["system.operations"])).toBe(false);
  expect(isPersonal(["system"])).toBe(false);
  expect(isPersonal(["system.operations", "user.name"])).toBe(true);
  expect(isPersonal(["systemic"])).toBe(true);
  expect(isPersonal([])).toBe(false);
});
