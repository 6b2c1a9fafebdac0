import { and, eq, sql } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { database } from "#db/client.ts";
import { aCase, aMember, anOrganisation, aPerson, aPolicy, aRequest, aVisitor } from "#db/factories.ts";
import { auditEvent, browserSignal, cases, claim, preference, task } from "#db/schema/index.ts";
import { connectShop } from "#db/testing/shop.ts";
import { testInstallation } from "#db/testing/installation.ts";
import { runJobs } from "#db/testing/jobs.ts";
import { attemptAt } from "#lib/attempts/limits.ts";
import { startLoginSession } from "#lib/auth/commands/sessions.ts";
import { findSession } from "#lib/auth/queries/session.ts";
import { openCase } from "#lib/cases/commands/open.ts";
import { withdrawCase } from "#lib/cases/commands/withdraw.ts";
import { getOwnCase } from "#lib/cases/queries/tracker.ts";
import type { CodeScope, Context, StaffContext } from "#lib/context.ts";
import { finishTask } from "#lib/engine/collecting/commands.ts";
import { newId, newToken } from "#lib/ids.ts";
import type { Request } from "#lib/intake/answers.ts";
import { organisationSealer } from "#lib/keys/sealer.ts";
import { nameIn, type Policy } from "#lib/organisations/policy.ts";
import type { OrganisationRow } from "#lib/organisations/queries.ts";
import type { Choice } from "./choices.ts";
import { noteBrowser, tidyBrowsers } from "./commands/browser.ts";
import { hearForAccount } from "./commands/signal.ts";
import { undoChoice } from "./commands/undo.ts";
import { findBrowser, listAccountChoices, readChoices } from "./queries.ts";
import { browserDays } from "./signal.ts";

const installation = testInstallation();

const words = (en: string) => ({ en, de: en });
const recipient = (name: string, more: object) => ({
  name,
  place: null,
  why: words("They help."),
  kind: null,
  dealing: "disclosed" as const,
  ...more,
});
const policy: Policy = {
  ...aPolicy,
  rights: [...aPolicy.rights, "opt-out-marketing", "withdraw-consent"],
  marketing: ["email", "sms"],
  consents: [
    { id: "cookies", label: words("Cookies"), needsProof: false, uses: ["advertising"] },
    { id: "club", label: words("The club"), needsProof: true },
  ],
  register: [
    {
      category: "account",
      source: "shop",
      purposes: [words("To sell.")],
      legalBasis: words("we may."),
      recipients: [
        recipient("Sundial Ads", { dealing: "shared", uses: ["advertising"] }),
        recipient("Quill Mail", { uses: ["marketing"] }),
        recipient("Parcels", {}),
      ],
      origin: words("You."),
      retention: words("Long."),
      transfers: null,
      automatedDecisions: null,
      ccpaCategory: null,
    } as unknown as Policy["register"][number],
    {
      category: "messages",
      source: "another-store",
      purposes: [words("To talk.")],
      legalBasis: words("we may."),
      recipients: [recipient("Faraway Ads", { dealing: "sold" })],
      origin: words("You."),
      retention: words("Long."),
      transfers: null,
      automatedDecisions: null,
      ccpaCategory: null,
    } as unknown as Policy["register"][number],
  ],
};

let first: OrganisationRow;
let second: OrganisationRow;
let ana: StaffContext;
beforeAll(async () => {
  [first, second] = [await anOrganisation("first", policy), await anOrganisation("second", policy)];
  ana = await aMember(first, "Ana Ruiz", ["caseworker"]);
  await connectShop(await aMember(first, "Rafa Lind", ["admin"]), installation.dataFolder);
});

const sale: Choice = { kind: "opt-out-sale", consent: null };
const asking = (rights: Request["rights"], more: Partial<Request> = {}): Request => ({
  ...aRequest,
  rights,
  relationship: "not-asked",
  proof: { method: "none" },
  ...more,
});
const anAddress = () => `${newId().slice(0, 12)}@mail.example`;
const rowsOf = (caseId: string) => database().select().from(preference).where(eq(preference.caseId, caseId));
const standing = async (caseId: string) => (await rowsOf(caseId)).map(({ undoneAt }) => undoneAt === null);
const scoped = (caseId: string, scope: CodeScope) => {
  const person = aPerson(first, caseId);
  return { ...person, actor: { ...person.actor, scope } } as Context;
};
async function signedIn(organisation: OrganisationRow, subject: string, now = new Date()): Promise<Context> {
  const token = await startLoginSession(
    organisation.id,
    { issuer: "https://id.example", subject },
    new Date(),
  );
  const person = aPerson(organisation, "", now);
  const sessionId = (await findSession(token))?.id ?? "";
  return { ...person, actor: { ...person.actor, caseId: null, sessionId } } as Context;
}

