import { describe, expect, test } from "vitest";
import type { RegimeId } from "#lib/law/ids.ts";
import { daysOfCase, explainAppeal, owedAgain, owedOnAppeal, type AppealStand } from "./appeals.ts";
import { explainClaim } from "./claims.ts";

const places = {
  "eu-gdpr": ["Europe/Dublin", "IE"],
  "uk-gdpr": ["Europe/London", "GB-ENG"],
  "us-ca-ccpa": ["America/Los_Angeles", "US-CA"],
  "us-ca-shine": ["America/Los_Angeles", "US-CA"],
  "us-va": ["America/New_York", null],
  "us-co": ["America/Denver", null],
  "default-row": ["America/Los_Angeles", "US-CA"],
} satisfies Record<RegimeId, [string, string | null]>;

const claimUnder = (regime: RegimeId) => {
  const [zone, calendar] = places[regime];
  return { regime, right: "access" as const, zone, calendar };
};
const stand = (receivedAt: string, more: Partial<AppealStand> = {}): AppealStand => ({
  receivedAt: new Date(receivedAt),
  acknowledgedAt: null,
  outcome: null,
  decidedAt: null,
  ...more,
});

describe("the days of an appeal or complaint", () => {
  test.each<[RegimeId, string, { decision?: string; acknowledgement?: string; own?: string }]>([
    ["us-va", "2026-11-24T12:00:00Z", { decision: "2027-01-23" }],
    // Two minutes apart, on either side of midnight in Richmond.
    ["us-va", "2027-01-10T04:59:00Z", { decision: "2027-03-10" }],
    ["us-va", "2027-01-10T05:01:00Z", { decision: "2027-03-11" }],
    ["us-co", "2026-11-24T12:00:00Z", { decision: "2027-01-08" }],
    // Denver moves its clocks on 14 March 2027; days are counted, not hours.
    ["us-co", "2027-03-13T23:30:00-07:00", { decision: "2027-04-27" }],
    // 26 December is a Saturday, the bank holidays of 25 and 28 December stand around it.
    ["uk-gdpr", "2026-11-26T12:00:00Z", { acknowledgement: "2026-12-29", own: "2026-12-26" }],
    // The day before complaints to controllers became a right.
    ["uk-gdpr", "2026-06-18T22:59:00Z", { own: "2026-07-18" }],
    ["uk-gdpr", "2026-06-18T23:01:00Z", { acknowledgement: "2026-07-20", own: "2026-07-19" }],
    ["eu-gdpr", "2026-11-24T12:00:00Z", { own: "2026-12-24" }],
    ["us-ca-ccpa", "2026-11-24T12:00:00Z", { own: "2026-12-24" }],
    ["default-row", "2028-01-30T20:00:00Z", { own: "2028-02-29" }],
  ])("%s, received %s", (regime, receivedAt, days) => {
    const explained = explainAppeal(claimUnder(regime), new Date(receivedAt));
    expect({
      decision: explained.decision?.dueOn,
      acknowledgement: explained.acknowledgement?.dueOn,
      own: explained.own?.dueOn,
    }).toEqual({ decision: undefined, acknowledgement: undefined, own: undefined, ...days });
  });

  test("the house's own day says that it is its own", () => {
    const { own } = explainAppeal(claimUnder("eu-gdpr"), new Date("2026-11-24T12:00:00Z"));
    const counted = own?.why.find((step) => step.rule === "counted");
    expect(counted).toMatchObject({ since: "complaint", mark: "policy", citation: "house rule" });
  });
});

describe("the day that counts while it is open", () => {
  const confirmed = { acknowledgedAt: new Date("2026-11-27T09:00:00Z") };
  test.each<[string, RegimeId, Partial<AppealStand>, string, "law" | "house"]>([
    ["Virginia: to decide", "us-va", {}, "2027-01-25", "law"],
    ["Colorado: to decide", "us-co", {}, "2027-01-10", "law"],
    ["Virginia, confirmed: still to decide", "us-va", confirmed, "2027-01-25", "law"],
    ["United Kingdom: to confirm", "uk-gdpr", {}, "2026-12-29", "law"],
    ["United Kingdom, confirmed: the house's own day", "uk-gdpr", confirmed, "2026-12-26", "house"],
    ["European Union: the house's own day", "eu-gdpr", {}, "2026-12-26", "house"],
    ["California: the house's own day", "us-ca-ccpa", {}, "2026-12-26", "house"],
    ["elsewhere: the house's own day", "default-row", {}, "2026-12-26", "house"],
  ])("%s", (_name, regime, more, dueOn, by) => {
    const owed = owedOnAppeal(claimUnder(regime), stand("2026-11-26T12:00:00Z", more));
    expect([owed.due.dueOn, owed.by]).toEqual([dueOn, by]);
  });
});

