import { RuledLinks } from "#components/ui/text-parts.tsx";
import type { DownloadView, OwnCase } from "#lib/cases/queries/tracker.ts";
import { dayIn } from "#lib/law/calendar.ts";
import { formatDay } from "#lib/locales/format.ts";
import { translator } from "#lib/locales/index.ts";
import type { Arrival } from "../../arrive.ts";
import { DisagreeUntil } from "./decisions.tsx";
import { DownloadBox } from "./download-box.tsx";

type Props = {
  here: Arrival;
  own: OwnCase;
  home: string;
  /** The archive of the answer; null for who may not open it. */
  download: DownloadView | null;
};

/**
 * The answer that was sent: the newest or, while its case is open again, the one before, with its day. Its letter, until
 * when she can disagree, and its download; or that it comes by post.
 */
export function SentAnswer({ here, own, home, download }: Props) {
  const { locale } = here;
  const t = translator(locale, "tracker");
  const sentAt = own.answeredAt ?? own.earlier?.sentAt;
  if (!sentAt) return null;
  const day = formatDay(dayIn(sentAt, own.zone), locale);
  const mayRead =
    own.answeredAt !== null && !own.isOnPaper && (own.whole !== null || own.isRefusedUnverified);
  return (
    <section aria-labelledby="answer">
      <h2 id="answer">
        {own.earlier
          ? t(own.earlier.isFirst ? "answer.first" : "answer.earlier", { day })
          : t("answer.heading")}
      </h2>
      {mayRead && <RuledLinks links={[{ href: `${home}/letter`, label: t("answer.letter") }]} />}
      {own.isOnPaper && <p>{t("answer.posted", { day })}</p>}
      {own.earlier && download && !download.isDestroyed && <p>{t("answer.again")}</p>}
      <div className="mt-6">
        <DisagreeUntil own={own} locale={locale} />
      </div>
      {download && (
        <>
          <h3 id="download" className="mt-9 mb-2">
            {t("download.heading")}
          </h3>
          <DownloadBox here={here} own={own} download={download} />
        </>
      )}
    </section>
  );
}
