import { DatabaseSync } from "node:sqlite";
import { eq } from "drizzle-orm";
import { beforeAll, beforeEach, expect, test } from "vitest";
import { database, inTransaction } from "#db/client.ts";
import { aCase, aMember, anOrganisation, aPerson, aRequest } from "#db/factories.ts";
import {
  accessCode,
  attempt,
  auditEvent,
  caseSource,
  cases,
  childCheck,
  claim,
  recordFlag,
  session,
} from "#db/schema/index.ts";
import { readArchive } from "#db/testing/answer.ts";
import { testInstallation } from "#db/testing/installation.ts";
import { runJobs } from "#db/testing/jobs.ts";
import { connectShop } from "#db/testing/shop.ts";
import { codeHash } from "#lib/auth/commands/codes.ts";
import { startCodeSession } from "#lib/auth/commands/sessions.ts";
import { newestBundle, sendAnswer } from "#lib/bundle/commands.ts";
import { getOwnCase } from "#lib/cases/queries/tracker.ts";
import type { Context, StaffContext } from "#lib/context.ts";
import { approve, askApproval, settleDelivery } from "#lib/decisions/commands/answer.ts";
import { decideClaim } from "#lib/decisions/commands/decide.ts";
import type { ReasonCode } from "#lib/decisions/reasons.ts";
import type { Request } from "#lib/intake/answers.ts";
import { newId } from "#lib/ids.ts";
import { addDays, dayIn } from "#lib/law/calendar.ts";
import type { OrganisationRow } from "#lib/organisations/queries.ts";
import { judgeCompetence, recordRelation } from "./commands.ts";

const installation = testInstallation();
const jobs = () => runJobs(installation.database.url);
const matching = { "account-number": "HL 4471 0936", "last-invoice": "18.40|2026-10" };
const child = { name: "Robin Vale", born: "2014-03-09", relation: "parent" };
let house: OrganisationRow;
let ana: StaffContext;
let tom: StaffContext;
let shopPath = "";

beforeAll(async () => {
  house = await anOrganisation("family");
  ana = await aMember(house, "Ana Ruiz", ["caseworker"]);
  tom = await aMember(house, "Tom Okafor", ["approver"]);
  const admin = await aMember(house, "Rafa Lindqvist", ["admin"]);
  ({ shopPath } = await connectShop(admin, installation.dataFolder));
});

// An account is compared with five times a day, and every test here asks about the same.
beforeEach(async () => {
  await database().delete(attempt);
});

/** As the shop's only customer would be of whom this test speaks. */
function bornOn(day: string): void {
  const db = new DatabaseSync(shopPath);
  db.prepare("update people set born_on = ?").run(day);
  db.close();
}

async function asked(changes: Partial<Request>): Promise<string> {
  const { id } = await aCase(house, { request: { ...aRequest, ...changes } });
  await jobs();
  return id;
}

const rowOf = async (id: string) =>
  (await database().select().from(cases).where(eq(cases.id, id)))[0] as typeof cases.$inferSelect;
const claimOf = async (caseId: string) =>
  (await database().select().from(claim).where(eq(claim.caseId, caseId)))[0]?.id ?? "";
const refuse = async (id: string, reason: ReasonCode) =>
  decideClaim(ana, id, {
    claimId: await claimOf(id),
    outcome: "refused",
    reasons: [reason],
    explanation: null,
  });
const accepted = { outcome: "accepted", reason: null, note: "Birth certificate seen." } as const;
const notAccepted = { outcome: "not-accepted", reason: "nothing-shown", note: "Nothing came." } as const;

async function sendOut(id: string): Promise<void> {
  expect(await askApproval(ana, id)).toMatchObject({ ok: true });
  await jobs();
  const manifest = Buffer.from((await newestBundle(database(), id))?.manifestHash ?? []).toString("hex");
  expect(await approve(tom, id, manifest)).toMatchObject({ ok: true });
  expect(await sendAnswer(ana, id)).toMatchObject({ ok: true });
}

