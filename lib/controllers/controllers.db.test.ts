import { and, eq } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { database } from "#db/client.ts";
import {
  aCase,
  aMember,
  anOrganisation,
  aPerson,
  aPolicy,
  aRequest,
  aVisitor,
  aWorker,
} from "#db/factories.ts";
import { cases, claim, handover, notice, task } from "#db/schema/index.ts";
import { testInstallation } from "#db/testing/installation.ts";
import { runJobs } from "#db/testing/jobs.ts";
import { connectShop } from "#db/testing/shop.ts";
import { previewAnswer } from "#lib/bundle/queries/preview.ts";
import { withdrawCase } from "#lib/cases/commands/withdraw.ts";
import { getOwnCase } from "#lib/cases/queries/tracker.ts";
import { getCaseView } from "#lib/cases/queries/view.ts";
import { contextFor, type Context, type StaffContext } from "#lib/context.ts";
import { letterText } from "#lib/decisions/letter.ts";
import { decideClaim } from "#lib/decisions/commands/decide.ts";
import { newToken } from "#lib/ids.ts";
import type { Request } from "#lib/intake/answers.ts";
import { unscopedOpenNotice } from "#lib/notices/queries/open.ts";
import type { OrganisationRow } from "#lib/organisations/queries.ts";
import { answerHandover, finishInstruction, instruct, takeBack } from "./commands/answers.ts";
import { chaseController, handoversToChase } from "./commands/chase.ts";
import { askNewLink, openLink } from "./commands/links.ts";
import { passOn, passOnAsked } from "./commands/pass-on.ts";
import { addController, changeController, endController } from "./commands/register.ts";
import {
  getPassedRequest,
  listHandovers,
  listOwnHandovers,
  unscopedFindVisit,
  type ControllerContext,
} from "./queries/handovers.ts";
import { listPublicControllers } from "./queries/register.ts";

const installation = testInstallation();
const network = "203.0.113.0/24";
const day = 24 * 3600 * 1000;

let house!: OrganisationRow;
let ana!: StaffContext;
let rafa!: StaffContext;
let partner!: string;
let platform!: string;

const entry = {
  name: "Sol de Casa",
  email: "datos@sol.example",
  locale: "en" as const,
  contract: "118",
  help: ["search" as const],
  platformId: null,
  isPublic: true,
};

beforeAll(async () => {
  house = await anOrganisation("house", {
    relationships: [
      ...aPolicy.relationships,
      { id: "theirs", label: { en: "A partner's customer", de: "Kundin" }, controller: "asked" },
    ],
  });
  ana = await aMember(house, "Ana Ruiz", ["caseworker", "approver"]);
  rafa = await aMember(house, "Rafa Lind", ["admin"]);
  await connectShop(rafa, installation.dataFolder);
  platform = await registered({ ...entry, name: "Casa Platform", email: "privacy@casa.example" });
  partner = await registered({ ...entry, platformId: platform });
});

async function registered(input: typeof entry | (Omit<typeof entry, "platformId"> & { platformId: string })) {
  const added = await addController(rafa, input);
  if (!added.ok) throw new Error(added.says);
  return added.id;
}

/** A request as a partner's customer makes it, or as both. */
function open(controller: Request["controller"], changes: Partial<Request> = {}, now = new Date()) {
  return aCase(house, {
    now,
    request: {
      ...aRequest,
      relationship: "theirs",
      proof: { method: "other", note: null },
      controller,
      ...changes,
    },
  });
}

const claimsOf = (caseId: string) =>
  database().select().from(claim).where(eq(claim.caseId, caseId)).orderBy(claim.position);
const rowOf = async (caseId: string) => {
  const [row] = await database().select().from(cases).where(eq(cases.id, caseId));
  if (!row) throw new Error("no case");
  return row;
};
const handoversOf = (caseId: string) => listHandovers(ana, caseId);
const mailsOf = async (caseId: string, kind: string) =>
  Promise.all(
    (
      await database()
        .select()
        .from(notice)
        .where(and(eq(notice.caseId, caseId), eq(notice.kind, kind)))
        .orderBy(notice.createdAt)
    ).map((row) => unscopedOpenNotice(database(), row)),
  );
