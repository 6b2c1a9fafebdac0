import { randomBytes } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { aCase, anOrganisation } from "#db/factories.ts";
import { testInstallation } from "#db/testing/installation.ts";
import { env } from "#lib/env.ts";
import { keysMisfit, requireKeysThatFit } from "./keys-fit.ts";

const installation = testInstallation();
const fits = () => keysMisfit(env(), installation.database.url, { notes: false });

beforeAll(async () => {
  await requireKeysThatFit(env(), installation.database.url);
  await aCase(await anOrganisation("harbour"));
});

test("the keys it was sealed with fit, at every start", async () => {
  expect(await fits()).toBeNull();
  await requireKeysThatFit(env(), installation.database.url);
});

test.each(["kek-1.key", "root.key"])("another %s of the same name is noticed", async (name) => {
  const path = join(env().keysFolder, name);
  const right = readFileSync(path);
  writeFileSync(path, randomBytes(32).toString("base64"));
  expect(await fits()).toMatch(new RegExp(`^The key ${name} in .* is not the one .*Put the right key back`));
  await expect(requireKeysThatFit(env(), installation.database.url)).rejects.toThrow(name);
  writeFileSync(path, right);
  expect(await fits()).toBeNull();
});
