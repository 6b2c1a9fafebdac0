import { eq } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { database } from "#db/client.ts";
import { aCase, aMember, anOrganisation } from "#db/factories.ts";
import { cases } from "#db/schema/index.ts";
import { testInstallation } from "#db/testing/installation.ts";
import type { StaffContext } from "#lib/context.ts";
import type { OrganisationRow } from "#lib/organisations/queries.ts";
import { assignCase } from "./assign.ts";

testInstallation();

let organisation: OrganisationRow;
let ana: StaffContext;
let ben: StaffContext;
beforeAll(async () => {
  organisation = await anOrganisation("harbour");
  ana = await aMember(organisation, "Ana Ruiz", ["caseworker"]);
  ben = await aMember(organisation, "Ben Iweala", ["caseworker"]);
});

const assigneeOf = async (id: string) =>
  (await database().select().from(cases).where(eq(cases.id, id)))[0]?.assigneeId;

test("of two who take a case at once, the second learns who has it", async () => {
  const { id, reference } = await aCase(organisation);
  const [first, second] = await Promise.all([
    assignCase(ana, id, ana.actor.id, null),
    assignCase(ben, id, ben.actor.id, null),
  ]);
  const holder = await assigneeOf(id);
  expect([first.ok, second.ok].filter(Boolean)).toHaveLength(1);
  expect(holder).toBe(first.ok ? ana.actor.id : ben.actor.id);
  const lost = first.ok ? second : first;
  expect(!lost.ok && lost.says).toBe(
    `${first.ok ? "Ana Ruiz" : "Ben Iweala"} has ${reference} by now. Nothing was changed.`,
  );
});

test("who sees whose it is may take it over, and give it back", async () => {
  const { id } = await aCase(organisation);
  expect(await assignCase(ana, id, ana.actor.id, null)).toMatchObject({ ok: true });
  expect(await assignCase(ben, id, ben.actor.id, ana.actor.id)).toMatchObject({ ok: true });
  expect(await assignCase(ana, id, null, ana.actor.id)).toMatchObject({ ok: false });
  expect(await assigneeOf(id)).toBe(ben.actor.id);
  expect(await assignCase(ben, id, null, ben.actor.id)).toMatchObject({ ok: true });
  expect(await assigneeOf(id)).toBeNull();
});
