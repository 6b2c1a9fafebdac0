import { Actions, ButtonLink } from "#components/ui/button.tsx";
import { StatusMessage } from "#components/ui/status-message.tsx";
import { Lead } from "#components/ui/text-parts.tsx";
import { dayIn } from "#lib/law/calendar.ts";
import { formatDay } from "#lib/locales/format.ts";
import { translator } from "#lib/locales/index.ts";
import { one, type Query } from "../../../arrive.ts";
import { Frame } from "../../../frame.tsx";
import { DisagreeUntil } from "../decisions.tsx";
import { DownloadBox, downloadState, type DownloadState } from "../download-box.tsx";
import { arriveAtOwn } from "../own.ts";
import { safely } from "../../../safely.tsx";

const titles = {
  open: "title",
  expired: "expired",
  "used-up": "tooOften",
  destroyed: "destroyed",
} as const satisfies Record<DownloadState, string>;

type Props = { params: Promise<{ organisation: string; reference: string }>; searchParams: Query };

/** The page of a download in each of its states: to be fetched, expired, used up, destroyed, or not there yet. */
async function DownloadPage({ params, searchParams }: Props) {
  const { here, own, home } = await arriveAtOwn(await params, "full");
  const { locale } = here;
  const t = translator(locale, "tracker");
  const download = own.whole?.download;
  const sentAt = own.answeredAt ?? own.earlier?.sentAt;
  const postedOn = own.isOnPaper && sentAt ? dayIn(sentAt, own.zone) : null;
  const title = download
    ? t(`download.${titles[downloadState(download, own, here.ctx.now)]}`)
    : t(postedOn ? "state.posted" : "download.none");
  const isRenewed = one((await searchParams)["renewed"]) !== null && download?.linkExpiresAt;
  return (
    <Frame here={here} title={title} backHref={home}>
      {isRenewed && (
        <StatusMessage>
          {t("download.renewed", { day: formatDay(dayIn(isRenewed, own.zone), locale) })}
        </StatusMessage>
      )}
      <h1>{title}</h1>
      {download ? (
        <>
          <div className="mt-6">
            <DownloadBox here={here} own={own} download={download} />
          </div>
          <div className="mt-9">
            <DisagreeUntil own={own} locale={locale} />
          </div>
        </>
      ) : (
        <Lead>
          {postedOn ? t("answer.posted", { day: formatDay(postedOn, locale) }) : t("download.noneText")}
        </Lead>
      )}
      <Actions>
        <ButtonLink look="text" href={home}>
          {t("download.back")}
        </ButtonLink>
      </Actions>
    </Frame>
  );
}

export default safely(DownloadPage);
