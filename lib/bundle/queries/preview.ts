import { database } from "#db/client.ts";
import type { CaseView } from "#lib/cases/queries/view.ts";
import type { Letter } from "#lib/decisions/letter.ts";
import { assembleCategories } from "./answer/data.ts";
import { assembleLeftOut, assembleLetter, copyClaim } from "../assemble/letter.ts";
import type { CountedLeftOut } from "../input.ts";
import { readParts } from "./answer/parts.ts";
import { recordsOf } from "../groups.ts";

export type AnswerPreview = {
  letter: Letter | null;
  /** What staff left out or covered. */
  leftOut: CountedLeftOut[];
  records: { found: number; given: number } | null;
};

/** The answer as it stands: the letter as the person will read it, and what is left out. Null letter: not decided yet. */
export async function previewAnswer(
  view: CaseView,
  now: Date,
  lastOn: string | null,
): Promise<AnswerPreview> {
  const parts = await readParts(database(), view.row.id, {
    preparedAt: view.bundle && view.bundle.state !== "superseded" ? view.bundle.preparedAt : now,
    historyUpTo: null,
  });
  const isDecided = parts.claims.length > 0 && parts.claims.every((claim) => claim.decision !== null);
  if (!isDecided) return { letter: null, leftOut: [], records: null };
  const copy = copyClaim(parts.claims);
  const categories = copy ? await assembleCategories(parts) : [];
  const leftOut = copy ? assembleLeftOut(parts, categories) : [];
  const given = categories.reduce((sum, category) => sum + recordsOf(category), 0);
  const withheld = categories.reduce((sum, category) => sum + category.withheld, 0);
  return {
    letter: assembleLetter(parts, { categories, leftOut }, lastOn),
    // What could not be read nobody decided: it stands with the sources.
    leftOut: leftOut.filter(({ kind }) => kind !== "unreadable"),
    records: copy ? { found: given + withheld, given } : null,
  };
}
