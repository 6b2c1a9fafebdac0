import type { Clock, Regime, Source } from "../regime.ts";
import { attorneysGeneral } from "../regulators.ts";
import {
  clockNeverStops,
  houseRule,
  noProof,
  noRights,
  ownDayForComplaints,
  proofByRight,
  reasonableProof,
} from "./parts.ts";

const code = (section: string, mark: Source["mark"] = "M"): Source => ({
  citation: `Cal. Civ. Code ${section}`,
  mark,
});

const days = (n: number): Clock => ({
  ...code("1798.83(b)(1)(C)", "V"),
  period: { n, unit: "days" },
  rolls: null,
});

/** Of a notice that lacks something the law says nothing; the house counts from its receipt all the same. */
const silent: Source = { citation: "Cal. Civ. Code 1798.83 is silent; house rule", mark: "policy" };

/** "Shine the Light": to whom a business disclosed data for their own direct marketing. A law about this right alone. */
export const usCaShine: Regime = {
  id: "us-ca-shine",
  name: "Shine the Light",
  title: "California “Shine the Light” law, Cal. Civ. Code 1798.83 and 1798.84",
  residences: ["US-CA"],
  provisional: false,
  only: ["shine-the-light"],
  versions: [
    {
      from: "2005-01-01",
      ...code("1798.83"),
      // Personal, family or household purposes.
      contexts: ["individual"],
      rights: { ...noRights, "shine-the-light": code("1798.83(a)") },
      acknowledgement: null,
      response: days(30),
      elsewhere: days(150),
      extension: null,
      optOut: {},
      questions: clockNeverStops(silent, silent),
      proof: proofByRight(reasonableProof(houseRule), noProof(houseRule)),
      children: { ...silent, ask: "parent" },
      refusal: {
        ...houseRule,
        mustSay: ["reasons", "complaint-to-regulator"],
        grounds: [
          { id: "too-many", rights: "all", ...code("1798.83(c)(1)") },
          { id: "notice-incomplete", rights: "all", ...houseRule },
          { id: "choice-offered", rights: "all", ...code("1798.83(c)(2)") },
          { id: "exempt-data", rights: "all", ...code("1798.83(c)(1), (h)") },
          { id: "not-owed", rights: "all", ...code("1798.83(e)") },
        ],
      },
      route: {
        kind: "complaint",
        window: null,
        acknowledge: null,
        decide: ownDayForComplaints,
        outcome: houseRule,
      },
      about: { ...code("1798.83(a)"), elements: [] },
      free: { ...code("1798.83(c)(1)"), perYear: 1, per: "calendar-year", rights: ["shine-the-light"] },
      spoken: { ...houseRule, rule: "house" },
      records: { ...houseRule, months: 24 },
    },
  ],
  regulators: { byResidence: {}, otherwise: attorneysGeneral.california },
};