const jobs = () => runJobs(installation.database.url);

async function passed(changes: Partial<Parameters<typeof passOn>[2]> = {}) {
  const { id, reference } = await open(null);
  const [own] = await claimsOf(id);
  const outcome = await passOn(ana, id, {
    claimIds: [own?.id ?? ""],
    controllerId: partner,
    keepOurs: false,
    ...changes,
  });
  if (!outcome.ok) throw new Error(outcome.says);
  return { id, reference, handoverId: outcome.result };
}

const asController = (caseId: string, handoverId: string) =>
  contextFor({
    ...aVisitor(house),
    actor: { kind: "controller", ref: partner, handoverId, caseId },
  }) as ControllerContext;

describe("what she says herself is a partner's", () => {
  test("goes to it at once, with a stamp, a link for it and a mail that names it; nothing of ours is searched", async () => {
    const { id, reference } = await open({ id: partner, name: null, also: false });
    await jobs();
    const row = await rowOf(id);
    expect(row).toMatchObject({ status: "passed-on", proofId: null, run: 0 });
    expect(await claimsOf(id)).toMatchObject([{ status: "passed-on", controller: partner }]);
    const [one, ...more] = await handoversOf(id);
    expect(more).toEqual([]);
    expect(one).toMatchObject({ controller: "Sol de Casa", rights: ["access"], answer: null });
    const [mail] = await mailsOf(id, "controller-asked");
    expect(mail?.to).toBe("datos@sol.example");
    expect(mail?.mail.text).toContain(reference);
    expect(mail?.mail.text).not.toMatch(/Maya|maya\.santos/);
    const [told] = await mailsOf(id, "passed-on");
    expect(told?.to).toBe("maya.santos@mail.example");
    expect(told?.mail.text).toContain("Sol de Casa");
    expect(await mailsOf(id, "request-received")).toEqual([]);
  });

  test("run twice, the job passes it on once", async () => {
    const { id } = await open({ id: partner, name: null, also: false });
    await Promise.all([passOnAsked(aWorker(house), id), passOnAsked(aWorker(house), id)]);
    expect(await handoversOf(id)).toHaveLength(1);
  });

  test("and is ours too: one case, two outcomes, ours worked and answered alone", async () => {
    const { id } = await open(
      { id: partner, name: null, also: true },
      { proof: { method: "facts", facts: aRequest.proof.method === "facts" ? aRequest.proof.facts : {} } },
    );
    await jobs();
    const row = await rowOf(id);
    expect(row.status).toBe("reviewing");
    const [ours, theirs] = await claimsOf(id);
    expect([ours?.status, theirs?.status]).toEqual(["open", "passed-on"]);
    const decided = await decideClaim(ana, id, {
      claimId: ours?.id ?? "",
      outcome: "granted",
      reasons: [],
      explanation: null,
    });
    expect(decided.ok).toBe(true);
    const other = await decideClaim(ana, id, {
      claimId: theirs?.id ?? "",
      outcome: "granted",
      reasons: [],
      explanation: null,
    });
    expect(other).toMatchObject({ ok: false, says: "This case has no such request." });
    const preview = await previewAnswer(await getCaseView(ana, row.reference), new Date(), null);
    const letter = preview.letter ? letterText(preview.letter) : "";
    expect(letter).toContain("What somebody else decides");
    expect(letter).toContain("Sol de Casa decides about it");
    const own = await getOwnCase(aPerson(house, id) as never);
    expect([own.claims.length, own.passedOn.length]).toEqual([1, 1]);
  });

  test("somebody who is not in the register, or is not known, is for staff to find", async () => {
    for (const named of [
      { id: null, name: "Tile Brothers", also: false },
      { id: null, name: null, also: false },
      { id: crypto.randomUUID(), name: null, also: false },
    ]) {
      const { id } = await open(named);
      await jobs();
      expect(await rowOf(id)).toMatchObject({ status: "received" });
      expect(await claimsOf(id)).toMatchObject([{ status: "open", controller: "house" }]);
    }
  });

  test("a controller that another organisation has is none of ours", async () => {
    const other = await anOrganisation("other");
    const { id } = await aCase(other, {
      request: { ...aRequest, controller: { id: partner, name: null, also: false } },
    });
    expect(await database().select().from(claim).where(eq(claim.caseId, id))).toMatchObject([
      { status: "open", controller: "other" },
    ]);
    expect(await listPublicControllers(aVisitor(other))).toEqual([]);
  });
});

