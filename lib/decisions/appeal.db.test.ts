import { and, eq } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { database } from "#db/client.ts";
import { aCase, aMember, anOrganisation, aPerson, aRequest } from "#db/factories.ts";
import { appeal, auditEvent, cases, claim } from "#db/schema/index.ts";
import { testInstallation } from "#db/testing/installation.ts";
import { runJobs } from "#db/testing/jobs.ts";
import { connectShop } from "#db/testing/shop.ts";
import { readCaseEvents } from "#lib/audit/queries/events.ts";
import { newestBundle, sendAnswer } from "#lib/bundle/commands.ts";
import { listQueue } from "#lib/cases/queries/queue.ts";
import { getOwnCase } from "#lib/cases/queries/tracker.ts";
import { parseQueueFilters } from "#lib/cases/queue-filters.ts";
import { contextFor, type Context, type StaffContext } from "#lib/context.ts";
import { caseSealer } from "#lib/keys/sealer.ts";
import type { OrganisationRow } from "#lib/organisations/queries.ts";
import type { RightId } from "#lib/rights/ids.ts";
import { acknowledgeAppeal, decideAppeal, takeAppeal } from "./commands/appeal.ts";
import { approve, askApproval } from "./commands/answer.ts";
import { decideClaim } from "./commands/decide.ts";

const installation = testInstallation();
let harbour: OrganisationRow;
let ana: StaffContext;
let tom: StaffContext;
let ben: StaffContext;
const jobs = () => runJobs(installation.database.url);

beforeAll(async () => {
  harbour = await anOrganisation("harbour");
  ana = await aMember(harbour, "Ana Ruiz", ["caseworker"]);
  tom = await aMember(harbour, "Tom Okafor", ["approver"]);
  ben = await aMember(harbour, "Ben Iweala", ["caseworker", "approver"]);
  await connectShop(await aMember(harbour, "Rafa Lindqvist", ["admin"]), installation.dataFolder);
});

/** The same person or colleague at another time. */
const at = <C extends Context>(ctx: C, day: string): C =>
  contextFor({ ...ctx, now: new Date(`${day}T15:00:00Z`) }) as C;

/** Who has a code to the address typed into the form, and no more. */
const typedOnly = (caseId: string, day: string) => {
  const ctx = aPerson(harbour, caseId);
  return at(contextFor({ ...ctx, actor: { ...ctx.actor, scope: "conversation" } as Context["actor"] }), day);
};

/** A request received on 2 November 2026 whose facts are wrong, refused as not verified and answered on the 9th. */
async function aRefusal(residence: string, rights: RightId[] = ["access"]) {
  const opened = await aCase(harbour, {
    receivedAt: new Date("2026-11-02T15:00:00Z"),
    request: {
      ...aRequest,
      residence,
      rights,
      proof: {
        method: "facts",
        facts: { "account-number": "HL44710936", "last-invoice": "1.00|2026-10" },
      },
    },
  });
  await jobs();
  await answer(opened.id);
  const claims = await database()
    .select()
    .from(claim)
    .where(eq(claim.caseId, opened.id))
    .orderBy(claim.position);
  return { id: opened.id, claims: claims.map((one) => one.id), claimId: claims[0]!.id };
}

/** Refuses whatever is open as not verified, and sends that. */
async function answer(caseId: string, day = "2026-11-09") {
  const open = await database()
    .select()
    .from(claim)
    .where(and(eq(claim.caseId, caseId), eq(claim.status, "open")));
  for (const { id } of open) {
    await said(
      decideClaim(at(ana, day), caseId, {
        claimId: id,
        outcome: "refused",
        reasons: ["not-verified"],
        explanation: null,
      }),
    );
  }
  await said(askApproval(at(ana, day), caseId));
  await jobs();
  const built = await newestBundle(database(), caseId);
  await said(approve(at(tom, day), caseId, Buffer.from(built!.manifestHash!).toString("hex")));
  await said(sendAnswer(at(ana, day), caseId));
}

