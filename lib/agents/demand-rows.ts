import type { Acting } from "./kinds.ts";
import type { Cell, Demand, DemandLaw, Ground, RightGroup, Row } from "./demands.ts";

/*
 * What may be asked of whom when an agent asks for somebody. One entry per row of the texts; a row that no entry covers is
 * `otherwise`: the texts are silent, so nothing is asked.
 */

const no: Cell = { says: "no" };
const ask: Cell = { says: "ask" };
const silent: Cell = { says: "silent" };
const oneOf: Cell = { says: "one-of" };
const offer: Cell = { says: "offer", mark: "policy" };
const askIf = (only: Ground): Cell => ({ says: "ask", only });
const marked = (cell: Cell, mark: NonNullable<Cell["mark"]>): Cell => ({ ...cell, mark });

const everything: readonly RightGroup[] = ["verified", "opt-out", "other"];
const proved: readonly RightGroup[] = ["verified", "other"];

const nothing: Record<Demand, Cell> = {
  "authority-proof": no,
  identity: no,
  confirmation: no,
  "power-of-attorney": no,
  notarisation: no,
  fee: no,
  account: no,
};
const quiet: Record<Demand, Cell> = {
  "authority-proof": silent,
  identity: silent,
  confirmation: silent,
  "power-of-attorney": silent,
  notarisation: silent,
  fee: silent,
  account: silent,
};

const california: readonly Row[] = [
  {
    laws: ["us-ca"],
    groups: ["verified"],
    acting: ["permission"],
    citation: "11 CCR 7063(a)",
    mark: "V",
    cells: {
      ...nothing,
      "authority-proof": ask,
      identity: oneOf,
      confirmation: oneOf,
      notarisation: marked(askIf("we-pay"), "M"),
      fee: marked(no, "M"),
    },
  },
  {
    laws: ["us-ca"],
    groups: ["verified"],
    acting: ["power-of-attorney"],
    citation: "11 CCR 7063(b); Cal. Prob. Code 4121-4130",
    mark: "V",
    // The instrument is the proof; what makes it good is the form test, not a demand.
    cells: { ...nothing, "authority-proof": ask },
  },
  {
    laws: ["us-ca"],
    groups: ["opt-out"],
    acting: ["permission"],
    citation: "11 CCR 7026(j), 7027(i), 7060(b)",
    mark: "V",
    cells: { ...nothing, "authority-proof": ask },
  },
  {
    laws: ["us-ca"],
    groups: ["opt-out"],
    acting: ["power-of-attorney"],
    citation: "11 CCR 7026(j), 7060(b); house rule",
    mark: "policy",
    cells: { ...nothing, "authority-proof": ask },
  },
  {
    laws: ["us-ca"],
    groups: ["opt-out"],
    acting: ["signal"],
    citation: "11 CCR 7025, 7026(j)",
    mark: "V",
    cells: nothing,
  },
  {
    // Rights on which the regulations do not name agents, Civ. Code 1798.83 among them: treated like any mandate.
    laws: ["us-ca"],
    groups: ["other"],
    acting: ["permission", "power-of-attorney"],
    citation: "no rule on agents; house rule",
    mark: "policy",
    cells: { ...quiet, "authority-proof": ask, confirmation: askIf("authority-unclear") },
  },
];

/** Laws with agents for opt-outs: identity and authority may be checked with commercially reasonable effort. */
const optOutLaws = {
  "us-co": ["C.R.S. 6-1-1306(1)(a)(II)", "V"],
  "us-ct": ["Conn. Gen. Stat. 42-519", "V"],
  "us-de": ["6 Del. C. 12D-105", "M"],
  "us-md": ["Md. Code, Com. Law 14-4706", "V"],
  "us-mn": ["Minn. Stat. 325M.14", "M"],
  "us-mt": ["Mont. Code 30-14-2809", "V"],
  "us-ne": ["Nebraska Data Privacy Act s. 11(5)", "V"],
  "us-nh": ["RSA 507-H:4, 507-H:5", "V"],
  "us-nj": ["N.J.S.A. 56:8-166.11", "V"],
  "us-or": ["ORS 646A.576", "V"],
  "us-ri": ["R.I. Gen. Laws 6-48.1-5(f)", "V"],
  "us-tx": ["Tex. Bus. & Com. Code 541.055(e)", "V"],
} as const;
export const optOutStates = Object.keys(optOutLaws) as (keyof typeof optOutLaws)[];

