import { formatDay, formatTime } from "#lib/locales/format.ts";
import { translator, type Locale } from "#lib/locales/index.ts";
import { dayIn } from "./instants.ts";
import type { ReasonWords } from "./values.ts";

/** How the reader reads: language, clock and the words for what is covered. Everything a page needs beside its data. */
export type Reading = {
  locale: Locale;
  zone: string;
  t: ReturnType<typeof translator<"bundle">>;
  reasons: ReasonWords;
  /** "covered: another person’s name". */
  covered: (reason: string) => string;
  /** "2 March 2025". */
  day: (day: string) => string;
  /** The civil day of an instant (ISO text) on the reader's clock: "2025-03-02". */
  dayOf: (iso: string) => string;
  /** "March 2025" from a day or a month. */
  month: (day: string) => string;
  /** Day and time on the reader's clock. */
  moment: (milliseconds: number) => { day: string; time: string };
  /** "2 March 2025, 16:20", from ISO text with zone. */
  instant: (iso: string) => string;
};

export function readingFor(locale: Locale, zone: string, reasons: ReasonWords): Reading {
  const t = translator(locale, "bundle");
  const days = remembered((day: string) => formatDay(day, locale));
  const covered = remembered((reason: string) => t("covered", { what: reasons[reason] ?? reason }));
  const moment = (milliseconds: number) => ({
    day: days(dayIn(zone, milliseconds)),
    time: formatTime(new Date(milliseconds), zone, locale),
  });
  return {
    locale,
    zone,
    t,
    reasons,
    covered,
    day: days,
    dayOf: (iso) => dayIn(zone, Date.parse(iso)),
    month: (day) => formatDay(`${day.slice(0, 7)}-01`, locale, "month"),
    moment,
    instant: (iso) => t("at", moment(Date.parse(iso))),
  };
}

/** Keeps a few thousand answers: tables name the same days and reasons again and again. */
function remembered(write: (key: string) => string): (key: string) => string {
  const answers = new Map<string, string>();
  return (key) => {
    let answer = answers.get(key);
    if (answer === undefined) {
      if (answers.size >= 5000) answers.clear();
      answer = write(key);
      answers.set(key, answer);
    }
    return answer;
  };
}
