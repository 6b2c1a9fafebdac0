import type { Metadata } from "next";
import { DataTable, RowLink } from "#components/ui/data-table.tsx";
import { DeskMain } from "#components/ui/desk-shell.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { Headline } from "#components/ui/headline.tsx";
import { Pager } from "#components/ui/pager.tsx";
import { ScrollRegion } from "#components/ui/scroll-region.tsx";
import { StatusWord } from "#components/ui/status-word.tsx";
import { Tabs } from "#components/ui/tabs.tsx";
import { listRegister } from "#lib/cases/queries/register.ts";
import { rightWords, statusWords } from "#lib/cases/words.ts";
import { dayIn } from "#lib/law/calendar.ts";
import { regimes } from "#lib/law/index.ts";
import { formatDay, formatNumber } from "#lib/locales/format.ts";
import type { RightId } from "#lib/rights/ids.ts";
import { auditor, enter } from "#lib/web/gates.ts";
import { DeskPage } from "../desk/desk-page.tsx";

export const metadata: Metadata = { title: "Register – Habeas" };

/** Every request that ever came, for the auditor: persons masked, each with its whole history. */
export default async function Register({ searchParams }: { searchParams: Promise<{ after?: string }> }) {
  const ctx = await enter(auditor());
  const { rows, next } = await listRegister(ctx, (await searchParams).after ?? null);
  return (
    <DeskPage ctx={ctx} place="register" room="audit">
      <DeskMain>
        <Headline level={1} title="Register" aside="every request, the newest first; names are masked" />
        <Tabs
          label="Records"
          tabs={[
            { href: "/audit", label: "Cases", current: true },
            { href: "/audit/events", label: "Sign-ins, searches, settings" },
          ]}
        />
        {rows.length === 0 ? (
          <EmptyState title="No request has come yet" />
        ) : (
          <ScrollRegion label="Cases, scrolls sideways" untilWide>
            <DataTable
              caption="Requests, the newest first"
              rows={rows}
              rowKey={(row) => row.id}
              columns={[
                {
                  key: "reference",
                  head: "Reference",
                  isRowHeader: true,
                  cell: (row) => <RowLink href={`/audit/cases/${row.reference}`}>{row.reference}</RowLink>,
                },
                {
                  key: "received",
                  head: "Received",
                  nowrap: true,
                  cell: (row) => formatDay(dayIn(row.receivedAt, row.zone), "en"),
                },
                { key: "due", head: "Answer by", nowrap: true, cell: (row) => formatDay(row.dueOn, "en") },
                { key: "person", head: "Person", nowrap: true, cell: (row) => <bdi>{row.person}</bdi> },
                {
                  key: "right",
                  head: "Right",
                  cell: (row) => row.rights.map((right) => rightWords[right as RightId]).join(", "),
                },
                {
                  key: "law",
                  head: "Law",
                  nowrap: true,
                  cell: (row) => row.regimes.map((id) => regimes[id].name).join(", "),
                },
                {
                  key: "state",
                  head: "State",
                  cell: (row) => (
                    <StatusWord status={statusWords[row.status][0]} inTable>
                      {statusWords[row.status][1]}
                    </StatusWord>
                  ),
                },
                {
                  key: "events",
                  head: "Events",
                  align: "end",
                  cell: (row) => formatNumber(row.events, "en"),
                },
              ]}
            />
          </ScrollRegion>
        )}
        {next && <Pager nextHref={`/audit?after=${encodeURIComponent(next)}`} nextLabel="Next 50" />}
      </DeskMain>
    </DeskPage>
  );
}
