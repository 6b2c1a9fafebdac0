import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, expect, test } from "vitest";
import { changeEnv } from "#lib/env.ts";
import { refuseInProduction } from "./only.ts";

const outside = mkdtempSync(join(tmpdir(), "habeas-only-"));
afterAll(() => rmSync(outside, { recursive: true }));

const production = {
  HABEAS_MODE: "production",
  DATABASE_URL: "postgres://habeas:secret@db.example:5432/habeas",
  HABEAS_KEYS: join(outside, "keys"),
  HABEAS_URL: "https://privacy.example",
};

afterEach(() => changeEnv(Object.fromEntries(Object.keys(production).map((name) => [name, undefined]))));

test("the demo loads in a demo", () => {
  changeEnv({ HABEAS_MODE: "demo" });
  expect(() => refuseInProduction()).not.toThrow();
});

test("the demo does not load in production", async () => {
  changeEnv(production);
  expect(() => refuseInProduction()).toThrow("There is no demo in production mode.");
  await expect(import("./walk.ts")).rejects.toThrow("There is no demo in production mode.");
});

test("whatever of the demo reads or writes refuses by itself", () => {
  const demo = join(import.meta.dirname, "..");
  const exempt = new Set(["queries/only.ts", "queries/mode.ts"]);
  const files = readdirSync(demo, { recursive: true, encoding: "utf8" })
    .map((name) => name.replaceAll("\\", "/"))
    .filter((name) => /(^|\/)(queries|commands)(\.ts$|\/.*\.ts$)/.test(name))
    .filter((name) => !name.endsWith(".test.ts") && !exempt.has(name));
  expect(files).toEqual(
    expect.arrayContaining(["commands/enter.ts", "mailbox/queries.ts", "queries/walk.ts"]),
  );
  const open = files.filter(
    (name) => !/^refuseInProduction\(\);$/m.test(readFileSync(join(demo, name), "utf8")),
  );
  expect(open).toEqual([]);
});