test("counts from the moment it came, sealed, with an event, and before anybody has looked at it", async () => {
  const email = anAddress();
  const now = new Date("2026-11-24T10:00:00Z");
  const { id } = await aCase(first, { now, request: asking(["opt-out-sale"], { email }) });
  const [row] = await rowsOf(id);
  expect(row).toMatchObject({
    kind: "opt-out-sale",
    via: "form",
    since: now,
    undoneAt: null,
    subjectIndex: null,
  });
  expect(row?.emailIndex).not.toBeNull();
  expect(Buffer.from(row?.sealedIdentifiers ?? []).toString("latin1")).not.toContain(email);
  const sealer = await organisationSealer(database(), first.id);
  expect(
    sealer.open("preference.sealed_identifiers", row?.id ?? "", row?.sealedIdentifiers as Uint8Array),
  ).toEqual({ email, telephone: null });
  const [opened] = await database().select().from(cases).where(eq(cases.id, id));
  const events = await database()
    .select({ type: auditEvent.type })
    .from(auditEvent)
    .where(eq(auditEvent.caseRef, opened?.ref ?? ""));
  expect(events.map(({ type }) => type)).toEqual(["case.open", "choice.keep"]);
});

test("a telephone number alone is enough, and is found again however it is written", async () => {
  const telephone = "020 7946 0018";
  const one = await aCase(first, { request: asking(["opt-out-marketing"], { email: null, telephone }) });
  const other = await aCase(first, {
    request: asking(["opt-out-marketing"], { email: null, telephone: "+44 (0)20 7946 0018" }),
  });
  const [[a], [b]] = [await rowsOf(one.id), await rowsOf(other.id)];
  expect(a?.emailIndex).toBeNull();
  expect(a?.telephoneIndex).not.toBeNull();
  expect(Buffer.from(a?.telephoneIndex ?? []).equals(Buffer.from(b?.telephoneIndex ?? []))).toBe(true);
  await runJobs(installation.database.url);
  const [row] = await database().select().from(cases).where(eq(cases.id, one.id));
  // Nobody can mail her: staff tell her.
  expect(row).toMatchObject({ status: "reviewing", delivery: "paper" });
});

test("staff who record what came by post keep the same, since the day it came", async () => {
  const receivedAt = new Date("2026-11-20T09:00:00Z");
  const { id } = await openCase(ana, {
    idempotencyKey: newId(),
    channel: "paper",
    locale: "en",
    receivedAt,
    login: null,
    request: asking(["opt-out-sale"], { name: "Rosa Oduya", email: null }),
  });
  expect(await rowsOf(id)).toMatchObject([{ via: "staff", since: receivedAt }]);
});

test("a consent on which no service hangs counts at once, one on which one hangs waits for the proof", async () => {
  const request = asking(["withdraw-consent"], {
    consents: ["cookies", "club"],
    proof: { method: "other", note: null },
  });
  const { id } = await aCase(first, { request });
  expect(await rowsOf(id)).toMatchObject([{ kind: "withdraw-consent", consent: "cookies" }]);
  expect(await database().select().from(claim).where(eq(claim.caseId, id))).toMatchObject([
    { needsProof: true },
  ]);
  const alone = await aCase(first, { request: asking(["withdraw-consent"], { consents: ["cookies"] }) });
  expect(await database().select().from(claim).where(eq(claim.caseId, alone.id))).toMatchObject([
    { needsProof: false },
  ]);
});

const tasksOf = async (caseId: string) => {
  const rows = await database().select().from(task).where(eq(task.caseId, caseId));
  return rows
    .map((row) => (row.recipient ? nameIn(row.recipient, "en") : "a source"))
    .toSorted((a, b) => a.localeCompare(b));
};