async function said<T extends { ok: boolean }>(outcome: Promise<T>): Promise<T> {
  const result = await outcome;
  expect(result).toMatchObject({ ok: true });
  return result;
}

const complain = (caseId: string, claimId: string, day: string) =>
  takeAppeal(typedOnly(caseId, day), caseId, {
    claimId,
    grounds: "It was me.",
    receivedAt: new Date(`${day}T15:00:00Z`),
  });
const settle = (caseId: string, claimId: string, outcome: "upheld" | "overturned" | "in-part", day: string) =>
  decideAppeal(at(ben, day), caseId, { claimId, outcome, explanation: "We looked again." });

async function rowOf(caseId: string) {
  const [row] = await database().select().from(cases).where(eq(cases.id, caseId));
  return row!;
}
const daysOf = async (caseId: string) => {
  const { status, dueOn, aimOn } = await rowOf(caseId);
  return { status, dueOn, aimOn };
};
async function marksOf(caseId: string) {
  const { rows } = await listQueue(at(ben, "2026-12-01"), parseQueueFilters({}));
  return rows.find((row) => row.id === caseId)?.marks ?? null;
}

describe("what an appeal or complaint does to the days of its case", () => {
  test.each<
    [string, string, { due: string; aim: string; own: boolean; legal: [string | null, string | null] }]
  >([
    ["Virginia", "US-VA", { due: "2027-01-29", aim: "2027-01-25", own: false, legal: ["2027-01-29", null] }],
    ["Colorado", "US-CO", { due: "2027-01-14", aim: "2027-01-10", own: false, legal: ["2027-01-14", null] }],
    [
      "the United Kingdom",
      "GB",
      { due: "2026-12-30", aim: "2026-12-26", own: false, legal: [null, "2026-12-30"] },
    ],
    ["Germany", "DE", { due: "2026-12-30", aim: "2026-12-26", own: true, legal: [null, null] }],
    ["California", "US-CA", { due: "2026-12-30", aim: "2026-12-26", own: true, legal: [null, null] }],
    ["Brazil", "BR", { due: "2026-12-30", aim: "2026-12-26", own: true, legal: [null, null] }],
  ])("%s", async (_place, residence, { due, aim, own, legal }) => {
    const refused = await aRefusal(residence);
    const before = await daysOf(refused.id);
    await said(complain(refused.id, refused.claimId, "2026-11-30"));
    expect(await daysOf(refused.id)).toEqual({ status: "appealed", dueOn: due, aimOn: aim });
    expect((await marksOf(refused.id))?.includes("no legal day")).toBe(own);
    const [row] = await database().select().from(appeal).where(eq(appeal.caseId, refused.id));
    expect([row?.dueOn, row?.acknowledgeBy]).toEqual(legal);

    await said(settle(refused.id, refused.claimId, "upheld", "2026-12-03"));
    expect(await daysOf(refused.id)).toEqual({ ...before, status: "answered" });
    expect((await rowOf(refused.id)).closedAt).toEqual(new Date("2026-12-03T15:00:00Z"));
  });

  test("in the United Kingdom the confirmation ends the law's day, and the house's own is left", async () => {
    const refused = await aRefusal("GB");
    await said(complain(refused.id, refused.claimId, "2026-11-26"));
    expect(await daysOf(refused.id)).toMatchObject({ dueOn: "2026-12-29", aimOn: "2026-12-25" });
    await said(acknowledgeAppeal(at(ana, "2026-11-27"), refused.id, refused.claimId));
    expect(await daysOf(refused.id)).toEqual({
      status: "appealed",
      dueOn: "2026-12-26",
      aimOn: "2026-12-22",
    });
    expect(await marksOf(refused.id)).toContain("no legal day");
    expect(await acknowledgeAppeal(at(ana, "2026-11-27"), refused.id, refused.claimId)).toMatchObject({
      ok: false,
      says: "This has been confirmed already.",
    });
  });

  test("an appeal long after the advertised last day is taken, with its whole time", async () => {
    const refused = await aRefusal("US-VA");
    await said(complain(refused.id, refused.claimId, "2027-06-01"));
    expect(await daysOf(refused.id)).toMatchObject({ status: "appealed", dueOn: "2027-07-31" });
  });
});

