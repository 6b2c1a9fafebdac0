import { eq } from "drizzle-orm";
import { beforeAll, expect, test, vi } from "vitest";
import { database, inTransaction, useDatabase } from "#db/client.ts";
import { auditEvent, staff as staffTable } from "#db/schema/index.ts";
import { testInstallation } from "#db/testing/installation.ts";
import {
  endSession,
  startCodeSession,
  startLoginSession,
  startStaffSession,
} from "#lib/auth/commands/sessions.ts";
import { cookiesFor, caseCookie } from "#lib/auth/cookies.ts";
import { aCase, age, aMember, anOrganisation } from "#lib/auth/house.test.kit.ts";
import { cookieWithToken } from "#lib/auth/client/cookie-values.ts";
import { personRef } from "#lib/auth/queries/person.ts";
import { permissions, type Role } from "#lib/auth/roles.ts";
import { contextFor, type StaffContext } from "#lib/context.ts";
import { isDatabaseAway } from "#lib/database-away.ts";
import { env } from "#lib/env.ts";
import { newId, newToken } from "#lib/ids.ts";
import type { OrganisationRow } from "#lib/organisations/queries.ts";
import { auditor, member, requester, staff, visitor, type Gate } from "./gates.ts";
import { proxyList } from "./network.ts";
import { visitFrom, type Visit } from "./visit.ts";

// A marker for the bundler, which throws wherever there is none.
vi.mock("server-only", () => ({}));

const house = testInstallation();

let ipc: OrganisationRow;
let informetric: OrganisationRow;
beforeAll(async () => {
  ipc = await anOrganisation("ipc");
  informetric = await anOrganisation("informetric");
});

/** A request with these cookies, by their purpose. */
function visitWith(cookies: Record<string, string> = {}, path = "/"): Visit {
  const { name } = cookiesFor(env().url);
  const kept = new Map(Object.entries(cookies).map(([purpose, value]) => [name(purpose), { value }]));
  const headers = new Headers({ "x-habeas-path": path });
  return visitFrom(headers, kept, { url: env().url, proxies: proxyList([]), now: new Date(), newId });
}

const signedInBy = async (token: string, path?: string) =>
  visitWith({ session: await cookieWithToken(token) }, path);
const outcome = async (gate: Gate<unknown>, visit: Visit) => {
  const entry = await gate.check(visit);
  return entry.ok ? "in" : "to" in entry ? entry.to : entry.why;
};

async function staffToken(organisation: OrganisationRow, roles: Role[]) {
  const member = await aMember(organisation, `${newId()}@ipc.example`, roles);
  const actor = { kind: "staff" as const, id: member.id, ref: member.ref, name: "Somebody", roles };
  const ctx = contextFor({ actor, organisation, now: new Date(), requestId: newId() }) as StaffContext;
  return { token: await inTransaction((tx) => startStaffSession(tx, ctx)), ...member };
}

const login = { issuer: "https://id.example", subject: "maya" };
const refusals = async (ref: string) =>
  (await database().select().from(auditEvent).where(eq(auditEvent.actorRef, ref))).filter(
    (event) => event.type === "attempt.refused",
  );

test("anybody may visit an organisation, and nobody one that is not there", async () => {
  const entry = await visitor("ipc").check(visitWith());
  expect(entry).toMatchObject({
    ok: true,
    ctx: { actor: { kind: "visitor" }, organisation: { id: ipc.id } },
  });
  expect(await outcome(visitor("nowhere"), visitWith())).toBe("not-found");
});

test("a visitor who signed in with the organisation's provider is that person, elsewhere she is anybody", async () => {
  const visit = await signedInBy(await startLoginSession(ipc.id, login, new Date()));
  const entry = await visitor("ipc").check(visit);
  expect(entry).toMatchObject({ ok: true, ctx: { actor: { kind: "person", caseId: null, scope: "full" } } });
  expect(await visitor("informetric").check(visit)).toMatchObject({
    ok: true,
    ctx: { actor: { kind: "visitor" } },
  });
});

