import { NoopLogger } from "drizzle-orm/logger";
import { and, desc, eq, sql } from "drizzle-orm";
import { beforeAll, expect, test, vi } from "vitest";
import { database } from "#db/client.ts";
import { accessCode, attempt, auditEvent, caseKey, cases, notice, session } from "#db/schema/index.ts";
import { testInstallation } from "#db/testing/installation.ts";
import type { LimitKind } from "#lib/attempts/limits.ts";
import { ring } from "#lib/keys/ring.ts";
import { caseSealer } from "#lib/keys/sealer.ts";
import type { OrganisationRow } from "#lib/organisations/queries.ts";
import { acceptCode, sendCode, tidyCodes } from "./commands/codes.ts";
import { aCase, anOrganisation, confirm, visitorOf } from "./house.test.kit.ts";
import { personRef } from "./queries/person.ts";
import { findSession } from "./queries/session.ts";

testInstallation();

const typed = "maya@typed.example";
const onFile = "maya@file.example";

let ipc: OrganisationRow;
let elsewhere: OrganisationRow;
beforeAll(async () => {
  ipc = await anOrganisation("ipc");
  elsewhere = await anOrganisation("elsewhere");
});

const send = (reference: string, at = ipc) =>
  sendCode(visitorOf(at), { reference, network: `${Math.random()}` });
const accept = (reference: string, code: string, at = ipc) =>
  acceptCode(visitorOf(at), { reference, code, network: `${Math.random()}` });
const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000);

/** The mails of a case, newest first: to whom, and the code in it. */
async function mailsOf(caseId: string) {
  const sealer = await caseSealer(database(), caseId);
  const rows = await database()
    .select()
    .from(notice)
    .where(and(eq(notice.caseId, caseId), eq(notice.kind, "code")))
    .orderBy(desc(notice.createdAt));
  return rows.map((row) => {
    const { text, subject } = sealer.open<{ text: string; subject: string }>(
      "notice.sealed_content",
      row.id,
      row.sealedContent,
    );
    expect(subject).not.toMatch(/\d{6}/);
    return {
      to: sealer.open<string>("notice.sealed_to", row.id, row.sealedTo),
      code: /^\s*(\d{6})\s*$/m.exec(text)?.[1] ?? "",
    };
  });
}

const codesOf = (caseId: string) => database().select().from(accessCode).where(eq(accessCode.caseId, caseId));
const eventsOf = (ref: string) =>
  database().select().from(auditEvent).where(eq(auditEvent.caseRef, ref)).orderBy(auditEvent.seq);
const other = (code: string) => String((Number(code) + 1) % 1_000_000).padStart(6, "0");

/** Lets a limit forget a case, as if its time had passed. */
const forget = (kind: LimitKind, reference: string) =>
  database()
    .delete(attempt)
    .where(eq(attempt.key, ring().mac("attempt", JSON.stringify([kind, `${ipc.id}|${reference}`]))));

test.each<[string, { contact: string | null; changedAt?: Date | null } | null, string[]]>([
  ["not verified: only to the address that was typed", null, [typed]],
  ["verified: to the contact on file, and to the typed one", { contact: onFile }, [onFile, typed]],
  ["verified, the same mailbox: one code", { contact: "Maya@Typed.example" }, ["Maya@Typed.example"]],
  ["verified without a contact on file", { contact: null }, [typed]],
  ["contact on file changed 29 days ago", { contact: onFile, changedAt: daysAgo(29) }, [typed]],
  ["contact on file changed 31 days ago", { contact: onFile, changedAt: daysAgo(31) }, [onFile, typed]],
])("%s", async (_what, contact, to) => {
  const row = await aCase(ipc, { email: typed });
  if (contact) await confirm(row.id, contact.contact, contact.changedAt ?? null);
  await send(row.reference);
  expect((await mailsOf(row.id)).map((mail) => mail.to).sort()).toEqual(to.toSorted());
});

test("an answer that staff hand over to the address given is opened by a code to it", async () => {
  const row = await aCase(ipc, { email: typed });
  const handedOver = { delivery: "given", status: "reviewing" } as const;
  await database().update(cases).set(handedOver).where(eq(cases.id, row.id));
  await send(row.reference);
  const [mail] = await mailsOf(row.id);
  expect(mail).toMatchObject({ to: typed });
  expect(await accept(row.reference, mail?.code ?? "")).toMatchObject({ ok: true, scope: "full" });
});

