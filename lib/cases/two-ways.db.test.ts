import { eq } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { database } from "#db/client.ts";
import { aCase, aMember, anOrganisation, aRequest } from "#db/factories.ts";
import { cases, claim } from "#db/schema/index.ts";
import { testInstallation } from "#db/testing/installation.ts";
import { newId } from "#lib/ids.ts";
import type { Request } from "#lib/intake/answers.ts";
import type { OrganisationRow } from "#lib/organisations/queries.ts";
import { openCase } from "./commands/open.ts";
import { completeNotice } from "./commands/notice.ts";
import { readEarlier } from "./queries/earlier.ts";
import { getCaseView } from "./queries/view.ts";

testInstallation();
let house: OrganisationRow;

beforeAll(async () => {
  house = await anOrganisation("shine", {
    rights: ["access", "shine-the-light"],
    regimes: ["us-ca-ccpa", "us-ca-shine", "default-row"],
    shineTheLight: {
      email: "privacy@harbour.example",
      channels: ["portal", "mail"],
      wants: ["name", "address"],
    },
  });
});

const asking = (address: string, email: string | null, lastName = "Santos"): Request => ({
  ...aRequest,
  residence: "US-CA",
  rights: ["shine-the-light"],
  relationship: "not-asked",
  email,
  proof: { method: "none" },
  notice: {
    way: "designated",
    isLabelled: true,
    firstName: "Maya",
    lastName,
    address,
    certifiedOn: "2026-03-02",
  },
});

const claimOf = async (caseId: string) =>
  (await database().select().from(claim).where(eq(claim.caseId, caseId)))[0]!;
const earlierOf = async (caseId: string) => {
  const [row] = await database().select().from(cases).where(eq(cases.id, caseId));
  return readEarlier(database(), row!, [await claimOf(caseId)]);
};

test.each([
  ["portal", "designated", "2026-04-01"],
  ["mail", "designated", "2026-04-01"],
  ["phone", "elsewhere", "2026-07-30"],
  ["paper", "elsewhere", "2026-07-30"],
] as const)("what came by %s runs on its clock, and is kept with it", async (channel, way, dueOn) => {
  const receivedAt = new Date("2026-03-02T18:00:00Z");
  const { notice: _notice, ...request } = asking("", null);
  const ana = await aMember(house, `Ana ${channel}`, ["caseworker"], receivedAt);
  const opened = await openCase(ana, {
    idempotencyKey: newId(),
    channel,
    locale: "en",
    receivedAt,
    login: null,
    request,
  });
  expect(await claimOf(opened.id)).toMatchObject({ regime: "us-ca-shine", way, dueOn });
});

test("what a notice lacks is said at once, recorded when it comes, and then known by name and address", async () => {
  const at = new Date("2026-04-07T18:00:00Z");
  const ana = await aMember(house, "Ana of the post", ["caseworker"], at);
  const notice = { ...asking("", null).notice!, firstName: null, address: null, way: "elsewhere" as const };
  const { id, reference } = await openCase(ana, {
    idempotencyKey: newId(),
    channel: "paper",
    locale: "en",
    receivedAt: at,
    login: null,
    request: { ...asking("", null), notice },
  });
  expect(await claimOf(id)).toMatchObject({ way: "elsewhere", dueOn: "2026-09-04" });
  const said = { ...asking("12 Late Road, Reno", null).notice!, firstName: "Noor" };
  const done = await completeNotice(ana, id, said);
  expect(done).toMatchObject({ ok: true, result: [] });
  const { requester } = await getCaseView(ana, reference);
  expect(requester.notice).toEqual({ ...said, way: "elsewhere" });
  expect(await claimOf(id)).toMatchObject({ way: "elsewhere", dueOn: "2026-09-04" });
  const again = await aCase(house, {
    now: new Date("2026-05-01T18:00:00Z"),
    request: { ...asking("12 late road Reno", null), notice: { ...said, way: "designated" } },
  });
  expect(await earlierOf(again.id)).toHaveLength(1);
});

test("nothing is completed where nobody sent a notice", async () => {
  const at = new Date("2026-04-08T18:00:00Z");
  const ana = await aMember(house, "Ana of the rest", ["caseworker"], at);
  const { id } = await aCase(house, { now: at });
  expect(await completeNotice(ana, id, asking("", null).notice!)).toMatchObject({ ok: false, why: "guard" });
});

test("a second one in the calendar year is known by name and address, however they are written", async () => {
  const ask = (at: string, request: Request) => aCase(house, { now: new Date(at), request });
  const first = await ask("2026-05-04T18:00:00Z", asking("1 Sún Road,\nReno", "maya@one.example"));
  const again = await ask("2026-06-01T18:00:00Z", asking("1 sun road Reno", "other@two.example"));
  const sameMail = await ask("2026-06-02T18:00:00Z", asking("9 Moon Road", "maya@one.example", "Okafor"));
  const stranger = await ask("2026-06-03T18:00:00Z", asking("2 Sun Road", "s@three.example"));
  // The year of the place that answers, Dublin.
  const atNewYear = await ask("2026-12-31T23:30:00Z", asking("1 Sun Road Reno", null));
  const nextYear = await ask("2027-01-01T00:30:00Z", asking("1 Sun Road Reno", null));

  const known = { reference: first.reference, receivedOn: "2026-05-04", nextFreeOn: "2027-01-01" };
  expect(await earlierOf(first.id)).toEqual([]);
  expect(await earlierOf(again.id)).toMatchObject([{ ...known, hasSameEmail: false }]);
  expect(await earlierOf(sameMail.id)).toMatchObject([{ ...known, hasSameEmail: true }]);
  expect(await earlierOf(stranger.id)).toEqual([]);
  expect(await earlierOf(atNewYear.id)).toMatchObject([known]);
  expect(await earlierOf(nextYear.id)).toEqual([]);
});
