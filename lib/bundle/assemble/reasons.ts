import type { LetterReason, LetterRoute, Regulator } from "#lib/decisions/letter.ts";
import { groundsFor, type ReasonCode } from "#lib/decisions/reasons.ts";
import type { ClaimView } from "#lib/cases/queries/view.ts";
import { neverOutReason } from "#lib/engine/datasets/never-out.ts";
import { citationIn } from "#lib/law/citation.ts";
import { groundIds, type GroundScope } from "#lib/law/grounds.ts";
import { regulatorsFor, regimes, routeOn } from "#lib/law/index.ts";
import type { CivilDay } from "#lib/law/regime.ts";
import { versionOn } from "#lib/law/versions.ts";
import { translator, type Locale } from "#lib/locales/index.ts";
import type { Redaction } from "#lib/review/redaction.ts";
import type { BundleCategory } from "../input.ts";

type Claim = Pick<ClaimView, "regime" | "right">;

/** A reason in the catalogue's words with the law it stands on under this claim. */
export function reasonWords(
  claim: Claim,
  code: ReasonCode,
  receivedOn: CivilDay,
  scope: GroundScope,
  locale: Locale,
): LetterReason {
  const t = translator(locale, "law");
  const ground = groundsFor(claim.regime, claim.right, receivedOn, scope).find((one) => one.id === code);
  return { text: t(`grounds.${code}.letter`), law: ground ? citationIn(locale, ground.citation) : null };
}

/** The short name of a reason: "another person’s rights", as redaction blocks and tables show it. */
export function reasonName(code: ReasonCode, locale: Locale): string {
  return translator(locale, "law")(`grounds.${code}.name`);
}

/** The codes that stand for something covered in what is given, in the order of the catalogue. */
export function coveringReasons(
  redactions: ReadonlyMap<string, readonly Redaction[]>,
  categories: readonly Pick<BundleCategory, "namedOnly">[],
): ReasonCode[] {
  const given = [...redactions.values()].filter((decided) => decided.every(({ field }) => field !== null));
  const used = new Set(given.flatMap((decided) => decided.map(({ reason }) => reason)));
  if (categories.some(({ namedOnly }) => namedOnly.length > 0)) used.add(neverOutReason);
  return groundIds.filter((code) => used.has(code));
}

/** How an answer to this claim can be challenged; the law of the day it is sent counts. */
export function letterRoute(
  claim: Claim,
  residence: string,
  on: CivilDay,
  appealDays: number,
  lastOn: CivilDay | null,
  locale: Locale,
): LetterRoute {
  const route = routeOn(claim.regime, on);
  const { refusal } = versionOn(regimes[claim.regime], on).version;
  const isAppeal = route.kind === "appeal";
  const acknowledge = isAppeal ? null : (route.acknowledge?.period.n ?? null);
  return {
    kind: route.kind,
    windowDays: appealDays,
    lastOn,
    acknowledgeDays: acknowledge,
    decideDays: isAppeal ? route.decision.period.n : null,
    regulators: regulators(claim, residence, locale),
    court: refusal.mustSay.includes("court"),
  };
}

/** The authorities of the person's place under this claim's law, in her language. */
export function regulators(claim: Claim, residence: string, locale: Locale): Regulator[] {
  return regulatorsFor(claim.regime, residence).map((one) => ({
    name: one.name[locale],
    url: one.website,
    post: null,
  }));
}
