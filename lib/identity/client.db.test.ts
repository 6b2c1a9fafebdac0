import { DatabaseSync } from "node:sqlite";
import { afterAll, beforeAll, expect, test } from "vitest";
import { database } from "#db/client.ts";
import { aMember, anOrganisation } from "#db/factories.ts";
import { testInstallation } from "#db/testing/installation.ts";
import { connectShop, people } from "#db/testing/shop.ts";
import type { StaffContext } from "#lib/context.ts";
import { now } from "#lib/clock.ts";
import { getPolicyAt } from "#lib/organisations/queries.ts";
import type { Policy } from "#lib/organisations/policy.ts";
import { findPerson } from "./client.ts";

const installation = testInstallation();
let ctx: StaffContext;
let policy: Policy;
let shop: DatabaseSync;
const maya = people[0];

beforeAll(async () => {
  const harbour = await anOrganisation("harbour");
  ctx = await aMember(harbour, "Rafa Lindqvist", ["admin"]);
  const { shopPath } = await connectShop(ctx, installation.dataFolder);
  ({ policy } = await getPolicyAt(database(), ctx.organisation.id, now()));
  shop = new DatabaseSync(shopPath);
});
afterAll(() => shop?.close());

const changedAt = async (value: string | number | null | Uint8Array) => {
  shop.prepare("update people set email_changed_at = ? where id = ?").run(value, maya.id);
  const by = { typed: maya.accountNo, country: undefined };
  const found = await findPerson(database(), ctx.organisation.id, policy, by);
  expect(found).toMatchObject({ candidates: 1, contact: { value: maya.email } });
  return found.contactChangedAt;
};

test("when the contact on file last changed is read from what the store holds; what cannot be read counts as just now", async () => {
  expect(policy.proof.contact.changedAt).toBe("shop:people.email_changed_at");
  const began = now().getTime();
  expect(await changedAt(null)).toBeNull();
  expect(await changedAt("2019-05-04T08:00:00Z")).toEqual(new Date("2019-05-04T08:00:00Z"));
  expect(await changedAt(1_772_409_600)).toEqual(new Date("2026-03-02T00:00:00Z"));
  for (const value of ["24.11.2026", "20/11/2026", "soon", 20_260_302])
    expect((await changedAt(value))?.getTime(), String(value)).toBeGreaterThanOrEqual(began);
});
