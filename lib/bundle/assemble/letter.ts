import {
  composeLetter,
  type LeftOut,
  type Letter,
  type LetterClaim,
  type LetterReason,
  type LetterSearch,
  type LetterTask,
} from "#lib/decisions/letter.ts";
import type { ReasonCode } from "#lib/decisions/reasons.ts";
import type { ClaimView, SourceProgress } from "#lib/cases/queries/view.ts";
import { dayIn } from "#lib/law/calendar.ts";
import { citationIn } from "#lib/law/citation.ts";
import { proofFor, regimes } from "#lib/law/index.ts";
import { versionOn } from "#lib/law/versions.ts";
import { neverOut, neverOutReason } from "#lib/engine/datasets/never-out.ts";
import { formatDay } from "#lib/locales/format.ts";
import { filesField } from "#lib/review/redaction.ts";
import { rights } from "#lib/rights/index.ts";
import { translator, type Locale } from "#lib/locales/index.ts";
import { recordsOf } from "../groups.ts";
import type { BundleCategory, CountedLeftOut } from "../input.ts";
import { letterPromises } from "./promises.ts";
import { letterRoute, reasonName, reasonWords } from "./reasons.ts";
import type { Parts } from "../queries/answer/parts.ts";
import { toldAnswer } from "./told.ts";

/** The letter of an answer, from what was decided. `lastOn`: the advertised last day to disagree, once it is known. */
export function assembleLetter(
  parts: Parts,
  given: { categories: readonly BundleCategory[]; leftOut: readonly CountedLeftOut[] },
  lastOn: string | null,
): Letter {
  const { row, policy, claims, requester, onFile, sources, locale } = parts;
  const [first] = claims;
  if (!first) throw new Error("an answer answers at least one claim");
  const receivedOn = dayIn(row.receivedAt, row.zone);
  return composeLetter({
    locale,
    reference: row.reference,
    organisation: { name: policy.name, place: null },
    personName: requester.child ? requester.name : (onFile?.name ?? requester.name),
    child: requester.child ? (onFile?.name ?? requester.child.name) : null,
    identity: parts.identityStanding,
    identityLaw: citationIn(locale, standingLaw(parts, first, receivedOn)),
    requestedOn: receivedOn,
    writtenOn: dayIn(parts.preparedAt, row.zone),
    claims: claims.map((claim) => letterClaim(parts, claim, receivedOn, lastOn)),
    search: copyClaim(claims) ? search(claims, sources, given) : null,
    leftOut: given.leftOut.map((entry) => inLetter(entry, locale)),
    sentWithout: sources.flatMap(({ name, rows, sentWithout }) =>
      // Without a copy nothing of what was read goes out.
      sentWithout ? [{ place: name, reason: sentWithout, records: copyClaim(claims) ? rows : 0 }] : [],
    ),
    passedOn: parts.passedOn,
    promises: letterPromises(parts, copyClaim(claims) !== undefined),
    byPost: row.delivery === "paper" ? { writeTo: policy.contact.post ?? policy.contact.email } : null,
  });
}

/** The law that lets us ask for proof, or that speaks of children. */
function standingLaw({ identityStanding }: Parts, { regime, right }: ClaimView, on: string): string {
  return identityStanding === "relation-not-shown" || identityStanding === "child-not-able"
    ? versionOn(regimes[regime], on).version.children.citation
    : proofFor(regime, right, on).citation;
}

/** The claim that asks for data, if it is granted at all. */
export function copyClaim(claims: readonly ClaimView[]): ClaimView | undefined {
  return claims.find(
    (claim) =>
      rights[claim.right].plan === "collect" &&
      claim.decision !== null &&
      claim.decision.outcome !== "refused",
  );
}

function letterClaim(parts: Parts, claim: ClaimView, receivedOn: string, lastOn: string | null): LetterClaim {
  const { decision } = claim;
  if (!decision) throw new Error("a letter is written when every claim is decided");
  const { locale } = parts;
  return {
    right: claim.right,
    needsProof: claim.needsProof,
    outcome: decision.outcome,
    answer: toldAnswer(parts.policy, claim.right, receivedOn, locale),
    reasons: [
      ...decision.reasons.map((code) =>
        reasonWords(claim, code as ReasonCode, receivedOn, "request", locale),
      ),
      ...countedReasons(parts, claim),
      ...(decision.explanation ? [{ text: decision.explanation, law: null }] : []),
    ],
    tasks: parts.tasks
      .filter((task) => task.claimId === claim.id)
      .map((task) => letterTask(task, parts.identityStanding === "proved")),
    route: letterRoute(
      claim,
      parts.requester.residence,
      dayIn(parts.preparedAt, claim.zone),
      parts.policy.appealDays,
      lastOn,
      locale,
    ),
  };
}

/**
 * When it is free again, for who asked too often. The day of the first request is told only where that came from the same
 * e-mail address: name and postal address alone are known to others too.
 */
function countedReasons({ earlier, locale }: Parts, { id, decision }: ClaimView): LetterReason[] {
  const first = earlier.find(({ claimId }) => claimId === id);
  if (!first || !decision?.reasons.includes("too-many")) return [];
  const t = translator(locale, "letters");
  const told = [
    ...(first.hasSameEmail ? [t("marketing.first", { day: formatDay(first.receivedOn, locale) })] : []),
    t("marketing.again", { day: formatDay(first.nextFreeOn, locale) }),
  ];
  return [{ text: told.join(" "), law: null }];
}

