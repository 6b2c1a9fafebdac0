import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { demoMark, parseEnv, type Env } from "#lib/env.ts";
import { createKeys } from "#lib/keys/create.ts";
import { ensureSecrets } from "./secrets.ts";

let folder: string;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), "habeas-secrets-"))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function settings(given: Record<string, string>): Env {
  const result = parseEnv({ HABEAS_DATA: join(folder, "data"), ...given });
  if (!result.ok) throw new Error(result.problems.join("\n"));
  return result.env;
}
const demo = (given: Record<string, string> = {}) => settings({ HABEAS_MODE: "demo", ...given });
const production = (given: Record<string, string> = {}) =>
  settings({ DATABASE_URL: "postgres://u:pw@h/d", HABEAS_KEYS: join(folder, "keys"), ...given });

test("the demo draws its own keys and secret, marks them, and keeps them", () => {
  const secret = ensureSecrets(demo());
  const keys = join(folder, "data", "keys");
  expect(secret).toMatch(/^[\w-]{43}$/);
  expect(ensureSecrets(demo())).toBe(secret);
  expect(existsSync(join(keys, demoMark))).toBe(true);
  for (const name of ["root.key", "kek-1.key", "session.key"])
    expect(statSync(join(keys, name)).mode & 0o777).toBe(0o600);
});

test("production takes no keys but those made on purpose, and refuses a demo's", () => {
  expect(() => ensureSecrets(production())).toThrow(/keys create/);
  expect(existsSync(join(folder, "keys"))).toBe(false);
  createKeys(join(folder, "keys"));
  expect(ensureSecrets(production())).toMatch(/^[\w-]{43}$/);
  ensureSecrets(demo());
  expect(() => production({ HABEAS_KEYS: join(folder, "data", "keys") })).toThrow(/keys of a demo/);
});

test("a demo neither uses nor marks the keys of a real installation", () => {
  createKeys(join(folder, "keys"));
  expect(() => ensureSecrets(demo({ HABEAS_KEYS: join(folder, "keys") }))).toThrow(/real installation/);
  expect(existsSync(join(folder, "keys", demoMark))).toBe(false);
});

test("a session secret that others could read is drawn anew; one that is given is used", () => {
  const first = ensureSecrets(demo());
  const path = join(folder, "data", "keys", "session.key");
  chmodSync(path, 0o644);
  const second = ensureSecrets(demo());
  expect(second).not.toBe(first);
  expect(readFileSync(path, "utf8").trim()).toBe(second);
  const given = "Zx8vK2pQ9mW4tR7yB1nL5cF3hJ6gD0sA";
  expect(ensureSecrets(demo({ NEXTAUTH_SECRET: given }))).toBe(given);
});
