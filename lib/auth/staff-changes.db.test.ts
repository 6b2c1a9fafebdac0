import { eq } from "drizzle-orm";
import { beforeEach, expect, test, vi } from "vitest";
import { database, inTransaction } from "#db/client.ts";
import { auditEvent, cases, staff } from "#db/schema/index.ts";
import { testInstallation } from "#db/testing/installation.ts";
import { contextFor, type StaffContext } from "#lib/context.ts";
import { newId } from "#lib/ids.ts";
import { organisationSealer } from "#lib/keys/sealer.ts";
import type { OrganisationRow } from "#lib/organisations/queries.ts";
import { readOrganisationEvents } from "#lib/audit/queries/events.ts";
import { startStaffSession } from "./commands/sessions.ts";
import { signInStaff } from "./commands/sign-in.ts";
import { renewHash } from "./commands/staff.ts";
import * as hashing from "./commands/hashing.ts";
import { changePassword, changeRoles, disableStaff, enableStaff } from "./commands/staff-changes.ts";
import { aCase, aMember, anOrganisation, systemIn } from "./house.test.kit.ts";
import { findSession } from "./queries/session.ts";
import { listStaff } from "./queries/staff.ts";
import type { Role } from "./roles.ts";

testInstallation();

const password = "a long enough one";
const another = "and another long one";
let count = 0;
let acme: OrganisationRow;
beforeEach(async () => {
  acme = await anOrganisation(`acme${count++}`);
});

const at = (name: string) => `${name}@${acme.slug}.example`;
const member = async (name: string, roles: Role[]) => ({
  ...(await aMember(acme, at(name), roles, password)),
  email: at(name),
});

async function signedIn({ id, ref }: { id: string; ref: string }): Promise<string> {
  const actor = { kind: "staff", id, ref, name: "x", roles: ["caseworker"] } as const;
  const ctx = contextFor({ actor, organisation: acme, now: new Date(), requestId: newId() }) as StaffContext;
  return inTransaction((tx) => startStaffSession(tx, ctx));
}

async function canSignIn(email: string, typed: string): Promise<boolean> {
  const visit = { network: newId(), now: new Date(), requestId: newId(), afterwards: () => {} };
  return (await signInStaff({ email, password: typed, ...visit })).ok;
}

const rolesOf = async (token: string) => {
  const found = await findSession(token);
  return found?.kind === "staff" ? found.staff.roles : null;
};

/** What the history says of this organisation's staff, oldest first. */
async function told() {
  const sealer = await organisationSealer(database(), acme.id);
  const events = await readOrganisationEvents(database(), sealer, acme.ref, { before: null, limit: 50 });
  return events
    .filter(({ type }) => type.startsWith("staff.") && type !== "staff.add" && type !== "staff.sign-in")
    .map(({ type, payload }) => [type, payload])
    .reverse();
}

test("changed roles count from the next request of a session that is open, and are recorded before and after", async () => {
  await member("admin", ["admin"]);
  const ana = await member("ana", ["caseworker", "approver"]);
  const token = await signedIn(ana);
  expect(await changeRoles(systemIn(acme), ana.email, ["auditor", "auditor"])).toEqual({
    ok: true,
    roles: ["auditor"],
  });
  expect(await rolesOf(token)).toEqual(["auditor"]);
  expect(await told()).toEqual([
    ["staff.change-roles", { before: ["caseworker", "approver"], roles: ["auditor"] }],
  ]);
  const [event] = await database().select().from(auditEvent).where(eq(auditEvent.type, "staff.change-roles"));
  expect(Buffer.from(event?.entry ?? []).toString()).toContain(ana.ref);
  expect(Buffer.from(event?.entry ?? []).toString()).not.toContain("ana@");
});

test("a closed account: the open session is refused at its next request, and stays ended when it is opened again", async () => {
  await member("admin", ["admin"]);
  const ana = await member("ana", ["caseworker"]);
  const token = await signedIn(ana);
  const open = await aCase(acme);
  await database().update(cases).set({ assigneeId: ana.id }).where(eq(cases.id, open.id));
  expect(await rolesOf(token)).toEqual(["caseworker"]);

  expect(await disableStaff(systemIn(acme), ana.email)).toEqual({ ok: true, openCases: 1 });
  expect(await rolesOf(token)).toBeNull();
  expect(await canSignIn(ana.email, password)).toBe(false);
  expect(await disableStaff(systemIn(acme), ana.email)).toMatchObject({
    ok: false,
    says: expect.stringContaining("already"),
  });

  expect(await enableStaff(systemIn(acme), ana.email)).toEqual({ ok: true, roles: ["caseworker"] });
  expect(await rolesOf(token)).toBeNull();
  expect(await canSignIn(ana.email, password)).toBe(true);
  expect(await enableStaff(systemIn(acme), ana.email)).toMatchObject({ ok: false });
  expect(await told()).toEqual([
    ["staff.disable", {}],
    ["staff.enable", {}],
  ]);
});

