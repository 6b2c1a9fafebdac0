import { otherCategory } from "#lib/engine/collecting/categories.ts";
import { translator, type Locale } from "#lib/locales/index.ts";
import type { Policy } from "#lib/organisations/policy.ts";
import type { AboutCategory, AboutElement, BundleAbout } from "../input.ts";

/** What the person is told about each kind of data, from the record of processing (GDPR Art. 15(1), Civ. Code 1798.110). */
export function assembleAbout(
  policy: Policy,
  categories: readonly string[],
  wanted: readonly AboutElement[],
  locale: Locale,
): BundleAbout {
  return {
    elements: wanted,
    categories: categories.map((id) => aboutCategory(policy, id, locale)),
    soldOrShared: null,
    thirdPartyKinds: [],
  };
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
      entry.recipients.map((one) => ({ name: one.name, place: one.place, why: one.why[locale] })),
    ),
    origin: words((entry) => entry.origin),
    retention: words((entry) => entry.retention),
    keptUntil: null,
    transfers: words((entry) => entry.transfers),
    automated: words((entry) => entry.automatedDecisions),
  };
}