test("there is a task for every source, and for each recipient that has data of those sources and must hear of it", async () => {
  const opened = {
    sale: await aCase(first, { request: asking(["opt-out-sale"]) }),
    marketing: await aCase(first, { request: asking(["opt-out-marketing"]) }),
    cookies: await aCase(first, { request: asking(["withdraw-consent"], { consents: ["cookies"] }) }),
  };
  await runJobs(installation.database.url);
  const sources = ["a source", "a source"];
  expect(await tasksOf(opened.sale.id)).toEqual([...sources, "Sundial Ads"]);
  expect(await tasksOf(opened.marketing.id)).toEqual([...sources, "Quill Mail", "Sundial Ads"]);
  expect(await tasksOf(opened.cookies.id)).toEqual([...sources, "Sundial Ads"]);
});

test("a choice is worked on at once, also where the rest of the request waits for a proof", async () => {
  const { id } = await aCase(first, {
    request: { ...aRequest, rights: ["access", "opt-out-sale"], proof: { method: "other", note: null } },
  });
  await runJobs(installation.database.url);
  const [row] = await database().select().from(cases).where(eq(cases.id, id));
  expect(row?.status).toBe("received");
  const [open] = await database()
    .select()
    .from(task)
    .where(and(eq(task.caseId, id), sql`${task.recipient} is null`));
  expect(await finishTask(ana, id, open?.id ?? "", { outcome: "done", note: null })).toMatchObject({
    ok: true,
  });
});

test("a recipient is told on a day, may answer later, also after the person was, and only once", async () => {
  const { id } = await aCase(first, { request: asking(["opt-out-sale"]) });
  await runJobs(installation.database.url);
  const [told] = await database()
    .select()
    .from(task)
    .where(and(eq(task.caseId, id), sql`${task.recipient} is not null`));
  const finish = (outcome: "done" | "kept" | "no-answer", toldOn?: string) =>
    finishTask(ana, id, told?.id ?? "", { outcome, note: null, toldOn });
  expect(await finish("no-answer")).toMatchObject({
    ok: false,
    says: "Enter the day on which they were told.",
  });
  expect(await finish("kept", "2026-11-24")).toMatchObject({ ok: false });
  expect(await finish("no-answer", "2026-11-24")).toMatchObject({ ok: true });
  const full = await getOwnCase(aPerson(first, id) as never);
  expect(full.tellings).toEqual([{ name: "Sundial Ads", toldOn: "2026-11-24", answer: "no-answer" }]);
  // Whoever has only a code to the address she typed is not told what anybody holds.
  expect((await getOwnCase(scoped(id, "conversation") as never)).tellings[0]?.answer).toBeNull();
  await database().update(cases).set({ status: "answered" }).where(eq(cases.id, id));
  expect(await finish("done")).toMatchObject({ ok: true });
  expect(await finish("done")).toMatchObject({ ok: false });
  const [row] = await database()
    .select()
    .from(task)
    .where(eq(task.id, told?.id ?? ""));
  expect(row).toMatchObject({ outcome: "done", toldOn: "2026-11-24" });
});

test("taking it back reaches as far as she can speak for, ends the open work and is recorded", async () => {
  const email = anAddress();
  const one = await aCase(first, { request: asking(["opt-out-sale"], { email }) });
  const other = await aCase(first, { request: asking(["opt-out-sale", "opt-out-marketing"], { email }) });
  const elsewhere = await aCase(second, { request: asking(["opt-out-sale"], { email }) });
  await runJobs(installation.database.url);
  // A sign-in or a code to the contact on file proves nothing about the address that was typed.
  expect(await undoChoice(aPerson(first, one.id), sale, one.id)).toBe(1);
  expect([await standing(one.id), await standing(other.id)]).toEqual([[false], [true, true]]);
  expect(await undoChoice(aPerson(first, one.id), sale, one.id)).toBe(0);
  // A code to that address does.
  const again = await aCase(first, { request: asking(["opt-out-sale"], { email }) });
  expect(await undoChoice(scoped(again.id, "conversation"), sale, again.id)).toBe(2);
  expect(
    (await readChoices(database(), other.id)).map(({ kind, undoneAt }) => [kind, undoneAt === null]),
  ).toEqual([
    ["opt-out-marketing", true],
    ["opt-out-sale", false],
  ]);
  expect(await standing(elsewhere.id)).toEqual([true]);
  const ended = await database().select().from(task).where(eq(task.caseId, one.id));
  expect(new Set(ended.map(({ outcome }) => outcome))).toEqual(new Set(["taken-back"]));
  expect(await finishTask(ana, one.id, ended[0]?.id ?? "", { outcome: "done", note: null })).toMatchObject({
    ok: false,
    says: "The person took this choice back.",
  });
});

