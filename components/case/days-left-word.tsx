import { formatDay } from "#lib/locales/format.ts";
import { defaultLocale, translator } from "#lib/locales/index.ts";
import type { Locale } from "#lib/locales/index.ts";
import { HoverNote } from "#components/ui/hover-note.tsx";
import { StatusWord } from "#components/ui/status-word.tsx";
import { daysLeftText, urgencyOf } from "./days-left.ts";
import { daysBetween } from "./days.ts";

/**
 * How many days are left, as a word with a shape and the date beside it. The whole date with its time and place shows
 * on hover, and while the focus is in the same table row.
 */
export function DaysLeft(props: {
  dueOn: string;
  today: string;
  /** Whose clocks count, in words: "London". */
  place: string;
  locale?: Locale;
}) {
  const locale = props.locale ?? defaultLocale;
  const t = translator(locale, "ui");
  const text = daysLeftText(props.dueOn, props.today, locale);
  const urgency = urgencyOf(props.dueOn, props.today);
  const isFarAway = Math.abs(daysBetween(props.today, props.dueOn)) > 180;
  const exact = t("days.exact", { day: formatDay(props.dueOn, locale, "weekday"), place: props.place });
  return (
    <HoverNote note={exact}>
      <span className="whitespace-nowrap">
        {urgency === "open" ? (
          text
        ) : (
          <StatusWord status={urgency} inTable>
            {text}
          </StatusWord>
        )}{" "}
        <time
          dateTime={props.dueOn}
          className="ms-1 text-muted max-md:[.stack-pairs_&]:ms-0 max-md:[.stack-pairs_&]:block"
        >
          {formatDay(props.dueOn, locale, "short")}
          {isFarAway && ` ${props.dueOn.slice(0, 4)}`}
        </time>
      </span>
    </HoverNote>
  );
}