test("a press costs the same whatever stands behind the reference of a case", async () => {
  const statementsFor = async (prepare: (id: string) => Promise<void>, email: string | null) => {
    const row = await aCase(ipc, { email });
    await prepare(row.id);
    const statements: string[] = [];
    const log = vi.spyOn(NoopLogger.prototype, "logQuery");
    log.mockImplementation(((statement: string) => statements.push(statement)) as never);
    await send(row.reference);
    log.mockRestore();
    return statements;
  };
  const unverified = await statementsFor(async () => {}, typed);
  expect(unverified.length).toBeGreaterThan(15);
  expect(await statementsFor((id) => confirm(id, onFile), typed)).toEqual(unverified);
  expect(await statementsFor((id) => confirm(id, typed), typed)).toEqual(unverified);
  expect(await statementsFor((id) => confirm(id, null), null)).toEqual(unverified);
});

test("nothing is sent, and nothing is told, for what is no case of this organisation", async () => {
  const row = await aCase(ipc);
  const before = (await database().select().from(notice)).length;
  await send("HB-2222-2222");
  await send("nonsense");
  await send(row.reference, elsewhere);
  expect((await database().select().from(notice)).length).toBe(before);
  expect(await codesOf(row.id)).toEqual([]);
});

test("the right code opens the case as far as it reaches, once, and is recorded", async () => {
  const row = await aCase(ipc, { email: typed });
  await confirm(row.id, onFile);
  await send(row.reference.toLowerCase());
  const mails = await mailsOf(row.id);
  const codeTo = (to: string) => mails.find((mail) => mail.to === to)?.code ?? "";

  const first = await accept(
    ` ${row.reference.toLowerCase().replaceAll("-", " ")}`,
    codeTo(typed).replace(/(...)/, "$1 "),
  );
  if (!first.ok) throw new Error("refused");
  expect(await findSession(first.token)).toMatchObject({
    kind: "code",
    caseId: row.id,
    scope: "conversation",
    isFresh: true,
  });
  const second = await accept(row.reference, codeTo(onFile));
  if (!second.ok) throw new Error("refused");
  expect(second).toMatchObject({ scope: "full", reference: row.reference });
  expect(await findSession(second.token)).toMatchObject({ kind: "code", caseId: row.id, scope: "full" });

  expect(await accept(row.reference, codeTo(onFile))).toEqual({ ok: false });
  const events = await eventsOf(row.ref);
  expect(events.map((event) => event.type)).toEqual([
    "case.open",
    "code.send",
    "code.send",
    "code.accept",
    "code.accept",
    "code.refuse",
  ]);
  expect(events.map((event) => event.seq)).toEqual([1, 2, 3, 4, 5, 6]);
  expect(events[3]).toMatchObject({ actorKind: "person", actorRef: personRef({ caseId: row.id }) });
});

test("a wrong code is refused, a code of another case or organisation too", async () => {
  const row = await aCase(ipc);
  const neighbour = await aCase(ipc);
  await send(row.reference);
  const [mail] = await mailsOf(row.id);
  const code = mail?.code ?? "";
  expect(await accept(row.reference, other(code))).toEqual({ ok: false });
  expect(await accept(neighbour.reference, code)).toEqual({ ok: false });
  expect(await accept(row.reference, code, elsewhere)).toEqual({ ok: false });
  expect(await accept("HB-2222-2222", code)).toEqual({ ok: false });
  expect(await accept(row.reference, "")).toEqual({ ok: false });
  expect(await accept(row.reference, code)).toMatchObject({ ok: true });
});

test("A08: fifty wrong codes at once are five tries, and then the right one fails too", async () => {
  const row = await aCase(ipc);
  await send(row.reference);
  const [mail] = await mailsOf(row.id);
  const code = mail?.code ?? "";
  const wrong = other(code);
  const results = await Promise.all(Array.from({ length: 50 }, () => accept(row.reference, wrong)));
  expect(results.every((result) => !result.ok)).toBe(true);
  expect((await codesOf(row.id)).map((one) => one.tries)).toEqual([5, 5]);
  await forget("code-try/case", row.reference);
  expect(await accept(row.reference, code)).toEqual({ ok: false });
});

test("the right code twice at once opens one session", async () => {
  const row = await aCase(ipc);
  await send(row.reference);
  const [mail] = await mailsOf(row.id);
  const results = await Promise.all([
    accept(row.reference, mail?.code ?? ""),
    accept(row.reference, mail?.code ?? ""),
  ]);
  expect(results.filter((result) => result.ok)).toHaveLength(1);
  expect(await database().select().from(session).where(eq(session.caseId, row.id))).toHaveLength(1);
});

test("ten wrong codes a day, over however many codes; staff are told once", async () => {
  const row = await aCase(ipc);
  for (let round = 0; round < 3; round++) {
    await send(row.reference);
    const [mail] = await mailsOf(row.id);
    for (let i = 0; i < 4; i++) await accept(row.reference, other(mail?.code ?? ""));
  }
  const newest = await codesOf(row.id);
  const mails = await mailsOf(row.id);
  expect(newest.reduce((sum, one) => sum + one.tries, 0)).toBe(20);
  for (const { code } of mails) expect(await accept(row.reference, code)).toEqual({ ok: false });
  const refused = (await eventsOf(row.ref)).filter((event) => event.type === "code.refuse");
  expect(refused).toHaveLength(11);
});

