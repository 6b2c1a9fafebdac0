import type { Clock, Extension, Ground, QuestionRule, Regime, RegimeVersion, Source } from "../regime.ts";
import { informationCommissioner } from "../regulators.ts";
import { grounds as europeanGrounds, owed } from "./eu-gdpr.ts";
import { houseRule, noProof, ownDayForComplaints, proofByRight, reasonableProof, unmoved } from "./parts.ts";

const text = (article: string, mark: Source["mark"] = "S"): Source => ({
  citation: `UK GDPR ${article}`,
  mark,
});
const act = (provision: string, mark: Source["mark"] = "S"): Source => ({
  citation: `DPA 2018 ${provision}`,
  mark,
});

/** Bank holidays of the part of the UK where the controller is established, read alike for both texts. */
const rolls = (source: Source) => ({ ...source, closed: "establishment" }) as const;

const month = (source: Source): Clock => ({
  ...source,
  period: { n: 1, unit: "months" },
  rolls: rolls({ citation: "ICO, right of access (2025-12-08)", mark: "V" }),
});

const inTheUk = <T extends Source>(source: T): T => ({ ...source, citation: `UK ${source.citation}` });

/** The Regulation's own grounds stand in the UK text under the same articles; Schedule 2 of the Act adds its own. */
const grounds: readonly Ground[] = [
  ...europeanGrounds.filter((ground) => ground.id !== "national-law").map((ground) => inTheUk(ground)),
  { id: "others-rights", rights: ["access"], ...act("Sch. 2 para. 16") },
  { id: "legal-advice", rights: ["access"], ...act("Sch. 2 para. 19") },
  { id: "negotiations", rights: ["access"], ...act("Sch. 2 para. 23") },
  { id: "confidential-reference", rights: ["access"], ...act("Sch. 2 para. 24") },
  { id: "crime-or-tax", rights: "all", ...act("Sch. 2 para. 2") },
  { id: "exempt-data", rights: "all", ...act("Sch. 2-4") },
];

/** Art. 12A(2): the period runs from the latest of request, needed proof of identity and fee. */
const restart = (source: Source, onlyIfPrompt: boolean): QuestionRule => ({
  ...source,
  rights: "all",
  effect: "restart",
  onlyIfPrompt,
});

const twoMonthsMore: Extension = {
  ...text("Art. 12(3)", "V"),
  period: { n: 2, unit: "months" },
  mustSay: ["extension", "reasons"],
};

const beforeTheAct: RegimeVersion = {
  from: "2018-05-25",
  ...text("Art. 12(3), as it stood; SI 2026/82 reg. 4", "V"),
  contexts: ["individual", "employment", "business"],
  rights: {
    access: text("Art. 15"),
    portability: text("Art. 20"),
    rectification: text("Art. 16"),
    erasure: text("Art. 17"),
    restriction: text("Art. 18"),
    objection: text("Art. 21"),
    "opt-out-sale": { ...text("Art. 21(2)-(3)"), as: "objection" },
    "opt-out-marketing": { ...text("Art. 21(2)-(3)"), as: "objection" },
    "opt-out-profiling": { ...text("Art. 21, 22A-22D"), as: "objection" },
    "limit-sensitive": null,
    "withdraw-consent": text("Art. 7(3)"),
    "legal-basis": text("Art. 12(1), 13(1)(c), 13(2)(e), 14(1)(c)", "M"),
    "balancing-test": text("Art. 5(2), 6(1)(f), 13(1)(d), 14(2)(b)", "M"),
    "shine-the-light": null,
  },
  acknowledgement: null,
  response: month(text("Art. 12(3)", "V")),
  extension: twoMonthsMore,
  optOut: {},
  questions: {
    identity: [unmoved({ citation: "SI 2026/82 reg. 4", mark: "V" })],
    clarification: [unmoved({ citation: "SI 2026/82 reg. 4", mark: "V" })],
    fee: [unmoved({ citation: "SI 2026/82 reg. 4", mark: "V" })],
  },
  proof: proofByRight(reasonableProof(text("Art. 12(6)")), noProof(houseRule)),
  owed: {
    erasure: owed.erasure.map((one) => inTheUk(one)),
    restriction: owed.restriction.map((one) => inTheUk(one)),
  },
  // In Scotland a child of twelve is presumed to understand (DPA 2018 s.208).
  children: { citation: "UK GDPR Art. 12(1); DPA 2018 s.208", mark: "S", ask: "judged" },
  refusal: {
    ...text("Art. 12(4)", "V"),
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
    ...text("Art. 15(1)-(3)"),
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
  spoken: { citation: "UK GDPR Art. 12, 15; ICO guidance on the right of access", mark: "M", rule: "counts" },
  records: { citation: "UK GDPR Art. 5(2); house rule", mark: "policy", months: 36 },
};

/** Requests received since the Data (Use and Access) Act 2025 s. 76 began. */
const withArticle12A: RegimeVersion = {
  ...beforeTheAct,
  from: "2026-02-05",
  citation: "DUAA 2025 s. 76; SI 2026/82 reg. 2(h)",
  mark: "V",
  response: month(text("Art. 12A(1)", "V")),
  extension: { ...twoMonthsMore, ...text("Art. 12A(3)-(4)", "V") },
  questions: {
    identity: [restart(text("Art. 12(6)(b), 12A(2)(b)", "V"), true)],
    clarification: [
      {
        ...text("Art. 12A(5)-(6)", "V"),
        rights: ["access"],
        effect: "shift",
        onlyIfPrompt: false,
        countsFrom: "asking-day",
        readings: { conservative: { ...houseRule, countsFrom: "day-after" } },
      },
      unmoved(text("Art. 12A(5)", "V")),
    ],
    fee: [restart(text("Art. 12A(2)", "V"), false)],
  },
};

/** Complaints received since s. 103 of the 2025 Act began; Art. 77 fell away with it. */
const withComplaints: RegimeVersion = {
  ...withArticle12A,
  from: "2026-06-19",
  citation: "DUAA 2025 s. 103; SI 2026/82 regs. 3, 7",
  mark: "V",
  refusal: {
    ...withArticle12A.refusal,
    mustSay: ["reasons", "complaint-to-us", "complaint-to-regulator", "court"],
  },
  route: {
    kind: "complaint",
    window: null,
    acknowledge: {
      ...act("s. 164A(3)", "V"),
      period: { n: 30, unit: "days" },
      rolls: rolls({ citation: "DPA 2018 s. 205(2); Reg. 1182/71 Art. 3", mark: "V" }),
      readings: { conservative: { ...act("s. 164A(3)", "V"), firstDayCounts: true } },
    },
    decide: ownDayForComplaints,
    outcome: act("s. 164A(4)", "V"),
  },
};

export const ukGdpr: Regime = {
  id: "uk-gdpr",
  name: "UK GDPR",
  title: "UK GDPR and Data Protection Act 2018, as amended by the Data (Use and Access) Act 2025",
  residences: ["GB"],
  provisional: false,
  versions: [beforeTheAct, withArticle12A, withComplaints],
  regulators: { byResidence: {}, otherwise: informationCommissioner },
};
