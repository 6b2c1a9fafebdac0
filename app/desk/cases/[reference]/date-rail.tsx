import { WhyThisDate } from "#components/case/why-this-date.tsx";
import type { ClaimView } from "#lib/cases/queries/view.ts";
import { rightWords } from "#lib/cases/words.ts";
import { otherReadings, whySentences } from "#lib/law/why.ts";
import { formatDay } from "#lib/locales/format.ts";

/** Why a claim's date is what it is, for staff: the line, the sum with its citations, and the other lawful readings. */
export function DateRail({ claim, today, isNamed }: { claim: ClaimView; today: string; isNamed: boolean }) {
  const { due, deadlines } = claim.explained;
  const others = otherReadings("en", due);
  return (
    <>
      {isNamed && (
        <p className="mt-3 font-strong">
          {rightWords[claim.right]}: answer by {formatDay(due.dueOn, "en", "short")}
        </p>
      )}
      <WhyThisDate
        look="panel"
        id={`why-${claim.id}`}
        short
        line={{
          receivedOn: due.fromOn,
          dueOn: due.dueOn,
          today,
          stops: due.stops.map((stop) => ({ from: stop.fromOn, to: stop.toOn })),
        }}
        lineWords={{ start: "received", end: "last day" }}
        sums={whySentences("en", due, "staff").map((row) => ({
          term: row.label,
          text: row.text,
          ...(row.citation ? { source: row.citation } : {}),
          isTotal: row.total,
        }))}
      >
        {deadlines.acknowledgement && (
          <p className="text-tiny">Confirm receipt by {formatDay(deadlines.acknowledgement.dueOn, "en")}.</p>
        )}
        {claim.provisional && (
          <p className="text-tiny">
            Provisional: no law built here covers this place, so the date is our own promise.
          </p>
        )}
        {others.length > 0 && (
          <ul className="text-tiny text-muted">
            {others.map((reading) => (
              <li key={reading.name}>
                {reading.name}: {formatDay(reading.on, "en")}
              </li>
            ))}
          </ul>
        )}
      </WhyThisDate>
    </>
  );
}
