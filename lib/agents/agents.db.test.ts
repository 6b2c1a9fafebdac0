import { eq } from "drizzle-orm";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { database } from "#db/client.ts";
import {
  anAgent,
  anOrganisation,
  aMember,
  aPaper,
  aPerson,
  aPolicy,
  aVisitor,
  sendAsAgent,
} from "#db/factories.ts";
import { agent, attempt, auditEvent, authority, authorityFile, cases, notice } from "#db/schema/index.ts";
import { testInstallation } from "#db/testing/installation.ts";
import { runJobs } from "#db/testing/jobs.ts";
import { connectShop } from "#db/testing/shop.ts";
import type { AgentContext, StaffContext } from "#lib/context.ts";
import type { Request } from "#lib/intake/answers.ts";
import type { DraftAuthority } from "#lib/intake/draft.ts";
import { unscopedOpenNotice } from "#lib/notices/queries/open.ts";
import type { OrganisationRow } from "#lib/organisations/queries.ts";
import { withdrawCase } from "#lib/cases/commands/withdraw.ts";
import { makeDemand, sendLinkAgain } from "./commands/asking.ts";
import { answerPermission, revokeAuthority, type PermissionAnswer } from "./commands/person.ts";
import { liftFreeze, releaseDocument, reviewAuthority } from "./commands/review.ts";
import type { FormTest } from "./form-test.ts";
import {
  findAgentOfCase,
  listHerAgents,
  listReusable,
  listWaitingAuthorities,
} from "./queries/authorities.ts";
import { getAgentCase, listAgentCases } from "./queries/cases.ts";
import { unscopedFindPermission } from "./queries/permission.ts";

const installation = testInstallation();
const network = "203.0.113.0/24";

let house!: OrganisationRow;
let ana!: StaffContext;
let tom!: StaffContext;
let ines!: AgentContext;

beforeAll(async () => {
  house = await anOrganisation("house", { rights: [...aPolicy.rights, "limit-sensitive"] });
  await connectShop(await aMember(house, "Rafa Lindqvist", ["admin"]), installation.dataFolder);
  ana = await aMember(house, "Ana Ruiz", ["caseworker"]);
  tom = await aMember(house, "Tom Okafor", ["approver"]);
  ines = await anAgent(house, "Ines Falk");
});

// Tries at one account are numbered; here they are many.
beforeEach(async () => {
  await database().delete(attempt);
});

const facts = (accountNo: string) => ({
  method: "facts" as const,
  facts: { "account-number": accountNo, "last-invoice": "18.40|2026-10" },
});
const leo = { name: "Leo Marchetti", email: null, residence: "US-CA", proof: facts("HL22085513") };
const nobody = { name: "Leo Nobody", email: null, residence: "US-CA", proof: facts("HL00000000") };
const poa: DraftAuthority = { ...aPaper, use: "new", kind: "power-of-attorney" } as DraftAuthority;
const goodForm: FormTest = {
  isDated: true,
  signedBy: "principal",
  attested: "notary",
  isWitnessedByOthers: false,
  coversRequest: true,
};

const jobs = () => runJobs(installation.database.url);

async function ask(
  who: AgentContext,
  request: Partial<Request> = leo,
  authorityGiven: DraftAuthority = aPaper,
): Promise<string[]> {
  const sent = await sendAsAgent(who, { request, authority: authorityGiven });
  if (!sent.ok) throw new Error(`not sent: ${sent.why}`);
  await jobs();
  return sent.references;
}

async function caseOf(reference: string) {
  const [row] = await database().select().from(cases).where(eq(cases.reference, reference));
  if (!row) throw new Error("no such case");
  return row;
}

async function mailsAbout(caseId: string) {
  const rows = await database().select().from(notice).where(eq(notice.caseId, caseId));
  return Promise.all(
    rows.map(async (row) => ({ kind: row.kind, ...(await unscopedOpenNotice(database(), row)) })),
  );
}