describe("an overturned appeal opens the claim again", () => {
  test.each<
    [string, string, string, string, "overturned" | "in-part", { due: string; aim: string; own: boolean }]
  >([
    [
      "Virginia",
      "US-VA",
      "2026-11-30",
      "2026-12-03",
      "overturned",
      { due: "2027-01-29", aim: "2027-01-25", own: false },
    ],
    [
      "Colorado, in part",
      "US-CO",
      "2026-11-30",
      "2026-12-03",
      "in-part",
      { due: "2027-01-14", aim: "2027-01-10", own: false },
    ],
    [
      "Colorado, decided late",
      "US-CO",
      "2026-11-30",
      "2027-01-20",
      "overturned",
      { due: "2027-01-14", aim: "2027-01-14", own: false },
    ],
    [
      "Germany, the month not over",
      "DE",
      "2026-11-10",
      "2026-11-12",
      "overturned",
      { due: "2026-12-02", aim: "2026-11-28", own: false },
    ],
    [
      "Germany, the month over",
      "DE",
      "2026-11-30",
      "2026-12-10",
      "overturned",
      { due: "2026-12-30", aim: "2026-12-26", own: true },
    ],
    [
      "California, the 45 days over",
      "US-CA",
      "2026-12-20",
      "2026-12-22",
      "in-part",
      { due: "2027-01-19", aim: "2027-01-15", own: true },
    ],
  ])("%s", async (_place, residence, appealedOn, decidedOn, outcome, { due, aim, own }) => {
    const refused = await aRefusal(residence);
    await said(complain(refused.id, refused.claimId, appealedOn));
    await said(settle(refused.id, refused.claimId, outcome, decidedOn));
    expect(await daysOf(refused.id)).toEqual({ status: "received", dueOn: due, aimOn: aim });
    expect((await marksOf(refused.id))?.includes("no legal day")).toBe(own);

    // What was decided before counts no more: it cannot go out again undecided.
    expect(await askApproval(at(ana, decidedOn), refused.id)).toMatchObject({
      ok: false,
      says: "Decide every request of this case first.",
    });
    // The person reads the same day, and what came of what she wrote.
    const hers = await getOwnCase(typedOnly(refused.id, decidedOn) as never);
    expect(hers.claims[0]?.explained.dueOn).toBe(due);
    expect(hers.claims[0]?.appeals).toMatchObject([{ outcome, explanation: "We looked again." }]);
    expect(hers.claims[0]?.decision).toBeNull();
  });
});

test("answered again, the case closes, keeps the day it was owed by, and can be appealed again", async () => {
  const refused = await aRefusal("US-CO");
  await said(complain(refused.id, refused.claimId, "2026-11-30"));
  await said(settle(refused.id, refused.claimId, "overturned", "2026-12-03"));
  await answer(refused.id, "2026-12-04");
  expect(await daysOf(refused.id)).toMatchObject({ status: "answered", dueOn: "2027-01-14" });
  await said(complain(refused.id, refused.claimId, "2027-03-01"));
  expect(await daysOf(refused.id)).toMatchObject({ status: "appealed", dueOn: "2027-04-15" });
});

test("two appeals of one case: both are decided before it is answered again", async () => {
  const refused = await aRefusal("US-VA", ["access", "portability"]);
  const [first, second] = refused.claims as [string, string];
  await said(complain(refused.id, first, "2026-11-30"));
  await said(complain(refused.id, second, "2026-12-20"));
  expect(await daysOf(refused.id)).toMatchObject({ dueOn: "2027-01-29" });
  await said(settle(refused.id, second, "overturned", "2026-12-21"));
  expect(await daysOf(refused.id)).toEqual({ status: "received", dueOn: "2027-01-29", aimOn: "2027-01-25" });
  await said(
    decideClaim(ana, refused.id, {
      claimId: second,
      outcome: "refused",
      reasons: ["not-verified"],
      explanation: null,
    }),
  );
  expect(await askApproval(ana, refused.id)).toMatchObject({
    ok: false,
    says: "Decide every open appeal of this case first: one answer covers them all.",
  });
  await said(settle(refused.id, first, "upheld", "2026-12-22"));
  expect(await rowOf(refused.id)).toMatchObject({ status: "received", closedAt: null });
  await answer(refused.id, "2026-12-23");
  expect(await daysOf(refused.id)).toMatchObject({ status: "answered" });
});