describe("passing on by staff", () => {
  test("of two at once one wins, and the other is told what happened", async () => {
    const { id } = await open(null);
    const [own] = await claimsOf(id);
    const pass = () => passOn(ana, id, { claimIds: [own?.id ?? ""], controllerId: partner, keepOurs: false });
    const outcomes = await Promise.all([pass(), pass()]);
    expect(outcomes.filter((one) => one.ok)).toHaveLength(1);
    expect(outcomes.find((one) => !one.ok)).toMatchObject({
      says: "This was passed on already. Wait for the answer, or take it back first.",
    });
  });

  test("open tasks for it end, and those of the rest stay", async () => {
    const { id } = await open(null, {
      rights: ["erasure", "objection"],
      details: { objection: "No adverts." },
      proof: { method: "login" },
    });
    await database()
      .update(cases)
      .set({ status: "collecting", proofId: crypto.randomUUID() })
      .where(eq(cases.id, id));
    const { planCollecting } = await import("#lib/engine/collecting/commands.ts");
    await planCollecting(aWorker(house), id);
    const [first, second] = await claimsOf(id);
    const outcome = await passOn(ana, id, {
      claimIds: [second?.id ?? ""],
      controllerId: partner,
      keepOurs: false,
    });
    expect(outcome).toMatchObject({ ok: true, status: "reviewing" });
    const left = await database().select().from(task).where(eq(task.caseId, id));
    expect(new Set(left.map((one) => one.claimId))).toEqual(new Set([first?.id]));
  });

  test("what is decided leaves only as a copy, once", async () => {
    const { id } = await open(null);
    const [own] = await claimsOf(id);
    const claimIds = [own?.id ?? ""];
    await decideClaim(ana, id, {
      claimId: claimIds[0] ?? "",
      outcome: "refused",
      reasons: ["not-verified"],
      explanation: null,
    });
    expect(await passOn(ana, id, { claimIds, controllerId: partner, keepOurs: false })).toMatchObject({
      ok: false,
    });
    expect(await passOn(ana, id, { claimIds, controllerId: partner, keepOurs: true })).toMatchObject({
      ok: true,
      status: "received",
    });
    expect(await passOn(ana, id, { claimIds, controllerId: partner, keepOurs: true })).toMatchObject({
      ok: false,
      says: "The same was passed on to Sol de Casa already.",
    });
  });

  test("nobody who has ended gets anything more", async () => {
    const gone = await registered({ ...entry, name: "Gone Ltd" });
    expect(await endController(rafa, gone)).toMatchObject({ ok: true });
    const { id } = await open(null);
    const [own] = await claimsOf(id);
    expect(
      await passOn(ana, id, { claimIds: [own?.id ?? ""], controllerId: gone, keepOurs: false }),
    ).toMatchObject({ ok: false, why: "guard" });
    expect((await rowOf(id)).status).toBe("received");
  });
});

