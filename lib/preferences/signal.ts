import type { Source } from "#lib/law/regime.ts";

/**
 * Whether a request's `Sec-GPC` header is the opt-out signal: exactly `1`, in one of its lines where there are several
 * (Node joins those with commas). Anything else is as if it were not there.
 */
export function isOptOut(header: string | null): boolean {
  return header !== null && header.split(",").some((one) => one.replace(/^[ \t]+|[ \t]+$/g, "") === "1");
}

/** The right that the signal uses: no selling, no sharing, no advertising that follows from site to site. */
export const signalledRight = "opt-out-sale";

/** As long as a browser is known again by its cookie, in days: browsers keep none for longer. */
export const browserDays = 400;

/** A state whose law makes a company act on such a signal, from that day on. */
export type SignalState = Source & { residence: string; from: string; note: string | null };

/**
 * The states that order it, by the ids of their laws. Not among them: Virginia, Utah, Iowa, Indiana, Tennessee, Kentucky,
 * Rhode Island, Florida. Free guides disagree about the days: each carries how well it was checked.
 */
export const signalStates = {
  "us-ca-ccpa": {
    residence: "US-CA",
    from: "2023-01-01",
    citation: "Cal. Civ. Code 1798.135; 11 CCR 7025",
    mark: "M",
    note: "since the regulations of 2020 by rule; the Attorney General names this signal",
  },
  "us-co": {
    residence: "US-CO",
    from: "2024-07-01",
    citation: "C.R.S. 6-1-1306(1)(a)(IV); 4 CCR 904-3, Rule 5.02",
    mark: "M",
    note: "the state's list of signals names this one only",
  },
  "us-ct": {
    residence: "US-CT",
    from: "2025-01-01",
    citation: "Conn. Gen. Stat. 42-520(c)(1)(A)(ii)",
    mark: "M",
    note: "named by the Attorney General",
  },
  "us-tx": {
    residence: "US-TX",
    from: "2025-01-01",
    citation: "Tex. Bus. & Com. Code 541.055(e)",
    mark: "M",
    note: "an agent by technology, with grounds to refuse",
  },
  "us-mt": {
    residence: "US-MT",
    from: "2025-01-01",
    citation: "Mont. Code 30-14-2809(3)(b)",
    mark: "V",
    note: null,
  },
  "us-ne": {
    residence: "US-NE",
    from: "2025-01-01",
    citation: "Neb. Rev. Stat. 87-1111(5)-(6)",
    mark: "M",
    note: "an agent by technology, with grounds to refuse",
  },
  "us-nh": {
    residence: "US-NH",
    from: "2025-01-01",
    citation: "RSA 507-H:6 V(a)(1)(B)",
    mark: "M",
    note: null,
  },
  "us-nj": {
    residence: "US-NJ",
    from: "2025-07-15",
    citation: "N.J.S.A. 56:8-166.11(b)",
    mark: "V",
    note: "six months after the law; named by the state",
  },
  "us-mn": {
    residence: "US-MN",
    from: "2025-07-31",
    citation: "Minn. Stat. 325M.14 subd. 3",
    mark: "M",
    note: null,
  },
  "us-md": {
    residence: "US-MD",
    from: "2025-10-01",
    citation: "Md. Code, Com. Law 14-4707(f)",
    mark: "M",
    note: "the duty is disputed; taken as one",
  },
  "us-de": {
    residence: "US-DE",
    from: "2026-01-01",
    citation: "6 Del. C. 12D-106(e)(1)a.2",
    mark: "V",
    note: null,
  },
  "us-or": {
    residence: "US-OR",
    from: "2026-01-01",
    citation: "ORS 646A.578(5)(c)",
    mark: "V",
    note: null,
  },
} as const satisfies Record<string, SignalState>;

/** Whether the law of a place orders a company to act on the signal, on a civil day. */
export function isSignalOwed(residence: string, day: string): boolean {
  return Object.values(signalStates).some((state) => state.residence === residence && state.from <= day);
}

/**
 * Whether an organisation acts on the signal of somebody. Where nobody knows where she lives, it does: she may live where
 * the law orders it, and is not asked.
 * @param beyond what the policy says of others than the people of those states
 */
export function isSignalHonoured(
  beyond: "everybody" | readonly string[] | undefined,
  residence: string | null,
  day: string,
): boolean {
  return (
    residence === null ||
    isSignalOwed(residence, day) ||
    beyond === "everybody" ||
    (beyond ?? []).includes(residence)
  );
}

/**
 * Whether a browser's signal is news to the account that is signed in: it holds for it unless it does already. What she
 * took back later stays taken back; a signal that began after that is a new word of hers.
 */
export function isNewsToAccount(choices: readonly { undoneAt: Date | null }[], signalSince: Date): boolean {
  if (choices.some(({ undoneAt }) => undoneAt === null)) return false;
  return choices.every(({ undoneAt }) => undoneAt !== null && undoneAt < signalSince);
}
