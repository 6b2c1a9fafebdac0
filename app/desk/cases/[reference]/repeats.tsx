import { StatusWord } from "#components/ui/status-word.tsx";
import { rightWords } from "#lib/cases/words.ts";
import type { Repeat } from "#lib/duplicates/queries/repeats.ts";
import { regimes } from "#lib/law/index.ts";
import { formatDay } from "#lib/locales/format.ts";

const lists = new Intl.ListFormat("en-GB", { type: "conjunction" });
const cited = ({ citation, mark }: { citation: string; mark: string }) =>
  `${citation}${mark === "M" ? ", not confirmed" : ""}`;

/** How often the same proved person was answered before, and what her law makes of it. Nothing is refused by itself. */
export function Repeats({ repeats }: { repeats: readonly Repeat[] }) {
  return repeats.map((repeat) => (
    <p key={repeat.claimId} className="mt-3 max-w-160">
      <StatusWord status={repeat.isUsedUp ? "flagged" : "waiting"} wrap>
        The same person was answered on {rightWords[repeat.right]} in the twelve months before:{" "}
        {lists.format(
          repeat.answers.map(({ reference, answeredOn }) => `${reference}, ${formatDay(answeredOn, "en")}`),
        )}
        . {lawSays(repeat)}
      </StatusWord>
    </p>
  ));
}

function lawSays({ answers, free, excessive, isUsedUp, nextFreeOn, regime }: Repeat): string {
  const { name } = regimes[regime];
  if (free) {
    const count = `${answers.length} of ${free.perYear} that are free in twelve months under ${name} (${cited(free)})`;
    return isUsedUp && nextFreeOn
      ? `That is ${count}. It is free again from ${formatDay(nextFreeOn, "en")}. You decide whether to answer all the same.`
      : `That is ${count}: this one is free.`;
  }
  return excessive
    ? `${name} names no number. Only what is plainly excessive may be refused, and you would have to show it (${cited(excessive)}).`
    : `${name} names no number: answer it.`;
}
