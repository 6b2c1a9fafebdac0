import { Form } from "#components/forms/form.tsx";
import { SubmitButton } from "#components/forms/submit-button.tsx";
import { Actions, ButtonLink } from "#components/ui/button.tsx";
import { KeyValues } from "#components/ui/key-values.tsx";
import type { DownloadView, OwnCase } from "#lib/cases/queries/tracker.ts";
import { dayIn } from "#lib/law/calendar.ts";
import { formatDay, formatNumber, formatSize } from "#lib/locales/format.ts";
import { translator } from "#lib/locales/index.ts";
import type { Arrival } from "../../arrive.ts";
import { renew } from "../actions.ts";
import { archiveHolds } from "./stand.ts";

export type DownloadState = "open" | "expired" | "used-up" | "destroyed";

/** What can be done with an archive at an instant. */
export function downloadState(
  download: DownloadView,
  { policy }: Pick<OwnCase, "policy">,
  now: Date,
): DownloadState {
  if (download.isDestroyed) return "destroyed";
  if (download.linkExpiresAt && download.linkExpiresAt <= now) return "expired";
  return download.usedTransfers >= policy.delivery.transfersPerLink ? "used-up" : "open";
}

type Props = { here: Arrival; own: OwnCase; download: DownloadView };

/** The archive: how big, until when, how to check that it came whole, and how to open it again. */
export function DownloadBox({ here, own, download }: Props) {
  const { locale, slug, ctx } = here;
  const t = translator(locale, "tracker");
  const state = downloadState(download, own, ctx.now);
  const day = (at: Date | null) => (at ? formatDay(dayIn(at, own.zone), locale) : "");
  if (state === "destroyed") {
    return (
      <>
        <p className="font-strong">{t("download.destroyed")}</p>
        <p className="mt-2">{t("download.destroyedText", { day: day(download.keptUntil) })}</p>
        <Actions className="mt-5">
          <ButtonLink href={`/${slug}`}>{t("download.again")}</ButtonLink>
        </Actions>
      </>
    );
  }
  if (state !== "open") {
    return (
      <>
        <p className="font-strong">{t(state === "expired" ? "download.expired" : "download.tooOften")}</p>
        <p className="mt-2">
          {state === "expired"
            ? t("download.expiredText", { day: day(download.linkExpiresAt) })
            : t("download.tooOftenText", { count: download.usedTransfers })}
        </p>
        <Form action={renew} locale={locale} idPrefix="renew-">
          <input type="hidden" name="organisation" value={slug} />
          <input type="hidden" name="reference" value={own.reference} />
          <Actions className="mt-5">
            <SubmitButton>{t("download.renew")}</SubmitButton>
          </Actions>
        </Form>
      </>
    );
  }
  const all = own.policy.delivery.transfersPerLink;
  return (
    <>
      <p>{t(`download.what.${archiveHolds(own)}`)}</p>
      <KeyValues
        className="mt-4"
        items={[
          {
            key: t("download.size"),
            value: `${formatSize(download.sizeBytes, locale)}, ${t("download.files", { count: download.fileCount })}`,
          },
          { key: t("download.until"), value: day(download.linkExpiresAt) },
          {
            key: t("download.left"),
            value: t("download.leftOf", {
              left: formatNumber(all - download.usedTransfers, locale),
              all: formatNumber(all, locale),
            }),
          },
          {
            key: t("download.sha"),
            value: (
              <>
                <span className="mono text-small wrap-anywhere select-all">{download.sha256}</span>
                <span className="block text-small text-muted">{t("download.shaHint")}</span>
              </>
            ),
          },
        ]}
      />
      <Actions className="mt-6">
        {/* Not as `download`: where a proof is asked for first, the browser would save that page as the file. */}
        <ButtonLink
          look="main"
          target="_self"
          href={`/${slug}/download/files/${encodeURIComponent(own.reference)}`}
        >
          {t("download.go")}
        </ButtonLink>
      </Actions>
      <p className="mt-4 text-small text-muted">{t("download.big")}</p>
      <p className="text-small text-muted">{t("download.fresh")}</p>
    </>
  );
}
