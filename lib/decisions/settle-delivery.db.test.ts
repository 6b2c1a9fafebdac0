import { chmodSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { eq } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { database, inTransaction } from "#db/client.ts";
import { aCase, aMember, anOrganisation, aPerson, aRequest } from "#db/factories.ts";
import { auditEvent, cases, claim, notice, session } from "#db/schema/index.ts";
import { testInstallation } from "#db/testing/installation.ts";
import { runJobs } from "#db/testing/jobs.ts";
import { connectShop } from "#db/testing/shop.ts";
import { readCaseEvents } from "#lib/audit/queries/events.ts";
import { eventSentence } from "#lib/audit/sentences.ts";
import { sendCode } from "#lib/auth/commands/codes.ts";
import { startCodeSession } from "#lib/auth/commands/sessions.ts";
import { findSession } from "#lib/auth/queries/session.ts";
import { newestBundle, openTransfer, renewLink, sendAnswer } from "#lib/bundle/commands.ts";
import { openBuiltAnswer } from "#lib/bundle/queries/files.ts";
import { previewAnswer } from "#lib/bundle/queries/preview.ts";
import { loginIndex } from "#lib/cases/commands/open.ts";
import type { Delivery } from "#lib/cases/guards.ts";
import { getOwnCase } from "#lib/cases/queries/tracker.ts";
import { getCaseView } from "#lib/cases/queries/view.ts";
import { contextFor, type CodeScope, type Context, type StaffContext } from "#lib/context.ts";
import { letterText } from "#lib/decisions/letter.ts";
import { env } from "#lib/env.ts";
import { recordCheck } from "#lib/identity/commands.ts";
import { newId } from "#lib/ids.ts";
import { caseSealer } from "#lib/keys/sealer.ts";
import type { Mail } from "#lib/notices/render.ts";
import type { OrganisationRow } from "#lib/organisations/queries.ts";
import { approve, askApproval, settleDelivery } from "./commands/answer.ts";
import { takeAppeal } from "./commands/appeal.ts";
import { decideClaim } from "./commands/decide.ts";
import type { ReasonCode } from "./reasons.ts";

/* How an answer reaches the person, as staff settle it: only by what is there, and then by nothing else. */

const installation = testInstallation();
const issuer = "https://id.example";
let organisation: OrganisationRow;
let ana: StaffContext;
let tom: StaffContext;
const jobs = () => runJobs(installation.database.url);
beforeAll(async () => {
  organisation = await anOrganisation("harbour");
  ana = await aMember(organisation, "Ana Ruiz", ["caseworker"]);
  tom = await aMember(organisation, "Tom Okafor", ["approver"]);
  await connectShop(await aMember(organisation, "Rafa Lindqvist", ["admin"]), installation.dataFolder);
  const provider = join(env().keysFolder, "oidc-harbour.json");
  writeFileSync(provider, JSON.stringify({ issuer, clientId: "a", clientSecret: "b" }));
  chmodSync(provider, 0o600);
});

const set = (id: string, values: Partial<typeof cases.$inferInsert>) =>
  database().update(cases).set(values).where(eq(cases.id, id));
const rowOf = async (id: string) => {
  const [row] = await database().select().from(cases).where(eq(cases.id, id));
  return row!;
};

const accounts = { leo: "HL22085513", nora: "HL90351147" } as const;
/** A request proved by facts. Leo's contact on file is old, Nora's was changed five days ago. */
async function proved(who: keyof typeof accounts, more: Partial<typeof aRequest> = {}) {
  const opened = await aCase(organisation, {
    request: {
      ...aRequest,
      ...more,
      proof: {
        method: "facts",
        facts: { "account-number": accounts[who], "last-invoice": "18.40|2026-10" },
      },
    },
  });
  await jobs();
  return opened;
}

type Person = Context & { actor: { kind: "person"; caseId: string; scope: CodeScope; sessionId: string } };
function person(caseId: string, scope: CodeScope, now = new Date()): Person {
  const ctx = aPerson(organisation, caseId, now);
  return contextFor({ ...ctx, actor: { ...ctx.actor, scope } as Context["actor"] }) as Person;
}

/** Decides, prepares, approves and sends. */
async function send(caseId: string, outcome: "granted" | "refused" = "granted", reasons: ReasonCode[] = []) {
  const [asked] = await database().select().from(claim).where(eq(claim.caseId, caseId));
  const decision = { claimId: asked!.id, outcome, reasons, explanation: null };
  expect(await decideClaim(ana, caseId, decision)).toMatchObject({ ok: true });
  expect(await askApproval(ana, caseId)).toMatchObject({ ok: true });
  await jobs();
  const built = await newestBundle(database(), caseId);
  expect(await approve(tom, caseId, Buffer.from(built!.manifestHash!).toString("hex"))).toMatchObject({
    ok: true,
  });
  expect(await sendAnswer(ana, caseId)).toMatchObject({ ok: true });
  await jobs();
  return asked!.id;
}

async function mailsOf(caseId: string) {
  const sealer = await caseSealer(database(), caseId);
  const rows = await database().select().from(notice).where(eq(notice.caseId, caseId));
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    to: sealer.open<string>("notice.sealed_to", row.id, row.sealedTo),
    text: sealer.open<Mail>("notice.sealed_content", row.id, row.sealedContent).text,
  }));
}

