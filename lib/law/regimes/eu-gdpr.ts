import type { Clock, Ground, Regime, RegimeVersion, Source } from "../regime.ts";
import { anyEuropeanAuthority, europeanAuthorities } from "../regulators.ts";
import { houseRule, noProof, ownDayForComplaints, proofByRight, reasonableProof, unmoved } from "./parts.ts";

const gdpr = (article: string, mark: Source["mark"] = "S"): Source => ({ citation: `GDPR ${article}`, mark });
const edpb = (paragraphs: string): Source => ({
  citation: `EDPB Guidelines 01/2022 ${paragraphs}`,
  mark: "S",
});

const response: Clock = {
  ...gdpr("Art. 12(3)", "V"),
  period: { n: 1, unit: "months" },
  rolls: { citation: "Reg. (EEC, Euratom) 1182/71 Art. 3(4)", mark: "V", closed: "establishment" },
};

/** Waiting for a needed answer may stop the clock; the text of Art. 12(3) does not say so, hence the strict reading. */
const suspension = {
  ...edpb("para. 159"),
  effect: "shift",
  onlyIfPrompt: true,
  countsFrom: "day-after",
  readings: { strict: { ...gdpr("Art. 12(3)", "V"), effect: "none" } },
} as const;

export const grounds: readonly Ground[] = [
  { id: "not-verified", rights: "all", ...gdpr("Art. 12(6)") },
  { id: "not-authorised", rights: "all", ...gdpr("Art. 12(2), 15; national law of representation", "M") },
  { id: "not-identifiable", rights: "all", ...gdpr("Art. 11(2), 12(2)") },
  { id: "unfounded", rights: "all", ...gdpr("Art. 12(5)") },
  { id: "excessive", rights: "all", ...gdpr("Art. 12(5)") },
  { id: "others-rights", rights: ["access"], ...gdpr("Art. 15(4)") },
  { id: "others-rights", rights: ["portability"], ...gdpr("Art. 20(4)") },
  { id: "trade-secret", rights: ["access"], ...gdpr("Art. 15(4), recital 63") },
  { id: "trade-secret", rights: ["portability"], ...gdpr("Art. 20(4)") },
  { id: "national-law", rights: "all", ...gdpr("Art. 23") },
  { id: "not-portable", rights: ["portability"], ...gdpr("Art. 20(1)") },
  { id: "accurate", rights: ["rectification"], ...gdpr("Art. 16") },
  {
    id: "retention-ended",
    rights: ["access", "portability", "rectification", "erasure"],
    ...gdpr("Art. 5(1)(e)"),
  },
  { id: "no-erasure-ground", rights: ["erasure"], ...gdpr("Art. 17(1)") },
  { id: "free-expression", rights: ["erasure"], ...gdpr("Art. 17(3)(a)") },
  { id: "legal-duty", rights: ["erasure"], ...gdpr("Art. 17(3)(b)") },
  { id: "public-health", rights: ["erasure"], ...gdpr("Art. 17(3)(c)") },
  { id: "public-archive", rights: ["erasure"], ...gdpr("Art. 17(3)(d)") },
  { id: "legal-claims", rights: ["erasure"], ...gdpr("Art. 17(3)(e)") },
  { id: "no-restriction-ground", rights: ["restriction"], ...gdpr("Art. 18(1)") },
  { id: "compelling-grounds", rights: ["objection"], ...gdpr("Art. 21(1)") },
  { id: "legal-claims", rights: ["objection"], ...gdpr("Art. 21(1)") },
];

export const owed = {
  erasure: [
    { id: "no-longer-needed", ...gdpr("Art. 17(1)(a)") },
    { id: "consent-withdrawn", ...gdpr("Art. 17(1)(b)") },
    { id: "objected", ...gdpr("Art. 17(1)(c), 21(1)") },
    { id: "marketing-objected", ...gdpr("Art. 17(1)(c), 21(2)") },
    { id: "unlawful", ...gdpr("Art. 17(1)(d)") },
    { id: "duty-to-erase", ...gdpr("Art. 17(1)(e)") },
  ],
  restriction: [
    { id: "accuracy-disputed", ...gdpr("Art. 18(1)(a)") },
    { id: "unlawful-kept", ...gdpr("Art. 18(1)(b)") },
    { id: "needed-for-claims", ...gdpr("Art. 18(1)(c)") },
    { id: "objection-pending", ...gdpr("Art. 18(1)(d), 21(1)") },
    { id: "marketing-objected", ...gdpr("Art. 21(2)-(3)") },
  ],
} as const satisfies RegimeVersion["owed"];

