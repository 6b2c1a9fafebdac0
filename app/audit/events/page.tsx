import type { Metadata } from "next";
import { Ledger } from "#components/case/ledger.tsx";
import { DeskMain } from "#components/ui/desk-shell.tsx";
import { Headline } from "#components/ui/headline.tsx";
import { Pager } from "#components/ui/pager.tsx";
import { Tabs } from "#components/ui/tabs.tsx";
import { listHouseEvents } from "#lib/cases/queries/register.ts";
import { zoneInFull } from "#lib/locales/format.ts";
import { getHouse } from "#lib/organisations/queries.ts";
import { auditor, enter } from "#lib/web/gates.ts";
import { DeskPage } from "../../desk/desk-page.tsx";
import { ledgerEvents } from "../../desk/ledger-events.ts";

export const metadata: Metadata = { title: "Events – Habeas" };

/** What happened outside of cases, refused attempts among it. */
export default async function HouseEvents({ searchParams }: { searchParams: Promise<{ before?: string }> }) {
  const ctx = await enter(auditor());
  const { zone } = await getHouse(ctx);
  const before = Number((await searchParams).before);
  const { lines, next } = await listHouseEvents(
    ctx,
    Number.isSafeInteger(before) && before > 0 ? before : null,
  );
  return (
    <DeskPage ctx={ctx} place="register" room="audit">
      <DeskMain>
        <Headline level={1} title="Register" aside="sign-ins, searches, settings and what was refused" />
        <Tabs
          label="Records"
          tabs={[
            { href: "/audit", label: "Cases" },
            { href: "/audit/events", label: "Sign-ins, searches, settings", current: true },
          ]}
        />
        <Ledger
          caption={`Events outside of cases, newest first. Times are those of ${zone}.`}
          zone={zoneInFull(zone)}
          events={ledgerEvents(lines, zone)}
        />
        {next && <Pager nextHref={`/audit/events?before=${next}`} nextLabel="Next 50" />}
      </DeskMain>
    </DeskPage>
  );
}
