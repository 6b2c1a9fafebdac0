import { handoverSentences } from "#lib/controllers/told.ts";
import { translator } from "#lib/locales/index.ts";
import { oneLine } from "./line.ts";
import type { LetterBlock, LetterClaim, LetterInput } from "./model.ts";
import { heading, paragraph, sentence } from "./parts.ts";
import { routeBlocks } from "./route.ts";

/** What is not in the copy, with reason, law and count. */
export function leftOutBlocks(input: LetterInput): LetterBlock[] {
  if (input.leftOut.length === 0) return [];
  const t = translator(input.locale, "letters");
  return [
    heading(t("leftOut.heading")),
    {
      kind: "table",
      caption: t("leftOut.heading"),
      head: [t("leftOut.what"), t("leftOut.howMany")],
      rows: input.leftOut.map((entry) => ({
        what: [entry.what, entry.reason, entry.ask]
          .filter((text) => text !== null)
          .map(sentence)
          .join(" "),
        law: entry.law,
        value: entry.count === null ? "" : t("leftOut.records", { count: entry.count }),
        note: null,
      })),
    },
  ];
}

/** What somebody else decides: who, since when, and what they said. */
export function elsewhereBlocks({ passedOn = [], locale }: LetterInput): LetterBlock[] {
  if (passedOn.length === 0) return [];
  return [
    heading(translator(locale, "controllers")("told.heading")),
    ...passedOn.map((one) => paragraph(handoverSentences(one, locale).map(oneLine).join(" "))),
  ];
}

/** Places that failed and were left aside, or read only in part, each with the recorded reason. */
export function withoutBlocks(input: LetterInput): LetterBlock[] {
  const t = translator(input.locale, "letters");
  const unread = input.sentWithout.filter(({ records }) => records === 0);
  const inPart = input.sentWithout.filter(({ records }) => records > 0);
  const places = (heads: LetterBlock[], items: string[]): LetterBlock[] =>
    items.length === 0
      ? []
      : [...heads, { kind: "reasons", items: items.map((text) => ({ text, law: null })) }];
  return [
    ...places(
      [heading(t("without.heading")), paragraph(t("without.lead", { count: unread.length }))],
      unread.map(({ place, reason }) => `${place}: ${sentence(reason)}`),
    ),
    ...places(
      [heading(t("inPart.heading")), paragraph(t("inPart.lead", { count: inPart.length }))],
      inPart.map(
        ({ place, reason, records }) => `${place}: ${t("inPart.read", { records })} ${sentence(reason)}`,
      ),
    ),
  ];
}

/** One route where all claims share it, else one per route under the names of its rights. */
export function routesBlocks(
  claims: readonly LetterClaim[],
  input: Pick<LetterInput, "locale">,
): LetterBlock[] {
  const t = translator(input.locale, "letters");
  const groups = Map.groupBy(claims, (claim) => JSON.stringify(claim.route));
  const blocks: LetterBlock[] = [heading(t("route.heading"))];
  for (const group of groups.values()) {
    const [first] = group;
    if (!first) continue;
    if (groups.size > 1) {
      const names = [...new Set(group.map((claim) => t(`about.${claim.right}`)))];
      blocks.push(heading(names.join(" · "), 1));
    }
    blocks.push(...routeBlocks(first.route, input.locale));
  }
  return blocks.length === 1 ? [] : blocks;
}
