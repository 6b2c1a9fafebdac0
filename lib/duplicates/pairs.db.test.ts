import { eq } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { database } from "#db/client.ts";
import { aCase, aMember, anOrganisation, aPerson, aRequest } from "#db/factories.ts";
import { auditEvent, casePair, cases, claim, notice } from "#db/schema/index.ts";
import { testInstallation } from "#db/testing/installation.ts";
import { withdrawCase } from "#lib/cases/commands/withdraw.ts";
import { getOwnCase } from "#lib/cases/queries/tracker.ts";
import type { StaffContext } from "#lib/context.ts";
import type { Request } from "#lib/intake/answers.ts";
import type { OrganisationRow } from "#lib/organisations/queries.ts";
import { judgePair, undoPair } from "./commands/judge.ts";
import { listPairs } from "./queries/pairs.ts";

testInstallation();

let house: OrganisationRow;
let other: OrganisationRow;
let ana: StaffContext;
let ben: StaffContext;
let nils: StaffContext;
beforeAll(async () => {
  house = await anOrganisation("harbour");
  other = await anOrganisation("lantern");
  ana = await aMember(house, "Ana Ruiz", ["caseworker"]);
  ben = await aMember(house, "Ben Iweala", ["caseworker"]);
  nils = await aMember(other, "Nils Acker", ["caseworker"]);
});

let count = 0;
/** Somebody new, so that no other test's cases are like hers. */
function somebody(): Request {
  count += 1;
  return {
    ...aRequest,
    name: `Person ${count}`,
    email: `person${count}@mail.example`,
    proof: { method: "facts", facts: { "account-number": `HL 9000 ${1000 + count}` } },
  };
}
const unproved = { method: "other", note: null } as const;
const found = async (ctx: StaffContext, caseId: string) =>
  (await listPairs(ctx, caseId)).proposed.map(({ reference, signs }) => [reference, signs]);
const rowOf = async (id: string) => (await database().select().from(cases).where(eq(cases.id, id)))[0]!;

test("the same address or account is proposed on both cases, in words of what they share", async () => {
  const her = somebody();
  const first = await aCase(house, { request: her });
  const byMail = await aCase(house, { channel: "mail", request: { ...her, proof: unproved } });
  const byAccount = await aCase(house, { request: { ...her, email: "else@mail.example" } });
  expect(await found(ana, first.id)).toEqual([
    [byMail.reference, ["email"]],
    [byAccount.reference, ["locator"]],
  ]);
  expect(await found(ana, byMail.id)).toEqual([[first.reference, ["email"]]]);
  expect(await found(ana, byAccount.id)).toEqual([[first.reference, ["locator"]]]);
});

test.each([
  ["only the name is the same", (her: Request) => ({ ...somebody(), name: her.name }), []],
  ["another right is asked for", (her: Request) => ({ ...her, rights: ["erasure" as const] }), []],
  [
    "one of two rights is the same",
    (her: Request) => ({ ...her, rights: ["erasure" as const, "access" as const] }),
    [["access"]],
  ],
  [
    "the address is written otherwise",
    (her: Request) => ({ ...her, email: her.email!.toUpperCase() }),
    [["access"]],
  ],
])("%s", async (_name, change, expected) => {
  const her = somebody();
  const first = await aCase(house, { request: her });
  await aCase(house, { request: change(her) });
  const { proposed } = await listPairs(ana, first.id);
  expect(proposed.map(({ rights }) => rights)).toEqual(expected);
});

test("nothing is proposed of another organisation, nor of what was taken back", async () => {
  const her = somebody();
  const first = await aCase(house, { request: her });
  const there = await aCase(other, { request: her });
  const gone = await aCase(house, { request: her });
  expect((await withdrawCase(ana, gone.id)).ok).toBe(true);
  expect(await found(ana, first.id)).toEqual([]);
  expect(await found(nils, there.id)).toEqual([]);
  expect(await listPairs(nils, first.id)).toEqual({ proposed: [], more: 0, judged: [] });
});

test("many under her address hide no proved case of hers", async () => {
  const her = somebody();
  const late = await aCase(house, { request: her });
  for (let n = 0; n < 12; n += 1) await aCase(house, { request: { ...her, proof: unproved } });
  const proved = await aCase(house, { request: her });
  await database().update(cases).set({ proofId: proved.id }).where(eq(cases.id, proved.id));
  const { proposed, more } = await listPairs(ana, late.id);
  expect(proposed[0]).toMatchObject({ reference: proved.reference, isProved: true });
  expect([proposed.length, more]).toEqual([10, 3]);
});