describe("while an appeal has opened the case again", () => {
  /** Two refusals, the first of which is overturned. */
  async function anOpenedCase() {
    const refused = await aRefusal("US-VA", ["access", "portability"]);
    const [first, second] = refused.claims as [string, string];
    await said(complain(refused.id, first, "2026-11-30"));
    await said(settle(refused.id, first, "overturned", "2026-12-03"));
    return { ...refused, first, second };
  }
  const hers = (caseId: string, day: string) => getOwnCase(typedOnly(caseId, day) as never);
  const refuseAgain = (caseId: string, claimId: string, day: string) =>
    decideClaim(at(ana, day), caseId, {
      claimId,
      outcome: "refused",
      reasons: ["not-verified"],
      explanation: null,
    });

  test("her page names the first answer with its day; of it stands what no appeal has opened", async () => {
    const { id, first, second } = await anOpenedCase();
    const own = await hers(id, "2026-12-04");
    expect(own).toMatchObject({
      status: "received",
      answeredAt: null,
      earlier: { sentAt: new Date("2026-11-09T15:00:00Z"), isFirst: true },
      standing: [second],
    });
    expect(own.claims.find((claim) => claim.id === first)?.decision).toBeNull();
    expect(own.claims.find((claim) => claim.id === second)?.decision).toMatchObject({ outcome: "refused" });
  });

  test("what the first answer said of another request is appealed meanwhile, with days of its own", async () => {
    const { id, first, second } = await anOpenedCase();
    expect(await complain(id, first, "2026-12-05")).toMatchObject({
      ok: false,
      says: "There is no decision to appeal against yet.",
    });
    expect(await said(complain(id, second, "2026-12-05"))).toMatchObject({ status: "received" });
    // The reopened request is due first; the second appeal has its 60 days all the same (Va. Code 59.1-577(C)).
    expect(await daysOf(id)).toMatchObject({ status: "received", dueOn: "2027-01-29" });
    const [, later] = await database()
      .select()
      .from(appeal)
      .where(eq(appeal.caseId, id))
      .orderBy(appeal.receivedAt);
    expect(later).toMatchObject({ claimId: second, kind: "appeal", dueOn: "2027-02-03", outcome: null });
    expect(await complain(id, second, "2026-12-06")).toMatchObject({ ok: false, why: "guard" });
    const appeals = await listQueue(at(ben, "2026-12-06"), parseQueueFilters({ view: "appeals" }));
    expect(appeals.rows.map((row) => row.id)).toContain(id);
    await said(settle(id, second, "upheld", "2026-12-07"));
    const left = await listQueue(at(ben, "2026-12-07"), parseQueueFilters({ view: "appeals" }));
    expect(left.rows.map((row) => row.id)).not.toContain(id);
    expect(await hers(id, "2026-12-08")).toMatchObject({ standing: [second] });
    await answer(id, "2026-12-09");
    expect(await hers(id, "2026-12-10")).toMatchObject({
      status: "answered",
      earlier: null,
      standing: [first, second],
    });
  });

  test("what is decided anew and not sent cannot be appealed; what it replaces of the first answer can", async () => {
    const { id, first, second } = await anOpenedCase();
    await said(refuseAgain(id, first, "2026-12-04"));
    await said(refuseAgain(id, second, "2026-12-04"));
    const own = await hers(id, "2026-12-05");
    expect(own.standing).toEqual([second]);
    expect(own.claims.find((claim) => claim.id === second)?.decision).toMatchObject({ version: 1 });
    expect(await complain(id, first, "2026-12-05")).toMatchObject({ ok: false, why: "guard" });
    await said(complain(id, second, "2026-12-05"));
  });

  test("an appeal that comes while the new answer waits for approval holds it up no longer than it must", async () => {
    const { id, first, second } = await anOpenedCase();
    await said(refuseAgain(id, first, "2026-12-04"));
    await said(askApproval(at(ana, "2026-12-04"), id));
    await jobs();
    expect(await said(complain(id, second, "2026-12-05"))).toMatchObject({ status: "awaiting-approval" });
    const built = await newestBundle(database(), id);
    await said(approve(at(tom, "2026-12-06"), id, Buffer.from(built!.manifestHash!).toString("hex")));
    expect(await said(sendAnswer(at(ana, "2026-12-06"), id))).toMatchObject({ status: "appealed" });
    expect(await rowOf(id)).toMatchObject({ closedAt: null, dueOn: "2027-02-03" });
    await said(settle(id, second, "upheld", "2026-12-08"));
    expect(await rowOf(id)).toMatchObject({ status: "answered", closedAt: new Date("2026-12-08T15:00:00Z") });
  });
});

