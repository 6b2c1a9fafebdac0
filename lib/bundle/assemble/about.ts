import { otherCategory } from "#lib/engine/collecting/categories.ts";
import { translator, type Locale } from "#lib/locales/index.ts";
import { nameIn, type Policy, type RegisterEntry } from "#lib/organisations/policy.ts";
import type { AboutCategory, AboutElement, BundleAbout } from "../input.ts";

/** What the person is told about each kind of data, from the record of processing (GDPR Art. 15(1), Civ. Code 1798.110). */
export function assembleAbout(
  policy: Policy,
  categories: readonly string[],
  wanted: readonly AboutElement[],
  locale: Locale,
): BundleAbout {
  const entries = policy.register.filter((entry) => categories.includes(entry.category));
  const kinds = entries.flatMap((entry) => entry.recipients.flatMap(({ kind }) => kind?.[locale] ?? []));
  return {
    elements: wanted,
    categories: categories.map((id) => aboutCategory(policy, id, locale)),
    soldOrShared: soldOrShared(policy, entries, locale),
    thirdPartyKinds: [...new Set(kinds)],
  };
}

/**
 * What was sold or shared of these kinds of data, and to what kinds of companies (Cal. Civ. Code 1798.115(a)). Null
 * where the policy does not say it of everybody who got some.
 */
function soldOrShared(policy: Policy, entries: readonly RegisterEntry[], locale: Locale): string | null {
  const all = entries.flatMap((entry) =>
    entry.recipients.map((one) => ({ ...one, category: entry.category })),
  );
  if (entries.length === 0 || all.some((one) => one.dealing === null)) return null;
  const t = translator(locale, "bundle");
  const sentences = (["sold", "shared"] as const).map((dealing) => {
    const byCategory = Map.groupBy(
      all.filter((one) => one.dealing === dealing),
      (one) => one.category,
    );
    if (byCategory.size === 0) return t(`about.${dealing}.none`);
    const items = [...byCategory].map(([id, to]) => {
      const title = policy.categories.find((category) => category.id === id)?.title[locale] ?? id;
      return `${title} (${[...new Set(to.map((one) => one.kind?.[locale] ?? nameIn(one.name, locale)))].join(", ")})`;
    });
    return t(`about.${dealing}.some`, { items: items.join("; ") });
  });
  return sentences.join(" ");
}

function aboutCategory(policy: Policy, id: string, locale: Locale): AboutCategory {
  const described = policy.categories.find((category) => category.id === id);
  const entries = policy.register.filter((entry) => entry.category === id);
  const other = translator(locale, "cases");
  const words = (pick: (entry: Policy["register"][number]) => { [L in Locale]: string } | null) => [
    ...new Set(entries.flatMap((entry) => pick(entry)?.[locale] ?? [])),
  ];
  return {
    id,
    title: described?.title[locale] ?? (id === otherCategory ? other("otherRecords.title") : id),
    what: described?.about[locale] ?? other("otherRecords.about"),
    purposes: [...new Set(entries.flatMap((entry) => entry.purposes.map((purpose) => purpose[locale])))],
    legalBasis: words((entry) => entry.legalBasis),
    recipients: entries.flatMap((entry) =>
      entry.recipients.map((one) => ({
        name: nameIn(one.name, locale),
        place: one.place?.[locale] ?? "",
        why: one.why[locale],
      })),
    ),
    origin: words((entry) => entry.origin),
    retention: words((entry) => entry.retention),
    keptUntil: null,
    transfers: words((entry) => entry.transfers),
    automated: words((entry) => entry.automatedDecisions),
  };
}