/** Laws that know parents and guardians, and no agent. */
export const statesWithoutAgents = ["us-va", "us-ut", "us-ia", "us-in", "us-tn", "us-ky", "us-fl"] as const;

const optOuts: readonly Row[] = Object.entries(optOutLaws).map(([law, [citation, mark]]) => ({
  laws: [law as DemandLaw],
  groups: ["opt-out"],
  acting: ["permission", "signal"] as const,
  citation,
  mark,
  cells: { ...quiet, "authority-proof": ask, identity: ask, confirmation: marked(ask, "policy") },
}));

const voluntary: readonly Row[] = [
  {
    laws: optOutStates,
    groups: proved,
    acting: ["permission"],
    citation: "no right to an agent in this law but for opt-outs",
    mark: "policy",
    cells: { ...quiet, confirmation: offer },
  },
  {
    laws: [...statesWithoutAgents, "us-other"],
    groups: everything,
    acting: ["permission"],
    citation: "no agent clause in this law",
    mark: "M",
    cells: { ...quiet, confirmation: offer },
  },
];

const guardian = (laws: readonly DemandLaw[], citation: string, mark: Row["mark"]): Row[] => [
  {
    laws,
    groups: proved,
    acting: ["guardian"],
    citation,
    mark,
    cells: { ...quiet, "authority-proof": ask, identity: ask },
  },
  {
    // As for the consumer: for an opt-out nobody shows who she is.
    laws,
    groups: ["opt-out"],
    acting: ["guardian"],
    citation,
    mark,
    cells: { ...quiet, "authority-proof": ask, identity: no },
  },
];
const guardians: readonly Row[] = [
  ...guardian(["us-mt", "us-nh", "us-ri"], "the state's own clause on parents and guardians", "V"),
  ...guardian(
    [
      "us-ca",
      ...optOutStates.filter((law) => !["us-mt", "us-nh", "us-ri"].includes(law)),
      ...statesWithoutAgents,
      "us-other",
    ],
    "the state's own clause on parents and guardians",
    "M",
  ),
];

const kingdom = (groups: readonly RightGroup[], identity: Cell): Row => ({
  laws: ["uk"],
  groups,
  acting: ["mandate"],
  citation: "UK GDPR Art. 12, ICO guidance on requests by third parties",
  mark: "M",
  cells: {
    "authority-proof": marked(ask, "V"),
    identity,
    confirmation: askIf("may-not-grasp"),
    "power-of-attorney": no,
    notarisation: silent,
    fee: askIf("unfounded-or-excessive"),
    account: silent,
  },
});
const union = (groups: readonly RightGroup[], identity: Cell): Row => ({
  laws: ["eu"],
  groups,
  acting: ["mandate"],
  citation: "GDPR Art. 12(5), 12(6), EDPB Guidelines 01/2022",
  mark: "M",
  cells: {
    "authority-proof": ask,
    identity,
    confirmation: askIf("authority-unclear"),
    "power-of-attorney": silent,
    notarisation: silent,
    fee: askIf("unfounded-or-excessive"),
    account: no,
  },
});
const europe: readonly Row[] = [
  kingdom(proved, ask),
  // As for any request: whoever only says no to something is not asked who she is.
  kingdom(["opt-out"], no),
  union(proved, askIf("reasonable-doubt")),
  union(["opt-out"], no),
  {
    laws: ["uk"],
    groups: everything,
    acting: ["online-portal"],
    citation: "ICO guidance on requests through online portals",
    mark: "M",
    cells: { ...quiet, "authority-proof": ask, identity: ask, fee: no, account: no },
  },
];

export const rows: readonly Row[] = [...california, ...optOuts, ...voluntary, ...guardians, ...europe];

/** Where no text was read: nothing is asked, and she is offered to go on with it herself. */
export const otherwise: Row = {
  laws: ["elsewhere"],
  groups: everything,
  acting: ["permission", "power-of-attorney", "signal", "guardian", "mandate", "online-portal"] as Acting[],
  citation: "no rule on agents; house rule",
  mark: "policy",
  cells: { ...quiet, confirmation: offer },
};