test("a stranger who types her address moves nothing of hers, and learns nothing", async () => {
  const her = somebody();
  const hers = await aCase(house, { request: her });
  const person = (id: string) => aPerson(house, id) as Parameters<typeof getOwnCase>[0];
  const seen = async (id: string) => {
    const { whole, ...own } = await getOwnCase(person(id));
    return { ...own, whole: { ...whole, events: whole?.events.map(({ type }) => type) } };
  };
  const clocks = () => database().select().from(claim).where(eq(claim.caseId, hers.id));
  const [before, clocksBefore] = [await rowOf(hers.id), await clocks()];
  const stranger = await aCase(house, { request: { ...her, proof: unproved } });
  expect(await rowOf(hers.id)).toEqual(before);

  const mails = async () => (await database().select().from(notice)).length;
  const mailsBefore = await mails();
  const his = await seen(stranger.id);
  expect((await judgePair(ana, stranger.id, { reference: hers.reference, verdict: "linked" })).ok).toBe(true);
  const { version, lastActivityAt: _seen, ...after } = await rowOf(hers.id);
  expect({ ...before, ...after, version }).toEqual({ ...before, version: before.version + 1 });
  expect(await clocks()).toEqual(clocksBefore);
  expect(await mails()).toBe(mailsBefore);
  const hisAfter = await seen(stranger.id);
  expect(hisAfter.whole.events).toEqual([...(his.whole.events ?? []), "link-case"]);
  expect({ ...hisAfter, whole: null }).toEqual({ ...his, whole: null });
  expect(JSON.stringify(hisAfter)).not.toContain(hers.reference);
});

test("what was said stands on both cases, is not proposed again, and can be taken back once", async () => {
  const her = somebody();
  const first = await aCase(house, { request: her });
  const second = await aCase(house, { request: her });
  expect((await judgePair(ana, first.id, { reference: second.reference, verdict: "apart" })).ok).toBe(true);
  for (const { id } of [first, second]) {
    const { proposed, judged } = await listPairs(ben, id);
    expect([proposed.length, judged.map(({ judged: said }) => said?.verdict)]).toEqual([0, ["apart"]]);
    const events = await database()
      .select()
      .from(auditEvent)
      .where(eq(auditEvent.caseRef, (await rowOf(id)).ref));
    expect(events.filter(({ type }) => type === "keep-apart")).toHaveLength(1);
  }
  const [pair] = (await listPairs(ben, second.id)).judged;
  const pairId = pair?.judged?.id ?? "";
  expect((await undoPair(ben, second.id, pairId)).ok).toBe(true);
  expect(await undoPair(ana, first.id, pairId)).toMatchObject({
    ok: false,
    says: "This was taken back already.",
  });
  expect(await found(ana, first.id)).toEqual([[second.reference, ["email", "locator"]]]);
  expect((await judgePair(ana, first.id, { reference: second.reference, verdict: "linked" })).ok).toBe(true);
});

test("of two who say it from either side at once, one is told that it was said", async () => {
  const her = somebody();
  const first = await aCase(house, { request: her });
  const second = await aCase(house, { request: her });
  const outcomes = await Promise.all([
    judgePair(ana, first.id, { reference: second.reference, verdict: "linked" }),
    judgePair(ben, second.id, { reference: first.reference, verdict: "apart" }),
  ]);
  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
  expect(outcomes.find(({ ok }) => !ok)).toMatchObject({ says: expect.stringContaining("already") });
  const rows = await database().select().from(casePair);
  expect(rows.filter(({ caseId, otherId }) => [caseId, otherId].includes(first.id))).toHaveLength(1);
});

test("a case that is not there and one of another organisation get the same words", async () => {
  const first = await aCase(house, { request: somebody() });
  const there = await aCase(other, { request: somebody() });
  const says = async (reference: string) => {
    const outcome = await judgePair(ana, first.id, { reference, verdict: "linked" });
    return outcome.ok ? "" : outcome.says;
  };
  expect(await says(there.reference)).toBe("There is no such case here. Check the reference.");
  expect(await says("HB-0000-0000")).toBe(await says(there.reference));
  expect(await says(first.reference)).toBe("That is this case itself.");
  expect((await rowOf(there.id)).version).toBe(1);
});
