import type { OptOut, Regime, Source } from "../regime.ts";
import { attorneysGeneral } from "../regulators.ts";
import { stateLaw } from "./us-state.ts";

const co = (section: string, mark: Source["mark"] = "V"): Source => ({ citation: `C.R.S. ${section}`, mark });
const rule = (section: string, mark: Source["mark"] = "V"): Source => ({
  citation: `4 CCR 904-3, Rule ${section}`,
  mark,
});

/** "As soon as feasibly possible" sets no number; the house takes California's, counted on federal working days. */
const stopSoon: OptOut = {
  citation: "4 CCR 904-3, Rule 4.03(A)(1); house rule",
  mark: "policy",
  period: { n: 15, unit: "business-days" },
  closed: ["US"],
  rolls: null,
  alsoAnswer: true,
  mustSay: [],
};

export const usCo: Regime = {
  id: "us-co",
  name: "CPA (Colorado)",
  title: "Colorado Privacy Act, C.R.S. 6-1-1301 ff., and Rules, 4 CCR 904-3",
  residences: ["US-CO"],
  provisional: false,
  versions: [
    stateLaw({
      ...co("6-1-1301 to 6-1-1314"),
      from: "2023-07-01",
      rights: {
        access: co("6-1-1306(1)(b)", "S"),
        portability: co("6-1-1306(1)(e)", "S"),
        rectification: co("6-1-1306(1)(c)", "S"),
        erasure: co("6-1-1306(1)(d)", "S"),
        "opt-out-sale": co("6-1-1306(1)(a)", "S"),
        "opt-out-profiling": co("6-1-1306(1)(a)(I)(C)", "S"),
        "withdraw-consent": rule("7.07", "M"),
      },
      response: co("6-1-1306(2)(a)"),
      extension: co("6-1-1306(2)(a)"),
      authentication: co("6-1-1306(2)(d)", "S"),
      children: co("6-1-1306(1)", "M"),
      refusal: co("6-1-1306(2)(b)"),
      excessive: co("6-1-1306(2)", "M"),
      tradeSecret: co("6-1-1306(1)(e)", "M"),
      exemptions: co("6-1-1304, 6-1-1307", "S"),
      optOut: {
        "opt-out-sale": stopSoon,
        "opt-out-profiling": stopSoon,
      },
      optOutProof: {
        citation: "house rule; 4 CCR 904-3, Rule 4.08",
        mark: "policy",
      },
      appeal: {
        ...co("6-1-1306(3)"),
        decisionDays: 45,
        extension: {
          ...co("6-1-1306(3)(b)", "S"),
          period: { n: 60, unit: "days" },
          mustSay: ["extension", "reasons"],
        },
        refusalMustSay: { ...co("6-1-1306(3)(c)", "S"), statements: ["reasons", "complaint-to-regulator"] },
      },
      free: { ...co("6-1-1306(2)(c)"), perYear: 1, rights: "all" },
      records: { ...rule("6.11", "M"), months: 24 },
    }),
  ],
  regulators: { byResidence: {}, otherwise: attorneysGeneral.colorado },
};