async function linkOf(caseId: string): Promise<string> {
  const mails = await mailsAbout(caseId);
  const text = mails.findLast(({ kind }) => kind === "permission-asked")?.mail.text ?? "";
  return /\/permission\/([\w-]{43})/.exec(text)?.[1] ?? "";
}

const say = async (reference: string, answer: PermissionAnswer) => {
  const { id } = await caseOf(reference);
  return answerPermission(aVisitor(house), { token: await linkOf(id), network }, answer);
};

async function release(reference: string, who = ana): Promise<void> {
  const { id, authorityId } = await caseOf(reference);
  const [file] = await database()
    .select()
    .from(authorityFile)
    .where(eq(authorityFile.authorityId, authorityId ?? ""));
  const outcome = await releaseDocument(who, id, file?.id ?? "", "It is a letter.");
  expect(outcome.ok).toBe(true);
}

const events = async (reference: string) => {
  const { ref } = await caseOf(reference);
  const rows = await database()
    .select()
    .from(auditEvent)
    .where(eq(auditEvent.caseRef, ref))
    .orderBy(auditEvent.seq);
  return rows.map(({ type }) => type).filter((type) => type !== "notice.sent");
};

describe("California, by signed permission", () => {
  test("she is asked at the contact on file and nowhere else, confirms, and the case goes on", async () => {
    const [reference = ""] = await ask(ines, { ...leo, email: "supplied@by-the-agent.example" });
    const row = await caseOf(reference);
    expect(row.status).toBe("received");
    const mails = await mailsAbout(row.id);
    expect(mails.filter(({ kind }) => kind === "permission-asked").map(({ to }) => to)).toEqual([
      "leo@mail.example",
    ]);
    expect(mails.some(({ to }) => to === "supplied@by-the-agent.example")).toBe(false);
    const hers = mails.filter(({ to }) => to === "leo@mail.example");
    expect(hers.map(({ mail }) => `${mail.subject}${mail.text}`).join()).not.toContain("Ines");
    expect(await say(reference, { say: "confirm", recipient: "self" })).toEqual({ ok: true });
    await jobs();
    expect((await caseOf(reference)).status).toBe("reviewing");
    expect(await events(reference)).toEqual([
      "case.open",
      "agent-facts-checked",
      "make-demand",
      "confirm-permission",
      "confirm-identity",
      "plan-collecting",
      "source-finished",
      "source-finished",
      "finish-collecting",
    ]);
    // The link is used up.
    expect(await say(reference, { say: "disown" })).toEqual({ ok: false, why: "ended" });
  });

  test("she may show who she is instead; then the paper is what staff look at", async () => {
    const [reference = ""] = await ask(ines);
    const wrong = { "account-number": "HL22085513", "last-invoice": "1.00|2026-10" };
    expect(await say(reference, { say: "verify", facts: wrong })).toEqual({ ok: true });
    await jobs();
    const { id } = await caseOf(reference);
    expect((await findAgentOfCase(ana, id))?.demands[0]?.metAt).toBeNull();
    expect(await say(reference, { say: "verify", facts: facts("HL22085513").facts })).toEqual({ ok: true });
    await jobs();
    expect((await findAgentOfCase(ana, id))?.demands[0]?.metBy).toBe("verified");
    expect((await caseOf(reference)).status).toBe("received");
    await release(reference);
    expect((await reviewAuthority(ana, id, { verdict: "accept", formTest: null })).ok).toBe(true);
    await jobs();
    expect((await caseOf(reference)).status).toBe("reviewing");
  });

  test("what the law forbids cannot be demanded, whatever is posted, and that it was tried is recorded", async () => {
    const [reference = ""] = await ask(ines);
    const { id } = await caseOf(reference);
    const before = await database().$count(auditEvent, eq(auditEvent.type, "attempt.refused"));
    for (const demand of ["identity", "power-of-attorney", "fee", "account"] as const) {
      const outcome = await makeDemand(tom, id, { demand, ground: null });
      expect([demand, outcome.ok ? "made" : outcome.why]).toEqual([demand, "guard"]);
    }
    expect((await makeDemand(ana, id, { demand: "notarisation", ground: null })).ok).toBe(false);
    expect(await database().$count(auditEvent, eq(auditEvent.type, "attempt.refused"))).toBe(before + 5);
    expect((await makeDemand(ana, id, { demand: "notarisation", ground: "we-pay" })).ok).toBe(true);
    expect((await getAgentCase(ines, reference)).demands.map(({ demand }) => demand)).toEqual([
      "notarisation",
    ]);
  });

  test("an opt-out is a case of its own, honoured on the paper alone, and nothing is sent to her", async () => {
    const references = await ask(ines, { ...leo, rights: ["access", "opt-out-sale"] });
    expect(references).toHaveLength(2);
    const rows = await Promise.all(references.map(caseOf));
    const details = await Promise.all(references.map((one) => getAgentCase(ines, one)));
    const optOut = references[details.findIndex(({ rights }) => rights.includes("opt-out-sale"))] ?? "";
    const row = rows.find(({ reference }) => reference === optOut);
    for (const demand of [
      "identity",
      "confirmation",
      "power-of-attorney",
      "notarisation",
      "fee",
      "account",
    ] as const)
      expect((await makeDemand(tom, row?.id ?? "", { demand, ground: null })).ok).toBe(false);
    await release(optOut);
    expect((await reviewAuthority(ana, row?.id ?? "", { verdict: "accept", formTest: null })).ok).toBe(true);
    await jobs();
    expect((await caseOf(optOut)).status).not.toBe("received");
    expect((await mailsAbout(row?.id ?? "")).filter(({ to }) => to === "leo@mail.example")).toEqual([]);
  });

  test("a power of attorney is read by two, and she is asked for nothing", async () => {
    const [reference = ""] = await ask(ines, leo, poa);
    const { id } = await caseOf(reference);
    expect((await reviewAuthority(ana, id, { verdict: "accept", formTest: goodForm })).ok).toBe(false);
    await release(reference);
    expect((await reviewAuthority(ana, id, { verdict: "accept", formTest: null })).ok).toBe(false);
    const unattested = { ...goodForm, attested: "neither" as const };
    expect((await reviewAuthority(ana, id, { verdict: "accept", formTest: unattested })).ok).toBe(false);
    expect(await reviewAuthority(ana, id, { verdict: "accept", formTest: goodForm })).toMatchObject({
      ok: true,
      result: { isComplete: false },
    });
    await jobs();
    expect((await caseOf(reference)).status).toBe("received");
    expect((await reviewAuthority(ana, id, { verdict: "accept", formTest: goodForm })).ok).toBe(false);
    for (const demand of ["identity", "confirmation"] as const)
      expect((await makeDemand(tom, id, { demand, ground: null })).ok).toBe(false);
    expect(await reviewAuthority(tom, id, { verdict: "accept", formTest: goodForm })).toMatchObject({
      ok: true,
      result: { isComplete: true },
    });
    await jobs();
    expect((await caseOf(reference)).status).toBe("reviewing");
    expect((await mailsAbout(id)).filter(({ to }) => to === "leo@mail.example")).toEqual([]);
  });

  test("“I did not authorise this” freezes every case on the paper, marks the agent and tells staff", async () => {
    const mallory = await anAgent(house, "Mallory Quick");
    const [reference = "", other = ""] = await ask(mallory, { ...leo, rights: ["access", "opt-out-sale"] });
    const asked = (await linkOf((await caseOf(reference)).id)) ? reference : other;
    const second = asked === reference ? other : reference;
    expect(await say(asked, { say: "disown" })).toEqual({ ok: true });
    await jobs();
    for (const one of [asked, second]) expect((await caseOf(one)).status).toBe("frozen");
    const { id, authorityId } = await caseOf(asked);
    const [flagged] = await database().select().from(agent).where(eq(agent.id, mallory.actor.id));
    expect(flagged?.status).toBe("flagged");
    expect((await mailsAbout(id)).map(({ kind }) => kind)).toContain("team-disowned");
    const paper = { verdict: "accept" as const, formTest: null };
    expect((await reviewAuthority(ana, id, paper)).ok).toBe(false);
    expect((await liftFreeze(ana, id, "")).ok).toBe(false);
    expect((await liftFreeze(ana, id, "She wrote that she had mistaken the name.")).ok).toBe(true);
    await jobs();
    expect((await caseOf(asked)).status).toBe("received");
    const [again] = await database()
      .select()
      .from(authority)
      .where(eq(authority.id, authorityId ?? ""));
    expect(again?.status).toBe("pending");
    expect((await sendLinkAgain(ana, id)).ok).toBe(true);
    expect(await say(asked, { say: "confirm", recipient: "agent" })).toEqual({ ok: true });
    await jobs();
    expect(await caseOf(asked)).toMatchObject({ status: "reviewing", recipient: "agent" });
  });

  test("a person who is nowhere on file: the same for the agent, and nobody is written to", async () => {
    const [known = "", unknown = ""] = [...(await ask(ines)), ...(await ask(ines, nobody))];
    const [one, two] = [await getAgentCase(ines, known), await getAgentCase(ines, unknown)];
    const same = ({ state, demands, decisions, download, events, authority: paper }: typeof one) => ({
      state,
      demands,
      decisions,
      download,
      events: events.map(({ type }) => type),
      standing: paper.standing,
    });
    expect(same(one)).toEqual(same(two));
    const kinds = async (reference: string) =>
      (await mailsAbout((await caseOf(reference)).id))
        .filter(({ to }) => to === "ines.falk@agents.example")
        .map(({ kind }) => kind);
    expect(await kinds(known)).toEqual(await kinds(unknown));
    expect((await mailsAbout((await caseOf(unknown)).id)).map(({ kind }) => kind)).not.toContain(
      "permission-asked",
    );
  });
});

