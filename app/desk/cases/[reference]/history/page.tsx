import type { Metadata } from "next";
import { Ledger } from "#components/case/ledger.tsx";
import { Headline } from "#components/ui/headline.tsx";
import { listCaseHistory } from "#lib/cases/queries/history.ts";
import { CasePage, openCasePage, type CaseParams } from "../case-page.tsx";
import { ledgerEvents } from "../../../ledger-events.ts";

export const metadata: Metadata = { title: "History – Habeas" };

/** Everything that happened to a case, as it was recorded. */
export default async function History({ params }: CaseParams) {
  const { ctx, view } = await openCasePage(params, "history");
  const { row, names } = view;
  const lines = await listCaseHistory(ctx, row, names);
  return (
    <CasePage ctx={ctx} view={view} tab="history">
      <Headline level={2} title="History" aside={`${lines.length} events, newest first`} />
      <Ledger
        caption={`Events of this case, newest first. Times are those of ${row.zone}.`}
        zone={row.zone}
        events={ledgerEvents(lines, row.zone)}
      />
    </CasePage>
  );
}
