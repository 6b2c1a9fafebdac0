import { describe, expect, test } from "vitest";
import { aPolicy, aRequest } from "#db/factories.ts";
import type { RightId } from "#lib/rights/ids.ts";
import { aimFor, planClaims } from "./claims.ts";

/** One claim as it is planned for somebody living there who asks at that instant. */
function plan(residence: string, receivedAt: string, right: RightId = "access") {
  const [claim] = planClaims(aPolicy, { ...aRequest, residence, rights: [right] }, new Date(receivedAt));
  return { regime: claim!.regime, dueOn: claim!.dueOn, aimOn: claim!.aimOn };
}

describe("which day a request came, and so by when it is answered", () => {
  test.each<[string, string, string, string, string]>([
    // The clocks of the place that answers decide: Dublin, London, San Jose, Richmond, Denver.
    ["23:59 in Dublin", "DE", "2026-03-31T22:59:00Z", "eu-gdpr", "2026-04-30"],
    [
      "00:01 in Dublin, the same hour in UTC as before",
      "DE",
      "2026-03-31T23:01:00Z",
      "eu-gdpr",
      "2026-05-01",
    ],
    ["23:59 in London, wintertime", "GB", "2026-11-30T23:59:00Z", "uk-gdpr", "2026-12-30"],
    ["00:01 in London", "GB", "2026-12-01T00:01:00Z", "uk-gdpr", "2027-01-04"],
    ["23:59 in San Jose", "US-CA", "2026-11-03T07:59:00Z", "us-ca-ccpa", "2026-12-17"],
    ["00:01 in San Jose", "US-CA", "2026-11-03T08:01:00Z", "us-ca-ccpa", "2026-12-18"],
    ["23:59 in Richmond", "US-VA", "2026-12-16T04:59:00Z", "us-va", "2027-01-29"],
    ["00:01 in Richmond", "US-VA", "2026-12-16T05:01:00Z", "us-va", "2027-01-30"],
    ["an hour that the clocks of Denver skip", "US-CO", "2026-03-08T09:30:00Z", "us-co", "2026-04-22"],
    ["elsewhere: the clocks of the house", "BR", "2026-03-31T23:01:00Z", "default-row", "2026-05-01"],
  ])("%s", (_name, residence, receivedAt, regime, dueOn) => {
    expect(plan(residence, receivedAt)).toMatchObject({ regime, dueOn });
  });

  test.each<[string, string, string, string]>([
    ["31 January ends with February", "DE", "2027-01-31T12:00:00Z", "2027-03-01"],
    ["29 January of a leap year", "DE", "2028-01-29T12:00:00Z", "2028-02-29"],
    ["31 January of a leap year", "GB", "2028-01-31T12:00:00Z", "2028-02-29"],
    ["29 February", "GB", "2028-02-29T12:00:00Z", "2028-03-29"],
    ["received on St Patrick's Day: it is a day like others", "DE", "2026-03-17T12:00:00Z", "2026-04-17"],
    ["due on St Patrick's Day in Dublin, which is closed", "DE", "2027-02-17T12:00:00Z", "2027-03-18"],
    ["the same request in London, which is open", "GB", "2027-02-17T12:00:00Z", "2027-03-17"],
    ["due on Easter Monday", "GB", "2027-02-28T12:00:00Z", "2027-03-30"],
    ["due on Christmas Eve, which is a working day", "GB", "2026-11-24T12:00:00Z", "2026-12-24"],
    ["45 days end on a Sunday and stay there", "US-VA", "2026-11-05T17:00:00Z", "2026-12-20"],
    ["45 days over a leap day", "US-CO", "2028-02-01T19:00:00Z", "2028-03-17"],
  ])("%s", (_name, residence, receivedAt, dueOn) => {
    expect(plan(residence, receivedAt).dueOn).toBe(dueOn);
  });

  test("an opt-out is due in working days where the law counts them", () => {
    // Veterans Day, Thanksgiving and the day after it are holidays of California.
    expect(plan("US-CA", "2026-11-05T18:00:00Z", "opt-out-sale").dueOn).toBe("2026-12-01");
    expect(plan("US-VA", "2026-11-05T18:00:00Z", "opt-out-sale").dueOn).toBe("2026-12-20");
  });
});

describe("the house's own aim", () => {
  test.each([
    ["four days before the last day", "2026-12-24", "2026-11-24", 4, "2026-12-20"],
    ["never before the day after receipt", "2026-11-27", "2026-11-24", 4, "2026-11-25"],
    ["nor after the last day", "2026-11-24", "2026-11-24", 4, "2026-11-24"],
    ["a last day that has passed is its own aim", "2026-11-20", "2026-11-24", 4, "2026-11-20"],
    ["no days before: the last day", "2026-12-24", "2026-11-24", 0, "2026-12-24"],
  ])("%s", (_name, dueOn, receivedOn, daysBefore, aimOn) => {
    expect(aimFor(dueOn, receivedOn, daysBefore)).toBe(aimOn);
  });
});
