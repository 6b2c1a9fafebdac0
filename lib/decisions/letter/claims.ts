import { translator } from "#lib/locales/index.ts";
import { formatNumber } from "#lib/locales/format.ts";
import type { LetterAnswer, LetterBlock, LetterClaim, LetterInput, LetterSearch } from "./model.ts";
import { heading, paragraph } from "./parts.ts";

const copyRights = ["access", "portability"];

/** Whether this right is answered with a copy, so that the search's counts belong to it. */
export function isCopy(claim: LetterClaim): boolean {
  return copyRights.includes(claim.right);
}

/** The heading of a letter that answers one right. */
export function claimTitle(claim: LetterClaim, input: LetterInput): string {
  const t = translator(input.locale, "letters");
  const search = isCopy(claim) ? input.search : null;
  if (claim.outcome === "refused") return t(isCopy(claim) ? "title.copyRefused" : "title.refused");
  if (claim.answer?.kind === "statement") return t("title.statement");
  if (search?.copy === "kinds") return t("title.kindsOnly");
  if (search?.found === 0)
    return t(input.promises.deleted.length > 0 ? "title.nothingLeft" : "title.nothingFound");
  if (claim.outcome === "in-part") return t(isCopy(claim) ? "title.copyInPart" : "title.inPart");
  if (!isDoneEverywhere(claim)) return t("title.inPart");
  return t(`title.granted.${claim.right}`);
}

const taskWords = {
  "nothing-there": "task.nothingThere",
  "not-done": "task.notDone",
  told: "task.told",
  "taken-back": "task.takenBack",
} as const;

/** What is said about one right: the outcome, its reasons, and what was done where. */
export function claimBlocks(claim: LetterClaim, input: LetterInput, depth: 0 | 1): LetterBlock[] {
  const t = translator(input.locale, "letters");
  const blocks: LetterBlock[] =
    claim.answer && claim.outcome !== "refused"
      ? answerBlocks(claim.answer, depth)
      : [{ kind: "paragraph", text: outcomeSentences(claim, input) }];
  if (claim.reasons.length > 0) {
    blocks.push({ kind: "heading", depth, text: t("why") }, { kind: "reasons", items: claim.reasons });
  }
  if (claim.tasks.length > 0) {
    blocks.push(
      { kind: "heading", depth, text: t("whatWeDid") },
      {
        kind: "table",
        caption: t("whatWeDid"),
        head: [t("place"), t("happened")],
        rows: claim.tasks.map((task) => ({
          what: task.where,
          law: null,
          note: task.note,
          value: t(task.outcome === "done" ? `task.done.${claim.right}` : taskWords[task.outcome]),
        })),
      },
    );
  }
  return blocks;
}

function answerBlocks({ sections }: LetterAnswer, depth: 0 | 1): LetterBlock[] {
  return sections.flatMap(({ title, texts }): LetterBlock[] => [
    ...(title === null ? [] : [heading(title, depth)]),
    ...texts.map(paragraph),
  ]);
}

function outcomeSentences(claim: LetterClaim, input: LetterInput): string {
  const t = translator(input.locale, "letters");
  if (claim.outcome === "refused") return t("notDone");
  if (isCopy(claim) && input.search) return searchSentences(input.search, input);
  return t(claim.outcome === "granted" && isDoneEverywhere(claim) ? "done" : "donePart");
}

/** What was granted and still not done somewhere is not told as done: the place and its reason stand in the table. */
const isDoneEverywhere = ({ tasks }: LetterClaim) => tasks.every((task) => task.outcome !== "not-done");

function searchSentences(search: LetterSearch, input: LetterInput): string {
  const t = translator(input.locale, "letters");
  const { found, given, files, covered } = search;
  // A place of which nothing could be read was not looked in.
  const places = search.places - input.sentWithout.filter(({ records }) => records === 0).length;
  if (search.copy === "kinds")
    return [...(found > 0 ? [t("holdsYes")] : []), t("lookedForKinds", { places }), t("kindsOnly")].join(" ");
  if (found === 0) {
    const looked = t(input.promises.deleted.length > 0 ? "lookedAndDeleted" : "lookedInVain", { places });
    return isSurelyNothing(input) ? `${t("holdsNo")} ${looked}` : looked;
  }
  // Whether data is processed comes before what it is (GDPR Art. 15(1)).
  const sentences = [t("holdsYes"), t("looked", { places, records: found })];
  if (given === 0) sentences.push(t("givenNone", { records: found }));
  else if (given === found) sentences.push(t("givenAll", { records: found, files }));
  else sentences.push(t("givenSome", { records: formatNumber(given, input.locale), files }));
  if (covered > 0) sentences.push(t("covered", { records: covered }));
  if (given > 0) sentences.push(t(input.byPost ? "whereThePagesAre" : "whereTheCopyIs"));
  return sentences.join(" ");
}

/** "No" is said only where every place was looked at and opened. */
const isSurelyNothing = ({ sentWithout, promises }: LetterInput) =>
  sentWithout.length === 0 && promises.unopened.length === 0;
