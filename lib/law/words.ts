import { formatDay, formatTime } from "#lib/locales/format.ts";
import { translator, type Locale } from "#lib/locales/index.ts";
import { law as english } from "#lib/locales/en/law.ts";
import type { ClosedDay } from "./calendar.ts";
import type { RegimeId } from "./ids.ts";
import type { CivilDay, Period } from "./regime.ts";

/** Who reads it: the person in plain words, staff in few. */
export type Audience = "person" | "staff";

const tags = { en: "en-GB", de: "de-DE" } satisfies Record<Locale, string>;

/** The words that `why`, paragraph and time line share, for one language and reader. */
export function wordsFor(locale: Locale, audience: Audience, regime: RegimeId) {
  const t = translator(locale, "law");
  const day = (on: CivilDay) => formatDay(on, locale, audience === "person" ? "long" : "short");
  const list = (items: readonly string[]) =>
    new Intl.ListFormat(tags[locale], { type: "conjunction" }).format(items);
  const named = (closed: readonly ClosedDay[]) =>
    closed.flatMap((one) =>
      one.why === "holiday" ? [t("closed.named", { name: one.name[locale], day: day(one.on) })] : [],
    );
  return {
    t,
    day,
    list,
    law: t(`law.${regime}`),
    period: ({ n, unit }: Period) => t(`period.${unit}`, { n }),
    /** "3 April 2026 is Good Friday and 4 April 2026 is a Saturday". */
    daysOff: (closed: readonly ClosedDay[]) =>
      list(
        closed.map((one) => {
          if (one.why === "holiday") {
            const key = audience === "person" ? "closed.holiday" : "closed.named";
            return t(key, { name: one.name[locale], day: day(one.on) });
          }
          const key = audience === "person" ? "closed.weekend" : "closed.weekendShort";
          return t(key, { on: asDate(one.on), day: day(one.on) });
        }),
      ),
    /** "Saturdays, Sundays and Thanksgiving Day (26 November 2026)". */
    notCounted: (closed: readonly ClosedDay[]) =>
      list([
        ...(audience === "person" ? [t("closed.saturdays"), t("closed.sundays")] : [t("closed.weekends")]),
        ...named(closed),
      ]),
    /** Hours and minutes with the zone in words; not timed where only a day is known. */
    clockTime: (at: string, zone: string) =>
      /T\d/.test(at) && /(Z|[+-]\d\d:?\d\d)$/.test(at)
        ? { timed: "yes", time: formatTime(new Date(at), zone, locale), zone: zoneName(zone, locale) }
        : { timed: "no", time: "", zone: "" },
  };
}

/** A civil day for ICU messages, which name its weekday in UTC. */
export const asDate = (day: CivilDay) => new Date(`${day}T00:00:00Z`);

/** A time zone as people call it: "UK time", "Pacific Time". */
export function zoneName(zone: string, locale: Locale): string {
  if (Object.hasOwn(english.zone, zone))
    return translator(locale, "law")(`zone.${zone as keyof typeof english.zone}`);
  const parts = new Intl.DateTimeFormat(tags[locale], {
    timeZone: zone,
    timeZoneName: "longGeneric",
  }).formatToParts(asDate("2026-07-01"));
  return parts.find((part) => part.type === "timeZoneName")?.value ?? zone;
}