describe("who decides an appeal", () => {
  test("neither the preparer nor the approver of the first answer", async () => {
    const refused = await aRefusal("DE");
    await said(complain(refused.id, refused.claimId, "2026-11-30"));
    for (const who of [ana, tom]) {
      expect(
        await decideAppeal(who, refused.id, {
          claimId: refused.claimId,
          outcome: "upheld",
          explanation: "No.",
        }),
      ).toMatchObject({
        ok: false,
        why: "guard",
        says: "You prepared or approved the first decision. Somebody else must decide the appeal.",
      });
    }
    await said(settle(refused.id, refused.claimId, "upheld", "2026-12-01"));
    expect(await settle(refused.id, refused.claimId, "upheld", "2026-12-01")).toMatchObject({ ok: false });
  });

  test("an auditor may not, and that she tried is recorded", async () => {
    const refused = await aRefusal("DE");
    await said(complain(refused.id, refused.claimId, "2026-11-30"));
    const ingrid = await aMember(harbour, "Ingrid Holm", ["auditor"]);
    expect(
      await decideAppeal(ingrid, refused.id, {
        claimId: refused.claimId,
        outcome: "upheld",
        explanation: "No.",
      }),
    ).toMatchObject({ ok: false, why: "not-allowed" });
    const tried = await database()
      .select()
      .from(auditEvent)
      .where(and(eq(auditEvent.actorRef, ingrid.actor.ref), eq(auditEvent.type, "attempt.refused")));
    expect(tried).toHaveLength(1);
  });

  test("of two who decide at once one is heard", async () => {
    const refused = await aRefusal("DE");
    await said(complain(refused.id, refused.claimId, "2026-11-30"));
    const outcomes = await Promise.all(
      (["upheld", "overturned", "in-part"] as const).map((outcome) =>
        settle(refused.id, refused.claimId, outcome, "2026-12-01"),
      ),
    );
    expect(outcomes.filter((one) => one.ok)).toHaveLength(1);
  });
});

test("folding the events of every case gives its days and its state", async () => {
  const all = await database().select().from(cases);
  expect(all.length).toBeGreaterThan(10);
  for (const row of all) {
    const events = await readCaseEvents(database(), await caseSealer(database(), row.id), row.ref);
    const folded = events.reduce(
      (so, { entry, payload }) => ({
        state: entry.state ?? so.state,
        dueOn: (payload?.["dueOn"] as string | undefined) ?? so.dueOn,
        aimOn: (payload?.["aimOn"] as string | undefined) ?? so.aimOn,
      }),
      { state: null as string | null, dueOn: "", aimOn: "" },
    );
    expect([folded.state, folded.dueOn, folded.aimOn || row.aimOn]).toEqual([
      row.status,
      row.dueOn,
      row.aimOn,
    ]);
  }
});