test("a parent's request is matched, and nothing of the child's is gathered or decided before the relation is recorded", async () => {
  bornOn("2014-03-09");
  const id = await asked({ child, proof: { method: "facts", facts: matching } });
  expect(await rowOf(id)).toMatchObject({ status: "received", relation: "waiting", subjectIndex: null });
  expect((await rowOf(id)).proofId).not.toBeNull();
  expect(await database().select().from(caseSource).where(eq(caseSource.caseId, id))).toEqual([]);
  for (const reason of ["not-verified", "relation-not-shown"] as const)
    expect(await refuse(id, reason)).toMatchObject({ ok: false, why: "guard" });
  expect(await askApproval(ana, id)).toMatchObject({ ok: false, why: "guard" });

  expect(await recordRelation(ana, id, accepted)).toMatchObject({ ok: true, status: "collecting" });
  await jobs();
  expect(await rowOf(id)).toMatchObject({ status: "reviewing", relation: "accepted" });
  const [check] = await database().select().from(childCheck).where(eq(childCheck.caseId, id));
  expect(Buffer.from(check?.sealedNote ?? []).toString("utf8")).not.toContain("Birth certificate");
  expect(await refuse(id, "relation-not-shown")).toMatchObject({ ok: false, why: "guard" });
});

test("the answer about a child goes neither to the address that was typed nor to a sign-in", async () => {
  bornOn("2014-03-09");
  const id = await asked({ child, proof: { method: "facts", facts: matching } });
  await recordRelation(ana, id, accepted);
  await jobs();
  expect(await settleDelivery(ana, id, "given")).toMatchObject({ ok: false });
  expect(await settleDelivery(ana, id, "login")).toMatchObject({ ok: false });
  expect(await settleDelivery(ana, id, "paper")).toMatchObject({ ok: true });
  await expect(
    aCase(house, { request: { ...aRequest, child, proof: { method: "login" } } }),
  ).rejects.toThrow();
});

test("a relation that is not accepted is answered with the same words whether the facts fit or not", async () => {
  bornOn("2014-03-09");
  const fits = await asked({ child, proof: { method: "facts", facts: matching } });
  const misses = await asked({
    child,
    proof: { method: "facts", facts: { ...matching, "account-number": "HL 0000 0000" } },
  });
  const letters: string[] = [];
  for (const id of [fits, misses]) {
    expect(await recordRelation(ana, id, notAccepted)).toMatchObject({ ok: true, status: "received" });
    expect(await refuse(id, "not-verified")).toMatchObject({ ok: false, why: "guard" });
    expect(await refuse(id, "relation-not-shown")).toMatchObject({ ok: true });
    await sendOut(id);
    const { reference } = await rowOf(id);
    const letter = (await readArchive(id, installation.dataFolder)).get("1-letter/response.html") ?? "";
    letters.push(letter.replaceAll(reference, "REFERENCE"));
    const person = aPerson(house, id);
    const byTyped = { ...person, actor: { ...person.actor, scope: "conversation" } } as Context;
    const own = await getOwnCase(byTyped as Parameters<typeof getOwnCase>[0]);
    expect(own).toMatchObject({ isRefusedUnverified: true, whole: null, status: "answered" });
  }
  expect(letters[0]).toContain("We could not see that you may act for this child");
  expect(letters[0]).not.toContain("Maya");
  expect(letters[0]).toBe(letters[1]);
});

test("nobody is accepted for somebody who is old enough by the records", async () => {
  bornOn("1990-01-03");
  const id = await asked({ child, proof: { method: "facts", facts: matching } });
  expect(await recordRelation(ana, id, accepted)).toMatchObject({ ok: false, why: "guard" });
  expect(await database().select().from(childCheck).where(eq(childCheck.caseId, id))).toEqual([]);
  expect(await recordRelation(ana, id, { ...notAccepted, reason: null })).toMatchObject({ ok: false });
});