describe("a controller", () => {
  test("opens its request by the link, once, and sees who asks and nothing else", async () => {
    const { id, handoverId } = await passed();
    const [mail] = await mailsOf(id, "controller-asked");
    const token = /controller\/([\w-]{43})/.exec(mail?.mail.text ?? "")?.[1] ?? "";
    expect(await openLink(aVisitor(house), newToken())).toEqual({ ok: false });
    const tries = await Promise.all([openLink(aVisitor(house), token), openLink(aVisitor(house), token)]);
    const opened = tries.find((one) => one.ok);
    expect(tries.filter((one) => one.ok)).toHaveLength(1);
    const actor = await unscopedFindVisit(house.id, opened?.ok ? opened.token : "");
    expect(actor).toMatchObject({ handoverId, caseId: id });
    const seen = await getPassedRequest(asController(id, handoverId));
    expect(seen).toMatchObject({
      controller: "Sol de Casa",
      person: { name: "Maya Santos", email: "maya.santos@mail.example" },
      asked: [{ right: "access" }],
      help: ["search"],
    });
    expect(JSON.stringify(seen)).not.toMatch(/HL 4471|18\.40/);
    await askNewLink(aVisitor(house), { token, network });
    await askNewLink(aVisitor(house), { token: newToken(), network });
    expect(await mailsOf(id, "controller-asked")).toHaveLength(2);
  });

  test("answers once; the person and the team are told, and the case is closed", async () => {
    const { id, handoverId } = await passed();
    const ctx = asController(id, handoverId);
    const say = () => answerHandover(ctx, id, { handoverId, answer: "answered", words: "By letter." });
    const outcomes = await Promise.all([say(), say()]);
    expect(outcomes.filter((one) => one.ok)).toHaveLength(1);
    await jobs();
    expect((await rowOf(id)).closedAt).not.toBeNull();
    expect(await mailsOf(id, "controller-answered")).toHaveLength(1);
    expect(await mailsOf(id, "team-controller")).toHaveLength(1);
    expect(await listOwnHandovers(aPerson(house, id), id)).toMatchObject([
      { answer: "answered", words: "By letter." },
    ]);
  });

  test("reaches no other handover", async () => {
    const [one, other] = [await passed(), await passed()];
    const stranger = asController(one.id, one.handoverId);
    for (const caseId of [one.id, other.id])
      expect(
        await answerHandover(stranger, caseId, {
          handoverId: other.handoverId,
          answer: "answered",
          words: null,
        }),
      ).toMatchObject({ ok: false });
    expect((await handoversOf(other.id))[0]?.answer).toBeNull();
  });

  test("that is only a processor: the platform behind it gets it, and she is told", async () => {
    const { id, handoverId } = await passed();
    await answerHandover(asController(id, handoverId), id, {
      handoverId,
      answer: "only-processor",
      words: "We run it for Casa Platform.",
    });
    await jobs();
    await jobs();
    const chain = await handoversOf(id);
    expect(chain.map(({ controller, fromId }) => [controller, fromId])).toEqual([
      ["Sol de Casa", null],
      ["Casa Platform", handoverId],
    ]);
    expect(await claimsOf(id)).toMatchObject([{ controller: platform, handoverId: chain[1]?.id }]);
    expect((await mailsOf(id, "passed-on")).at(-1)?.mail.text).toContain("Casa Platform");
    expect((await listOwnHandovers(aPerson(house, id), id))[1]).toMatchObject({ before: "Sol de Casa" });
    const back = await passOn(ana, id, {
      claimIds: (await claimsOf(id)).map((one) => one.id),
      controllerId: partner,
      keepOurs: false,
    });
    expect(back).toMatchObject({ ok: false });
  });

  test("gets help on instruction only, as far as its contract goes", async () => {
    const { id, handoverId } = await passed();
    const ctx = asController(id, handoverId);
    const asked = { handoverId, who: "Eva Sol, officer", words: "Search for her." };
    expect(await instruct(ctx, id, { ...asked, help: "erase" })).toMatchObject({ ok: false, why: "guard" });
    const given = await instruct(ctx, id, { ...asked, help: "search" });
    if (!given.ok) throw new Error(given.says);
    const view = await getCaseView(ana, (await rowOf(id)).reference);
    expect(view.facts.elsewhere.instructions).toBe(1);
    expect(await finishInstruction(ana, id, given.result, "Two forms found.")).toMatchObject({ ok: true });
    expect(await finishInstruction(ana, id, given.result, "Again.")).toMatchObject({ ok: false });
    expect((await getPassedRequest(ctx)).instructions).toMatchObject([
      { who: "Eva Sol, officer", result: "Two forms found." },
    ]);
  });

  test("taken back, it is ours with the days it had", async () => {
    const { id, handoverId } = await passed();
    const before = await rowOf(id);
    expect(await takeBack(ana, id, handoverId)).toMatchObject({ ok: true, status: "received" });
    expect(await claimsOf(id)).toMatchObject([{ status: "open", controller: "house", handoverId: null }]);
    expect((await rowOf(id)).dueOn).toBe(before.dueOn);
    expect((await getPassedRequest(asController(id, handoverId))).isOver).toBe(true);
    expect(
      await answerHandover(asController(id, handoverId), id, { handoverId, answer: "answered", words: null }),
    ).toMatchObject({ ok: false });
  });
});

