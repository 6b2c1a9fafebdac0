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
import { readEarlier } from "./queries/earlier.ts";

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
