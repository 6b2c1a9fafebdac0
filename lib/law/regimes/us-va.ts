import type { Regime, Source } from "../regime.ts";
import { attorneysGeneral } from "../regulators.ts";
import { stateLaw } from "./us-state.ts";

const va = (section: string, mark: Source["mark"] = "V"): Source => ({
  citation: `Va. Code ${section}`,
  mark,
});

export const usVa: Regime = {
  id: "us-va",
  name: "VCDPA (Virginia)",
  title: "Virginia Consumer Data Protection Act, Va. Code 59.1-575 to 59.1-585",
  residences: ["US-VA"],
  provisional: false,
  versions: [
    stateLaw({
      ...va("59.1-575 to 59.1-585"),
      from: "2023-01-01",
      rights: {
        access: va("59.1-577(A)(1)"),
        portability: va("59.1-577(A)(4)"),
        rectification: va("59.1-577(A)(2)"),
        erasure: va("59.1-577(A)(3)"),
        "opt-out-sale": va("59.1-577(A)(5)"),
        "opt-out-profiling": va("59.1-577(A)(5)(iii)"),
        "withdraw-consent": va("59.1-578(A)(5)", "M"),
      },
      response: va("59.1-577(B)(1)"),
      extension: va("59.1-577(B)(1)"),
      authentication: va("59.1-577(B)(4)"),
      children: va("59.1-577(A)", "S"),
      refusal: va("59.1-577(B)(2)"),
      excessive: va("59.1-577(B)(3)"),
      tradeSecret: va("59.1-577(A)(4)", "M"),
      exemptions: va("59.1-576, 59.1-581, 59.1-582", "S"),
      // No shorter period: an opt-out is answered like everything else, within 45 days and without delay.
      optOut: {},
      optOutProof: {
        citation: "house rule; Va. Code 59.1-577(A)",
        mark: "policy",
      },
      appeal: {
        ...va("59.1-577(C)"),
        decisionDays: 60,
        extension: null,
        refusalMustSay: { ...va("59.1-577(C)"), statements: ["reasons", "complaint-to-regulator"] },
      },
      free: { ...va("59.1-577(B)(3)"), perYear: 2, rights: "all" },
      records: { citation: "house rule", mark: "policy", months: 24 },
    }),
  ],
  regulators: { byResidence: {}, otherwise: attorneysGeneral.virginia },
};
