import { describe, expect, it } from "vitest";
import { rightIds, type RightId } from "#lib/rights/ids.ts";
import { rights } from "#lib/rights/index.ts";
import { regimeIds, type RegimeId } from "./ids.ts";
import type { Regime } from "./regime.ts";
import {
  contextOf,
  proofFor,
  regimeFor,
  regimes,
  regulatorsFor,
  rightsGiven,
  routeOn,
  spokenUnder,
} from "./index.ts";

const all = [...regimeIds];
const ask = (more: Partial<Parameters<typeof regimeFor>[0]>) =>
  regimeFor({
    residence: "GB",
    relationship: "customer",
    right: "access",
    policyRegimes: all,
    receivedOn: "2026-11-24",
    ...more,
  });

describe("which law governs", () => {
  it.each<[string, Partial<Parameters<typeof regimeFor>[0]>, RegimeId, string]>([
    ["Germany", { residence: "DE" }, "eu-gdpr", "residence"],
    ["Norway, in the EEA", { residence: "NO" }, "eu-gdpr", "residence"],
    ["Réunion, part of France", { residence: "RE" }, "eu-gdpr", "residence"],
    ["the United Kingdom", { residence: "GB" }, "uk-gdpr", "residence"],
    ["Scotland", { residence: "GB-SCT" }, "uk-gdpr", "residence"],
    ["Switzerland, not built", { residence: "CH" }, "default-row", "no-law-here"],
    ["Japan", { residence: "JP" }, "default-row", "no-law-here"],
    ["Texas, not built", { residence: "US-TX" }, "default-row", "no-law-here"],
    ["the United States without a state", { residence: "US" }, "default-row", "no-law-here"],
    ["a place nobody knows", { residence: "" }, "default-row", "no-law-here"],
    ["a code that only begins alike", { residence: "US-VAX" }, "default-row", "no-law-here"],
    ["California", { residence: "US-CA" }, "us-ca-ccpa", "residence"],
    ["California, an employee", { residence: "US-CA", relationship: "employee" }, "us-ca-ccpa", "residence"],
    [
      "California in 2022, an employee",
      { residence: "US-CA", relationship: "employee", receivedOn: "2022-12-31" },
      "default-row",
      "context-not-covered",
    ],
    [
      "California in 2022, correction",
      { residence: "US-CA", right: "rectification", receivedOn: "2022-12-31" },
      "default-row",
      "right-not-given",
    ],
    ["California in 2019", { residence: "US-CA", receivedOn: "2019-12-31" }, "default-row", "not-in-force"],
    ["Virginia", { residence: "US-VA" }, "us-va", "residence"],
    [
      "Virginia, an employee",
      { residence: "US-VA", relationship: "employee" },
      "default-row",
      "context-not-covered",
    ],
    [
      "Virginia, a business contact",
      { residence: "US-VA", relationship: "business-contact" },
      "default-row",
      "context-not-covered",
    ],
    ["Virginia, a visitor", { residence: "US-VA", relationship: "visitor" }, "us-va", "residence"],
    [
      "Virginia, the day before it began",
      { residence: "US-VA", receivedOn: "2022-12-31" },
      "default-row",
      "not-in-force",
    ],
    ["Virginia, restriction", { residence: "US-VA", right: "restriction" }, "default-row", "right-not-given"],
    [
      "Colorado, an applicant",
      { residence: "US-CO", relationship: "applicant" },
      "default-row",
      "context-not-covered",
    ],
    [
      "Germany, opting out of sale as an objection",
      { residence: "DE", right: "opt-out-sale" },
      "eu-gdpr",
      "residence",
    ],
    [
      "Germany, against advertising, as an objection",
      { residence: "DE", right: "opt-out-marketing" },
      "eu-gdpr",
      "residence",
    ],
    ["Virginia, against profiling", { residence: "US-VA", right: "opt-out-profiling" }, "us-va", "residence"],
    [
      "California, against profiling: by our own promise until its law has it",
      { residence: "US-CA", right: "opt-out-profiling" },
      "default-row",
      "right-not-given",
    ],
    [
      "Germany, limiting sensitive data",
      { residence: "DE", right: "limit-sensitive" },
      "default-row",
      "right-not-given",
    ],
    [
      "a law the organisation does not work by",
      { residence: "US-CO", policyRegimes: ["eu-gdpr"] },
      "default-row",
      "switched-off",
    ],
    [
      "California, who got data for their own advertising",
      { residence: "US-CA", right: "shine-the-light" },
      "us-ca-shine",
      "residence",
    ],
    [
      "the same in 2010: that law is older than the other",
      { residence: "US-CA", right: "shine-the-light", receivedOn: "2010-05-05" },
      "us-ca-shine",
      "residence",
    ],
    [
      "the same asked for a company",
      { residence: "US-CA", right: "shine-the-light", relationship: "business-contact" },
      "default-row",
      "context-not-covered",
    ],
    ["the same from Germany", { right: "shine-the-light", residence: "DE" }, "default-row", "no-law-here"],
    [
      "the same where the policy does not work by it",
      { residence: "US-CA", right: "shine-the-light", policyRegimes: ["us-ca-ccpa"] },
      "default-row",
      "switched-off",
    ],
    [
      "California, restriction: the law about one right is not looked at",
      { residence: "US-CA", right: "restriction" },
      "default-row",
      "right-not-given",
    ],
  ])("%s", (_name, more, regime, reason) => {
    const choice = ask(more);
    expect([choice.regime, choice.reason]).toEqual([regime, reason]);
    expect(choice.provisional).toBe(regime === "default-row");
    expect(choice.instead === null).toBe(["residence", "no-law-here"].includes(reason));
  });

  it.each<[string, Partial<Parameters<typeof regimeFor>[0]>, RegimeId, string, RegimeId | null]>([
    ["Switzerland", { residence: "CH" }, "eu-gdpr", "promised", null],
    [
      "Switzerland, every right of it",
      { residence: "CH", right: "restriction" },
      "eu-gdpr",
      "promised",
      null,
    ],
    ["Japan, to everybody", { residence: "JP", right: "objection" }, "uk-gdpr", "promised", null],
    ["Germany: the law of the place stays", { residence: "DE" }, "eu-gdpr", "residence", null],
    ["Virginia: the law of the place stays", { residence: "US-VA" }, "us-va", "residence", null],
    [
      "Virginia, what its law does not give",
      { residence: "US-VA", right: "restriction" },
      "uk-gdpr",
      "promised",
      "us-va",
    ],
    [
      "Virginia, an employee, whom its law does not cover",
      { residence: "US-VA", relationship: "employee" },
      "uk-gdpr",
      "promised",
      "us-va",
    ],
    [
      "what the promised law does not give either",
      { residence: "CH", right: "limit-sensitive" },
      "default-row",
      "no-law-here",
      null,
    ],
    [
      "before the promised law began",
      { residence: "CH", receivedOn: "2018-05-24" },
      "default-row",
      "no-law-here",
      null,
    ],
    [
      "what belongs to one law alone is promised to nobody else",
      { residence: "US-NV", right: "shine-the-light" },
      "default-row",
      "no-law-here",
      null,
    ],
  ])("as promised: %s", (_name, more, regime, reason, instead) => {
    const promises: Parameters<typeof regimeFor>[0]["promises"] = [
      { regime: "eu-gdpr", residences: ["CH"] },
      { regime: "uk-gdpr", residences: "all" },
    ];
    expect(ask({ promises, ...more })).toEqual({
      regime,
      provisional: reason !== "residence",
      reason,
      instead,
    });
  });

  it("treats a relationship nobody named as private, also one that looks like a trap", () => {
    expect(["friend", "toString", "__proto__", ""].map(contextOf)).toEqual(Array(4).fill("individual"));
    expect(contextOf("applicant")).toBe("employment");
  });

  it("gives every place to one law at most, but for laws about few rights, and each of those to one", () => {
    const laws = regimeIds.map((id): Regime => regimes[id]);
    for (const right of rightIds) {
      const places = laws.flatMap(({ only, residences }) =>
        only && !only.includes(right) ? [] : residences,
      );
      const general = laws.flatMap(({ only, residences }) => (only ? [] : residences));
      expect(new Set(general).size).toBe(general.length);
      expect(laws.filter(({ only }) => only?.includes(right)).length).toBeLessThan(2);
      expect(places.length).toBeGreaterThanOrEqual(general.length);
    }
  });
});

