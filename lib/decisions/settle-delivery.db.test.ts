import { eq } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { database, inTransaction } from "#db/client.ts";
import { aCase, aMember, anOrganisation } from "#db/factories.ts";
import { cases } from "#db/schema/index.ts";
import { testInstallation } from "#db/testing/installation.ts";
import { startCodeSession } from "#lib/auth/commands/sessions.ts";
import { findSession } from "#lib/auth/queries/session.ts";
import type { StaffContext } from "#lib/context.ts";
import { newId } from "#lib/ids.ts";
import type { OrganisationRow } from "#lib/organisations/queries.ts";
import { settleDelivery } from "./commands/answer.ts";

testInstallation();

let organisation: OrganisationRow;
let ana: StaffContext;
beforeAll(async () => {
  organisation = await anOrganisation("harbour");
  ana = await aMember(organisation, "Ana Ruiz", ["caseworker"]);
});

const set = (id: string, values: Partial<typeof cases.$inferInsert>) =>
  database().update(cases).set(values).where(eq(cases.id, id));
const deliveryOf = async (id: string) =>
  (await database().select().from(cases).where(eq(cases.id, id)))[0]?.delivery;

test.each(["received", "collecting", "reviewing"] as const)(
  "nobody hands over to an unproved address while a case is %s",
  async (status) => {
    const { id } = await aCase(organisation);
    await set(id, { status });
    expect(await settleDelivery(ana, id, "given")).toMatchObject({ ok: false });
    expect(await deliveryOf(id)).toBeNull();
  },
);

test("how it is handed over is decided anew: what a code had opened is closed", async () => {
  const { id } = await aCase(organisation);
  await set(id, { status: "reviewing", proofId: newId(), assurance: "reasonable", delivery: "given" });
  const owner = { organisationId: organisation.id, caseId: id, scope: "full" } as const;
  const token = await inTransaction((tx) => startCodeSession(tx, owner));
  expect(await findSession(token)).toMatchObject({ kind: "code" });

  expect(await settleDelivery(ana, id, "login")).toMatchObject({ ok: true });
  expect(await deliveryOf(id)).toBe("login");
  expect(await findSession(token)).toBeNull();
});
