import type { RightId } from "#lib/rights/ids.ts";
import { regimeIds, type RegimeId } from "./ids.ts";
import type { CivilDay, Context, Grant, ProofStandard, Regime, RegimeVersion, Route } from "./regime.ts";
import { defaultRow } from "./regimes/default-row.ts";
import { euGdpr } from "./regimes/eu-gdpr.ts";
import { ukGdpr } from "./regimes/uk-gdpr.ts";
import { usCaCcpa } from "./regimes/us-ca-ccpa.ts";
import { usCaShine } from "./regimes/us-ca-shine.ts";
import { usCo } from "./regimes/us-co.ts";
import { usVa } from "./regimes/us-va.ts";
import type { Regulator } from "./regulators.ts";
import { versionOn } from "./versions.ts";

/** Every law, one entry each. */
export const regimes = {
  "eu-gdpr": euGdpr,
  "uk-gdpr": ukGdpr,
  "us-ca-ccpa": usCaCcpa,
  "us-ca-shine": usCaShine,
  "us-va": usVa,
  "us-co": usCo,
  "default-row": defaultRow,
} satisfies Record<RegimeId, Regime>;

/** Why a regime governs a claim; the sentences stand in the `law` catalogue under `reason`. */
export type RegimeReason =
  | "residence"
  | "promised"
  | "no-law-here"
  | "not-in-force"
  | "context-not-covered"
  | "switched-off"
  | "right-not-given";

export type RegimeChoice = {
  regime: RegimeId;
  /** True where no statute stands behind the dates. */
  provisional: boolean;
  reason: RegimeReason;
  /** The law of the place, where it was looked at and does not govern this claim. */
  instead: RegimeId | null;
};

/** Relationships in which a person deals as part of a job or for a company; all others are her private affairs. */
const contexts: Readonly<Record<string, Context>> = {
  employee: "employment",
  "former-employee": "employment",
  applicant: "employment",
  contractor: "employment",
  "business-contact": "business",
  "business-partner": "business",
  partner: "business",
  vendor: "business",
  supplier: "business",
};

/** The dealings a relationship belongs to. Unknown names count as private: the reading kinder to the person. */
export function contextOf(relationship: string): Context {
  return Object.hasOwn(contexts, relationship) ? (contexts[relationship] as Context) : "individual";
}

/** Whether a residence (`DE`, `GB-SCT`, `US-CA`) lies in one of a regime's places. */
function covers(regime: Regime, residence: string): boolean {
  return regime.residences.some((place) => lies(residence, place));
}

/** Whether a residence is that place or a part of it. */
export const lies = (residence: string, place: string): boolean =>
  residence === place || residence.startsWith(`${place}-`);

/** A law that an organisation promises to people who do not live where it applies: `all`, or those of some places. */
export type Promise = { regime: RegimeId; residences: "all" | readonly string[] };

const ofOneLaw: ReadonlySet<RightId> = new Set(
  Object.values<Regime>(regimes).flatMap(({ only }) => only ?? []),
);

/** Whether a law is about this right at all: some are about few rights, and those rights about no other law. */
function isAbout({ only }: Regime, right: RightId): boolean {
  return only ? only.includes(right) : !ofOneLaw.has(right);
}

/** The places of whose people a right speaks, where it belongs to one law alone; null: everybody's. */
export function placesOf(right: RightId): readonly string[] | null {
  if (!ofOneLaw.has(right)) return null;
  return Object.values<Regime>(regimes).flatMap(({ only, residences }) =>
    only?.includes(right) ? residences : [],
  );
}

/**
 * Which regime governs a claim: the law of the place where the person lives, if it was in force on the day of
 * receipt, covers her dealings, is one the organisation works by and gives the right asked for; else a law that the
 * organisation promises to people of that place, if it gives the right; else the organisation's own promise. What is
 * promised is marked provisional, with the reason.
 */
export function regimeFor(ask: {
  /** ISO 3166-1, with a state for the United States: `DE`, `GB`, `US-CA`. */
  residence: string;
  /** An organisation's own name for it (`customer`, `employee`, `vendor`). */
  relationship: string;
  right: RightId;
  policyRegimes: readonly RegimeId[];
  promises?: readonly Promise[];
  receivedOn: CivilDay;
}): RegimeChoice {
  let reason: RegimeReason = "no-law-here";
  let instead: RegimeId | null = null;
  for (const id of regimeIds) {
    const regime: Regime = regimes[id];
    if (!covers(regime, ask.residence) || !isAbout(regime, ask.right)) continue;
    const obstacle = ask.policyRegimes.includes(id) ? withheldBy(regime, ask) : "switched-off";
    if (!obstacle) return { regime: id, provisional: regime.provisional, reason: "residence", instead: null };
    reason = obstacle;
    instead = id;
  }
  const promised = ask.promises?.find(
    ({ regime, residences }) =>
      (residences === "all" || residences.some((place) => lies(ask.residence, place))) &&
      withheldBy(regimes[regime], ask) === null,
  );
  if (promised) return { regime: promised.regime, provisional: true, reason: "promised", instead };
  return { regime: "default-row", provisional: true, reason, instead };
}

/** What keeps a law from giving a right to somebody who asks on that day; null: it gives it. */
function withheldBy(
  regime: Regime,
  { receivedOn, relationship, right }: { receivedOn: CivilDay; relationship: string; right: RightId },
): Extract<RegimeReason, "not-in-force" | "context-not-covered" | "right-not-given"> | null {
  const { version, inForce } = versionOn(regime, receivedOn);
  if (!inForce) return "not-in-force";
  if (!version.contexts.includes(contextOf(relationship))) return "context-not-covered";
  return version.rights[right] === null ? "right-not-given" : null;
}

/** The rights a regime gives to somebody who asks on `day`, each with where it stands. */
export function rightsGiven(id: RegimeId, day: CivilDay): Partial<Record<RightId, Grant>> {
  const { rights } = versionOn(regimes[id], day).version;
  return Object.fromEntries(Object.entries(rights).filter(([, grant]) => grant !== null));
}

/** Whether a request only spoken on `day` is one under this law, and where that stands. */
export function spokenUnder(id: RegimeId, day: CivilDay): RegimeVersion["spoken"] {
  return versionOn(regimes[id], day).version.spoken;
}

/** What proves enough for a right asked for on `day`. */
export function proofFor(id: RegimeId, right: RightId, day: CivilDay): ProofStandard {
  return versionOn(regimes[id], day).version.proof[right];
}

/** How an answer sent on `day` can be challenged. The law of that day counts, not that of receipt. */
export function routeOn(id: RegimeId, day: CivilDay): Route {
  return versionOn(regimes[id], day).version.route;
}

/** The authorities a person living there can turn to under this law. */
export function regulatorsFor(id: RegimeId, residence: string): readonly Regulator[] {
  const { byResidence, otherwise }: Regime["regulators"] = regimes[id].regulators;
  const country = residence.split("-")[0] ?? residence;
  return byResidence[residence] ?? byResidence[country] ?? otherwise;
}

/** Whether a law counts longer for what did not come to the contact made known for it. */
export function hasTwoClocks(id: RegimeId): boolean {
  const { versions }: Regime = regimes[id];
  return versions.some(({ elsewhere }) => elsewhere !== undefined);
}
