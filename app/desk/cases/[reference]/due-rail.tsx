import { RailDate, RailSection } from "#components/case/case-layout.tsx";
import { daysLeftText, urgencyOf } from "#components/case/days-left.ts";
import { StatusWord } from "#components/ui/status-word.tsx";
import type { CaseView } from "#lib/cases/queries/view.ts";
import { isOpen } from "#lib/cases/statuses.ts";
import { dayIn } from "#lib/law/calendar.ts";
import { formatDay } from "#lib/locales/format.ts";
import { DateRail } from "./date-rail.tsx";

type Props = { view: CaseView; today: string };

/** Which day counts now: the day to answer by, that of an open appeal, or none where no law names one. */
function owed({ row, claims, bundle }: CaseView) {
  const sentOn = bundle?.releasedAt ? dayIn(bundle.releasedAt, row.zone) : null;
  if (row.status === "withdrawn")
    return { title: "Withdrawn. It was to be answered by", dueOn: row.dueOn, sentOn: null };
  if (row.status === "passed-on")
    return { title: "Passed on. The law wants an answer by", dueOn: row.dueOn, sentOn: null };
  if (!isOpen(row.status)) return { title: "Answered. The last day was", dueOn: row.dueOn, sentOn };
  if (row.status !== "appealed") return { title: "Answer by", dueOn: row.dueOn, sentOn: null };
  const open = claims.flatMap((claim) => claim.appeals).filter((one) => one.outcome === null);
  if (open.some((one) => one.dueOn)) return { title: "Decide the appeal by", dueOn: row.dueOn, sentOn };
  const acknowledgeBy = open.find((one) => !one.acknowledgedAt)?.acknowledgeBy;
  return acknowledgeBy
    ? { title: "Confirm the complaint by", dueOn: acknowledgeBy, sentOn }
    : { title: "A complaint is open", dueOn: null, sentOn };
}

function DaysLeft({ dueOn, today }: { dueOn: string; today: string }) {
  const urgency = urgencyOf(dueOn, today);
  const words = daysLeftText(dueOn, today, "en");
  return urgency === "open" ? words : <StatusWord status={urgency}>{words}</StatusWord>;
}

/** The day in the head, where the rail stands below. */
export function DueInHead({ view, today }: Props) {
  const { title, dueOn } = owed(view);
  if (!dueOn) return null;
  return (
    <>
      <b>
        {title} {formatDay(dueOn, "en", "short")}
      </b>{" "}
      {isOpen(view.row.status) && <DaysLeft dueOn={dueOn} today={today} />}
    </>
  );
}

/** The day that counts, how far it is, and why it is that day. A closed case has no days left. */
export function DueRail({ view, today }: Props) {
  const { row, claims } = view;
  const { title, dueOn, sentOn } = owed(view);
  const isAnswerOwed = isOpen(row.status) && row.status !== "appealed";
  const isOwnDay =
    isAnswerOwed && claims.some(({ explained }) => explained.dueBy === "house" && explained.dueOn === dueOn);
  const weekday = dueOn && formatDay(dueOn, "en", "weekday").split(" ")[0];
  return (
    <RailSection title={title}>
      {dueOn ? (
        <>
          <RailDate>{formatDay(dueOn, "en")}</RailDate>
          <p>
            {weekday}
            {isOpen(row.status) && (
              <>
                , <DaysLeft dueOn={dueOn} today={today} />
              </>
            )}
            {isAnswerOwed && (
              <span className="text-muted"> · aim for {formatDay(row.aimOn, "en", "short")}</span>
            )}
          </p>
        </>
      ) : (
        <p>No law names a day to decide it by. Our own is {formatDay(row.dueOn, "en")}.</p>
      )}
      {isOwnDay && (
        <p className="text-muted">
          Our own day: an appeal opened the request again, and no law sets a new one.
        </p>
      )}
      {sentOn && <p className="mt-1 text-muted">The answer went out on {formatDay(sentOn, "en")}.</p>}
      {claims.map((claim) => (
        <DateRail
          key={claim.id}
          claim={claim}
          today={today}
          isNamed={claims.length > 1 || row.status === "appealed"}
        />
      ))}
    </RailSection>
  );
}