test("staff take it back on her word, with everything that was said for the same number", async () => {
  const telephone = `+4930${Math.floor(1e7 + Math.random() * 8e7)}`;
  const one = await aCase(first, { request: asking(["opt-out-sale"], { email: null, telephone }) });
  const other = await aCase(first, { request: asking(["opt-out-sale"], { telephone, email: anAddress() }) });
  expect(await undoChoice(ana, sale, one.id)).toBe(2);
  expect(await rowsOf(other.id)).toMatchObject([{ undoneBy: "staff", undoneByRef: ana.actor.ref }]);
});

test("nobody takes back what is another's", async () => {
  const { id } = await aCase(first, { request: asking(["opt-out-sale"]) });
  const mine = await aCase(first, { request: asking(["opt-out-sale"], { email: anAddress() }) });
  await expect(undoChoice(aPerson(first, mine.id), sale, id)).rejects.toMatchObject({ code: "not-found" });
  await expect(undoChoice(aVisitor(first), sale, id)).rejects.toMatchObject({ code: "not-found" });
  await expect(undoChoice(aVisitor(first), sale, null)).rejects.toMatchObject({ code: "not-found" });
  expect(await standing(id)).toEqual([true]);
});

test("of two who take it back at once, one does", async () => {
  const { id } = await aCase(first, { request: asking(["opt-out-sale"], { email: anAddress() }) });
  const both = await Promise.all([undoChoice(ana, sale, id), undoChoice(aPerson(first, id), sale, id)]);
  expect(both.toSorted((a, b) => a - b)).toEqual([0, 1]);
});

test("taking the request back leaves the choice where it is", async () => {
  const { id } = await aCase(first, { request: asking(["opt-out-sale"], { email: anAddress() }) });
  expect(await withdrawCase(aPerson(first, id), id)).toMatchObject({ ok: true });
  expect(await standing(id)).toEqual([true]);
});

test("signed in, it holds for the account, at that organisation only, and is taken back for it", async () => {
  const subject = newId();
  const ctx = await signedIn(first, subject);
  expect(await listAccountChoices(ctx)).toEqual([]);
  const login = { issuer: "https://id.example", subject };
  const { id } = await aCase(first, { login, request: asking(["opt-out-sale"], { email: anAddress() }) });
  expect(await listAccountChoices(ctx)).toMatchObject([{ kind: "opt-out-sale", undoneAt: null }]);
  expect(await rowsOf(id)).toMatchObject([{ via: "account" }]);
  expect(await listAccountChoices(await signedIn(second, subject))).toEqual([]);
  expect(await listAccountChoices(aVisitor(first))).toBeNull();
  expect(await undoChoice(ctx, sale, null)).toBe(1);
  expect(await listAccountChoices(ctx)).toMatchObject([{ undoneAt: ctx.now }]);
});

const said = (since: Date, of: Policy = policy) => ({ policy: of, since, locale: "en" as const });

test("a signal makes one request for the account, however many pages and browsers bring it", async () => {
  const subject = newId();
  const ctx = await signedIn(first, subject);
  const since = new Date();
  const heard = await Promise.all([1, 2, 3].map(() => hearForAccount(ctx, said(since))));
  expect(heard).toEqual([true, true, true]);
  expect(await hearForAccount(await signedIn(first, subject), said(new Date()))).toBe(true);
  const rows = await database()
    .select({ row: preference, status: cases.status })
    .from(preference)
    .innerJoin(cases, eq(cases.id, preference.caseId))
    .where(and(eq(preference.organisationId, first.id), eq(preference.via, "signal")));
  expect(rows).toHaveLength(1);
  await runJobs(installation.database.url);
  const [worked] = await database()
    .select()
    .from(cases)
    .where(eq(cases.id, rows[0]?.row.caseId ?? ""));
  expect(worked).toMatchObject({ status: "reviewing", delivery: "login" });
  expect(await hearForAccount(aVisitor(first), said(since))).toBe(false);
});

