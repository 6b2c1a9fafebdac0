import type {
  Clock,
  Grant,
  Ground,
  OptOut,
  ProofStandard,
  Regime,
  RegimeVersion,
  Source,
} from "../regime.ts";
import { californianAuthorities } from "../regulators.ts";
import {
  aboutOutsideEurope,
  clockNeverStops,
  houseRule,
  noProof,
  ownDayForComplaints,
  proofByRight,
  reasonableProof,
} from "./parts.ts";

const code = (section: string, mark: Source["mark"] = "S"): Source => ({
  citation: `Cal. Civ. Code ${section}`,
  mark,
});
const rule = (section: string, mark: Source["mark"] = "V"): Source => ({
  citation: `11 CCR ${section}`,
  mark,
});

/** The regulations leave "business day" open: paid state holidays by default, federal ones beside, both for safety. */
const businessDays = (n: number, source: Source): Clock => ({
  ...source,
  period: { n, unit: "business-days" },
  closed: ["US-CA"],
  rolls: null,
  readings: {
    federal: { citation: "5 U.S.C. 6103", mark: "S", closed: ["US"] },
    conservative: { ...houseRule, closed: ["US-CA", "US"] },
  },
});

const withoutProof = noProof(rule("7060(b), 7026(d), 7027(e)", "S"));

/** Specific pieces: three facts and a declaration, or a login with a fresh sign-in before delivery; else categories. */
const specificPieces: ProofStandard = {
  ...rule("7062(c)", "S"),
  assurance: "high",
  byFacts: { ...rule("7062(c)", "S"), count: 3, declaration: true },
  byLogin: { ...rule("7061"), freshBeforeDelivery: true },
  otherwise: { ...rule("7062(b)", "S"), scope: "categories", assurance: "reasonable", facts: 2 },
};
const accountChanges = (source: Source): ProofStandard => ({
  ...reasonableProof(source),
  byFacts: { ...rule("7062(b)", "S"), count: 2, declaration: false },
  byLogin: { ...rule("7061"), freshBeforeDelivery: true },
});

const optOut = (source: Source, mustSay: OptOut["mustSay"]): OptOut => ({
  ...businessDays(15, source),
  alsoAnswer: false,
  mustSay,
});

const grounds: readonly Ground[] = [
  {
    id: "not-verified",
    rights: ["access", "portability", "rectification", "erasure", "withdraw-consent"],
    ...rule("7024(a)-(b), 7022(b), 7060", "S"),
  },
  { id: "not-authorised", rights: "all", ...rule("7026(j), 7027(i), 7063", "V") },
  { id: "not-identifiable", rights: "all", ...code("1798.145(j)", "M") },
  { id: "unfounded", rights: "all", ...code("1798.145(h)(3)", "M") },
  { id: "excessive", rights: "all", ...code("1798.145(h)(3)", "M") },
  { id: "too-many", rights: ["access", "portability"], ...code("1798.130(b)") },
  { id: "denied-recently", rights: ["rectification"], ...rule("7023", "S") },
  { id: "suspected-fraud", rights: ["opt-out-sale"], ...rule("7026", "V") },
  { id: "suspected-fraud", rights: ["limit-sensitive"], ...rule("7027", "V") },
  { id: "others-rights", rights: ["access", "portability"], ...code("1798.145(k)", "M") },
  { id: "never-handed-over", rights: ["access", "portability"], ...rule("7024(d)", "S") },
  { id: "legal-advice", rights: ["access", "portability"], ...code("1798.145(b)", "M") },
  { id: "exempt-data", rights: "all", ...code("1798.145, 1798.146") },
  { id: "national-law", rights: "all", ...rule("7022(f), 7024(e)", "M") },
  {
    id: "disproportionate-effort",
    rights: ["access", "portability", "rectification", "erasure"],
    ...rule("7001, 7022, 7023, 7024", "S"),
  },
  { id: "accurate", rights: ["rectification"], ...rule("7023(b)", "S") },
  {
    id: "retention-ended",
    rights: ["access", "portability", "rectification", "erasure"],
    ...code("1798.100(a)(3)", "M"),
  },
  { id: "erasure-exception", rights: ["erasure"], ...code("1798.105(d)") },
  { id: "legal-duty", rights: ["erasure"], ...code("1798.105(d)") },
  { id: "free-expression", rights: ["erasure"], ...code("1798.105(d)") },
  { id: "not-collected-from-you", rights: ["erasure"], ...code("1798.105(a)") },
];

