import { createHook } from "node:async_hooks";
import { argon2Sync } from "node:crypto";
import { NoopLogger } from "drizzle-orm/logger";
import { eq } from "drizzle-orm";
import { beforeAll, expect, test, vi } from "vitest";
import { database } from "#db/client.ts";
import { auditEvent, session, staff } from "#db/schema/index.ts";
import { testInstallation } from "#db/testing/installation.ts";
import { countAttempt } from "#lib/attempts/commands.ts";
import { attemptAt } from "#lib/attempts/limits.ts";
import { newId } from "#lib/ids.ts";
import type { OrganisationRow } from "#lib/organisations/queries.ts";
import { signInStaff } from "./commands/sign-in.ts";
import { aMember, anOrganisation } from "./house.test.kit.ts";
import { cost, formatHash, parseHash } from "./password.ts";
import { findSession } from "./queries/session.ts";

testInstallation();

const password = "a long enough one";
let ipc: OrganisationRow;
let networks = 0;

beforeAll(async () => {
  ipc = await anOrganisation("ipc");
  await aMember(ipc, "ana@ipc.example", ["caseworker"], password);
  await aMember(ipc, "no-password@ipc.example", ["caseworker"]);
  const { id } = await aMember(ipc, "gone@ipc.example", ["caseworker"], password);
  await database().update(staff).set({ disabledAt: new Date() }).where(eq(staff.id, id));
});

/** Tries from a network of its own, and does what is left for after the answer. */
async function tryIn(email: string, typed: string, network = `network-${networks++}`) {
  const later: (() => Promise<void>)[] = [];
  const result = await signInStaff({
    email,
    password: typed,
    network,
    now: new Date(),
    requestId: newId(),
    afterwards: (work) => later.push(work),
  });
  return { result, finish: () => Promise.all(later.map((work) => work())) };
}

/** Hears every statement that goes to the database. */
function listen(hear: (statement: string) => void) {
  const log = vi.spyOn(NoopLogger.prototype, "logQuery");
  log.mockImplementation(((statement: string) => hear(statement)) as never);
  return log;
}

const refusals = () =>
  database().select().from(auditEvent).where(eq(auditEvent.type, "staff.sign-in-refused"));

test("address and password open a session, which is recorded", async () => {
  const { result } = await tryIn(" Ana@IPC.example ", password);
  if (!result.ok) throw new Error("not signed in");
  expect(await findSession(result.token)).toMatchObject({ kind: "staff", staff: { roles: ["caseworker"] } });
  const [event] = await database().select().from(auditEvent).where(eq(auditEvent.type, "staff.sign-in"));
  expect(event).toMatchObject({ orgRef: ipc.ref, actorRef: result.account.ref, role: "caseworker" });
});

test.each([
  ["a wrong password", "ana@ipc.example", "not the right one"],
  ["an unknown address", "nobody@ipc.example", password],
  ["a disabled account", "gone@ipc.example", password],
  ["an account without a password", "no-password@ipc.example", ""],
  ["no address at all", "ana", password],
  ["an address in another's clothes", "ana@evil.example＠ipc.example", password],
])("%s is refused without a word why", async (_what, email, typed) => {
  const { result } = await tryIn(email, typed);
  expect(result).toEqual({ ok: false });
});

test("known and unknown addresses cost the same work: the same statements and one hash each", async () => {
  const workOf = async (email: string, typed: string) => {
    const statements: string[] = [];
    let hashes = 0;
    const log = listen((statement) => statements.push(statement));
    const hook = createHook({ init: (_id, type) => void (/argon2/i.test(type) && hashes++) }).enable();
    await tryIn(email, typed);
    hook.disable();
    log.mockRestore();
    return { statements, hashes };
  };
  const known = await workOf("ana@ipc.example", "not the right one");
  expect(known.hashes).toBe(1);
  expect(known.statements.length).toBeGreaterThan(3);
  for (const email of ["nobody@ipc.example", "gone@ipc.example", "no-password@ipc.example"]) {
    expect(await workOf(email, "not the right one")).toEqual(known);
  }
});

test("what a refused try leaves behind is written after the answer, and only for a known account", async () => {
  const before = (await refusals()).length;
  const known = await tryIn("ana@ipc.example", "not the right one");
  expect((await refusals()).length).toBe(before);
  await known.finish();
  await (await tryIn("nobody@ipc.example", password)).finish();
  const events = await refusals();
  expect(events.length).toBe(before + 1);
  expect(events.at(-1)).toMatchObject({ orgRef: ipc.ref, actorKind: "visitor" });
});