const taskOutcomes = {
  done: "done",
  "nothing-held": "nothing-there",
  kept: "not-done",
  "no-answer": "told",
  "taken-back": "taken-back",
} as const;

/**
 * Where a place holds nothing, that is told to who proved that she is asked about, and to nobody else; of a recipient only
 * that it was told: what it holds is for it to tell.
 */
function letterTask(task: Parts["tasks"][number], isProved: boolean): LetterTask {
  const told = taskOutcomes[task.outcome ?? "kept"];
  const outcome = told !== "nothing-there" ? told : task.recipient ? "told" : isProved ? told : "done";
  return { where: task.where, outcome, note: task.note };
}

function search(
  claims: readonly ClaimView[],
  sources: readonly SourceProgress[],
  { categories, leftOut }: { categories: readonly BundleCategory[]; leftOut: readonly CountedLeftOut[] },
): LetterSearch {
  const given = categories.reduce((sum, category) => sum + recordsOf(category), 0);
  const withheld = categories.reduce((sum, category) => sum + category.withheld, 0);
  return {
    copy: copyClaim(claims)?.scope === "categories" ? "kinds" : "everything",
    places: sources.filter(({ outcome }) => outcome !== "skipped").length,
    found: given + withheld,
    given,
    files: categories.reduce((sum, category) => sum + category.files.length, 0),
    covered: leftOut.filter((one) => one.kind === "covered").reduce((sum, one) => sum + (one.count ?? 0), 0),
  };
}

/**
 * What is not in the copy, or covered in it, per reason: words covered and records kept back in records, files kept back in
 * files, and what could not be read in either.
 */
export function assembleLeftOut(parts: Parts, categories: readonly BundleCategory[]): CountedLeftOut[] {
  const { claims, locale, row, sources } = parts;
  const claim = copyClaim(claims);
  if (!claim) return [];
  const receivedOn = dayIn(row.receivedAt, row.zone);
  const t = translator(locale, "cases");
  const decided = countsOf(parts, categories).map(({ kind, reason, count }): CountedLeftOut => {
    const words = reasonWords(claim, reason, receivedOn, kind === "withheld" ? "record" : "field", locale);
    const what = t(`leftOut.${kind}`, { what: reasonName(reason, locale) });
    return { kind, what, count, reason: words.text, law: words.law, ask: null };
  });
  decided.push(...namedOnly(categories, claim, receivedOn, locale));
  const unreadable = sources.reduce((sum, source) => sum + source.problems, 0);
  if (unreadable === 0) return decided;
  const why = { reason: t("leftOut.unreadableWhy"), law: null, ask: null };
  return [...decided, { kind: "unreadable", what: t("leftOut.unreadable"), count: unreadable, ...why }];
}

/** What is held and only named: the law that keeps its value back, or what else it rests on. */
function namedOnly(
  categories: readonly BundleCategory[],
  claim: ClaimView,
  receivedOn: string,
  locale: Locale,
): CountedLeftOut[] {
  const t = translator(locale, "cases");
  const { law } = reasonWords(claim, neverOutReason, receivedOn, "field", locale);
  return categories
    .flatMap((category) => category.namedOnly)
    .map(({ kind, label, count, since }) => ({
      kind: "named",
      what: since
        ? t("leftOut.namedSince", { what: label, day: formatDay(since, locale) })
        : t("leftOut.named", { what: label }),
      count,
      reason: t("leftOut.namedWhy"),
      law: law ?? neverOut[kind].citation,
      ask: null,
    }));
}

type Decided = {
  kind: Exclude<CountedLeftOut["kind"], "unreadable" | "named">;
  reason: ReasonCode;
  count: number;
};

/** What the review decided, counted per kind and reason. A record of which both are covered counts among both. */
function countsOf({ redactions }: Parts, categories: readonly BundleCategory[]): Decided[] {
  const inRecords = [...redactions.values()].flatMap((decided): Omit<Decided, "count">[] => {
    const whole = decided.find(({ field }) => field === null);
    if (whole) return [{ kind: "withheld", reason: whole.reason }];
    const covering = decided.filter(({ field }) => field !== filesField);
    return [...new Set(covering.map(({ reason }) => reason))].map((reason) => ({ kind: "covered", reason }));
  });
  const inFiles = categories.flatMap(({ filesLeftOut }) =>
    filesLeftOut.map((reason) => ({ kind: "files" as const, reason: reason as ReasonCode })),
  );
  const each = [...inRecords, ...inFiles];
  return [...Map.groupBy(each, ({ kind, reason }) => `${kind}|${reason}`).values()].flatMap((alike) =>
    alike.slice(0, 1).map((one) => ({ ...one, count: alike.length })),
  );
}

/** As the letter tells it, whose numbers are of records: other numbers stand in the words. */
function inLetter({ kind, ...entry }: CountedLeftOut, locale: Locale): LeftOut {
  if (kind === "covered" || kind === "withheld" || kind === "named" || entry.count === null) return entry;
  const what = translator(locale, "letters")(`leftOut.${kind}`, { count: entry.count, what: entry.what });
  return { ...entry, what, count: null };
}