test.each<[Role[], Record<(typeof permissions)[number], boolean>]>([
  [
    ["caseworker"],
    {
      "desk.enter": true,
      "case.read": true,
      "case.record": true,
      "case.work": true,
      search: true,
      "settings.read": true,
      "settings.write": false,
      "findings.close": false,
      "audit.read": false,
    },
  ],
  [
    ["approver"],
    {
      "desk.enter": true,
      "case.read": true,
      "case.record": true,
      "case.work": true,
      search: true,
      "settings.read": true,
      "settings.write": false,
      "findings.close": true,
      "audit.read": false,
    },
  ],
  [
    ["admin"],
    {
      "desk.enter": true,
      "case.read": false,
      "case.record": false,
      "case.work": false,
      search: false,
      "settings.read": true,
      "settings.write": true,
      "findings.close": true,
      "audit.read": false,
    },
  ],
  [
    ["auditor"],
    {
      "desk.enter": false,
      "case.read": false,
      "case.record": false,
      "case.work": false,
      search: false,
      "settings.read": false,
      "settings.write": false,
      "findings.close": false,
      "audit.read": true,
    },
  ],
])("%j may: %j; the rest is forbidden and recorded", async (roles, may) => {
  const { token, ref } = await staffToken(ipc, roles);
  const visit = await signedInBy(token);
  for (const permission of permissions)
    expect([permission, await outcome(staff(permission), visit)]).toEqual([
      permission,
      may[permission] ? "in" : "forbidden",
    ]);
  expect(await refusals(ref)).toHaveLength(Object.values(may).filter((allowed) => !allowed).length);
});

test("A3: an auditor at the desk is refused and recorded, and reads in her own room", async () => {
  const { token, ref } = await staffToken(ipc, ["auditor"]);
  const visit = await signedInBy(token);
  expect(await outcome(staff(), visit)).toBe("forbidden");
  expect(await outcome(auditor(), visit)).toBe("in");
  expect(await refusals(ref)).toHaveLength(1);
});

test("every member of staff reaches what is hers alone, and nobody else does", async () => {
  for (const role of ["caseworker", "auditor"] as const) {
    expect(await outcome(member(), await signedInBy((await staffToken(ipc, [role])).token))).toBe("in");
  }
  expect(await outcome(member(), visitWith())).toMatch(/^\/api\/auth\/signin/);
  expect(
    await outcome(member(), await signedInBy(await startLoginSession(ipc.id, login, new Date()))),
  ).toMatch(/^\/api\/auth\/signin/);
});

test.each([
  ["no cookie", async () => visitWith({}, "/desk/cases/7?tab=review")],
  [
    "a cookie of our making with a token nobody was given",
    async () => signedInBy(newToken(), "/desk/cases/7?tab=review"),
  ],
  [
    "a bare token where the encrypted cookie belongs",
    async () => visitWith({ session: (await staffToken(ipc, ["admin"])).token }, "/desk/cases/7?tab=review"),
  ],
  [
    "a person's login",
    async () => signedInBy(await startLoginSession(ipc.id, login, new Date()), "/desk/cases/7?tab=review"),
  ],
])("the desk with %s leads to the sign-in page, and from there back", async (_what, visit) => {
  expect(await outcome(staff(), await visit())).toBe(
    "/api/auth/signin?callbackUrl=%2Fdesk%2Fcases%2F7%3Ftab%3Dreview",
  );
});

test("C01: signing out, a changed role and a disabled account take effect with the very next request", async () => {
  const { token, id } = await staffToken(ipc, ["caseworker"]);
  const visit = await signedInBy(token);
  expect(await outcome(staff("case.work"), visit)).toBe("in");
  await database()
    .update(staffTable)
    .set({ roles: ["auditor"] })
    .where(eq(staffTable.id, id));
  expect(await outcome(staff("case.work"), visit)).toBe("forbidden");
  expect(await outcome(auditor(), visit)).toBe("in");
  await database().update(staffTable).set({ disabledAt: new Date() }).where(eq(staffTable.id, id));
  expect(await outcome(auditor(), visit)).toMatch(/^\/api\/auth\/signin/);

  const other = await staffToken(ipc, ["caseworker"]);
  const before = await signedInBy(other.token);
  await endSession(other.token, { now: new Date(), requestId: newId() });
  expect(await outcome(staff(), before)).toMatch(/^\/api\/auth\/signin/);
});

