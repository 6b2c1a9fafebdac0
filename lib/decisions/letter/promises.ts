import { formatDay } from "#lib/locales/format.ts";
import { translator } from "#lib/locales/index.ts";
import type { LetterBlock, LetterDeleted, LetterInput } from "./model.ts";
import { heading, paragraph, sentence } from "./parts.ts";

const listOf = (items: readonly string[]): LetterBlock => ({
  kind: "reasons",
  items: items.map((text) => ({ text, law: null })),
});

/** Where nothing is held any more because a rule deleted it, which rule, and when. */
export function deletedBlocks({ promises: { deleted }, locale }: LetterInput): LetterBlock[] {
  if (deleted.length === 0) return [];
  const t = translator(locale, "letters");
  return [
    heading(t("deleted.heading")),
    listOf(deleted.map((one) => `${one.place}: ${deletedSentence(one, locale)}`)),
  ];
}

/** "nothing held any more, deleted under the two-year rule on 3 March 2026". */
export function deletedSentence(
  { rule, on }: Omit<LetterDeleted, "place">,
  locale: LetterInput["locale"],
): string {
  const t = translator(locale, "letters");
  return on === null
    ? t("deleted.byRule", { rule })
    : t("deleted.byRuleOn", { rule, day: formatDay(on, locale) });
}

/** What belongs to the people of an account: what it is, who can allow it, and how to reach them. */
export function unopenedBlocks({ promises: { unopened, accountOwner }, locale }: LetterInput): LetterBlock[] {
  if (unopened.length === 0) return [];
  const t = translator(locale, "letters");
  const list = new Intl.ListFormat(locale, { type: "conjunction" });
  return [
    heading(t("unopened.heading")),
    paragraph(t("unopened.lead")),
    listOf(unopened.map(({ place, what }) => `${place}: ${list.format(what)}`)),
    paragraph(
      accountOwner
        ? [t("unopened.who", { who: accountOwner.who }), accountOwner.how].map(sentence).join(" ")
        : t("unopened.ask"),
    ),
  ];
}

/** Others who hold data she gave them herself, through us. */
export function othersBlocks({ promises: { answerThemselves }, search, locale }: LetterInput): LetterBlock[] {
  if (answerThemselves.length === 0 || !search) return [];
  const t = translator(locale, "letters");
  return [
    heading(t("others.heading")),
    paragraph(t("others.lead")),
    listOf(answerThemselves.map(({ name, what, contact }) => `${name}: ${sentence(what)} ${contact}`)),
  ];
}

/** That asking us counts as contact, where a promise about keeping depends on it. */
export function restartedBlocks({ promises: { restarted }, identity }: LetterInput): LetterBlock[] {
  return identity === "proved" ? restarted.map(paragraph) : [];
}

/** The notice written for people like her. */
export function noticeBlocks({ promises: { notices }, locale }: LetterInput): LetterBlock[] {
  if (notices.length === 0) return [];
  return [paragraph(translator(locale, "letters")("notices")), { kind: "contacts", items: notices }];
}

/** The rungs of the ladder after the law's own route. */
export function complaintBlocks({ promises: { complaints }, locale }: LetterInput): LetterBlock[] {
  if (complaints.length === 0) return [];
  return [paragraph(translator(locale, "letters")("complaints")), { kind: "contacts", items: complaints }];
}
