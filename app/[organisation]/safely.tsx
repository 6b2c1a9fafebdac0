import { redirect, unstable_rethrow } from "next/navigation";
import type { ReactNode } from "react";
import { ButtonLink } from "#components/ui/button.tsx";
import { isDatabaseAway } from "#lib/database-away.ts";
import { HabeasError } from "#lib/errors.ts";
import { translator } from "#lib/locales/index.ts";
import { log } from "#lib/log.ts";
import { currentVisit } from "#lib/web/request.ts";
import { noteStatus } from "#lib/web/statuses.ts";
import type { Visit } from "#lib/web/visit.ts";
import { MessagePage } from "./message-page.tsx";

/**
 * A page of the person's side that fails with a page of its own, also where no scripts run: the framework would send an
 * empty one then, and write the values of a failed query into the log. Here the fault is logged once, without them.
 */
export function safely<Props>(
  page: (props: Props) => Promise<ReactNode>,
): (props: Props) => Promise<ReactNode> {
  return async (props) => {
    try {
      return await page(props);
    } catch (error) {
      const visit = await currentVisit();
      if (isNotFound(error)) redirect(`/${visit.path.split("/")[1] ?? ""}/not-found`);
      unstable_rethrow(error);
      if (error instanceof HabeasError && error.code === "gone") {
        noteStatus(410);
        return <Gone visit={visit} />;
      }
      const isAway = isDatabaseAway(error);
      noteStatus(isAway ? 503 : 500);
      log.error({ requestId: visit.requestId, error }, "a page could not be drawn");
      return <FaultPage visit={visit} isAway={isAway} />;
    }
  };
}

/**
 * Nothing at this address. The framework answers a page that says so itself with an empty body until scripts run; an
 * address that no page has gets our page at once, with the same status.
 */
function isNotFound(error: unknown): boolean {
  if (error instanceof HabeasError) return error.code === "not-found";
  return (error as { digest?: string } | null)?.digest === "NEXT_HTTP_ERROR_FALLBACK;404";
}

function FaultPage({ visit, isAway }: { visit: Visit; isAway: boolean }) {
  const t = translator(visit.locale, "tracker");
  return (
    <MessagePage
      visit={visit}
      title={t(isAway ? "fault.away.title" : "fault.title")}
      lead={t(isAway ? "fault.away.lead" : "fault.lead")}
      actions={<ButtonLink href={visit.path}>{t("fault.again")}</ButtonLink>}
    >
      <p className="mt-5">
        {t("fault.number")}{" "}
        <span className="mono text-small wrap-anywhere select-all">{visit.requestId}</span>
      </p>
    </MessagePage>
  );
}

/** What was destroyed on purpose, when its time was over. */
function Gone({ visit }: { visit: Visit }) {
  const t = translator(visit.locale, "tracker");
  return <MessagePage visit={visit} title={t("gone.title")} lead={t("gone.lead")} />;
}