describe("elsewhere", () => {
  test("Virginia is silent: she is offered to go on herself, and then it is hers", async () => {
    const [reference = ""] = await ask(ines, { ...leo, residence: "US-VA" });
    expect(await say(reference, { say: "confirm", recipient: "self" })).toEqual({ ok: false, why: "moved" });
    expect(await say(reference, { say: "take-over" })).toEqual({ ok: true });
    await jobs();
    expect(await caseOf(reference)).toMatchObject({ status: "reviewing", recipient: "self" });
    expect(await getAgentCase(ines, reference)).toMatchObject({
      state: "hers",
      decisions: [],
      download: null,
    });
    expect((await withdrawCase(ines, (await caseOf(reference)).id)).ok).toBe(false);
  });

  test("a European mandate is read by staff; she is asked only where the authority is unclear", async () => {
    const [reference = ""] = await ask(ines, { ...leo, residence: "DE" }, {
      ...aPaper,
      use: "new",
      kind: "mandate",
    } as DraftAuthority);
    const { id } = await caseOf(reference);
    expect((await mailsAbout(id)).map(({ kind }) => kind)).not.toContain("permission-asked");
    expect((await makeDemand(ana, id, { demand: "confirmation", ground: null })).ok).toBe(false);
    expect((await makeDemand(ana, id, { demand: "confirmation", ground: "authority-unclear" })).ok).toBe(
      true,
    );
    await jobs();
    expect((await getAgentCase(ines, reference)).demands).toEqual([]);
    await release(reference);
    expect((await reviewAuthority(tom, id, { verdict: "accept", formTest: null })).ok).toBe(true);
    await jobs();
    // Asked, she is waited for.
    expect((await caseOf(reference)).status).toBe("received");
    expect(await say(reference, { say: "confirm", recipient: "self" })).toEqual({ ok: true });
    await jobs();
    expect((await caseOf(reference)).status).toBe("reviewing");
  });

  test("Colorado lets identity be asked for an opt-out too", async () => {
    const [reference = ""] = await ask(ines, { ...leo, residence: "US-CO", rights: ["opt-out-sale"] });
    const { id } = await caseOf(reference);
    const outcome = await makeDemand(ana, id, { demand: "identity", ground: null });
    // Allowed by the law; but nobody on file was looked for, so there is no contact to ask.
    expect(outcome).toMatchObject({ ok: false, says: expect.stringContaining("no contact on file") });
  });
});