test("what a parent's code has opened ends when the relation is refused after all, and so does a code not typed yet", async () => {
  bornOn("2014-03-09");
  const id = await asked({ child, proof: { method: "facts", facts: matching } });
  await recordRelation(ana, id, accepted);
  await jobs();
  const codeId = newId();
  await inTransaction(async (tx) => {
    await startCodeSession(tx, { organisationId: house.id, caseId: id, scope: "full" });
    await tx.insert(accessCode).values({
      id: codeId,
      organisationId: house.id,
      caseId: id,
      scope: "full",
      codeHash: codeHash(codeId, "31415926"),
      sent: true,
      createdAt: new Date(),
      expiresAt: new Date(Date.now() + 600_000),
    });
  });
  expect(await recordRelation(ana, id, notAccepted)).toMatchObject({ ok: true, status: "received" });
  const [code] = await database().select().from(accessCode).where(eq(accessCode.id, codeId));
  expect(code?.supersededAt).not.toBeNull();
  const sessions = await database().select().from(session).where(eq(session.caseId, id));
  expect(sessions.map(({ revokedAt }) => revokedAt === null)).toEqual([false]);
});

test("a child who comes of age before the answer is sent decides alone: nothing goes to the parent", async () => {
  const today = dayIn(ana.now, "UTC");
  const born = `${Number(today.slice(0, 4)) - 16}${addDays(today, 3).slice(4)}`;
  bornOn(born);
  const id = await asked({ child: { ...child, born }, proof: { method: "facts", facts: matching } });
  expect(await recordRelation(ana, id, accepted)).toMatchObject({ ok: true });
  await jobs();
  await settleDelivery(ana, id, "paper");
  await database().update(recordFlag).set({ decidedAt: ana.now }).where(eq(recordFlag.caseId, id));
  expect(
    await decideClaim(ana, id, {
      claimId: await claimOf(id),
      outcome: "granted",
      reasons: [],
      explanation: null,
    }),
  ).toMatchObject({ ok: true });
  expect(await askApproval(ana, id)).toMatchObject({ ok: true });
  await jobs();
  const manifest = Buffer.from((await newestBundle(database(), id))?.manifestHash ?? []).toString("hex");
  expect(await approve(tom, id, manifest)).toMatchObject({ ok: true });
  const later = { ...ana, now: new Date(ana.now.getTime() + 5 * 24 * 3600 * 1000) };
  expect(await sendAnswer(later, id)).toMatchObject({ ok: false });
  expect(await rowOf(id)).toMatchObject({ status: "approved" });
});

test("a child's own request waits for a judgement; one who is not able yet is told to ask with a parent", async () => {
  bornOn("2014-03-09");
  const id = await asked({ proof: { method: "facts", facts: matching } });
  expect(await rowOf(id)).toMatchObject({ status: "reviewing", judgement: "owed", relation: null });
  const grant = { outcome: "granted" as const, reasons: [], explanation: null };
  const granting = async () => decideClaim(ana, id, { claimId: await claimOf(id), ...grant });
  expect(await granting()).toMatchObject({ ok: false, why: "guard" });
  expect(await judgeCompetence(ana, id, { outcome: "able", note: "Clear words." })).toMatchObject({
    ok: true,
  });
  expect(await granting()).toMatchObject({ ok: true });

  expect(
    await judgeCompetence(ana, id, { outcome: "not-able", note: "Her brother wrote it." }),
  ).toMatchObject({
    ok: true,
    status: "received",
  });
  expect(await askApproval(ana, id)).toMatchObject({ ok: false, why: "guard" });
  expect(await refuse(id, "child-not-able")).toMatchObject({ ok: true });
  await sendOut(id);
  const letter = (await readArchive(id, installation.dataFolder)).get("1-letter/response.html") ?? "";
  expect(letter).toContain("Please ask together with a parent");
  expect(letter).not.toContain("Maya");
});

test("a grown-up is asked for no judgement, and of two who record at once one wins", async () => {
  bornOn("1990-01-03");
  const id = await asked({ proof: { method: "facts", facts: matching } });
  expect(await rowOf(id)).toMatchObject({ judgement: null });
  bornOn("2014-03-09");
  const other = await asked({ child, proof: { method: "other", note: null } });
  const { version, ref } = await rowOf(other);
  const outcomes = await Promise.all([
    recordRelation(ana, other, accepted, version),
    recordRelation(tom, other, notAccepted, version),
  ]);
  expect(outcomes.filter((one) => one.ok)).toHaveLength(1);
  const events = await database().select().from(auditEvent).where(eq(auditEvent.caseRef, ref));
  expect(events.filter(({ type }) => type === "record-relation")).toHaveLength(1);
});