test("an account takes ten wrong tries in a quarter of an hour; then the right password is refused like any other", async () => {
  await aMember(ipc, "tried@ipc.example", ["caseworker"], password);
  for (let i = 0; i < 10; i++)
    expect((await tryIn("tried@ipc.example", "wrong wrong wrong")).result.ok).toBe(false);
  const before = (await refusals()).length;
  const locked = await tryIn("tried@ipc.example", password);
  expect(locked.result).toEqual({ ok: false });
  await locked.finish();
  await (await tryIn("tried@ipc.example", password)).finish();
  expect((await refusals()).length).toBe(before + 1);
});

test("an unknown address is limited in the same way, so that a limit tells nothing", async () => {
  const statementsAfterTen = async (email: string) => {
    for (let i = 0; i < 9; i++) await countAttempt(attemptAt("sign-in/account", email));
    await tryIn(email, "wrong wrong wrong");
    const statements: string[] = [];
    const log = listen((statement) => statements.push(statement));
    expect((await tryIn(email, password)).result).toEqual({ ok: false });
    log.mockRestore();
    return statements;
  };
  await aMember(ipc, "limited@ipc.example", ["caseworker"], password);
  expect(await statementsAfterTen("limited@ipc.example")).toEqual(
    await statementsAfterTen("not-there@ipc.example"),
  );
});

test("fifty at once: no more than ten passwords are looked at, and the right one among the late is not", async () => {
  await aMember(ipc, "raced@ipc.example", ["caseworker"], password);
  let hashes = 0;
  const hook = createHook({ init: (_id, type) => void (/argon2/i.test(type) && hashes++) }).enable();
  const results = await Promise.all(
    Array.from({ length: 50 }, (_, i) => tryIn("raced@ipc.example", i < 49 ? "wrong wrong wrong" : password)),
  );
  hook.disable();
  expect(hashes).toBe(10);
  expect(results.filter(({ result }) => result.ok).length).toBeLessThanOrEqual(1);
});

test("a network is limited too, whichever accounts it tries", async () => {
  await aMember(ipc, "quiet@ipc.example", ["caseworker"], password);
  for (let i = 0; i < 29; i++) await countAttempt(attemptAt("sign-in/network", "203.0.113.9/32"));
  await tryIn("spray@ipc.example", "wrong wrong wrong", "203.0.113.9/32");
  expect((await tryIn("quiet@ipc.example", password, "203.0.113.9/32")).result.ok).toBe(false);
  expect((await tryIn("quiet@ipc.example", password, "203.0.113.10/32")).result.ok).toBe(true);
});

test("who signs in rightly is never limited by it", async () => {
  await aMember(ipc, "often@ipc.example", ["caseworker"], password);
  for (let i = 0; i < 12; i++)
    expect((await tryIn("often@ipc.example", password, "198.51.100.7/32")).result.ok).toBe(true);
});

test("a hash made with smaller parameters is made anew at the next sign-in", async () => {
  const { id } = await aMember(ipc, "old@ipc.example", ["caseworker"], password);
  const salt = Buffer.alloc(16, 3);
  const small = { memory: 64, passes: 1, lanes: 1 };
  const hash = argon2Sync("argon2id", {
    message: password,
    nonce: salt,
    parallelism: 1,
    tagLength: 32,
    memory: 64,
    passes: 1,
  });
  await database()
    .update(staff)
    .set({ passwordHash: formatHash({ cost: small, salt, hash }) })
    .where(eq(staff.id, id));
  const { result, finish } = await tryIn("old@ipc.example", password);
  expect(result.ok).toBe(true);
  await finish();
  const [row] = await database().select().from(staff).where(eq(staff.id, id));
  expect(parseHash(row?.passwordHash ?? "")?.cost).toEqual(cost);
  expect((await tryIn("old@ipc.example", password)).result.ok).toBe(true);
});

test("nothing of a try is readable afterwards", async () => {
  await (await tryIn("ana@ipc.example", "my secret slipped in")).finish();
  const everything = JSON.stringify([
    await database().select().from(auditEvent),
    await database().select().from(session),
  ]);
  expect(everything).not.toContain("ana@ipc");
  expect(everything).not.toContain("secret slipped");
});
