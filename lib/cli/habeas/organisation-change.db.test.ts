import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { database } from "#db/client.ts";
import { testInstallation } from "#db/testing/installation.ts";
import { env } from "#lib/env.ts";
import { findOrganisation, getPolicyAt } from "#lib/organisations/queries.ts";
import { run as addOrganisation } from "./organisation-add.ts";
import { run as changeOrganisation } from "./organisation-change.ts";
import { exampleFile, run as showExample } from "./organisation-example.ts";

const installation = testInstallation();

async function told(run: typeof addOrganisation, text: string) {
  const path = join(installation.dataFolder, "organisation.yaml");
  writeFileSync(path, text);
  const said: string[] = [];
  const note = (sentence: string) => void said.push(sentence);
  return { status: await run([path], { env: env(), say: note, complain: note }), said: said.join("\n") };
}

test("the example that is printed can be taken in as it stands, and changed later", async () => {
  const printed: string[] = [];
  expect(await showExample([], { say: (text) => void printed.push(text) })).toBe(0);
  const example = printed.join("\n");
  expect(example).toBe(exampleFile().trimEnd());

  expect(await told(changeOrganisation, example)).toMatchObject({ status: 1 });
  const added = await told(addOrganisation, example);
  expect(added).toMatchObject({ status: 0, said: expect.stringContaining("/harbour-books") });

  const same = await told(changeOrganisation, example);
  expect(same).toMatchObject({ status: 1, said: expect.stringContaining("version 1") });
  const later = await told(changeOrganisation, example.replace("linkDays: 14", "linkDays: 7"));
  expect(later).toMatchObject({ status: 0, said: expect.stringContaining("version 2") });

  const organisation = await findOrganisation("harbour-books");
  const { version, policy } = await getPolicyAt(database(), organisation?.id ?? "", new Date());
  expect([version, policy.delivery.linkDays]).toEqual([2, 7]);
});

test("a broken file changes nothing and says where", async () => {
  const broken = await told(changeOrganisation, exampleFile().replace("kind: number", "kind: numero"));
  expect(broken.status).toBe(1);
  expect(broken.said).toMatch(/Line \d+: policy\.proof\.locator\.kind must be one of/);
});
