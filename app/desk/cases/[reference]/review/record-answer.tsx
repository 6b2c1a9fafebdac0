import { StatusWord } from "#components/ui/status-word.tsx";
import { reasonName } from "#lib/bundle/assemble/reasons.ts";
import type { ReviewRecord } from "#lib/review/queries/records.ts";
import { decidedWords } from "./words.ts";

/** What becomes of a record in the answer, in a word. */
export function RecordAnswer({ record }: { record: ReviewRecord }) {
  const { redactions, flags } = record;
  const whole = redactions.find((one) => one.field === null);
  const [first] = redactions;
  if (whole) {
    return <Decided status="refused" words="kept back" reason={reasonName(whole.reason, "en")} />;
  }
  if (flags.some((flag) => !flag.decided))
    return <StatusWord status="flagged">names someone else</StatusWord>;
  if (first)
    return <Decided status="redacted" words={decidedWords(record)} reason={reasonName(first.reason, "en")} />;
  return (
    <StatusWord status="done" inTable>
      included
    </StatusWord>
  );
}

function Decided({
  status,
  words,
  reason,
}: {
  status: "refused" | "redacted";
  words: string;
  reason: string;
}) {
  return (
    <>
      <StatusWord status={status} inTable>
        {words}
      </StatusWord>
      <span className="block text-tiny text-muted">{reason}</span>
    </>
  );
}
