import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { eq } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { database } from "#db/client.ts";
import { auditEvent, organisation, organisationPolicy, staff } from "#db/schema/index.ts";
import { ipcPolicy } from "#db/seed/ipc/policy.ts";
import { testInstallation } from "#db/testing/installation.ts";
import { signInStaff } from "#lib/auth/commands/sign-in.ts";
import { env } from "#lib/env.ts";
import { newId } from "#lib/ids.ts";
import { findOrganisation } from "#lib/organisations/queries.ts";
import { run as addOrganisation } from "./organisation-add.ts";
import { run as addStaff } from "./staff-add.ts";

const installation = testInstallation();
let said: string[] = [];
beforeEach(() => {
  said = [];
});
const desk = () => ({
  env: env(),
  say: (text: string) => void said.push(text),
  complain: (text: string) => void said.push(text),
});

function file(content: unknown): string {
  const path = join(installation.dataFolder, "organisation.json");
  writeFileSync(path, JSON.stringify(content));
  return path;
}

async function canSignIn(email: string, password: string): Promise<boolean> {
  const at = { network: "192.0.2.1", now: new Date(), requestId: newId(), afterwards: () => {} };
  return (await signInStaff({ email, password, ...at })).ok;
}

test("a file becomes an organisation with one policy and one event", async () => {
  expect(await addOrganisation([file({ slug: "acme", policy: ipcPolicy })], desk())).toBe(0);
  const made = await findOrganisation("acme");
  const policies = await database()
    .select()
    .from(organisationPolicy)
    .where(eq(organisationPolicy.organisationId, made?.id ?? ""));
  expect(policies.map(({ version, policy }) => [version, policy.name])).toEqual([[1, ipcPolicy.name]]);
  const events = await database()
    .select()
    .from(auditEvent)
    .where(eq(auditEvent.orgRef, made?.ref ?? ""));
  expect(events.map((event) => [event.type, event.role])).toEqual([["organisation.add", "command-line"]]);
  expect(said.join("\n")).toContain("/acme");
});

test("the same address twice changes nothing", async () => {
  const path = file({ slug: "twice", policy: ipcPolicy });
  expect(await addOrganisation([path], desk())).toBe(0);
  expect(await addOrganisation([path], desk())).toBe(1);
  expect(said.at(-1)).toContain('There is an organisation "twice" already. Nothing was changed.');
  expect(await database().select().from(organisation).where(eq(organisation.slug, "twice"))).toHaveLength(1);
});

test.each([
  ["no file", [], /Name one file/],
  ["a file that is not there", ["/nowhere/x.yaml"], /cannot be read/],
])("%s is said", async (_, words, says) => {
  expect(await addOrganisation(words, desk())).toBe(1);
  expect(said.at(-1)).toMatch(says);
});

test("a member of staff can sign in with the password that was shown, which is stored as a hash only", async () => {
  await addOrganisation([file({ slug: "staffed", policy: ipcPolicy })], desk());
  expect(
    await addStaff(["staffed", "Ana@Staffed.example", "Ana Ruiz", "caseworker", "approver"], desk()),
  ).toBe(0);
  const password = /shown only now: (\S+)/.exec(said.join("\n"))?.[1] ?? "";
  expect(password).toMatch(/^([2-9cdfghjkmnpqrtvwx]{5}-?){4}$/);
  const rows = await database().select().from(staff);
  expect(rows.some((row) => row.passwordHash?.includes(password))).toBe(false);
  expect(await canSignIn("ana@staffed.example", password)).toBe(true);
  expect(await canSignIn("ana@staffed.example", `${password}x`)).toBe(false);
});

test.each([
  [
    "an unknown role",
    ["staffed", "x@staffed.example", "X", "boss"],
    /^There is no role "boss". Roles are caseworker, approver, auditor, admin.$/,
  ],
  ["no mail address", ["staffed", "nobody", "X", "admin"], "Give an e-mail address such as ana@example.org."],
  [
    "an address that is taken",
    ["staffed", "ana@staffed.example", "X", "admin"],
    /There is an account with this e-mail address already/,
  ],
  [
    "an unknown organisation",
    ["nowhere", "x@staffed.example", "X", "admin"],
    /There is no organisation "nowhere"\. There is: .*staffed/,
  ],
  ["too few words", ["staffed"], /^Usage/],
])("%s is refused", async (_, words, says) => {
  expect(await addStaff(words, desk())).toBe(1);
  expect(said.at(-1)).toMatch(says);
});
