import type { LetterDeleted, LetterPromises } from "#lib/decisions/letter.ts";
import type { SourceProgress } from "#lib/cases/queries/view.ts";
import type { Locale } from "#lib/locales/index.ts";
import { nameIn, type Policy } from "#lib/organisations/policy.ts";
import type { Parts } from "../queries/answer/parts.ts";
import { plainLabel } from "./fields.ts";

/** What the letter says because the organisation promised it. @param hasCopy whether the answer may tell what is held */
export function letterPromises(parts: Parts, hasCopy: boolean): LetterPromises {
  const { policy, sources, locale, claims } = parts;
  const told = hasCopy ? sources : [];
  const { accountOwner, answerThemselves = [], notices = [], complaints = [] } = policy;
  const applies = (regimes: readonly string[] | undefined) =>
    !regimes || claims.some(({ regime }) => regimes.includes(regime));
  return {
    deleted: told.flatMap((source) => {
      const deleted = deletedIn(source, policy, locale);
      return deleted ? [{ place: source.name, ...deleted }] : [];
    }),
    unopened: told.flatMap((source) =>
      source.unopened.length > 0 ? [{ place: source.name, what: unopenedIn(parts, source) }] : [],
    ),
    accountOwner: accountOwner ? { who: accountOwner.who[locale], how: accountOwner.how[locale] } : null,
    restarted: policy.retention?.rules.flatMap((rule) => rule.restartedByRequest?.[locale] ?? []) ?? [],
    answerThemselves: answerThemselves.map(({ name, what, contact }) => ({
      name: nameIn(name, locale),
      what: what[locale],
      contact,
    })),
    notices: notices
      .filter(({ regimes }) => applies(regimes))
      .map(({ name, url }) => ({ name: name[locale], url, post: null })),
    complaints: complaints
      .filter(({ regimes }) => applies(regimes))
      .map(({ text, url }) => ({ name: text[locale], url: url ?? null, post: null })),
  };
}

/** By which rule a source deleted her, in the policy's words, and when; null where it did not. */
export function deletedIn(
  { outcome, deletedRule, deletedOn }: SourceProgress,
  policy: Policy,
  locale: Locale,
): Omit<LetterDeleted, "place"> | null {
  if (outcome !== "deleted by rule" || deletedRule === null) return null;
  const rule = policy.retention?.rules.find(({ id }) => id === deletedRule);
  return { rule: rule?.name[locale] ?? plainLabel(deletedRule), on: deletedOn };
}

/** What people call the collections of a source that stayed closed. */
export function unopenedIn({ maps, locale }: Parts, source: SourceProgress): string[] {
  const map = maps.find((one) => one.source.id === source.sourceId);
  return source.unopened.map((name) => {
    const label = map?.collections.find((one) => one.name === name)?.habeas.label;
    return label?.[locale] ?? label?.["en"] ?? plainLabel(name);
  });
}