describe("the day to answer again once an appeal has opened the claim", () => {
  const decided = (receivedAt: string, decidedAt: string, outcome: AppealStand["outcome"] = "overturned") =>
    stand(receivedAt, { decidedAt: new Date(decidedAt), outcome });
  // A request of 2 November 2026: due 2 December (GDPR), 17 December (45 days), 2 December (own promise).
  const receivedAt = new Date("2026-11-02T18:00:00Z");
  const long = ["2026-12-10T18:00:00Z", "2026-12-20T18:00:00Z"] as const;
  const short = ["2026-11-05T18:00:00Z", "2026-11-09T18:00:00Z"] as const;
  test.each<[string, RegimeId, AppealStand[], string, "law" | "house"]>([
    ["Virginia: the day of the appeal", "us-va", [decided(...long)], "2027-02-08", "law"],
    ["Colorado: the day of the appeal", "us-co", [decided(...long)], "2027-01-24", "law"],
    ["Colorado, in part: the same", "us-co", [decided(...long, "in-part")], "2027-01-24", "law"],
    ["European Union, first day gone: the house's own", "eu-gdpr", [decided(...long)], "2027-01-09", "house"],
    ["European Union, first day ahead: that one", "eu-gdpr", [decided(...short)], "2026-12-02", "law"],
    [
      "on the first day itself: that one",
      "eu-gdpr",
      [decided(short[0], "2026-12-02T23:59:00Z")],
      "2026-12-02",
      "law",
    ],
    [
      "a minute later: the house's own",
      "eu-gdpr",
      [decided(short[0], "2026-12-03T00:01:00Z")],
      "2026-12-05",
      "house",
    ],
    ["United Kingdom, first day gone", "uk-gdpr", [decided(...long)], "2027-01-09", "house"],
    ["California, first day ahead", "us-ca-ccpa", [decided(...short)], "2026-12-17", "law"],
    ["elsewhere, first day gone", "default-row", [decided(...long)], "2027-01-09", "house"],
    ["upheld: the first day stays", "us-va", [decided(...long, "upheld")], "2026-12-17", "law"],
    ["still open: the first day stays", "us-va", [stand(long[0])], "2026-12-17", "law"],
    [
      "opened by the first appeal, the second upheld",
      "us-va",
      [decided(...short), decided(...long, "upheld")],
      "2027-01-04",
      "law",
    ],
    ["opened twice: the newer", "us-va", [decided(...short), decided(...long)], "2027-02-08", "law"],
  ])("%s", (_name, regime, appeals, dueOn, by) => {
    const explained = explainClaim({ ...claimUnder(regime), receivedAt }, [], appeals);
    expect([explained.dueOn, explained.dueBy]).toEqual([dueOn, by]);
    expect(explained.due.dueOn).toBe(explained.dueOn);
  });

  test("says nothing where no appeal opened it", () => {
    const claim = claimUnder("us-va");
    const { due } = explainClaim({ ...claim, receivedAt });
    expect(owedAgain(claim, due, [])).toBeNull();
  });
});

describe("the days of a case", () => {
  const first = { dueOn: "2026-12-02", aimOn: "2026-11-28", status: "decided" as const };
  const later = { dueOn: "2026-12-17", aimOn: "2026-12-13", status: "decided" as const };
  const appeal = { dueOn: "2027-01-23", aimOn: "2027-01-19" };
  test.each([
    ["an appeal against an answered case", [first, later], [appeal], "2027-01-23", "2027-01-19"],
    [
      "the earlier of two appeals",
      [first],
      [appeal, { dueOn: "2027-01-08", aimOn: "2027-01-04" }],
      "2027-01-08",
      "2027-01-04",
    ],
    [
      "a claim that is open again",
      [first, { ...later, status: "open" as const }],
      [],
      "2026-12-17",
      "2026-12-13",
    ],
    [
      "a claim open again beside an appeal",
      [first, { ...later, status: "open" as const }],
      [appeal],
      "2026-12-17",
      "2026-12-13",
    ],
    ["nothing owed any more", [later, first], [], "2026-12-02", "2026-11-28"],
  ])("%s", (_name, claims, appeals, dueOn, aimOn) => {
    expect(daysOfCase(claims, appeals)).toEqual({ dueOn, aimOn });
  });
});
