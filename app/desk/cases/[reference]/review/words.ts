import { filesField } from "#lib/review/redaction.ts";
import type { ReviewRecord } from "#lib/review/queries/records.ts";
import { capitalised } from "#lib/text.ts";

/** What one press does to a record in which somebody else is named: words are covered, a file is left out as a whole. */
export function flagsButton({ flags, files }: Pick<ReviewRecord, "flags" | "files">): string {
  const open = flags.filter((flag) => !flag.decided);
  const inWords = open.filter(({ field }) => field !== filesField);
  const places = inWords.reduce((sum, flag) => sum + flag.places.length, 0);
  const left = open.length > inWords.length ? [`leave ${theFiles(files.length)} out`] : [];
  return sentence([...(inWords.length > 0 ? [`cover ${placesOf(places)}`] : []), ...left]);
}

/** What was decided about parts of a record. */
export function decidedWords({ redactions }: Pick<ReviewRecord, "redactions">): string {
  const inWords = redactions.filter(({ field }) => field !== filesField);
  const places = inWords.reduce((sum, one) => sum + (one.places?.length ?? 1), 0);
  return [
    ...(inWords.length > 0 ? [`covered, ${placesOf(places)}`] : []),
    ...(redactions.length > inWords.length ? ["without its files"] : []),
  ].join("; ");
}

const placesOf = (count: number) => `${count} ${count === 1 ? "place" : "places"}`;
const theFiles = (count: number) => (count === 1 ? "the file" : `the ${count} files`);

function sentence(parts: readonly string[]): string {
  return capitalised(parts.join(", "));
}
