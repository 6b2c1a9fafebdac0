import { eq, sql } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { database, inTransaction } from "#db/client.ts";
import { auditEvent, session, staff } from "#db/schema/index.ts";
import { testInstallation } from "#db/testing/installation.ts";
import { loginIndex } from "#lib/cases/commands/open.ts";
import { contextFor, type StaffContext } from "#lib/context.ts";
import { newId, newToken } from "#lib/ids.ts";
import type { OrganisationRow } from "#lib/organisations/queries.ts";
import {
  endSession,
  revokeOtherSessions,
  revokeOwnSession,
  startCodeSession,
  startLoginSession,
  startStaffSession,
  tidySessions,
} from "./commands/sessions.ts";
import { addStaff } from "./commands/staff.ts";
import { aCase, age, aMember, anOrganisation, systemIn } from "./house.test.kit.ts";
import { findLogin } from "./queries/person.ts";
import { findSession, listOwnSessions, tokenHash } from "./queries/session.ts";

testInstallation();

let ipc: OrganisationRow;
let ana: StaffContext;
let anaId: string;

const at = () => ({ now: new Date(), requestId: newId() });
const signIn = () => inTransaction((tx) => startStaffSession(tx, ana));
const rowOf = async (token: string) => {
  const [row] = await database()
    .select()
    .from(session)
    .where(eq(session.tokenHash, tokenHash(token)));
  return row;
};
const eventsOf = (type: string) => database().select().from(auditEvent).where(eq(auditEvent.type, type));

beforeAll(async () => {
  ipc = await anOrganisation("ipc");
  const { id, ref } = await aMember(ipc, "ana@ipc.example", ["caseworker"]);
  anaId = id;
  ana = contextFor({
    actor: { kind: "staff", id, ref, name: "Ana", roles: ["caseworker"] },
    organisation: ipc,
    ...at(),
  }) as StaffContext;
});

test("a staff session says who she is, as the database has it now", async () => {
  const token = await signIn();
  expect(await findSession(token)).toMatchObject({
    kind: "staff",
    isFresh: true,
    organisation: { id: ipc.id, slug: "ipc" },
    staff: { id: anaId, name: "The one at ana@ipc.example", roles: ["caseworker"] },
  });
});

test("only the digest of the cookie's token is stored", async () => {
  const token = await signIn();
  const row = await rowOf(token);
  expect(row?.tokenHash).toHaveLength(32);
  expect(JSON.stringify(row)).not.toContain(token);
});

test.each(["", "x", "'; drop table session", newToken(), "a".repeat(5000)])(
  "a token nobody was given opens nothing: %.20s",
  async (token) => {
    expect(await findSession(token)).toBeNull();
  },
);

test("C01: after signing out the token is worth nothing, and the sign-out is recorded once", async () => {
  const token = await signIn();
  const before = (await eventsOf("staff.sign-out")).length;
  await endSession(token, at());
  await endSession(token, at());
  expect(await findSession(token)).toBeNull();
  expect((await eventsOf("staff.sign-out")).length).toBe(before + 1);
});

test("C01: a role taken away, and a disabled account, count from the next request on", async () => {
  const { id } = await aMember(ipc, "tom@ipc.example", ["approver", "admin"]);
  const ctx = contextFor({ ...ana, ...at(), actor: { ...ana.actor, id } }) as StaffContext;
  const token = await inTransaction((tx) => startStaffSession(tx, ctx));
  const rolesNow = async () => {
    const found = await findSession(token);
    return found?.kind === "staff" ? found.staff.roles : null;
  };
  expect(await rolesNow()).toEqual(["approver", "admin"]);
  await database()
    .update(staff)
    .set({ roles: ["auditor"] })
    .where(eq(staff.id, id));
  expect(await rolesNow()).toEqual(["auditor"]);
  await database().update(staff).set({ disabledAt: new Date() }).where(eq(staff.id, id));
  expect(await rolesNow()).toBeNull();
});

test.each([
  ["idle for 29 minutes", 29 * 60, true],
  ["idle for 31 minutes", 31 * 60, false],
  ["twelve hours old", 12 * 3600 + 1, false],
])("C12: a staff session %s is valid: %s", async (_what, seconds, valid) => {
  const token = await signIn();
  await age(token, seconds);
  expect((await findSession(token)) !== null).toBe(valid);
});

test("work keeps a session from lying idle, but not beyond twelve hours; a page's own requests do not", async () => {
  const token = await signIn();
  await age(token, 20 * 60);
  await findSession(token, { isPassive: true });
  await age(token, 5 * 60);
  expect(await findSession(token)).not.toBeNull();
  await age(token, 29 * 60);
  expect(await findSession(token)).not.toBeNull();
  await age(token, 29 * 60);
  await findSession(token, { isPassive: true });
  await age(token, 2 * 60);
  expect(await findSession(token)).toBeNull();
});

