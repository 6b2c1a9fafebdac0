import type { Regime } from "../regime.ts";
import { localAuthority } from "../regulators.ts";
import {
  aboutOutsideEurope,
  clockNeverStops,
  houseRule,
  noProof,
  ownDayForComplaints,
  proofByRight,
  reasonableProof,
} from "./parts.ts";

/** The organisation's own promise to everybody whose law is not built, or whose law does not give the right asked for. */
export const defaultRow: Regime = {
  id: "default-row",
  name: "Own promise",
  title: "The organisation's own promise: every request gets an answer",
  residences: [],
  provisional: true,
  versions: [
    {
      from: null,
      ...houseRule,
      contexts: ["individual", "employment", "business"],
      rights: {
        access: houseRule,
        portability: null,
        rectification: houseRule,
        erasure: houseRule,
        restriction: null,
        objection: null,
        "opt-out-sale": null,
        "limit-sensitive": null,
        "withdraw-consent": houseRule,
        "legal-basis": houseRule,
        "balancing-test": houseRule,
      },
      acknowledgement: null,
      response: { ...houseRule, period: { n: 30, unit: "days" }, rolls: null },
      extension: { ...houseRule, period: { n: 30, unit: "days" }, mustSay: ["extension", "reasons"] },
      optOut: {},
      questions: clockNeverStops(houseRule, houseRule),
      proof: proofByRight(reasonableProof(houseRule), noProof(houseRule)),
      refusal: {
        ...houseRule,
        mustSay: ["reasons", "complaint-to-us"],
        grounds: [
          { id: "not-verified", rights: "all", ...houseRule },
          { id: "not-identifiable", rights: "all", ...houseRule },
          { id: "unfounded", rights: "all", ...houseRule },
          { id: "excessive", rights: "all", ...houseRule },
          { id: "others-rights", rights: ["access", "portability"], ...houseRule },
          { id: "legal-advice", rights: ["access", "portability"], ...houseRule },
          { id: "accurate", rights: ["rectification"], ...houseRule },
          { id: "legal-duty", rights: ["erasure"], ...houseRule },
          { id: "legal-claims", rights: ["erasure"], ...houseRule },
          { id: "national-law", rights: "all", ...houseRule },
          { id: "not-owed", rights: "all", ...houseRule },
        ],
      },
      route: {
        kind: "complaint",
        window: null,
        acknowledge: null,
        decide: ownDayForComplaints,
        outcome: houseRule,
      },
      about: { ...houseRule, elements: aboutOutsideEurope },
      free: null,
      records: { ...houseRule, months: 24 },
    },
  ],
  regulators: { byResidence: {}, otherwise: localAuthority },
};
