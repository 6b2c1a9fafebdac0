import { Ledger } from "#components/case/ledger.tsx";
import { ProofPanel } from "#components/case/proof-panel.tsx";
import { Button, ButtonLink } from "#components/ui/button.tsx";
import { Crumb } from "#components/ui/crumb.tsx";
import { DeskMain } from "#components/ui/desk-shell.tsx";
import { FilterChips } from "#components/ui/filter-chips.tsx";
import { Headline } from "#components/ui/headline.tsx";
import { reference, SampleDesk } from "../frames.tsx";

export const metadata = { title: "Gallery: history" };

const here = "/gallery/history";
const options = [{ label: "any", href: here }];

const events = [
  [
    41,
    "Tuesday 24 November 2026",
    "10:48:12",
    "Ana Ruiz",
    "caseworker",
    "Asked for approval of the answer",
    "reviewing",
    "waiting for approval",
    "",
  ],
  [
    38,
    "Tuesday 24 November 2026",
    "10:37:26",
    "Ana Ruiz",
    "caseworker",
    "Redacted 2 places in a support message",
    "included",
    "redacted",
    "rights of others, UK GDPR Art. 15(4)",
  ],
  [
    29,
    "Thursday 12 November 2026",
    "02:14:36",
    "worker",
    "system",
    "Collected from marketing exports",
    "searching",
    "found 56",
    "",
  ],
  [
    18,
    "Monday 9 November 2026",
    "18:02:44",
    "clock",
    "system",
    "Moved the day to answer by",
    "3 December 2026",
    "8 December 2026",
    "5 days not counted",
  ],
  [
    1,
    "Tuesday 3 November 2026",
    "09:14:03",
    "M••• S•••",
    "person",
    "Asked for a copy of the data",
    "",
    "received",
    "",
  ],
].map(([number, day, time, who, role, what, before, after, reason]) => ({
  number: Number(number),
  day: String(day),
  time: String(time),
  fraction: ".204",
  instant: `2026-11-24T${time}Z`,
  who,
  role,
  what,
  before,
  after,
  reason,
  hash: "c41e 8d07",
  proofHref: `${here}?event=${number}`,
}));

export default function History() {
  return (
    <SampleDesk room="audit">
      <DeskMain>
        <Crumb href={here} label="Register">
          <span>2026, access, UK GDPR</span>
        </Crumb>
        <Headline
          level={1}
          title={
            <>
              History of <span className="mono whitespace-nowrap">{reference}</span>
            </>
          }
          aside="M••• S•••, received 3 November 2026, answer by 8 December 2026"
        />
        <ProofPanel
          state="whole"
          title="This history is whole"
          text="All 41 events were computed again, first to last. None is missing and none was changed."
          facts={[
            { key: "Checked", value: "24 November 2026, 11:32:07 GMT, by you" },
            { key: "Root", value: <span className="mono">9f3a 61c0 2b7d … 7be2</span> },
          ]}
          actions={
            <>
              <Button look="main">Verify this history again</Button>
              <ButtonLink href={here}>Download as CSV</ButtonLink>
            </>
          }
        />
        <FilterChips
          filters={[
            { name: "Kind", value: "main steps", removeHref: here, options },
            { name: "Who", value: "anyone", options },
          ]}
          count="5 of 41 events"
        />
        <Ledger
          caption="Events of this case, newest first. Times are Greenwich Mean Time."
          zone="GMT"
          events={events}
        />
        <h2 className="mt-12">When something is wrong</h2>
        <ProofPanel
          state="broken"
          title="This history was changed"
          text="Event 17 does not fit what was written after it. Everything before it is whole."
        />
      </DeskMain>
    </SampleDesk>
  );
}
