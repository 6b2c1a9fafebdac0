import { expect, test } from "vitest";
import { eq } from "drizzle-orm";
import { database } from "#db/client.ts";
import { aCase, aMember, anOrganisation, aPolicy } from "#db/factories.ts";
import { auditEvent, cases, organisationPolicy } from "#db/schema/index.ts";
import { testInstallation } from "#db/testing/installation.ts";
import { newId } from "#lib/ids.ts";
import { changePolicy } from "./commands.ts";
import { getPolicy, getPolicyAt } from "./queries.ts";

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

test("a version stored before recipients had kinds is read in today's shape", async () => {
  const pier = await anOrganisation("pier");
  const recipient = { name: "Quillmail B.V.", place: "Netherlands", why: { en: "Letters.", de: "Briefe." } };
  const said = { en: "x", de: "x" };
  const entry = {
    category: "account",
    source: "shop",
    purposes: [said],
    legalBasis: said,
    recipients: [recipient],
    origin: said,
    retention: said,
    transfers: null,
    automatedDecisions: null,
    ccpaCategory: null,
  };
  await database()
    .insert(organisationPolicy)
    .values({
      id: newId(),
      organisationId: pier.id,
      version: 2,
      policy: { ...aPolicy, register: [entry] } as never,
      inForceFrom: new Date("2025-01-01T00:00:00Z"),
      createdAt: new Date("2025-01-01T00:00:00Z"),
    });
  const { version, policy } = await getPolicyAt(database(), pier.id, new Date("2026-01-01T00:00:00Z"));
  expect(version).toBe(2);
  expect(policy.register[0]?.recipients).toEqual([
    {
      ...recipient,
      place: { en: "Netherlands", de: "Netherlands" },
      kind: null,
      dealing: null,
      directMarketing: null,
    },
  ]);
});