describe("a controller that never answers", () => {
  const later = (days: number): Context => aWorker(house, new Date(Date.now() + days * day));

  test("is reminded on its days, once each, then staff are told, and nothing more", async () => {
    const { id, handoverId } = await passed();
    const chase = (days: number) =>
      Promise.all([
        chaseController(later(days), id, handoverId),
        chaseController(later(days), id, handoverId),
      ]);
    await chase(1);
    expect(await mailsOf(id, "controller-reminded")).toHaveLength(0);
    await chase(7.1);
    await chase(8);
    expect(await mailsOf(id, "controller-reminded")).toHaveLength(1);
    await chase(14.1);
    expect(await mailsOf(id, "controller-reminded")).toHaveLength(2);
    expect((await handoversToChase(later(21.1).now)).some((one) => one.handoverId === handoverId)).toBe(true);
    await chase(21.1);
    await chase(60);
    await jobs();
    expect(await mailsOf(id, "controller-reminded")).toHaveLength(2);
    expect(await mailsOf(id, "team-controller")).toHaveLength(1);
    expect((await handoversOf(id))[0]).toMatchObject({ chased: 2, nextChaseAt: null });
    expect((await handoversToChase(later(400).now)).some((one) => one.handoverId === handoverId)).toBe(false);
    const { facts } = await getCaseView(ana, (await rowOf(id)).reference);
    expect(facts.elsewhere).toMatchObject({ waiting: 1, silent: 1 });
  });

  test("what was missed is made up for by one reminder", async () => {
    const { id, handoverId } = await passed();
    await chaseController(later(15), id, handoverId);
    await chaseController(later(15.1), id, handoverId);
    expect(await mailsOf(id, "controller-reminded")).toHaveLength(1);
  });

  test("is left alone once it has answered, or she took the request back", async () => {
    const [answered, withdrawn] = [await passed(), await passed()];
    await answerHandover(ana, answered.id, {
      handoverId: answered.handoverId,
      answer: "nothing-held",
      words: null,
    });
    await withdrawCase(aPerson(house, withdrawn.id), withdrawn.id);
    const due = await handoversToChase(later(90).now);
    for (const { id, handoverId } of [answered, withdrawn]) {
      expect(due.some((one) => one.handoverId === handoverId)).toBe(false);
      await chaseController(later(90), id, handoverId);
      expect(await mailsOf(id, "controller-reminded")).toEqual([]);
    }
    const [row] = await database().select().from(handover).where(eq(handover.id, answered.handoverId));
    expect(row).toMatchObject({ answeredBy: "staff", escalatedAt: null });
  });
});

describe("the register", () => {
  test("no name twice, no circle of platforms, no change of what somebody else changed", async () => {
    expect(await addController(rafa, entry)).toMatchObject({ ok: false, field: "name" });
    const top = await registered({ ...entry, name: "Top" });
    const under = await registered({ ...entry, name: "Under", platformId: top });
    expect(await changeController(rafa, top, 1, { ...entry, name: "Top", platformId: under })).toMatchObject({
      ok: false,
      field: "platformId",
    });
    expect(await changeController(rafa, top, 1, { ...entry, name: "Top", platformId: top })).toMatchObject({
      ok: false,
    });
    expect(await changeController(rafa, top, 1, { ...entry, name: "Top", isPublic: false })).toMatchObject({
      ok: true,
    });
    expect(await changeController(rafa, top, 1, { ...entry, name: "Top 2" })).toMatchObject({ ok: false });
    expect((await listPublicControllers(aVisitor(house))).map(({ name }) => name)).not.toContain("Top");
  });
});