test("a new password ends every session, the old one opens nothing, and none of it stands in the history", async () => {
  const ana = await member("ana", ["admin"]);
  const token = await signedIn(ana);
  expect(await changePassword(systemIn(acme), ana.email, another)).toEqual({ ok: true });
  expect(await rolesOf(token)).toBeNull();
  expect(await canSignIn(ana.email, password)).toBe(false);
  expect(await canSignIn(ana.email, another)).toBe(true);
  const [row] = await database().select().from(staff).where(eq(staff.id, ana.id));
  expect(row?.passwordHash).toMatch(/^\$argon2id\$/);
  expect(await told()).toEqual([["staff.new-password", {}]]);
});

test("a short password is refused with a sentence, and the old one goes on", async () => {
  const ana = await member("ana", ["admin"]);
  expect(await changePassword(systemIn(acme), ana.email, "short")).toEqual({
    ok: false,
    says: "Use at least 12 characters.",
  });
  expect(await canSignIn(ana.email, password)).toBe(true);
});

test.each([
  ["taking the role", (email: string) => changeRoles(systemIn(acme), email, ["caseworker"])],
  ["closing the account", (email: string) => disableStaff(systemIn(acme), email)],
])("the last admin stays: %s is refused; a closed account does not count as another", async (_what, act) => {
  const ana = await member("ana", ["admin", "caseworker"]);
  const tom = await member("tom", ["admin"]);
  await member("eve", ["caseworker"]);
  expect(await disableStaff(systemIn(acme), tom.email)).toMatchObject({ ok: true });
  expect(await act(ana.email)).toEqual({ ok: false, says: expect.stringContaining("only admin left") });
  expect((await listStaff(systemIn(acme))).filter((one) => one.roles.includes("admin"))).toHaveLength(2);
  await enableStaff(systemIn(acme), tom.email);
  expect(await act(ana.email)).toMatchObject({ ok: true });
});

test("two admins closed at the same moment: one stays", async () => {
  const [ana, tom] = [await member("ana", ["admin"]), await member("tom", ["admin"])];
  const both = await Promise.all([ana, tom].map(({ email }) => disableStaff(systemIn(acme), email)));
  expect(both.filter(({ ok }) => ok)).toHaveLength(1);
});

test("nothing to change, no role, nobody there, somebody of another organisation: sentences, and no event", async () => {
  const ana = await member("ana", ["admin"]);
  const ctx = systemIn(acme);
  expect(await changeRoles(ctx, ana.email, ["admin"])).toMatchObject({
    says: "The roles are admin already.",
  });
  expect(await changeRoles(ctx, ana.email, [])).toMatchObject({ says: expect.stringContaining("Disable") });
  expect(await changeRoles(ctx, at("nobody"), ["admin"])).toMatchObject({
    says: expect.stringContaining("Nobody"),
  });
  const elsewhere = systemIn(await anOrganisation(`elsewhere${count}`));
  for (const tried of [
    changeRoles(elsewhere, ana.email, ["auditor"]),
    disableStaff(elsewhere, ana.email),
    enableStaff(elsewhere, ana.email),
    changePassword(elsewhere, ana.email, another),
  ])
    expect(await tried).toMatchObject({ ok: false, says: expect.stringContaining("Nobody") });
  expect(await told()).toEqual([]);
});

test("the change and its event are one: what cannot be recorded is not changed", async () => {
  await member("admin", ["admin"]);
  const ana = await member("ana", ["caseworker"]);
  const token = await signedIn(ana);
  const broken = contextFor({ ...systemIn(acme), actor: { kind: "system", ref: "no uuid", part: "clock" } });
  await expect(disableStaff(broken, ana.email)).rejects.toThrow();
  await expect(changeRoles(broken, ana.email, ["auditor"])).rejects.toThrow();
  expect(await rolesOf(token)).toEqual(["caseworker"]);
});

test("an old password that was just found right opens nothing once another was given, and never comes back", async () => {
  const ana = await member("ana", ["admin"]);
  const [before] = await database().select().from(staff).where(eq(staff.id, ana.id));
  const verify = hashing.verifyPassword;
  const late = vi.spyOn(hashing, "verifyPassword").mockImplementation(async (typed, held) => {
    const isRight = await verify(typed, held);
    await changePassword(systemIn(acme), ana.email, another);
    return isRight;
  });
  expect(await canSignIn(ana.email, password)).toBe(false);
  late.mockRestore();
  await renewHash(ana.id, password, before?.passwordHash);
  expect(await canSignIn(ana.email, password)).toBe(false);
  expect(await canSignIn(ana.email, another)).toBe(true);
});
