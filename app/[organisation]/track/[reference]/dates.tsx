import { WhyThisDate } from "#components/case/why-this-date.tsx";
import type { Deadline } from "#lib/law/deadlines.ts";
import { timeline } from "#lib/law/timeline.ts";
import { whySentences } from "#lib/law/why.ts";
import { formatDay } from "#lib/locales/format.ts";
import type { Locale } from "#lib/locales/index.ts";

type Props = {
  locale: Locale;
  deadline: Deadline;
  /** The civil day where the answer is made; left out once it is answered. */
  today: string | null;
  id?: string;
  lineWords?: { start: string; end: string };
  look: "panel" | "section";
};

/** Why a day is what it is: the line and the sum, from the same steps as the day itself. */
export function WhyOf({ locale, deadline, today, id, lineWords, look }: Props) {
  const drawn = timeline(deadline, today ?? deadline.fromOn);
  return (
    <WhyThisDate
      locale={locale}
      look={look}
      {...(id ? { id } : {})}
      {...(lineWords ? { lineWords } : {})}
      line={{
        receivedOn: drawn.received.on,
        dueOn: drawn.due.on,
        ...(today ? { today } : {}),
        stops: drawn.stops.map((stop) => ({ from: stop.fromOn, ...(stop.toOn ? { to: stop.toOn } : {}) })),
        ...(drawn.firstDue ? { movedFrom: [drawn.firstDue.on] } : {}),
      }}
      sums={whySentences(locale, deadline, "person").map((row) => ({
        term: row.label,
        text: row.text,
        isTotal: row.total,
        ...(row.total && row.citation ? { source: row.citation } : {}),
      }))}
    />
  );
}

/** A day in words, for machines too. */
export function Day({ day, locale }: { day: string; locale: Locale }) {
  return <time dateTime={day}>{formatDay(day, locale)}</time>;
}
