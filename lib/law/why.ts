import type { Locale } from "#lib/locales/index.ts";
import { calendarName, dayOffWord } from "./holidays.ts";
import { citationIn } from "./citation.ts";
import type { CivilDay, Mark, Period, Reading } from "./regime.ts";
import type { Deadline, Step } from "./steps.ts";
import { asDate, wordsFor, type Audience } from "./words.ts";

/** One line of the sum behind a date. `citation` is null where no rule stands behind the line, only a fact. */
export type WhyRow = { label: string; text: string; citation: string | null; mark: Mark; total: boolean };

/**
 * The sum behind a date, line by line, for the person or for staff: the same steps from the same call, so that what
 * she reads and what the desk reads cannot disagree. Holds no names.
 */
export function whySentences(locale: Locale, deadline: Deadline, audience: Audience): WhyRow[] {
  const rows = deadline.why.map((step) => ({ ...drawRow(locale, deadline, step, audience), step }));
  const last = rows.findLastIndex(({ step }) => totals.has(step.rule));
  return rows.map(({ label, text, step }, index) => ({
    label,
    text,
    citation: step.rule === "received" ? null : citationIn(locale, step.citation),
    mark: step.mark,
    total: index === last,
  }));
}

/** The other lawful readings of a date, for staff: name, day and what it means. Empty where there is only one. */
export function otherReadings(
  locale: Locale,
  deadline: Deadline,
): { name: string; on: CivilDay; says: string }[] {
  const { t } = wordsFor(locale, "staff", deadline.regime);
  return (Object.entries(deadline.readings) as [Reading, CivilDay][])
    .filter(([reading]) => reading !== "usual")
    .map(([reading, on]) => ({ name: t(`reading.${reading}.name`), on, says: t(`reading.${reading}.says`) }));
}

/** Steps that can be the last line of the sum; the others explain it. */
const totals = new Set<Step["rule"]>(["counted", "moved", "kept", "every-day-counts"]);

function drawRow(
  locale: Locale,
  deadline: Deadline,
  step: Step,
  audience: Audience,
): { label: string; text: string } {
  const words = wordsFor(locale, audience, deadline.regime);
  const { t, day, law, period } = words;
  switch (step.rule) {
    case "received":
      return {
        label: day(step.on),
        text: t(`${audience}.received.${step.what}`, words.clockTime(step.at, step.zone)),
      };
    case "not-in-force":
      return { label: step.from ? day(step.from) : "", text: t(`${audience}.not-in-force`, { law }) };
    case "came":
      return { label: day(deadline.fromOn), text: t(`${audience}.came.${step.way}`) };
    case "restarted":
      return {
        label: day(step.on),
        text: t(`${audience}.restarted.${step.by}`, { asked: day(step.askedOn), law }),
      };
    case "counted":
      return { label: day(step.on), text: countedText(locale, deadline, step, audience) };
    case "skipped":
      return { label: t("notCounted"), text: words.notCounted(step.days) };
    case "waited": {
      const stretch = {
        asked: day(step.askedOn),
        from: day(step.from),
        to: day(step.to),
        oneDay: yes(step.days === 1),
      };
      return {
        label: t("plusDays", { n: step.days }),
        text: t(`${audience}.waited.${step.question}`, { ...stretch, law }),
      };
    }
    case "asked-without-effect": {
      const question = t(
        audience === "person" ? `question.${step.question}` : `staff.question.${step.question}`,
      );
      return { label: day(step.askedOn), text: t(`${audience}.asked.${step.because}`, { question, law }) };
    }
    case "moved":
      return { label: day(step.on), text: t(`${audience}.moved`, { days: words.daysOff(step.over) }) };
    case "kept":
      return { label: day(step.on), text: t(`${audience}.kept`, keptWords(locale, step)) };
    case "every-day-counts":
      return { label: day(step.on), text: t(`${audience}.every-day-counts`, { on: asDate(step.on) }) };
    case "extended":
      return { label: day(step.toldOn), text: t(`${audience}.extended`, { more: period(step.more), law }) };
    case "extension-without-effect":
      return { label: day(step.toldOn), text: t(`${audience}.extension.${step.because}`) };
  }
}

function countedText(
  locale: Locale,
  deadline: Deadline,
  step: Extract<Step, { rule: "counted" }>,
  audience: Audience,
): string {
  const { t, day, period } = wordsFor(locale, audience, deadline.regime);
  const since = t(`${audience}.since.${step.since}`);
  const base = { from: day(step.from), since, clamped: yes(step.clamped) };
  if (step.firstDayCounts)
    return t(`${audience}.countedFromDayOne`, { ...base, period: period(step.period) });
  if (!step.more) return t(`${audience}.counted`, { ...base, period: period(step.period) });
  const whole: Period = { ...step.period, n: step.period.n + step.more.n };
  return t(`${audience}.countedExtended`, {
    ...base,
    period: period(whole),
    first: period(step.period),
    more: period(step.more),
  });
}

/** What the last day is called and where, for "a Tuesday and not a bank holiday". */
export function keptWords(locale: Locale, step: Extract<Step, { rule: "kept" }>) {
  const [calendar] = step.calendars;
  return {
    on: asDate(step.on),
    word: calendar ? dayOffWord(calendar) : "public",
    placed: yes(calendar !== undefined),
    place: calendar ? calendarName(calendar, locale) : "",
  };
}

const yes = (value: boolean) => (value ? "yes" : "no");