/** To whom a press for a code sends one, and how far each opens; the strongest first. */
async function codesFor(caseId: string, reference: string, now = new Date()) {
  const before = (await mailsOf(caseId)).map(({ id }) => id);
  const visitor = contextFor({ ...person(caseId, "full", now), actor: { kind: "visitor", ref: newId() } });
  await sendCode(visitor, { reference, network: newId() });
  return (await mailsOf(caseId))
    .filter(({ id, kind }) => kind === "code" && !before.includes(id))
    .map(({ to, text }) => [to, text.includes("see the request and the answer") ? "full" : "conversation"])
    .toSorted(([, a], [, b]) => (a === b ? 0 : a === "full" ? -1 : 1));
}

const inDays = (days: number) => new Date(Date.now() + days * 86_400_000);

test.each(["received", "collecting", "reviewing"] as const)(
  "nobody hands over to an unproved address while a case is %s",
  async (status) => {
    const { id } = await aCase(organisation);
    await set(id, { status });
    for (const delivery of ["given", "paper"] as const)
      expect(await settleDelivery(ana, id, delivery)).toMatchObject({ ok: false });
    expect(await rowOf(id)).toMatchObject({ delivery: null });
  },
);

test("how it is handed over is decided anew: what a code had opened is closed", async () => {
  const { id } = await proved("nora");
  expect(await settleDelivery(ana, id, "given")).toMatchObject({ ok: true });
  const owner = { organisationId: organisation.id, caseId: id, scope: "full" } as const;
  const token = await inTransaction((tx) => startCodeSession(tx, owner));
  expect(await findSession(token)).toMatchObject({ kind: "code" });

  expect(await settleDelivery(ana, id, "paper")).toMatchObject({ ok: true });
  expect(await rowOf(id)).toMatchObject({ delivery: "paper" });
  expect(await findSession(token)).toBeNull();
});

test("only what is there can be chosen, and who chooses in vain changes nothing", async () => {
  const { id } = await aCase(organisation, {
    request: { ...aRequest, email: null, proof: { method: "other", note: null } },
  });
  await set(id, { status: "reviewing", proofId: newId(), assurance: "reasonable" });
  const before = await rowOf(id);
  for (const [delivery, missing] of [
    ["code", /no contact on file/],
    ["login", /No sign-in is known/],
    ["given", /No address was given/],
  ] as const) {
    const refused = await settleDelivery(ana, id, delivery);
    expect(refused).toMatchObject({ ok: false, why: "guard" });
    expect(!refused.ok && refused.says).toMatch(missing);
  }
  expect(await rowOf(id)).toEqual(before);
  expect(await settleDelivery(ana, id, "paper")).toMatchObject({ ok: true });
});

test("a case proved by facts is opened by the sign-in of that very account, and by nobody else's", async () => {
  const { id } = await proved("leo");
  const leo = { issuer, subject: "leo" };
  const row = await rowOf(id);
  expect(row).toMatchObject({ delivery: "code", assurance: "reasonable" });
  const opens = (login: { issuer: string; subject: string }) =>
    row.subjectIndex !== null && Buffer.from(row.subjectIndex).equals(loginIndex(login));
  expect(opens(leo)).toBe(true);
  expect(opens({ ...leo, subject: "maya" })).toBe(false);
  expect(opens({ ...leo, issuer: "https://evil.example" })).toBe(false);
});

test("where the contact on file is not safe no sign-in opens the case before staff have said so", async () => {
  const { id, reference } = await proved("nora");
  expect(await rowOf(id)).toMatchObject({ delivery: null, subjectIndex: null });
  expect((await getCaseView(ana, reference)).hasKnownLogin).toBe(true);
  const opening = Buffer.from(loginIndex({ issuer, subject: "nora" }));
  for (const [delivery, isOpen] of [
    ["login", true],
    ["given", false],
    ["code", true],
    ["paper", false],
    ["login", true],
  ] as const satisfies [Delivery, boolean][]) {
    expect(await settleDelivery(ana, id, delivery)).toMatchObject({ ok: true });
    const { subjectIndex } = await rowOf(id);
    expect([delivery, subjectIndex && Buffer.from(subjectIndex).equals(opening)]).toEqual([
      delivery,
      isOpen || null,
    ]);
  }
});

