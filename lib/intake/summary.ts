import { formatDay } from "#lib/locales/format.ts";
import { translator, type Locale } from "#lib/locales/index.ts";
import type { FactPolicy } from "#lib/organisations/policy.ts";
import { rights } from "#lib/rights/index.ts";
import type { Answers } from "./draft.ts";
import { partsOf } from "./facts.ts";
import { noticeLabel } from "./notice.ts";
import { placeName } from "./places.ts";
import type { House } from "./setting.ts";
import { isReduced, neededSteps, type StepId } from "./steps.ts";

/** One answer as the check shows it. `whenEmpty` is said where it has no lines. */
export type Line = { step: StepId; question: string; lines: string[]; whenEmpty?: string };
export type Section = { key: "what" | "you" | "proof"; lines: Line[]; note: string | null };

/**
 * Every answer that counts, in sections, each with the page on which it can be changed.
 * @param files the names of the files added so far
 */
export function summaryOf(
  answers: Answers,
  house: House,
  locale: Locale,
  files: readonly string[] = [],
): Section[] {
  const steps = neededSteps(answers, house);
  // Whoever only says no to something is asked for nothing more; what she added before is shown all the same.
  const needed: StepId[] = steps.includes("proof") || files.length > 0 ? [...steps, "files"] : steps;
  const only = (lines: Line[]) => lines.filter(({ step }) => needed.includes(step));
  const t = translator(locale, "intake");
  const sections: Section[] = [
    { key: "what", lines: only(whatLines(answers, house, files, locale)), note: null },
    { key: "you", lines: only(youLines(answers, house, needed, locale)), note: null },
    {
      key: "proof",
      lines: only(proofLines(answers, house, locale)),
      note: isReduced(answers, house) ? t("check.reduced") : null,
    },
  ];
  return sections.filter(({ lines }) => lines.length > 0);
}

function whatLines(
  { rights: chosen = [], consents = [], details = {}, narrow }: Answers,
  { policy }: House,
  files: readonly string[],
  locale: Locale,
): Line[] {
  const t = translator(locale, "intake");
  const words = translator(locale, "rights");
  return [
    { step: "rights", question: t("rights.title"), lines: chosen.map((right) => words(`title.${right}`)) },
    {
      step: "consents",
      question: t("consents.short"),
      lines: consents.map(
        (id) => policy.consents?.find((one) => one.id === id)?.label[locale] ?? t("consents.other"),
      ),
    },
    ...chosen.flatMap((right): Line[] => {
      if (rights[right].details === "none" || !hasDetails(right)) return [];
      return [
        {
          step: "details",
          question: t(`details.short.${right}`),
          lines: details[right] ? [details[right]] : [],
        },
      ];
    }),
    {
      step: "narrow",
      question: t("narrow.title"),
      lines: narrow?.text ? [narrow.text] : [],
      whenEmpty: t("narrow.whenEmpty"),
    },
    { step: "files", question: t("files.short"), lines: [...files] },
  ];
}

type Detailed = "rectification" | "erasure" | "restriction" | "objection" | "withdraw-consent";

function hasDetails(right: string): right is Detailed {
  return ["rectification", "erasure", "restriction", "objection", "withdraw-consent"].includes(right);
}

function youLines(
  { residence = "", relationship, controller, contact, notice, certificate, child }: Answers,
  { policy, controllers = [] }: House,
  needed: readonly StepId[],
  locale: Locale,
): Line[] {
  const t = translator(locale, "intake");
  const theirs = translator(locale, "controllers");
  const known = policy.relationships.find((one) => one.id === relationship);
  const isWhole = needed.includes("relationship");
  const given = isWhole
    ? [contact?.name, contact?.email, contact?.telephone]
    : [contact?.email ?? contact?.telephone];
  const reach = given.filter((line) => line != null);
  return [
    { step: "residence", question: t("residence.title"), lines: [placeName(residence, locale)] },
    {
      step: "whose",
      question: t("whose.title"),
      lines: child && needed.includes("child") ? [t("whose.child")] : [t("whose.me")],
    },
    {
      step: "child",
      question: t("child.title"),
      lines: child
        ? [
            child.name,
            formatDay(child.born, locale),
            ...policy.children.relations
              .filter(({ id }) => id === child.relation)
              .map(({ label }) => label[locale]),
          ]
        : [],
    },
    {
      step: "relationship",
      question: t(needed.includes("child") ? "relationship.childTitle" : "relationship.title"),
      lines: known ? [known.label[locale]] : [],
    },
    {
      step: "controller",
      question: theirs("question.short"),
      lines: [
        controllers.find(({ id }) => id === controller?.id)?.name ??
          controller?.name ??
          theirs("question.notKnown"),
        ...(controller?.also ? [theirs("question.also")] : []),
      ],
    },
    {
      step: "contact",
      question: t(
        isWhole ? "contact.title" : contact?.email ? "contact.addressTitle" : "contact.numberTitle",
      ),
      lines: [...reach, ...(contact?.email || isWhole ? [t("contact.letters")] : [])],
    },
    {
      step: "notice",
      question: t("notice.short"),
      lines: notice ? [`${notice.firstName} ${notice.lastName}`, notice.address] : [],
    },
    {
      step: "certificate",
      question: t("certificate.short"),
      lines: certificate
        ? [
            noticeLabel,
            t("certificate.text", { day: formatDay(certificate.on, locale) }),
            t(certificate.household ? "certificate.own" : "certificate.company"),
          ]
        : [],
    },
  ];
}

function proofLines({ proof, declaration }: Answers, { policy }: House, locale: Locale): Line[] {
  if (!proof) return [];
  const t = translator(locale, "intake");
  const how: Line = {
    step: "proof",
    question: t("check.methodQuestion"),
    lines: [t(`check.method.${proof.method}`)],
  };
  if (proof.method === "login") return [how];
  if (proof.method === "other")
    return [{ ...how, lines: [...how.lines, ...(proof.note ? [proof.note] : [])] }];
  const told = [policy.proof.locator, ...policy.proof.facts].filter((fact) => proof.facts[fact.id]);
  return [
    ...told.map((fact): Line => ({
      step: "proof",
      question: fact.label[locale],
      lines: [factInWords(fact, proof.facts[fact.id] ?? "", locale)],
    })),
    {
      step: "declaration",
      question: t("check.declarationQuestion"),
      lines: declaration
        ? [t("check.declared", { ...declaration, day: formatDay(declaration.on, locale) })]
        : [],
    },
  ];
}

/** A kept fact as she would say it: "18.40, October 2026", "3 January 1990". */
export function factInWords({ kind }: Pick<FactPolicy, "kind">, value: string, locale: Locale): string {
  if (kind === "date") return formatDay(value, locale);
  if (kind !== "amount-month") return value;
  const { amount, year, month } = partsOf(kind, value);
  const [whole = "", fraction] = amount.split(".");
  const printed = fraction === undefined ? whole : `${whole}${locale === "de" ? "," : "."}${fraction}`;
  return `${printed}, ${formatDay(`${year}-${month}-01`, locale, "month")}`;
}