describe("rights", () => {
  const inEuropeAlone: RightId[] = ["balancing-test", "legal-basis", "shine-the-light"];
  const notInCalifornia: RightId[] = ["opt-out-marketing", "opt-out-profiling"];
  it.each<[RegimeId, string, RightId[]]>([
    ["eu-gdpr", "2026-11-24", ["limit-sensitive", "shine-the-light"]],
    ["uk-gdpr", "2026-11-24", ["limit-sensitive", "shine-the-light"]],
    ["us-ca-shine", "2026-11-24", rightIds.filter((right) => right !== "shine-the-light")],
    ["us-ca-ccpa", "2026-11-24", ["objection", "restriction", ...notInCalifornia, ...inEuropeAlone]],
    [
      "us-ca-ccpa",
      "2022-01-01",
      ["limit-sensitive", "objection", "rectification", "restriction", ...notInCalifornia, ...inEuropeAlone],
    ],
    [
      "us-va",
      "2026-11-24",
      ["limit-sensitive", "objection", "restriction", "opt-out-marketing", ...inEuropeAlone],
    ],
    [
      "us-co",
      "2026-11-24",
      ["limit-sensitive", "objection", "restriction", "opt-out-marketing", ...inEuropeAlone],
    ],
    [
      "default-row",
      "2026-11-24",
      ["limit-sensitive", "objection", "opt-out-sale", "portability", "restriction", "shine-the-light"],
    ],
  ])("%s on %s gives all but %s", (id, day, missing) => {
    const given = Object.keys(rightsGiven(id, day));
    expect(rightIds.filter((right) => !given.includes(right)).sort()).toEqual([...missing].sort());
  });
});