const consumerRights = {
  access: code("1798.100, 1798.110"),
  portability: code("1798.130(a)(3)(B)(iii)", "M"),
  erasure: code("1798.105"),
  restriction: null,
  objection: null,
  "opt-out-sale": code("1798.120"),
  // Advertising of our own is no right of this law; of automated decisions one may opt out from 2027 on (11 CCR 7221).
  "opt-out-marketing": null,
  "opt-out-profiling": null,
  "withdraw-consent": code("1798.135(b)", "M"),
  "legal-basis": null,
  "balancing-test": null,
  "shine-the-light": null,
} satisfies Partial<Record<string, Grant | null>>;

/** The Act as it began; section numbers are those of today. */
const firstText: RegimeVersion = {
  from: "2020-01-01",
  ...code("1798.198"),
  contexts: ["individual"],
  rights: { ...consumerRights, rectification: null, "limit-sensitive": null },
  acknowledgement: {
    ...businessDays(10, rule("7021(a)")),
    rights: ["access", "portability", "erasure", "rectification"],
    mustSay: ["how-the-request-is-handled", "how-identity-is-checked", "when-to-expect-an-answer"],
  },
  response: {
    citation: "11 CCR 7021(b); Cal. Civ. Code 1798.130(a)(2)(A)",
    mark: "V",
    period: { n: 45, unit: "days" },
    rolls: null,
    readings: { "day-one": { ...rule("7021(b)"), firstDayCounts: true } },
  },
  extension: { ...rule("7021(b)"), period: { n: 45, unit: "days" }, mustSay: ["extension", "reasons"] },
  optOut: { "opt-out-sale": optOut(rule("7026(f)", "S"), []) },
  questions: clockNeverStops(rule("7021(b)"), rule("7021(b)")),
  proof: proofByRight(accountChanges(rule("7062(d)", "S")), withoutProof, {
    access: specificPieces,
    portability: specificPieces,
    rectification: accountChanges(rule("7062(e), 7023", "S")),
  }),
  children: { ...rule("7070(c)", "S"), ask: "parent" },
  refusal: {
    ...rule("7022(f), 7023(f), 7024(e)"),
    mustSay: ["reasons", "rest-was-done", "opt-out-offer", "complaint-to-regulator"],
    grounds,
  },
  route: {
    kind: "complaint",
    window: null,
    acknowledge: null,
    decide: ownDayForComplaints,
    outcome: houseRule,
  },
  about: { ...code("1798.110, 1798.115, 1798.130(a)(4)"), elements: aboutOutsideEurope },
  free: { ...code("1798.130(b)"), perYear: 2, rights: ["access", "portability"] },
  spoken: { ...rule("7020", "M"), rule: "house" },
  records: { ...rule("7101", "S"), months: 24 },
};

/** With the Privacy Rights Act: correction, limits on sensitive data, employees and business contacts too. */
const rightsAct: RegimeVersion = {
  ...firstText,
  from: "2023-01-01",
  citation: "Proposition 24 (2020) s. 31",
  mark: "M",
  contexts: ["individual", "employment", "business"],
  rights: { ...consumerRights, rectification: code("1798.106"), "limit-sensitive": code("1798.121") },
  optOut: {
    "opt-out-sale": optOut(rule("7026(f)", "S"), []),
    "limit-sensitive": optOut(rule("7027(g)", "S"), []),
  },
};

/** Since the regulations of 2026 the person is also shown that the opt-out was carried out. */
const regulations2026: RegimeVersion = {
  ...rightsAct,
  from: "2026-01-01",
  ...rule("7000 ff., as amended 2026-01-01", "S"),
  optOut: {
    "opt-out-sale": optOut(rule("7026(f)", "S"), ["opt-out-done"]),
    "limit-sensitive": optOut(rule("7027(g)", "S"), ["opt-out-done"]),
  },
};

export const usCaCcpa: Regime = {
  id: "us-ca-ccpa",
  name: "CCPA (California)",
  title: "California Consumer Privacy Act as amended, and its regulations, 11 CCR 7000 ff.",
  residences: ["US-CA"],
  provisional: false,
  versions: [firstText, rightsAct, regulations2026],
  regulators: { byResidence: {}, otherwise: californianAuthorities },
};