describe("an authority", () => {
  test("rejected stops the case and tells the agent why, in codes", async () => {
    const [reference = ""] = await ask(ines);
    const { id } = await caseOf(reference);
    const rejected = {
      verdict: "reject" as const,
      reasons: ["unsigned" as const, "another-business" as const],
    };
    expect((await reviewAuthority(ana, id, rejected)).ok).toBe(true);
    expect(await getAgentCase(ines, reference)).toMatchObject({
      state: "stopped",
      rejections: ["unsigned", "another-business"],
    });
    expect(await say(reference, { say: "confirm", recipient: "self" })).toEqual({ ok: false, why: "moved" });
  });

  test("is used again for the same person, by its own agent alone, as far as it reaches", async () => {
    const [reference = ""] = await ask(ines, { ...leo, rights: ["access", "erasure"] });
    const { authorityId } = await caseOf(reference);
    await say(reference, { say: "confirm", recipient: "self" });
    await jobs();
    const known: DraftAuthority = { use: "known", authorityId: authorityId ?? "" };
    const [again = ""] = await ask(ines, { ...leo, rights: ["erasure"] }, known);
    // She said once that it is so: nobody asks her twice.
    expect((await caseOf(again)).status).toBe("reviewing");
    const other = await anAgent(house, "Olaf Other");
    const refused = { ok: false, why: "paper" };
    expect(await sendAsAgent(other, { request: leo, authority: known })).toEqual(refused);
    expect(
      await sendAsAgent(ines, { request: { ...leo, rights: ["rectification"] }, authority: known }),
    ).toEqual(refused);
    expect(await sendAsAgent(ines, { request: nobody, authority: known })).toEqual(refused);
    expect(await listReusable(other, [new Uint8Array(16)], ["access"], "2026-11-01")).toEqual([]);
  });

  test("that has expired by the day of receipt moves nothing", async () => {
    const [reference = ""] = await ask(ines, leo, { ...aPaper, validUntil: "2026-02-01" } as DraftAuthority);
    const { id } = await caseOf(reference);
    expect(await getAgentCase(ines, reference)).toMatchObject({ state: "stopped" });
    expect((await mailsAbout(id)).map(({ kind }) => kind)).not.toContain("permission-asked");
    await release(reference);
    expect((await reviewAuthority(ana, id, { verdict: "accept", formTest: null })).ok).toBe(false);
  });

  test("is revoked by her: his open cases stop, or she goes on with them", async () => {
    const rex = await anAgent(house, "Rex Broker");
    const [first = ""] = await ask(rex);
    await say(first, { say: "confirm", recipient: "agent" });
    await jobs();
    const own = await caseOf(first);
    const her = aPerson(house, own.id);
    const [mine] = (await listHerAgents(her)).filter(({ agent: { name } }) => name === "Rex Broker");
    expect(mine).toMatchObject({ open: 1, standing: "valid" });
    expect(
      await listHerAgents({ ...her, actor: { ...her.actor, scope: "conversation" } } as typeof her),
    ).toEqual([]);
    const stranger = await anAgent(house, "Sly Stranger");
    const id = mine?.id ?? "";
    expect(await revokeAuthority(stranger, id, { takeOver: false })).toEqual({ ok: false, why: "not-found" });
    expect(await revokeAuthority(her, id, { takeOver: true })).toEqual({ ok: true, stopped: 0, kept: 1 });
    expect(await caseOf(first)).toMatchObject({ status: "reviewing", recipient: "self" });
    const [second = ""] = await ask(rex);
    await say(second, { say: "confirm", recipient: "agent" });
    await jobs();
    const next = await caseOf(second);
    expect(
      await revokeAuthority(aPerson(house, own.id), next.authorityId ?? "", { takeOver: false }),
    ).toEqual({
      ok: true,
      stopped: 1,
      kept: 0,
    });
    expect((await caseOf(second)).status).toBe("withdrawn");
    await jobs();
    const told = (await mailsAbout(next.id)).map(({ kind, to }) => `${kind} ${to}`);
    expect(told).toContain("permission-ended leo@mail.example");
    expect(told).toContain("agent-news rex.broker@agents.example");
  });
});