test("a case opens by the code that was sent for it, as far as that reaches", async () => {
  const row = await aCase(ipc);
  const to = `/ipc/track/${row.reference}`;
  const withCode = async (scope: "full" | "conversation", caseId = row.id) => {
    const token = await inTransaction((tx) =>
      startCodeSession(tx, { organisationId: ipc.id, caseId, scope }),
    );
    return visitWith({ [caseCookie(row.reference)]: token });
  };
  expect(await outcome(requester("ipc", row.reference), visitWith())).toBe(to);
  expect(await outcome(requester("ipc", row.reference), await withCode("conversation"))).toBe(to);
  expect(
    await outcome(requester("ipc", row.reference, { scope: "conversation" }), await withCode("conversation")),
  ).toBe("in");
  const entry = await requester("ipc", row.reference.toLowerCase().replaceAll("-", " ")).check(
    await withCode("full"),
  );
  expect(entry).toMatchObject({
    ok: true,
    ctx: {
      actor: { kind: "person", caseId: row.id, scope: "full", ref: personRef({ caseId: row.id }) },
      organisation: { id: ipc.id },
    },
  });
  const neighbour = await aCase(ipc);
  expect(await outcome(requester("ipc", row.reference), await withCode("full", neighbour.id))).toBe(to);
  expect(await outcome(requester("informetric", row.reference), await withCode("full"))).toBe(
    `/informetric/track/${row.reference}`,
  );
});

test("a reference that is none is answered like one that is", async () => {
  expect(await outcome(requester("ipc", "HB-2222-2222"), visitWith())).toBe("/ipc/track/HB-2222-2222");
  expect(await outcome(requester("ipc", "../../desk"), visitWith())).toBe("/ipc/track/..%2F..%2Fdesk");
  expect(await outcome(requester("nowhere", "HB-2222-2222"), visitWith())).toBe("not-found");
});

test("a case opens by the login it was asked with, and by no other", async () => {
  const row = await aCase(ipc, { login });
  const as = async (who: typeof login, organisation = ipc) =>
    signedInBy(await startLoginSession(organisation.id, who, new Date()));
  expect(await outcome(requester("ipc", row.reference), await as(login))).toBe("in");
  const to = `/ipc/track/${row.reference}`;
  expect(await outcome(requester("ipc", row.reference), await as({ ...login, subject: "leo" }))).toBe(to);
  expect(
    await outcome(requester("ipc", row.reference), await as({ ...login, issuer: "https://evil.example" })),
  ).toBe(to);
  expect(await outcome(requester("ipc", (await aCase(ipc)).reference), await as(login))).not.toBe("in");
});

test("a login at another organisation opens nothing here, even under the same name", async () => {
  const row = await aCase(ipc, { login });
  const visit = await signedInBy(await startLoginSession(informetric.id, login, new Date()));
  expect(await outcome(requester("ipc", row.reference), visit)).toBe(`/ipc/track/${row.reference}`);
});

test("11 CCR 7061: what asks for a fresh proof takes none older than five minutes", async () => {
  const row = await aCase(ipc, { login });
  const gate = requester("ipc", row.reference, { isFresh: true });
  const token = await startLoginSession(ipc.id, login, new Date());
  const visit = await signedInBy(token);
  expect(await outcome(gate, visit)).toBe("in");
  await age(token, 301);
  expect(await outcome(gate, visit)).toBe(`/ipc/track/${row.reference}?prove=again`);
  expect(await outcome(requester("ipc", row.reference), visit)).toBe("in");
  const unsaid = await signedInBy(await startLoginSession(ipc.id, login, new Date(0)));
  expect(await outcome(gate, unsaid)).toBe(`/ipc/track/${row.reference}?prove=again`);
});

test("a member of staff is no requester", async () => {
  const row = await aCase(ipc, { login });
  const { token } = await staffToken(ipc, ["caseworker", "approver", "admin", "auditor"]);
  expect(await outcome(requester("ipc", row.reference), await signedInBy(token))).toBe(
    `/ipc/track/${row.reference}`,
  );
});

test("while the database is away every gate says so, also to who has no session; afterwards the session is as it was", async () => {
  const { token } = await staffToken(ipc, ["caseworker"]);
  const known = await signedInBy(token);
  await useDatabase("postgres://nobody:nothing@127.0.0.1:9/none");
  const asked = [
    staff().check(known),
    ...[staff(), member(), auditor(), visitor("ipc"), requester("ipc", "HB-7K4Q-2M9X")].map((gate) =>
      (gate as Gate<unknown>).check(visitWith()),
    ),
  ];
  for (const one of await Promise.allSettled(asked))
    expect(one).toMatchObject({ status: "rejected", reason: expect.toSatisfy(isDatabaseAway) });
  await useDatabase(house.database.urlAs("web"));
  expect(await outcome(staff(), known)).toBe("in");
});