test("what a refusal leaves behind is written after the answer, whether there is such a case or not", async () => {
  const row = await aCase(ipc);
  const later: (() => Promise<void>)[] = [];
  const refused = async (reference: string) => {
    const typedNow = { reference, code: "000000", network: `${Math.random()}` };
    return acceptCode(visitorOf(ipc), typedNow, (work) => void later.push(work));
  };
  const recorded = async () =>
    (await eventsOf(row.ref)).filter((event) => event.type === "code.refuse").length;

  expect([await refused(row.reference), await refused("HB-2222-2222")]).toEqual([
    { ok: false },
    { ok: false },
  ]);
  expect(later).toHaveLength(2);
  expect(await recorded()).toBe(0);
  for (const work of later.splice(0)) await work();
  expect(await recorded()).toBe(1);

  for (let tries = 1; tries < 10; tries++) await refused(row.reference);
  later.splice(0);
  await refused(row.reference);
  expect(later).toHaveLength(1);
  for (const work of later) await work();
  expect(await recorded()).toBe(2);
});

test("who types rightly is never limited by it", async () => {
  const row = await aCase(ipc);
  for (let i = 0; i < 12; i++) {
    await forget("code-send/case", row.reference);
    await send(row.reference);
    const [mail] = await mailsOf(row.id);
    expect(await accept(row.reference, mail?.code ?? "")).toMatchObject({ ok: true });
  }
});

test("three codes an hour; the fourth press looks the same, sends nothing and leaves the third as it is", async () => {
  const row = await aCase(ipc);
  for (let i = 0; i < 4; i++) await send(row.reference);
  const mails = await mailsOf(row.id);
  expect(mails).toHaveLength(3);
  expect(await accept(row.reference, mails[0]?.code ?? "")).toMatchObject({ ok: true });
});

test("a new code ends the one before", async () => {
  const row = await aCase(ipc);
  await send(row.reference);
  const [first] = await mailsOf(row.id);
  await send(row.reference);
  const [second] = await mailsOf(row.id);
  if (first?.code !== second?.code)
    expect(await accept(row.reference, first?.code ?? "")).toEqual({ ok: false });
  expect(await accept(row.reference, second?.code ?? "")).toMatchObject({ ok: true });
});

test("after ten minutes of the database's time a code is worth nothing", async () => {
  const row = await aCase(ipc);
  await send(row.reference);
  const [mail] = await mailsOf(row.id);
  const [code] = await codesOf(row.id);
  expect((code?.expiresAt.getTime() ?? 0) - (code?.createdAt.getTime() ?? 0)).toBe(600_000);
  const back = sql`interval '10 minutes'`;
  await database()
    .update(accessCode)
    .set({ expiresAt: sql`${accessCode.expiresAt} - ${back}` as never })
    .where(eq(accessCode.caseId, row.id));
  expect(await accept(row.reference, mail?.code ?? "")).toEqual({ ok: false });
});

test("the digits are stored nowhere but in the sealed mail", async () => {
  const row = await aCase(ipc);
  await send(row.reference);
  const [mail] = await mailsOf(row.id);
  const rows = await codesOf(row.id);
  expect(JSON.stringify(rows)).not.toContain(mail?.code);
  expect(rows.map((one) => one.codeHash.length)).toEqual([32, 32]);
});

test("a shredded case answers a press like any other", async () => {
  const row = await aCase(ipc);
  await database()
    .update(caseKey)
    .set({ wrappedDek: null, wrappedIdentity: null, destroyedAt: new Date() })
    .where(eq(caseKey.caseId, row.id));
  await expect(send(row.reference)).resolves.toBeUndefined();
  expect(await codesOf(row.id)).toEqual([]);
});

test("a press that cannot be finished leaves nothing behind", async () => {
  const row = await aCase(ipc);
  await send(row.reference);
  const [before] = await mailsOf(row.id);
  const log = vi.spyOn(NoopLogger.prototype, "logQuery");
  log.mockImplementation(((statement: string) => {
    if (statement.includes('insert into "notice"')) throw new Error("the disk is full");
  }) as never);
  await expect(send(row.reference)).rejects.toThrow("the disk is full");
  log.mockRestore();
  expect(await codesOf(row.id)).toHaveLength(2);
  expect(await accept(row.reference, before?.code ?? "")).toMatchObject({ ok: true });
});

test("old codes are forgotten", async () => {
  await database()
    .update(accessCode)
    .set({ expiresAt: sql`now() - interval '2 days'` as never });
  expect(await tidyCodes()).toBeGreaterThan(0);
  expect(await database().select().from(accessCode)).toEqual([]);
});
