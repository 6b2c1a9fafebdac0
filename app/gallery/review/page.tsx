import type { ReactNode } from "react";
import { NextStep } from "#components/case/next-step.tsx";
import { Hit, Redacted } from "#components/case/redaction-marks.tsx";
import { Select } from "#components/forms/select-field.tsx";
import { Button, ButtonLink } from "#components/ui/button.tsx";
import { DataTable } from "#components/ui/data-table.tsx";
import type { RowTone } from "#components/ui/data-table.tsx";
import { Headline } from "#components/ui/headline.tsx";
import { Pager } from "#components/ui/pager.tsx";
import { ScrollRegion } from "#components/ui/scroll-region.tsx";
import { StatusWord } from "#components/ui/status-word.tsx";
import { Pills } from "#components/ui/tabs.tsx";
import { SampleCasePage } from "../case-frame.tsx";

export const metadata = { title: "Gallery: review" };

type Row = { id: string; on: string; body: ReactNode; answer: ReactNode; tone?: RowTone };

const included = (
  <StatusWord status="done" inTable>
    included
  </StatusWord>
);

const rows: Row[] = [
  {
    id: "0398",
    on: "2 Mar 2025",
    body: (
      <p>
        <b>Maya, to support.</b> The recording stops after 40 minutes. Why?
      </p>
    ),
    answer: included,
  },
  {
    id: "0412",
    on: "14 Jun 2025",
    tone: "marked",
    body: (
      <>
        <p>
          <b>Maya, to support.</b> My neighbour <Hit>Daniel Whitlock</Hit> used my link, his mail is{" "}
          <Hit>d.whitlock@mail.example</Hit>.
        </p>
        <p className="mt-1.5 text-muted">Names a person known to the account database.</p>
        <div className="mt-2.5 flex flex-wrap items-center gap-1.5">
          <label className="flex min-w-0 basis-full flex-wrap items-center gap-x-2 text-muted">
            Reason{" "}
            <Select
              name="reason"
              options={[{ value: "others", label: "rights of others, UK GDPR Art. 15(4)" }]}
              className="w-88"
            />
          </label>
          <Button>Redact 2 places</Button>
          <Button>Withhold the record</Button>
          <Button>Keep as it is</Button>
        </div>
      </>
    ),
    answer: <StatusWord status="flagged">names someone else</StatusWord>,
  },
  {
    id: "0413",
    on: "15 Jun 2025",
    body: (
      <p>
        <b>Support, to Maya.</b> Done. <Redacted kind="another person’s name" /> is no longer on the list.
      </p>
    ),
    answer: (
      <>
        <StatusWord status="redacted" inTable>
          redacted, 1 place
        </StatusWord>
        <br />
        <span className="text-tiny text-muted">rights of others</span>
      </>
    ),
  },
  {
    id: "0420",
    on: "2 Sep 2025",
    tone: "gone",
    body: (
      <p>
        <b>Support, to legal team.</b> <s>Advise on the claim before we reply.</s>
      </p>
    ),
    answer: (
      <StatusWord status="refused" inTable>
        withheld
      </StatusWord>
    ),
  },
];

export default function Review() {
  return (
    <SampleCasePage tab="review" state={["open", "reviewing"]}>
      <NextStep
        title="Next: decide on 3 records that name someone else"
        actions={
          <ButtonLink look="main" href="#r0412">
            Go to the first
          </ButtonLink>
        }
      >
        Then you can ask for approval. 315 of 318 records are ready.
      </NextStep>
      <Headline
        level={2}
        title="Support messages"
        aside="18 records from the support desk"
        actions={<Button aria-pressed={false}>Show as delivered</Button>}
      />
      <Pills
        label="Categories"
        tabs={[
          { href: "/gallery/review?c=account", label: "Account", count: 2 },
          { href: "/gallery/review?c=invoices", label: "Invoices", count: 24 },
          { href: "/gallery/review", label: "Support messages", count: "18, 3 to decide", current: true },
        ]}
      />
      <ScrollRegion label="Records" untilWide>
        <DataTable
          caption="Support messages, oldest first"
          look="wide"
          className="mt-3"
          rows={rows}
          rowKey={(row) => row.id}
          rowId={(row) => `r${row.id}`}
          rowTone={(row) => row.tone}
          columns={[
            {
              key: "id",
              head: "Record",
              isRowHeader: true,
              nowrap: true,
              muted: true,
              className: "font-mono text-tiny",
              cell: (row) => `msg ${row.id}`,
            },
            { key: "on", head: "Date", nowrap: true, cell: (row) => row.on },
            { key: "body", head: "What it says", className: "max-w-184", cell: (row) => row.body },
            { key: "answer", head: "In the answer", cell: (row) => row.answer },
          ]}
        />
      </ScrollRegion>
      <Pager range={{ from: 1, to: 4, total: 18 }} nextHref="/gallery/review?after=4" nextLabel="Next 4" />
    </SampleCasePage>
  );
}
