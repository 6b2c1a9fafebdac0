import type { LetterAnswer } from "#lib/decisions/letter.ts";
import { disclosedKinds } from "#lib/law/disclosed-kinds.ts";
import type { CivilDay } from "#lib/law/regime.ts";
import { translator, type Locale } from "#lib/locales/index.ts";
import { nameIn, type Policy, type RegisterEntry } from "#lib/organisations/policy.ts";
import type { RightId } from "#lib/rights/ids.ts";

/** Answers that need no source: what the organisation states once for all, and what its register of processing says. */
export function toldAnswer(
  policy: Policy,
  right: RightId,
  receivedOn: CivilDay,
  locale: Locale,
): LetterAnswer | null {
  const statement = policy.statements?.[right]?.[locale];
  if (statement) return { kind: "statement", sections: [{ title: null, texts: [statement] }] };
  const sections = fromRegister[right]?.(policy, locale, receivedOn);
  return sections ? { kind: "register", sections } : null;
}

type Sections = LetterAnswer["sections"];

/** One entry per right whose plan is `register`; a test says so. */
const fromRegister: Partial<Record<RightId, (policy: Policy, locale: Locale, on: CivilDay) => Sections>> = {
  "legal-basis": legalBasis,
  "balancing-test": balancingTest,
  "shine-the-light": directMarketing,
};

/** Purposes, legal basis and whether it must be given, per kind of data (GDPR Art. 13(1)(c), 13(2)(e)). */
function legalBasis(policy: Policy, locale: Locale): Sections {
  const t = translator(locale, "letters");
  const told = byCategory(policy, locale, ({ purposes, legalBasis: basis, requirement }) => [
    t("register.purposes", { purposes: purposes.map((purpose) => purpose[locale]).join(" ") }),
    t("register.basis", { basis: basis[locale] }),
    ...(requirement
      ? [[t(`register.must.${requirement.kind}`), requirement.words?.[locale]].filter(Boolean).join(" ")]
      : []),
  ]);
  return [{ title: null, texts: [t("register.lead.legal-basis")] }, ...told];
}

/** What is done on legitimate interests, and how they were weighed (GDPR Art. 6(1)(f)). */
function balancingTest(policy: Policy, locale: Locale): Sections {
  const t = translator(locale, "letters");
  const told = byCategory(policy, locale, ({ purposes, basis, balancingTest: test }) =>
    basis === "interests" && test
      ? [
          t("register.purposes", { purposes: purposes.map((purpose) => purpose[locale]).join(" ") }),
          t("register.interest", { text: test.interest[locale] }),
          t("register.need", { text: test.need[locale] }),
          t("register.weighing", { text: test.weighing[locale] }),
        ]
      : [],
  );
  if (told.length === 0) return [{ title: null, texts: [t("register.noInterests")] }];
  const lead = { title: null, texts: [t("register.lead.balancing-test")] };
  return [lead, ...told, { title: null, texts: [t("register.object")] }];
}

/**
 * Who used customers' data for its own direct marketing in the calendar year before the request, where it is, what it got,
 * and what it sells where its name does not show that (Cal. Civ. Code 1798.83(a)). Nobody is an answer too.
 */
function directMarketing(policy: Policy, locale: Locale, receivedOn: CivilDay): Sections {
  const t = translator(locale, "letters");
  const year = Number(receivedOn.slice(0, 4)) - 1;
  const told = policy.register
    .flatMap(({ recipients }) => recipients)
    .flatMap(({ name, directMarketing: use }) =>
      use && use.from <= year && year <= (use.to ?? year) ? [{ name: nameIn(name, locale), ...use }] : [],
    );
  if (told.length === 0) return [{ title: null, texts: [t("marketing.nobody", { year: String(year) })] }];
  const sections = [...Map.groupBy(told, (one) => one.name)].map(([name, uses]) => {
    const kinds = disclosedKinds.filter((kind) => uses.some((use) => use.kinds.includes(kind)));
    const each = (words: (string | undefined)[]) => [...new Set(words)].filter((text) => text !== undefined);
    return {
      title: name,
      texts: [
        ...each(uses.map(({ address }) => t("marketing.address", { address }))),
        t("marketing.kinds", { kinds: kinds.map((kind) => t(`marketing.kind.${kind}`)).join("; ") }),
        ...each(uses.map(({ sells }) => sells?.[locale] && t("marketing.sells", { what: sells[locale] }))),
      ],
    };
  });
  const lead = t("marketing.lead", { year: String(year) });
  return [{ title: null, texts: [lead] }, ...sections];
}

/** One section per kind of data of which the register has something to tell, in the order of the policy. */
function byCategory(policy: Policy, locale: Locale, tell: (entry: RegisterEntry) => string[]): Sections {
  return policy.categories.flatMap(({ id, title }) => {
    const texts = policy.register.filter(({ category }) => category === id).flatMap(tell);
    return texts.length > 0 ? [{ title: title[locale], texts }] : [];
  });
}
