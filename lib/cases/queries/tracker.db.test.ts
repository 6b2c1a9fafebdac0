import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { database } from "#db/client.ts";
import { aCase, aMember, anOrganisation, aPerson, aRequest, aVisitor } from "#db/factories.ts";
import { cases, claim } from "#db/schema/index.ts";
import { testInstallation } from "#db/testing/installation.ts";
import { runJobs } from "#db/testing/jobs.ts";
import { connectShop } from "#db/testing/shop.ts";
import { closeTransfer, newestBundle, openTransfer, renewLink, sendAnswer } from "#lib/bundle/commands.ts";
import type { CodeScope, Context, StaffContext } from "#lib/context.ts";
import { contextFor } from "#lib/context.ts";
import { approve, askApproval } from "#lib/decisions/commands/answer.ts";
import { takeAppeal } from "#lib/decisions/commands/appeal.ts";
import { decideClaim } from "#lib/decisions/commands/decide.ts";
import type { ReasonCode } from "#lib/decisions/reasons.ts";
import type { OrganisationRow } from "#lib/organisations/queries.ts";
import { withdrawCase } from "../commands/withdraw.ts";
import { getArchiveKey, getOwnCase, hasBegunTransfer, unscopedSentCase } from "./tracker.ts";

const installation = testInstallation();
let harbour: OrganisationRow;
let ana: StaffContext;
let tom: StaffContext;
const jobs = () => runJobs(installation.database.url);
const received = new Date("2026-11-03T10:00:00Z");

beforeAll(async () => {
  harbour = await anOrganisation("harbour");
  ana = await aMember(harbour, "Ana Ruiz", ["caseworker"]);
  tom = await aMember(harbour, "Tom Okafor", ["approver"]);
  await connectShop(await aMember(harbour, "Rafa Lindqvist", ["admin"]), installation.dataFolder);
});

type Person = Context & { actor: { kind: "person"; caseId: string; scope: CodeScope; sessionId: string } };

function person(caseId: string, scope: CodeScope, of = harbour): Person {
  const ctx = aPerson(of, caseId);
  return contextFor({ ...ctx, actor: { ...ctx.actor, scope } as Context["actor"] }) as Person;
}

const wrongFacts = {
  ...aRequest,
  proof: {
    method: "facts" as const,
    facts: { "account-number": "HL44710936", "last-invoice": "1.00|2026-10" },
  },
};
const leo = {
  ...aRequest,
  proof: {
    method: "facts" as const,
    facts: { "account-number": "HL22085513", "last-invoice": "18.40|2026-10" },
  },
};

async function answer(caseId: string, outcome: "granted" | "refused", reasons: ReasonCode[], isSent = true) {
  const [asked] = await database().select().from(claim).where(eq(claim.caseId, caseId));
  const decided = await decideClaim(ana, caseId, { claimId: asked!.id, outcome, reasons, explanation: null });
  if (!decided.ok) throw new Error(decided.says);
  const wished = await askApproval(ana, caseId);
  if (!wished.ok) throw new Error(wished.says);
  await jobs();
  const built = await newestBundle(database(), caseId);
  await approve(tom, caseId, Buffer.from(built!.manifestHash!).toString("hex"));
  if (isSent) expect(await sendAnswer(ana, caseId)).toMatchObject({ ok: true });
  return asked!.id;
}

describe("what a page after sending may say", () => {
  test("V2: the same for facts that fit, facts that do not, and nobody at all, also after the check", async () => {
    const shown = [];
    for (const request of [
      aRequest,
      wrongFacts,
      {
        ...wrongFacts,
        proof: { method: "facts" as const, facts: { "account-number": "HL0", "last-invoice": "1|2026-10" } },
      },
    ]) {
      const opened = await aCase(harbour, { receivedAt: received, request });
      await jobs();
      const view = (await unscopedSentCase(aVisitor(harbour), opened.id))!;
      shown.push({
        ...view,
        reference: "",
        claims: view.claims.map(({ explained, decision, scope }) => ({ explained, decision, scope })),
      });
    }
    expect(shown[1]).toEqual(shown[0]);
    expect(shown[2]).toEqual(shown[0]);
    expect(shown[0]).toMatchObject({ needsProof: true, collects: true, method: "facts" });
  });

  test("another organisation's address shows nothing of it", async () => {
    const opened = await aCase(harbour);
    expect(await unscopedSentCase(aVisitor(await anOrganisation("lighthouse")), opened.id)).toBeNull();
  });
});

