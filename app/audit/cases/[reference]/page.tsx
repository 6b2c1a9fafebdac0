import type { Metadata } from "next";
import { Ledger } from "#components/case/ledger.tsx";
import { ProofPanel } from "#components/case/proof-panel.tsx";
import { ButtonLink } from "#components/ui/button.tsx";
import { Crumb } from "#components/ui/crumb.tsx";
import { DeskMain } from "#components/ui/desk-shell.tsx";
import { FilterChips } from "#components/ui/filter-chips.tsx";
import { Headline } from "#components/ui/headline.tsx";
import { recordRead } from "#lib/cases/commands/read.ts";
import { readAuditedHistory } from "#lib/cases/queries/register.ts";
import { getCaseByReference } from "#lib/cases/queries/view.ts";
import type { Verdict } from "#lib/audit/verify.ts";
import { dayIn } from "#lib/law/calendar.ts";
import { formatDay, formatInstant, zoneInFull } from "#lib/locales/format.ts";
import { found } from "#lib/web/found.ts";
import { auditor, enter } from "#lib/web/gates.ts";
import { DeskPage } from "../../../desk/desk-page.tsx";
import { ledgerEvents } from "../../../desk/ledger-events.ts";
import { filterHistory, type Asked } from "./filters.ts";

export const metadata: Metadata = { title: "History – Habeas" };

type Props = {
  params: Promise<{ reference: string }>;
  searchParams: Promise<Asked>;
};

/** Everything that happened to one case: exact times, who and in which role, what became what and why. Nothing can be changed here. */
export default async function CaseHistory({ params, searchParams }: Props) {
  const ctx = await enter(auditor());
  const row = await found(getCaseByReference(ctx, (await params).reference));
  await recordRead(ctx, row.id, "history");
  const { lines, verdict, person } = await readAuditedHistory(row);
  const newest = lines.reduce<(typeof lines)[number] | null>(
    (last, line) => (last && last.number > line.number ? last : line),
    null,
  );
  const { shown, order, filters, hereHref, clearHref } = filterHistory(lines, await searchParams, {
    path: `/audit/cases/${row.reference}`,
    zone: row.zone,
  });
  return (
    <DeskPage ctx={ctx} place="register" room="audit">
      <DeskMain>
        <Crumb href="/audit" label="Register" />
        <Headline
          level={1}
          title={
            <>
              History of <span className="mono whitespace-nowrap">{row.reference}</span>
            </>
          }
          aside={`${person}, received ${formatDay(dayIn(row.receivedAt, row.zone), "en")}, answer by ${formatDay(row.dueOn, "en")}`}
        />
        <ProofPanel
          state={verdict.whole ? "whole" : "broken"}
          title={verdict.whole ? "This history is whole" : "This history was changed"}
          text={verdictText(verdict)}
          facts={[
            ...(newest
              ? [
                  {
                    key: `Proof of event ${newest.number}`,
                    value: (
                      <span className="font-mono text-log">
                        {Buffer.from(newest.event.mac).toString("hex")}
                      </span>
                    ),
                  },
                ]
              : []),
            {
              key: "Checked",
              value: `${formatInstant(ctx.now, row.zone, "en")}, ${zoneInFull(row.zone)}`,
            },
          ]}
          actions={
            <ButtonLink look="main" href={hereHref}>
              Verify this history again
            </ButtonLink>
          }
        />
        <FilterChips
          filters={filters}
          clearHref={clearHref}
          count={`${shown.length} of ${lines.length} events`}
        />
        <Ledger
          caption={`Events of this case, ${order} first. Times are those of ${row.zone}.`}
          zone={zoneInFull(row.zone)}
          events={ledgerEvents(shown, row.zone)}
        />
      </DeskMain>
    </DeskPage>
  );
}

const reasons = {
  changed: "its bytes are not the ones that were recorded",
  missing: "an event is missing there",
  "does-not-follow": "it does not follow from what was recorded before",
};

function verdictText(verdict: Verdict): string {
  if (verdict.whole)
    return `All ${verdict.count} events were computed again, first to last. None is missing and none was changed.`;
  return `Event ${verdict.brokenAt} does not fit: ${reasons[verdict.because]}. Everything before it is whole.`;
}