describe("isolation", () => {
  test("an agent sees his own cases, and of hers what he sent; another agent nothing of them", async () => {
    const [a, b] = [await anAgent(house, "Agent Alpha"), await anAgent(house, "Agent Beta")];
    // Two agents for one person: each has his own case, and neither shows in the other.
    const [[one = ""], [two = ""]] = [await ask(a), await ask(b)];
    expect((await listAgentCases(a)).map(({ reference }) => reference)).toEqual([one]);
    expect((await listAgentCases(b)).map(({ reference }) => reference)).toEqual([two]);
    const absent = getAgentCase(a, "HB-2222-2222").catch((error: Error) => error.message);
    const foreign = getAgentCase(a, two).catch((error: Error) => error.message);
    expect(await foreign).toBe(await absent);
    expect(JSON.stringify(await getAgentCase(a, one))).not.toContain("leo@mail.example");
    const { id } = await caseOf(two);
    expect(await withdrawCase(a, id)).toMatchObject({ ok: false, why: "not-found" });
    expect((await withdrawCase(b, id)).ok).toBe(true);
  });

  test("a link opens nothing at another organisation, nor a guessed one here", async () => {
    const elsewhere = await anOrganisation("elsewhere");
    const [reference = ""] = await ask(ines);
    const token = await linkOf((await caseOf(reference)).id);
    expect(await unscopedFindPermission(aVisitor(elsewhere), token)).toBeNull();
    expect(await unscopedFindPermission(aVisitor(house), "x".repeat(43))).toBeNull();
    expect(await answerPermission(aVisitor(elsewhere), { token, network }, { say: "disown" })).toEqual({
      ok: false,
      why: "ended",
    });
    expect(await unscopedFindPermission(aVisitor(house), token)).toMatchObject({
      state: "open",
      offered: ["confirm", "verify"],
      agent: { name: "Ines Falk" },
    });
  });

  test("staff of the house see who waits, others nothing", async () => {
    const [reference = ""] = await ask(ines, leo, poa);
    expect((await listWaitingAuthorities(ana)).map((one) => one.reference)).toContain(reference);
    const neighbour = await aMember(await anOrganisation("next-door"), "Nils Acker", ["caseworker"]);
    expect(await listWaitingAuthorities(neighbour)).toEqual([]);
    expect(await findAgentOfCase(neighbour, (await caseOf(reference)).id)).toBeNull();
  });
});

test("of two answers to one link at once, one is heard", async () => {
  const [reference = ""] = await ask(ines);
  const { id } = await caseOf(reference);
  const token = await linkOf(id);
  const answers = await Promise.all([
    answerPermission(aVisitor(house), { token, network }, { say: "confirm", recipient: "self" }),
    answerPermission(aVisitor(house), { token, network }, { say: "disown" }),
  ]);
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
});