describe("proof", () => {
  it("asks three facts and a declaration for specific pieces in California, and a fresh sign-in of a login", () => {
    for (const right of ["access", "portability"] as const) {
      expect(proofFor("us-ca-ccpa", right, "2026-11-24")).toMatchObject({
        assurance: "high",
        byFacts: { count: 3, declaration: true },
        byLogin: { freshBeforeDelivery: true },
        otherwise: { scope: "categories", facts: 2 },
      });
    }
    expect(proofFor("us-ca-ccpa", "erasure", "2026-11-24")).toMatchObject({
      assurance: "reasonable",
      byFacts: { count: 2, declaration: false },
      otherwise: null,
    });
  });
  it("asks two facts or a login elsewhere", () => {
    for (const id of ["eu-gdpr", "uk-gdpr", "us-va", "us-co", "default-row"] as const) {
      expect(proofFor(id, "access", "2026-11-24")).toMatchObject({
        byFacts: { count: 2 },
        byLogin: { freshBeforeDelivery: false },
      });
    }
  });
  it.each(regimeIds)("agrees with the rights about what needs none: %s", (id) => {
    for (const right of rightIds) {
      expect(proofFor(id, right, "2026-11-24").assurance === "none").toBe(rights[right].proof === "none");
    }
  });
});

describe("after the answer", () => {
  it.each<[RegimeId, string, object]>([
    [
      "us-va",
      "2026-11-24",
      { kind: "appeal", window: { days: 60 }, decision: { period: { n: 60 } }, extension: null },
    ],
    [
      "us-co",
      "2026-11-24",
      { kind: "appeal", decision: { period: { n: 45 } }, extension: { period: { n: 60 } } },
    ],
    ["uk-gdpr", "2026-06-18", { kind: "complaint", acknowledge: null }],
    ["uk-gdpr", "2026-06-19", { kind: "complaint", acknowledge: { period: { n: 30, unit: "days" } } }],
    ["eu-gdpr", "2026-11-24", { kind: "complaint", acknowledge: null, window: null }],
    ["us-ca-ccpa", "2026-11-24", { kind: "complaint" }],
    ["default-row", "2026-11-24", { kind: "complaint" }],
  ])("%s on %s", (id, day, route) => {
    expect(routeOn(id, day)).toMatchObject(route);
  });

  it.each<[RegimeId, string, string[]]>([
    ["eu-gdpr", "IE", ["https://www.dataprotection.ie"]],
    ["eu-gdpr", "DE", ["https://www.bfdi.bund.de"]],
    ["eu-gdpr", "RE", ["https://www.edpb.europa.eu"]],
    ["uk-gdpr", "GB", ["https://ico.org.uk/make-a-complaint"]],
    ["us-ca-ccpa", "US-CA", ["https://cppa.ca.gov", "https://oag.ca.gov"]],
    ["us-va", "US-VA", ["https://www.oag.state.va.us"]],
    ["us-co", "US-CO", ["https://coag.gov"]],
  ])("%s, %s: %s", (id, residence, websites) => {
    expect(regulatorsFor(id, residence).map((one) => one.website)).toEqual(websites);
  });
  it("names the authority of every member state", () => {
    for (const residence of regimes["eu-gdpr"].residences.slice(0, 30)) {
      expect(regulatorsFor("eu-gdpr", residence)).not.toBe(regimes["eu-gdpr"].regulators.otherwise);
    }
    expect(regulatorsFor("default-row", "JP")[0]?.website).toBeNull();
  });
});

describe("a request that was only spoken", () => {
  it.each<[RegimeId, "counts" | "house"]>([
    ["eu-gdpr", "counts"],
    ["uk-gdpr", "counts"],
    ["us-ca-ccpa", "house"],
    ["us-va", "house"],
    ["us-co", "house"],
    ["default-row", "house"],
  ])("under %s: %s, with where it stands", (id, rule) => {
    const spoken = spokenUnder(id, "2026-11-24");
    expect(spoken.rule).toBe(rule);
    expect(spoken.citation).not.toBe("");
  });
});