describe("what her own page may say", () => {
  test("T1: with a code to the typed address nothing but what she asked, the first date and whether it is answered", async () => {
    const opened = await aCase(harbour, { request: leo });
    await jobs();
    await answer(opened.id, "granted", []);
    const own = await getOwnCase(person(opened.id, "conversation"));
    expect(own).toMatchObject({ status: "answered", isRefusedUnverified: false, whole: null });
    expect(own.answeredAt).toBeInstanceOf(Date);
    expect(own.claims.map(({ decision, appeals, scope }) => ({ decision, appeals, scope }))).toEqual([
      { decision: null, appeals: [], scope: "whole" },
    ]);
    await expect(getArchiveKey(person(opened.id, "conversation"))).rejects.toMatchObject({
      code: "not-found",
    });
  });

  test("a refusal because identity could not be confirmed can be read, and appealed, with that code", async () => {
    const opened = await aCase(harbour, { request: wrongFacts });
    await jobs();
    const before = await getOwnCase(person(opened.id, "conversation"));
    expect(before).toMatchObject({ status: "received", answeredAt: null, isRefusedUnverified: false });
    const claimId = await answer(opened.id, "refused", ["not-verified"]);
    const own = await getOwnCase(person(opened.id, "conversation"));
    expect(own).toMatchObject({
      isRefusedUnverified: true,
      whole: null,
      claims: [{ decision: { outcome: "refused", reasons: ["not-verified"] } }],
    });
    const maya = person(opened.id, "conversation");
    expect(
      await takeAppeal(maya, opened.id, { claimId, grounds: "It was me.", receivedAt: maya.now }),
    ).toMatchObject({ ok: true });
    expect(await getOwnCase(maya)).toMatchObject({
      status: "appealed",
      claims: [{ appeals: [{ kind: "complaint", grounds: "It was me." }] }],
    });
  });

  test("no decision shows before the answer has gone out", async () => {
    const opened = await aCase(harbour, { request: leo });
    await jobs();
    await answer(opened.id, "granted", [], false);
    const own = await getOwnCase(person(opened.id, "full"));
    expect(own).toMatchObject({
      status: "approved",
      answeredAt: null,
      claims: [{ decision: null }],
      whole: { download: null, identityConfirmed: true },
    });
    expect(own.whole?.found).toMatchObject({ places: 2, done: 2 });
  });

  test("the download counts whole transfers of this link's life, and knows what was begun", async () => {
    const opened = await aCase(harbour, { request: leo });
    await jobs();
    await answer(opened.id, "granted", []);
    const maya = person(opened.id, "full");
    expect(await hasBegunTransfer(maya)).toBe(false);
    const begun = await openTransfer(maya, opened.id);
    if (!begun.ok) throw new Error(begun.why);
    expect(await hasBegunTransfer(maya)).toBe(true);
    await closeTransfer(maya, opened.id, begun.transfer.id, { bytes: 10, whole: false });
    expect((await getOwnCase(maya)).whole?.download).toMatchObject({
      usedTransfers: 0,
      wasDownloaded: false,
    });
    await closeTransfer(maya, opened.id, begun.transfer.id, {
      bytes: begun.transfer.sizeBytes - 10,
      whole: true,
    });
    expect((await getOwnCase(maya)).whole?.download).toMatchObject({
      usedTransfers: 1,
      wasDownloaded: true,
      isDestroyed: false,
      sizeBytes: begun.transfer.sizeBytes,
      sha256: begun.transfer.archiveSha256,
    });
    expect(await hasBegunTransfer(maya)).toBe(false);
    expect(await getArchiveKey(maya)).toMatch(/^AGE-SECRET-KEY-/);
  });

  test("an answer that was sent stays hers, counted and recorded, while its case is open again", async () => {
    const opened = await aCase(harbour, { request: leo });
    await jobs();
    await answer(opened.id, "granted", []);
    await database().update(cases).set({ status: "reviewing" }).where(eq(cases.id, opened.id));
    const maya = person(opened.id, "full");
    const own = await getOwnCase(maya);
    expect(own).toMatchObject({ answeredAt: null, earlier: { isFirst: true }, isOnPaper: false });
    expect(own.whole?.download).toMatchObject({ wasDownloaded: false, isDestroyed: false });
    expect(own.earlier?.sentAt).toBeInstanceOf(Date);
    // Nothing of it, and not that it was one of data, with no more than a code to the typed address.
    expect(await getOwnCase(person(opened.id, "conversation"))).toMatchObject({
      earlier: null,
      standing: [],
      whole: null,
      claims: [{ decision: null }],
    });
    for (let whole = 0; whole < 3; whole++) {
      const begun = await openTransfer(maya, opened.id);
      if (!begun.ok) throw new Error(begun.why);
      await closeTransfer(maya, opened.id, begun.transfer.id, {
        bytes: begun.transfer.sizeBytes,
        whole: true,
      });
    }
    expect(await openTransfer(maya, opened.id)).toEqual({ ok: false, why: "too-often" });
    // The link counts transfers since it was made.
    expect(await renewLink({ ...maya, now: new Date(Date.now() + 5000) } as Person, opened.id)).toMatchObject(
      {
        ok: true,
        status: "reviewing",
      },
    );
  });

  test("what could not be recorded is not begun: nothing is handed over of a request taken back", async () => {
    const opened = await aCase(harbour, { request: leo });
    await jobs();
    await answer(opened.id, "granted", []);
    await database().update(cases).set({ status: "withdrawn" }).where(eq(cases.id, opened.id));
    expect(await openTransfer(person(opened.id, "full"), opened.id)).toEqual({ ok: false, why: "none" });
    expect(await getOwnCase(person(opened.id, "full"))).toMatchObject({
      earlier: null,
      whole: { download: null },
    });
  });

  test("taken back, it says so and nothing is owed", async () => {
    const opened = await aCase(harbour, { request: leo });
    const maya = person(opened.id, "conversation");
    await withdrawCase(maya, opened.id);
    expect(await getOwnCase(maya)).toMatchObject({
      status: "withdrawn",
      answeredAt: null,
      claims: [{ decision: null }],
    });
  });

  test("somebody else's case, or one of another organisation, does not exist for her", async () => {
    const [mine, other] = [await aCase(harbour), await aCase(harbour)];
    const me = person(mine.id, "full");
    expect((await getOwnCase(me)).reference).toBe(mine.reference);
    const strange = await anOrganisation("pier");
    await expect(getOwnCase(person(other.id, "full", strange))).rejects.toMatchObject({ code: "not-found" });
    await expect(getArchiveKey(person(other.id, "full", strange))).rejects.toMatchObject({
      code: "not-found",
    });
  });
});
