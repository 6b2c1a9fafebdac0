import type { RightId } from "#lib/rights/ids.ts";
import type { Ground, OptOut, RegimeVersion, Route, Source } from "../regime.ts";
import {
  aboutOutsideEurope,
  clockNeverStops,
  houseRule,
  noProof,
  proofByRight,
  reasonableProof,
} from "./parts.ts";

/** What differs between the state laws built on one pattern: 45 days, 45 more, an appeal, an attorney general. */
type StateLaw = Source & {
  from: string;
  /** Where each thing stands. */
  rights: Record<
    | "access"
    | "portability"
    | "rectification"
    | "erasure"
    | "opt-out-sale"
    | "opt-out-profiling"
    | "withdraw-consent",
    Source
  >;
  response: Source;
  extension: Source;
  /** Authenticate by reasonable means; not obliged to act otherwise. */
  authentication: Source;
  /** A known child's parent or guardian asks for her. */
  children: Source;
  refusal: Source;
  excessive: Source;
  tradeSecret: Source;
  exemptions: Source;
  optOut: Partial<Record<RightId, OptOut>>;
  optOutProof: Source;
  appeal: Omit<Extract<Route, { kind: "appeal" }>, "kind" | "window" | "decision"> & {
    decisionDays: number;
  } & Source;
  free: RegimeVersion["free"];
  records: RegimeVersion["records"];
};

const days = (n: number, source: Source) =>
  ({ ...source, period: { n, unit: "days" }, rolls: null }) as const;

/** One version of such a law. Whole days from receipt, no weekend or holiday moves them, no question stops them. */
export function stateLaw(law: StateLaw): RegimeVersion {
  const grounds: readonly Ground[] = [
    { id: "not-verified", rights: "all", ...law.authentication },
    { id: "not-authorised", rights: "all", ...law.authentication },
    { id: "not-identifiable", rights: "all", ...law.exemptions },
    { id: "unfounded", rights: "all", ...law.excessive },
    { id: "excessive", rights: "all", ...law.excessive },
    ...(law.free
      ? [
          {
            id: "too-many",
            rights: law.free.rights,
            citation: law.free.citation,
            mark: law.free.mark,
          } as const,
        ]
      : []),
    { id: "trade-secret", rights: ["access", "portability"], ...law.tradeSecret },
    { id: "others-rights", rights: ["access", "portability"], ...law.exemptions },
    { id: "legal-advice", rights: ["access", "portability"], ...law.exemptions },
    { id: "legal-claims", rights: "all", ...law.exemptions },
    { id: "legal-duty", rights: ["erasure"], ...law.exemptions },
    { id: "exempt-data", rights: "all", ...law.exemptions },
    { id: "never-handed-over", rights: ["access", "portability"], ...houseRule },
    { id: "retention-ended", rights: ["access", "portability", "rectification", "erasure"], ...houseRule },
    { id: "accurate", rights: ["rectification"], ...law.rights.rectification },
  ];
  return {
    citation: law.citation,
    mark: law.mark,
    from: law.from,
    contexts: ["individual"],
    rights: {
      ...law.rights,
      restriction: null,
      objection: null,
      "limit-sensitive": null,
      "opt-out-marketing": null,
      "legal-basis": null,
      "balancing-test": null,
      "shine-the-light": null,
    },
    acknowledgement: null,
    response: days(45, law.response),
    extension: { ...law.extension, period: { n: 45, unit: "days" }, mustSay: ["extension", "reasons"] },
    optOut: law.optOut,
    questions: clockNeverStops(law.authentication, law.response),
    proof: proofByRight(reasonableProof(law.authentication), noProof(law.optOutProof)),
    children: { ...law.children, ask: "parent" },
    refusal: { ...law.refusal, mustSay: ["reasons", "how-to-appeal"], grounds },
    route: {
      kind: "appeal",
      window: { ...houseRule, days: 60 },
      decision: days(law.appeal.decisionDays, law.appeal),
      extension: law.appeal.extension,
      refusalMustSay: law.appeal.refusalMustSay,
    },
    about: { ...houseRule, elements: aboutOutsideEurope },
    free: law.free,
    spoken: { ...houseRule, rule: "house" },
    records: law.records,
  };
}
