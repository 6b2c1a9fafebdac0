import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "vitest";
import { aCase, anOrganisation } from "#db/factories.ts";
import { testInstallation } from "#db/testing/installation.ts";
import { unscopedWorkerContext } from "./unscoped.ts";

testInstallation();

test("the worker's clock goes on while a job runs, so that its events stand in the order of their times", async () => {
  const { id } = await aCase(await anOrganisation("harbour"));
  const ctx = await unscopedWorkerContext(id);
  const began = ctx?.now.getTime() ?? Infinity;
  await sleep(20);
  expect(ctx?.now.getTime()).toBeGreaterThan(began);
});