test("a person is not hurried: twenty hours, idle or not", async () => {
  const row = await aCase(ipc);
  const owner = { organisationId: ipc.id, caseId: row.id, scope: "conversation" as const };
  const token = await inTransaction((tx) => startCodeSession(tx, owner));
  await age(token, 20 * 3600 - 60);
  expect(await findSession(token)).toMatchObject({
    kind: "code",
    caseId: row.id,
    scope: "conversation",
    isFresh: false,
  });
  await age(token, 61);
  expect(await findSession(token)).toBeNull();
});

test("a login is known by issuer and subject, sealed; when the password was typed is the provider's word, never the future", async () => {
  const login = { issuer: "https://id.example", subject: "maya|1" };
  const early = new Date(Date.now() - 3600_000);
  const token = await startLoginSession(ipc.id, login, early);
  const found = await findSession(token);
  expect(found).toMatchObject({ kind: "login", provedAt: early, isFresh: false });
  expect(found?.kind === "login" && Buffer.from(found.subjectIndex).equals(loginIndex(login))).toBe(true);
  const row = await rowOf(token);
  expect(Buffer.from(row?.sealedSubject ?? []).toString("latin1")).not.toContain("maya");

  const actor = {
    kind: "person" as const,
    ref: newId(),
    sessionId: row?.id ?? null,
    caseId: null,
    scope: "full" as const,
    provedAt: early,
  };
  const ctx = contextFor({ actor, organisation: ipc, ...at() });
  expect(await findLogin(ctx)).toEqual({ ...login, provedAt: early });
  const elsewhere = contextFor({ actor, organisation: await anOrganisation("elsewhere"), ...at() });
  expect(await findLogin(elsewhere)).toBeNull();
  expect(await findLogin(ana)).toBeNull();

  const future = await startLoginSession(ipc.id, login, new Date(Date.now() + 3600_000));
  const [row2] = await database()
    .select({ late: sql<boolean>`${session.provedAt} > clock_timestamp()` })
    .from(session)
    .where(eq(session.tokenHash, tokenHash(future)));
  expect(row2?.late).toBe(false);
});

test("one sees one's own sessions, and ends one or all others; not somebody else's", async () => {
  const { id, ref } = await aMember(ipc, "ingrid@ipc.example", ["auditor"]);
  const ingrid = contextFor({ ...ana, actor: { ...ana.actor, id, ref } }) as StaffContext;
  const tokens = [];
  for (let i = 0; i < 3; i++) tokens.push(await inTransaction((tx) => startStaffSession(tx, ingrid)));
  const own = await listOwnSessions(ingrid);
  expect(own).toHaveLength(3);
  expect(await revokeOwnSession(ana, own[0]?.id ?? "")).toBe(false);
  expect(await revokeOwnSession(ingrid, own[0]?.id ?? "")).toBe(true);
  expect(await listOwnSessions(ingrid)).toHaveLength(2);
  expect(await revokeOtherSessions(ingrid, own[1]?.id ?? "")).toBe(1);
  expect((await listOwnSessions(ingrid)).map((one) => one.id)).toEqual([own[1]?.id]);
  expect(await findSession(tokens[1] ?? "")).not.toBeNull();
});

test("a session that cannot be recorded does not begin", async () => {
  const before = (await database().select().from(session)).length;
  const broken = contextFor({ ...ana, organisation: { ...ipc, id: newId() } }) as StaffContext;
  await expect(inTransaction((tx) => startStaffSession(tx, broken))).rejects.toThrow();
  expect((await database().select().from(session)).length).toBe(before);
});

test("an address is one account in the whole installation, in whatever letters it is typed", async () => {
  const other = await anOrganisation("other");
  const again = await addStaff(systemIn(other), {
    name: "Ana again",
    email: "ANA@ipc.example",
    password: null,
    roles: ["admin"],
  });
  expect(again).toEqual({ ok: false, says: "There is an account with this e-mail address already." });
  expect(await database().select().from(staff).where(eq(staff.organisationId, other.id))).toEqual([]);
  const two = await Promise.all(
    ["eva@ipc.example", "Eva@ipc.example"].map((email) =>
      addStaff(systemIn(ipc), { name: "Eva", email, password: null, roles: ["admin"] }),
    ),
  );
  expect(two.filter((one) => one.ok)).toHaveLength(1);
});

test("sessions long ended are forgotten", async () => {
  const token = await signIn();
  await age(token, 43 * 24 * 3600);
  expect(await tidySessions()).toBeGreaterThanOrEqual(1);
  expect(await rowOf(token)).toBeUndefined();
});
