import { expect, test } from "vitest";
import { eq } from "drizzle-orm";
import { database } from "#db/client.ts";
import { aCase, aMember, anOrganisation, aPolicy } from "#db/factories.ts";
import { auditEvent, cases } from "#db/schema/index.ts";
import { testInstallation } from "#db/testing/installation.ts";
import { changePolicy } from "./commands.ts";
import { getPolicy } from "./queries.ts";

testInstallation();

test("a case keeps the policy it was received under; the next one gets the new one", async () => {
  const harbour = await anOrganisation("harbour");
  const rafa = await aMember(harbour, "Rafa Lindqvist", ["admin"]);
  const before = await aCase(harbour);
  const contact = { ...aPolicy.contact, email: "new@harbour.example" };
  const versions = await Promise.all([
    changePolicy(rafa, { ...aPolicy, contact }),
    changePolicy(rafa, { ...aPolicy, contact }),
  ]);
  expect(versions.toSorted((one, other) => one - other)).toEqual([2, 3]);
  const after = await aCase(harbour);
  const emailOf = async (id: string) => {
    const [row] = await database().select().from(cases).where(eq(cases.id, id));
    return (await getPolicy(database(), row?.policyId ?? "")).policy.contact.email;
  };
  expect([await emailOf(before.id), await emailOf(after.id)]).toEqual([
    aPolicy.contact.email,
    "new@harbour.example",
  ]);
  const told = await database().select().from(auditEvent).where(eq(auditEvent.type, "policy.change"));
  expect(told.map((event) => event.actorRef)).toEqual([rafa.actor.ref, rafa.actor.ref]);
});
