import { formatDay } from "#lib/locales/format.ts";
import { translator } from "#lib/locales/index.ts";
import { claimBlocks, claimTitle, isCopy } from "./letter/claims.ts";
import { oneLine } from "./letter/line.ts";
import type { Letter, LetterBlock, LetterInput, SilentStanding } from "./letter/model.ts";
import { frame, greeting, heading, paragraph } from "./letter/parts.ts";
import {
  complaintBlocks,
  deletedBlocks,
  noticeBlocks,
  othersBlocks,
  restartedBlocks,
  unopenedBlocks,
} from "./letter/promises.ts";
import { elsewhereBlocks, leftOutBlocks, routesBlocks, withoutBlocks } from "./letter/sections.ts";

export { composeAppealLetter } from "./letter/appeal.ts";
export { letterHtml } from "./letter/html.ts";
export { letterText } from "./letter/text.ts";
export type * from "./letter/model.ts";

/**
 * Writes the answer to a case. The same letter is shown on the desk, put into the bundle and on the person's page.
 * Throws when the input would tell more than its proof allows: counts, or that nothing is held, without a proof
 * (issue: "nothing held" is told only behind a proof).
 */
export function composeLetter(input: LetterInput): Letter {
  const t = translator(input.locale, "letters");
  const [first, ...others] = input.claims;
  if (!first) throw new Error("a letter answers at least one claim");
  if (input.identity !== "proved" && input.identity !== "not-needed")
    return silentLetter(input, input.identity);
  if (input.identity === "not-needed" && tellsWhatIsHeld(input)) {
    throw new Error("a letter without a proof of identity may not say what is held");
  }
  const several = others.length > 0;
  const blocks: LetterBlock[] = [
    paragraph(asked(input)),
    ...(input.child ? [paragraph(t("forChild", { name: oneLine(input.child) }))] : []),
  ];
  for (const claim of input.claims) {
    if (several) blocks.push(heading(t(`about.${claim.right}`)));
    blocks.push(...claimBlocks(claim, input, several ? 1 : 0));
  }
  blocks.push(
    ...deletedBlocks(input),
    ...elsewhereBlocks(input),
    ...leftOutBlocks(input),
    ...unopenedBlocks(input),
    ...withoutBlocks(input),
    ...othersBlocks(input),
    ...restartedBlocks(input),
    ...noticeBlocks(input),
    ...routesBlocks(input.claims, input),
    ...complaintBlocks(input),
  );
  if (input.byPost) blocks.push(paragraph(t("route.byPost", { address: oneLine(input.byPost.writeTo) })));
  return {
    ...frame(input),
    title: several ? t("title.several") : claimTitle(first, input),
    greeting: greeting(input, input.personName),
    blocks,
  };
}

/**
 * Of what needed a proof it looks at nothing but that it was asked, and when: whatever else the input holds of it cannot
 * reach the reader. What needed none is answered.
 */
function silentLetter(input: LetterInput, standing: SilentStanding): Letter {
  const t = translator(input.locale, "letters");
  const done = input.claims.filter((claim) => claim.needsProof === false);
  const silent = input.claims.filter((claim) => claim.needsProof !== false);
  return {
    ...frame(input),
    title: t(done.length > 0 ? "title.several" : `silent.${standing}.title`),
    greeting: t("hello"),
    blocks: [
      paragraph(asked(input)),
      ...done.flatMap((claim) => [heading(t(`about.${claim.right}`)), ...claimBlocks(claim, input, 1)]),
      ...(done.length > 0
        ? [heading(silent.map((claim) => t(`about.${claim.right}`)).join(" · ")), paragraph(t("notDone"))]
        : []),
      heading(t("why"), done.length > 0 ? 1 : 0),
      { kind: "reasons", items: [{ text: t(`silent.${standing}.why`), law: input.identityLaw }] },
      paragraph(t(`silent.${standing}.silent`)),
      paragraph(t(`silent.${standing}.again`)),
      ...routesBlocks(input.claims, input),
    ],
  };
}

function tellsWhatIsHeld(input: LetterInput): boolean {
  return (
    input.search !== null ||
    input.leftOut.length > 0 ||
    input.promises.deleted.length > 0 ||
    input.promises.unopened.length > 0 ||
    input.claims.some(
      (claim) => isCopy(claim) || claim.tasks.some((task) => task.outcome === "nothing-there"),
    )
  );
}

function asked(input: LetterInput): string {
  const t = translator(input.locale, "letters");
  const rights = [...new Set(input.claims.map((claim) => claim.right))];
  const what = new Intl.ListFormat(input.locale, { type: "conjunction" }).format(
    rights.map((right) => t(`what.${right}`)),
  );
  return t("asked", { day: formatDay(input.requestedOn, input.locale), what });
}