export const euGdpr: Regime = {
  id: "eu-gdpr",
  name: "EU GDPR",
  title: "General Data Protection Regulation, Regulation (EU) 2016/679",
  // The EEA. The last line: parts of France and Finland with codes of their own (TFEU Art. 355).
  residences: (
    "AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IS IT LI LT LU LV MT NL NO PL PT RO SE SI SK " +
    "GF GP MF MQ RE YT AX"
  ).split(" "),
  provisional: false,
  versions: [
    {
      from: "2018-05-25",
      ...gdpr("Art. 99(2)"),
      contexts: ["individual", "employment", "business"],
      rights: {
        access: gdpr("Art. 15"),
        portability: gdpr("Art. 20"),
        rectification: gdpr("Art. 16"),
        erasure: gdpr("Art. 17"),
        restriction: gdpr("Art. 18"),
        objection: gdpr("Art. 21"),
        // No right of this name, but who says "do not sell or share" objects to marketing use, which always stops.
        "opt-out-sale": { ...gdpr("Art. 21(2)-(3)"), as: "objection" },
        "opt-out-marketing": { ...gdpr("Art. 21(2)-(3)"), as: "objection" },
        "opt-out-profiling": { ...gdpr("Art. 21, 22"), as: "objection" },
        "limit-sensitive": null,
        "withdraw-consent": gdpr("Art. 7(3)"),
        // No request of their own in the Regulation: what transparency owes is told again to whoever asks.
        "legal-basis": gdpr("Art. 12(1), 13(1)(c), 13(2)(e), 14(1)(c)", "M"),
        "balancing-test": gdpr("Art. 5(2), 6(1)(f), 13(1)(d), 14(2)(b)", "M"),
        "shine-the-light": null,
      },
      acknowledgement: null,
      response,
      extension: {
        ...gdpr("Art. 12(3)", "V"),
        period: { n: 2, unit: "months" },
        mustSay: ["extension", "reasons"],
      },
      optOut: {},
      questions: {
        identity: [{ ...suspension, rights: "all" }],
        clarification: [
          {
            ...suspension,
            citation: "EDPB Guidelines 01/2022 para. 159, GDPR recital 63",
            rights: ["access"],
          },
          unmoved(gdpr("Art. 12(3)", "V")),
        ],
        fee: [unmoved(gdpr("Art. 12(5)"))],
      },
      proof: proofByRight(reasonableProof(gdpr("Art. 12(6)")), noProof(houseRule)),
      owed,
      children: { ...gdpr("Art. 12(1), recitals 38, 58", "M"), ask: "judged" },
      refusal: {
        ...gdpr("Art. 12(4)", "V"),
        mustSay: ["reasons", "complaint-to-regulator", "court"],
        grounds,
      },
      route: {
        kind: "complaint",
        window: null,
        acknowledge: null,
        decide: ownDayForComplaints,
        outcome: houseRule,
      },
      about: {
        ...gdpr("Art. 15(1)-(3)"),
        elements: [
          "purposes",
          "categories",
          "recipients",
          "retention",
          "rights",
          "complaint",
          "source",
          "automated",
          "safeguards",
          "copy",
        ],
      },
      free: null,
      spoken: { citation: "GDPR Art. 12(1), 15; EDPB Guidelines 01/2022", mark: "M", rule: "counts" },
      records: { citation: "GDPR Art. 5(2); house rule", mark: "policy", months: 36 },
    },
  ],
  regulators: { byResidence: europeanAuthorities, otherwise: anyEuropeanAuthority },
};