test("the sign-in a request was made with opens nothing of an account that is not its own", async () => {
  // Somebody signs in with an account the stores do not know; staff find out that she is Leo.
  const login = { issuer, subject: "a stranger" };
  const { id } = await aCase(organisation, { login, request: { ...aRequest, proof: { method: "login" } } });
  await jobs();
  expect(await rowOf(id)).toMatchObject({ status: "received", proofId: null });
  expect(await recordCheck(ana, id, { note: "Passport seen.", locator: accounts.leo })).toMatchObject({
    ok: true,
  });
  const { subjectIndex } = await rowOf(id);
  expect(Buffer.from(subjectIndex!).equals(loginIndex(login))).toBe(false);
  expect(Buffer.from(subjectIndex!).equals(loginIndex({ issuer, subject: "leo" }))).toBe(true);
});

test.each([
  ["granted", []],
  ["refused", ["excessive"]],
] as const)(
  "on paper, %s: nothing opens it, now or later, and everybody is told so",
  async (outcome, reasons) => {
    const { id, reference } = await proved("nora");
    expect(await settleDelivery(ana, id, "paper")).toMatchObject({ ok: true });
    const claimId = await send(id, outcome, [...reasons]);

    const mails = (await mailsOf(id)).filter(
      ({ kind }) => kind.startsWith("answer") && kind !== "answer-enclosed",
    );
    expect(mails.map(({ kind, to }) => [kind, to])).toEqual([["answer-posted", aRequest.email]]);
    expect(mails[0]?.text).toContain("goes to you by post");

    // Neither today nor when the contact on file has stood long enough does a code open more than the conversation.
    for (const day of [0, 40])
      expect(await codesFor(id, reference, inDays(day))).toEqual([[aRequest.email, "conversation"]]);
    // Nor does a full proof from elsewhere, such as a session begun before.
    for (const day of [0, 40]) {
      const herself = person(id, "full", inDays(day));
      expect(await openTransfer(herself, id)).toEqual({ ok: false, why: "none" });
      expect(await renewLink(herself, id)).toMatchObject({ ok: false, why: "guard" });
      expect(await getOwnCase(herself)).toMatchObject({ isOnPaper: true, whole: { download: null } });
    }
    const outside = await getOwnCase(person(id, "conversation"));
    expect(outside).toMatchObject({
      isOnPaper: true,
      whole: null,
      standing: [claimId],
      claims: [{ decision: null }],
    });

    // What is printed lies with staff, and says the truth about itself.
    const printed = await openBuiltAnswer(ana, reference);
    printed.stream.destroy();
    expect(printed.sizeBytes).toBeGreaterThan(1000);
    const { letter } = await previewAnswer(await getCaseView(ana, reference), new Date(), null);
    const text = letterText(letter!);
    expect(text).not.toContain("download");
    expect(text).toContain("write to us: privacy@harbour.example");

    // She disagrees with no more than a code; that it is here is told, and nothing of what was decided or written.
    const typed = person(id, "conversation");
    expect(
      await takeAppeal(typed, id, { claimId, grounds: "There is more.", receivedAt: new Date() }),
    ).toMatchObject({
      ok: true,
      status: "appealed",
    });
    expect(await getOwnCase(typed)).toMatchObject({
      claims: [{ decision: null, appeals: [{ outcome: null, grounds: "", explanation: null }] }],
    });

    const row = await rowOf(id);
    const sealer = await caseSealer(database(), id);
    const names = { staff: new Map(), sources: new Map(), about: null };
    const told = (await readCaseEvents(database(), sealer, row.ref)).map((event) =>
      eventSentence(event.type, event.payload as Record<string, unknown> | null, names),
    );
    expect(told).toContain("Settled how the answer is handed over: on paper");
    expect(told.some((sentence) => sentence.startsWith("Sent answer 1 on paper, "))).toBe(true);
  },
);

test("of two who settle it at once one wins, and it stands in the history once", async () => {
  const { id } = await proved("nora");
  const { version, ref } = await rowOf(id);
  const both = await Promise.all(
    (["paper", "given"] as const).map((delivery) => settleDelivery(ana, id, delivery, version)),
  );
  expect(both.filter((one) => one.ok)).toHaveLength(1);
  expect(both.find((one) => !one.ok)).toMatchObject({ why: "conflict" });
  const events = await database().select().from(auditEvent).where(eq(auditEvent.caseRef, ref));
  expect(events.filter(({ type }) => type === "settle-delivery")).toHaveLength(1);
  expect(await database().select().from(session).where(eq(session.caseId, id))).toEqual([]);
});
