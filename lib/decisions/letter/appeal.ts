import { formatDay } from "#lib/locales/format.ts";
import { translator } from "#lib/locales/index.ts";
import type { AppealLetterInput, Letter, LetterBlock } from "./model.ts";
import { frame, greeting, heading, paragraph } from "./parts.ts";

/** Writes the answer to an appeal or complaint; it names the regulator whatever the outcome. */
export function composeAppealLetter(input: AppealLetterInput): Letter {
  const t = translator(input.locale, "letters");
  const opening = [
    t(`appeal.received.${input.kind}`, { day: formatDay(input.appealedOn, input.locale) }),
    t("appeal.another"),
    t(`appeal.outcome.${input.outcome}`),
  ];
  const blocks: LetterBlock[] = [paragraph(opening.join(" "))];
  if (input.reasons.length > 0) {
    blocks.push(heading(t("why")), { kind: "reasons", items: input.reasons });
  }
  if (input.regulators.length > 0 || input.court) blocks.push(heading(t("appeal.next.heading")));
  if (input.regulators.length > 0) {
    blocks.push(paragraph(t("appeal.next.lead")), { kind: "contacts", items: input.regulators });
  }
  if (input.court) blocks.push(paragraph(t("route.court")));
  return {
    ...frame(input),
    title: t(`appeal.title.${input.kind}`),
    greeting: greeting(
      input,
      input.identity === "proved" || input.identity === "not-needed" ? input.personName : null,
    ),
    blocks,
  };
}