test("what she took back for the account stays so, until a browser says it anew", async () => {
  const subject = newId();
  const began = new Date("2026-11-20T09:00:00Z");
  const ctx = await signedIn(first, subject, new Date("2026-11-21T09:00:00Z"));
  expect(await hearForAccount(ctx, said(began))).toBe(true);
  expect(await undoChoice(ctx, sale, null)).toBe(1);
  expect(await hearForAccount(ctx, said(began))).toBe(false);
  const later = await signedIn(first, subject, new Date("2026-11-23T09:00:00Z"));
  expect(await hearForAccount(later, said(new Date("2026-11-22T09:00:00Z")))).toBe(true);
  expect(await listAccountChoices(later)).toMatchObject([{ undoneAt: null }]);
});

test("the law of the place that is known decides whether the account hears of it", async () => {
  const subject = newId();
  const login = { issuer: "https://id.example", subject };
  await aCase(first, { login, request: { ...aRequest, residence: "US-VA", proof: { method: "login" } } });
  const ctx = await signedIn(first, subject);
  expect(await hearForAccount(ctx, said(new Date()))).toBe(false);
  expect(await hearForAccount(ctx, said(new Date(), { ...policy, signal: ["US-VA"] }))).toBe(true);
});

const network = () => `net-${newId()}`;
const browsers = () =>
  database().select().from(browserSignal).where(eq(browserSignal.organisationId, first.id));

test("a browser is one row per organisation, refreshed at most once a day, and ends with its signal", async () => {
  const token = newToken();
  const from = { network: network() };
  const at = (hour: number) => aVisitor(first, new Date(Date.UTC(2026, 10, 20, hour)));
  expect(await noteBrowser(at(8), token, { isOptOut: false, ...from })).toBeNull();
  const before = (await browsers()).length;
  await noteBrowser(at(9), token, { isOptOut: true, ...from });
  await noteBrowser(at(12), token, { isOptOut: true, ...from });
  expect(await findBrowser(at(12), token)).toEqual({
    since: at(9).now,
    lastSeenAt: at(9).now,
    endedAt: null,
  });
  await noteBrowser(at(34), token, { isOptOut: true, ...from });
  expect(await findBrowser(at(34), token)).toMatchObject({ since: at(9).now, lastSeenAt: at(34).now });
  expect(await noteBrowser(at(40), token, { isOptOut: false, ...from })).toMatchObject({
    endedAt: at(40).now,
  });
  expect(await noteBrowser(at(41), token, { isOptOut: false, ...from })).toMatchObject({
    endedAt: at(40).now,
  });
  // It says so again: from now on, not from then.
  expect(await noteBrowser(at(50), token, { isOptOut: true, ...from })).toEqual({
    since: at(50).now,
    lastSeenAt: at(50).now,
    endedAt: null,
  });
  expect((await browsers()).length - before).toBe(1);
  expect(await findBrowser(aVisitor(second), token)).toBeNull();
});

test("a network with ever new browsers does not fill the table, and the signal is heard all the same", async () => {
  const from = network();
  const { limit } = attemptAt("signal/network", from).windows[0] ?? { limit: 0 };
  const before = (await browsers()).length;
  for (let tries = 0; tries < limit + 5; tries++)
    await noteBrowser(aVisitor(first), newToken(), { isOptOut: true, network: from });
  expect((await browsers()).length - before).toBe(limit);
  expect(await noteBrowser(aVisitor(first), newToken(), { isOptOut: true, network: from })).toBeNull();
});

test("of the same browser in two tabs one row is written", async () => {
  const [token, from] = [newToken(), network()];
  const before = (await browsers()).length;
  await Promise.all(
    [1, 2, 3].map(() => noteBrowser(aVisitor(first), token, { isOptOut: true, network: from })),
  );
  expect((await browsers()).length - before).toBe(1);
});

test("browsers that never come back are forgotten when their cookie is", async () => {
  const token = newToken();
  const old = aVisitor(first, new Date(Date.now() - (browserDays + 1) * 86_400_000));
  await noteBrowser(old, token, { isOptOut: true, network: network() });
  expect(await tidyBrowsers(browserDays)).toBe(1);
  expect(await findBrowser(old, token)).toBeNull();
});
