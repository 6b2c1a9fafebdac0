import { formatDay } from "#lib/locales/format.ts";
import { translator } from "#lib/locales/index.ts";
import type { Locale } from "#lib/locales/index.ts";
import { dateLineScale } from "./date-line-scale.ts";
import type { DateLineFacts, DateLineScale } from "./date-line-scale.ts";
import { daysBetween } from "./days.ts";

const percent = (at: number) => `${at}%`;
/** Heights grow with the reader's text; `px` is what they are at the usual 16. */
const rem = (px: number) => `${px / 16}rem`;
const railAt = 48;
const rail = rem(railAt);

function Stretch({ from, to, className }: { from: number; to: number; className: string }) {
  return <line x1={percent(from)} x2={percent(to)} y1={rail} y2={rail} className={className} />;
}

function spoken(facts: DateLineFacts, scale: DateLineScale, locale: Locale): string {
  const t = translator(locale, "ui");
  const day = (civil: string) => formatDay(civil, locale);
  return [
    t("why.spokenStart", { day: day(facts.receivedOn) }),
    ...(facts.stops ?? []).map((stop) =>
      stop.to
        ? t("why.spokenStop", {
            days: daysBetween(stop.from, stop.to) + 1,
            from: day(stop.from),
            to: day(stop.to),
          })
        : t("why.spokenStopOpen", { from: day(stop.from) }),
    ),
    ...(facts.movedFrom ?? []).map((moved) => t("why.spokenMoved", { day: day(moved) })),
    ...(facts.today && scale.today ? [t("why.spokenToday", { day: day(facts.today) })] : []),
    t("why.spokenEnd", { day: day(facts.dueOn) }),
  ].join(" ");
}

/**
 * The date line: receipt, stops, today and the last day on one rail. Positions are in percent and words keep their
 * size, so it fits any width; what it shows is said in its title too.
 */
export function DateLine({
  locale,
  id,
  facts,
  startWord,
  endWord,
  short,
}: {
  locale: Locale;
  /** Of the spoken title; one per page. */
  id: string;
  facts: DateLineFacts;
  /** Under the two dates; "you asked" and "last day to answer" unless given. */
  startWord?: string;
  endWord?: string;
  /** Dates without a year, for the desk. */
  short?: boolean;
}) {
  const t = translator(locale, "ui");
  const scale = dateLineScale(facts);
  const day = (civil: string) => formatDay(civil, locale, short ? "short" : "long");
  const stopWord = (stop: DateLineScale["stops"][number]) =>
    stop.isOpen
      ? t("why.stoppedSince", { day: formatDay(stop.since, locale, "short") })
      : t("why.stopped", { days: stop.days });
  const stopLine = rem(scale.needsSecondLine ? 96 : 78);
  const { dueLabel } = scale;
  const atDue = {
    x: percent(dueLabel.at),
    dx: dueLabel.anchor === "end" ? 6 : 0,
    textAnchor: dueLabel.anchor,
  };
  const small = "text-tiny fill-muted";
  const strong = "text-tiny font-strong fill-ink";
  return (
    <svg
      role="img"
      aria-labelledby={id}
      className={`mx-1.5 block w-[calc(100%-0.75rem)] overflow-visible ${scale.needsSecondLine ? "h-26" : "h-22"}`}
    >
      <title id={id}>{spoken(facts, scale, locale)}</title>
      <Stretch from={0} to={100} className="stroke-line stroke-2" />
      {scale.runs.map((run) => (
        <Stretch key={run.from} {...run} className="stroke-accent stroke-4" />
      ))}
      {scale.late && <Stretch {...scale.late} className="stroke-danger stroke-4" />}
      {scale.stops.map((stop) => (
        <g key={stop.from}>
          <Stretch from={stop.from} to={stop.to} className="stroke-info stroke-4 [stroke-dasharray:3_4]" />
          {stop.label && (
            <>
              <line
                x1={percent((stop.from + stop.to) / 2)}
                x2={percent((stop.from + stop.to) / 2)}
                y1={rem(railAt + 6)}
                y2={rem(railAt + 16)}
                className="stroke-control"
              />
              <text x={percent(stop.label.at)} y={stopLine} textAnchor={stop.label.anchor} className={small}>
                {stopWord(stop)}
              </text>
            </>
          )}
        </g>
      ))}
      {scale.ticks.map((tick) => (
        <line
          key={tick}
          x1={percent(tick)}
          x2={percent(tick)}
          y1={rem(railAt - 6)}
          y2={rem(railAt + 6)}
          className="stroke-control"
        />
      ))}
      <circle cx="0%" cy={rail} r={rem(6)} className="fill-accent" />
      <circle cx={percent(scale.due)} cy={rail} r={rem(6)} className="fill-surface stroke-accent stroke-3" />
      <text x="-6" y={rem(13)} className={strong}>
        {day(facts.receivedOn)}
      </text>
      <text x="-6" y={rem(30)} className={small}>
        {startWord ?? t("why.youAsked")}
      </text>
      <text {...atDue} y={rem(13)} className={strong}>
        {day(facts.dueOn)}
      </text>
      <text {...atDue} y={rem(30)} className={small}>
        {endWord ?? t("why.lastDay")}
      </text>
      {scale.today && (
        <>
          <line
            x1={percent(scale.today.at)}
            x2={percent(scale.today.at)}
            y1={rem(railAt - 10)}
            y2={rem(railAt + 14)}
            className="stroke-ink stroke-2"
          />
          <text
            x={percent(scale.today.at)}
            y={rem(78)}
            textAnchor={scale.today.anchor}
            className="text-tiny fill-ink"
          >
            {facts.today === facts.receivedOn ? t("why.now") : t("why.today")}
          </text>
        </>
      )}
    </svg>
  );
}
