import type { ReactNode } from "react";
import { defaultLocale, translator } from "#lib/locales/index.ts";
import { DataTable } from "#components/ui/data-table.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { Link } from "#components/ui/link.tsx";
import { ScrollRegion } from "#components/ui/scroll-region.tsx";

export type LedgerEvent = {
  number: number;
  /** The day it happened on in the zone of the table, in words; the heading above the day's events. */
  day: string;
  /** "10:48:12" and the part of the second ".204". */
  time: string;
  fraction?: string;
  /** For `<time>`: ISO 8601. */
  instant: string;
  who: ReactNode;
  role: ReactNode;
  what: ReactNode;
  before?: ReactNode;
  after?: ReactNode;
  reason?: ReactNode;
  /** The first digits of its hash, and where its proof is. */
  hash?: string;
  proofHref?: string;
};

/** Before and after, read as a sentence too. */
export function Became({ before, after }: { before?: ReactNode; after: ReactNode }) {
  const t = translator(defaultLocale, "ui");
  return (
    <span className="inline-flex flex-wrap gap-x-2 gap-y-0.5">
      {before && (
        <>
          <span className="text-muted">{before}</span>
          <span aria-hidden="true">→</span>
          <span className="sr-only">{t("history.became")}</span>
        </>
      )}
      <b>{after}</b>
    </span>
  );
}

/** The events of a history, under the days they happened on. */
export function Ledger(props: {
  caption: string;
  zone: string;
  events: readonly LedgerEvent[];
  empty?: ReactNode;
}) {
  const t = translator(defaultLocale, "ui");
  if (props.events.length === 0) return props.empty ?? <EmptyState title={t("history.empty")} />;
  return (
    <ScrollRegion label={props.caption} untilWide>
      <DataTable
        caption={props.caption}
        look="roomy"
        className="mt-3"
        rows={props.events}
        rowKey={(event) => String(event.number)}
        rowId={(event) => `event-${event.number}`}
        groupOf={(event) => event.day}
        columns={[
          {
            key: "number",
            head: t("history.number"),
            isRowHeader: true,
            muted: true,
            cell: (event) => event.number.toLocaleString(defaultLocale),
          },
          {
            key: "time",
            head: t("history.time", { zone: props.zone }),
            label: t("history.labels.time"),
            nowrap: true,
            className: "font-mono text-log",
            cell: (event) => (
              <time dateTime={event.instant}>
                {event.time}
                {event.fraction && <span className="text-muted">{event.fraction}</span>}
              </time>
            ),
          },
          {
            key: "who",
            head: t("history.who"),
            nowrap: true,
            cell: (event) => (
              <>
                {event.who} <span className="text-muted">{event.role}</span>
              </>
            ),
          },
          {
            key: "what",
            head: t("history.what"),
            label: t("history.labels.what"),
            cell: (event) => event.what,
          },
          {
            key: "change",
            head: t("history.change"),
            label: t("history.labels.change"),
            cell: (event) => event.after && <Became before={event.before} after={event.after} />,
          },
          { key: "reason", head: t("history.reason"), muted: true, cell: (event) => event.reason },
          {
            key: "proof",
            head: t("history.proof"),
            nowrap: true,
            cell: (event) =>
              event.hash && (
                <span className="font-mono text-tiny text-muted">
                  {event.hash}{" "}
                  {event.proofHref && (
                    <Link href={event.proofHref}>
                      {t("history.show")}
                      <span className="sr-only"> {t("history.proofOf", { number: event.number })}</span>
                    </Link>
                  )}
                </span>
              ),
          },
        ]}
      />
    </ScrollRegion>
  );
}
