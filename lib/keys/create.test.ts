import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { createKeys } from "./create.ts";
import { readRing } from "./ring.ts";

let folder: string;
beforeEach(() => (folder = join(mkdtempSync(join(tmpdir(), "habeas-create-")), "keys")));
afterEach(() => rmSync(join(folder, ".."), { recursive: true }));

const contents = () =>
  Object.fromEntries(readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), "utf8")]));

test("a first set: a wrapping key and a root, for nobody else to read, and the same at the second time", () => {
  createKeys(folder);
  expect(statSync(folder).mode & 0o777).toBe(0o700);
  expect(readRing(folder).kekIds).toEqual(["kek-1"]);
  const first = contents();
  createKeys(folder);
  expect(contents()).toEqual(first);
});

test("a set that was left half made is completed", () => {
  createKeys(folder);
  rmSync(join(folder, "root.key"));
  const { "kek-1.key": kek } = contents();
  createKeys(folder);
  expect(contents()["kek-1.key"]).toBe(kek);
  expect(readRing(folder).kekIds).toEqual(["kek-1"]);
});

test("a newer wrapping key stands by itself: none is made in the place of an older one", () => {
  createKeys(folder);
  writeFileSync(join(folder, "kek-2.key"), contents()["kek-1.key"] ?? "", { mode: 0o600 });
  rmSync(join(folder, "kek-1.key"));
  createKeys(folder);
  expect(readRing(folder).kekIds).toEqual(["kek-2"]);
});

test("a root without any wrapping key lost what belongs to it: nothing is made", () => {
  mkdirSync(folder, { mode: 0o700 });
  writeFileSync(join(folder, "root.key"), "x", { mode: 0o600 });
  expect(() => createKeys(folder)).toThrow(/holds root\.key but no kek-.*from your copy/);
  expect(readdirSync(folder)).toEqual(["root.key"]);
});
