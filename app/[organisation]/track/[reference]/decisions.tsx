import { RuledLinks } from "#components/ui/text-parts.tsx";
import { appealUntil } from "#lib/bundle/commands.ts";
import type { OwnCase } from "#lib/cases/queries/tracker.ts";
import { dayIn } from "#lib/law/calendar.ts";
import { routeOn } from "#lib/law/index.ts";
import { formatDay } from "#lib/locales/format.ts";
import { translator, type Locale } from "#lib/locales/index.ts";
import { noticeWords } from "#lib/notices/notice.ts";

/** The last day that is advertised for disagreeing, the one the mail names; null before there is an answer. */
export function lastDayOf({ answeredAt, earlier, zone, policy }: OwnCase): string | null {
  const sentAt = answeredAt ?? earlier?.sentAt;
  return sentAt ? appealUntil({ zone }, policy, sentAt) : null;
}

/** Until when she can disagree: the same sentence as in the mail, whatever the outcome. */
export function DisagreeUntil({ own, locale }: { own: OwnCase; locale: Locale }) {
  const day = lastDayOf(own);
  // While the case is open again, the days run on only for what no appeal has opened.
  if (day === null || (own.answeredAt === null && own.standing.length === 0)) return null;
  return (
    <p>
      {noticeWords(locale)("answerReady.disagreeUntil", { day: formatDay(day, locale) })}{" "}
      {translator(locale, "tracker")("answer.after")}
    </p>
  );
}

/** Whether the law of a claim calls it an appeal or a complaint, on the day it is made. */
export function routeKind({ regime, zone }: OwnCase["claims"][number], now: Date): "appeal" | "complaint" {
  return routeOn(regime, dayIn(now, zone)).kind;
}

/** A way to disagree with each decision, and to what came of it. */
export function disagreeLinks(
  { claims, standing }: OwnCase,
  home: string,
  now: Date,
  locale: Locale,
): Parameters<typeof RuledLinks>[0]["links"] {
  const t = translator(locale, "tracker");
  const words = translator(locale, "rights");
  return claims
    .filter((claim) => standing.includes(claim.id) || claim.appeals.length > 0)
    .map((claim) => {
      const has = claim.appeals.at(-1);
      const right = words(`title.${claim.right}`);
      const href = `${home}/appeal?right=${claim.right}`;
      return has
        ? { href, label: t(`appeal.linkOpen.${has.kind}`, { right }) }
        : { href, label: t(`appeal.link.${routeKind(claim, now)}`, { right }) };
    });
}
