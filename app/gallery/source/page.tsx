import { DatasetGraph } from "#components/case/dataset-graph.tsx";
import type { Graph } from "#components/case/graph-layout.ts";
import { NextStep } from "#components/case/next-step.tsx";
import { TestSteps } from "#components/case/test-steps.tsx";
import { FieldNote, FieldsBeside } from "#components/forms/fields-beside.tsx";
import { PlainForm } from "#components/forms/plain-form.tsx";
import { SelectField } from "#components/forms/select-field.tsx";
import { TextField } from "#components/forms/text-field.tsx";
import { Button, ButtonLink } from "#components/ui/button.tsx";
import { Headline } from "#components/ui/headline.tsx";
import { Link } from "#components/ui/link.tsx";
import { SplitSettings, TwoColumns } from "#components/ui/split-settings.tsx";
import { StatusWord } from "#components/ui/status-word.tsx";
import { SampleDesk } from "../frames.tsx";

export const metadata = { title: "Gallery: source" };

const graph: Graph = {
  seeds: [
    { id: "account", label: "account number" },
    { id: "mail", label: "e-mail" },
  ],
  stores: [
    { id: "db", label: "Account database", kind: "Postgres" },
    { id: "desk", label: "Support desk", kind: "SQLite" },
    { id: "files", label: "Marketing exports", kind: "CSV and JSON" },
  ],
  nodes: [
    ...["accounts", "invoices", "meetings", "devices"].map((label) => ({ id: label, store: "db", label })),
    { id: "invoice_archive", store: "db", label: "invoice_archive", trouble: "table not found" },
    { id: "participants", store: "db", label: "participants" },
    ...["customers", "tickets", "messages", "attachments"].map((label) => ({
      id: label,
      store: "desk",
      label,
    })),
    ...["contacts.csv", "clicks.json"].map((label) => ({ id: label, store: "files", label })),
  ],
  edges: [
    ["account", "accounts", "account_no"],
    ["accounts", "invoices", "account_id"],
    ["accounts", "meetings", "host_id"],
    ["accounts", "devices", "account_id"],
    ["accounts", "invoice_archive", "account_id"],
    ["meetings", "participants", "meeting_id"],
    ["mail", "customers", "mail"],
    ["mail", "contacts.csv", "email"],
    ["customers", "tickets", "customer_id"],
    ["tickets", "messages", "ticket_id"],
    ["messages", "attachments", "message_id"],
    ["contacts.csv", "clicks.json", "contact_id"],
  ].map(([from = "", to = "", field = ""]) => ({ from, to, field })),
};

export default function Source() {
  const here = "/gallery/source";
  return (
    <SampleDesk>
      <SplitSettings
        title="Sources"
        items={[
          {
            href: here,
            label: "Account database",
            isCurrent: true,
            below: (
              <StatusWord status="late" inTable>
                one table missing
              </StatusWord>
            ),
          },
          {
            href: `${here}?s=desk`,
            label: "Support desk",
            below: (
              <StatusWord status="done" inTable>
                working, tested 9 November
              </StatusWord>
            ),
          },
        ]}
        action={<ButtonLink href={here}>Add a source</ButtonLink>}
      >
        <Headline level={1} title="Account database" aside="Postgres, dataset version 7" className="mb-5" />
        <NextStep
          title="Next: say where old invoices are now"
          actions={
            <ButtonLink look="main" href={here}>
              Edit the dataset
            </ButtonLink>
          }
        >
          The dataset names a table that is not there. Until then every case reports this source as failed.
        </NextStep>
        <TwoColumns>
          <section aria-labelledby="connection">
            <h2 id="connection">Connection</h2>
            <PlainForm
              action={here}
              method="get"
              locale="en"
              className="mt-3.5"
              answer={{
                values: { host: "replica", database: "", user: "habeas_reader" },
                errors: { database: "Enter the name of the database" },
              }}
            >
              <FieldsBeside>
                <SelectField
                  name="host"
                  label="Host"
                  hint="Only hosts that the operator has allowed"
                  options={[{ value: "replica", label: "accounts-replica.ipc.internal" }]}
                />
                <TextField name="database" label="Database" />
                <TextField name="user" label="User" spellCheck={false} />
                <FieldNote label="Password">
                  Kept since 2 November, cannot be shown again. <Link href={here}>Replace it</Link>
                </FieldNote>
                <FieldNote>
                  <Button type="submit">Test the connection</Button> <Button>Save changes</Button>
                </FieldNote>
              </FieldsBeside>
            </PlainForm>
          </section>
          <section aria-labelledby="test">
            <Headline level={2} id="test" title="Last test" aside="today, 11:04, by you" />
            <TestSteps
              steps={[
                { isFine: true, text: "Reached the host over TLS", milliseconds: 38 },
                { isFine: true, text: "May read and may not write, as it should be", milliseconds: 9 },
                {
                  isFine: false,
                  text: (
                    <>
                      <b>The table invoice_archive is not there.</b> Ask whoever runs this database where it
                      went, or take it out of the dataset.
                    </>
                  ),
                },
              ]}
            />
          </section>
        </TwoColumns>
        <Headline
          level={2}
          title="How records are found"
          aside="from what a person proves, along the references, across stores"
          className="mt-11"
        />
        <DatasetGraph id="graph" title="How records are found for one person" graph={graph} />
      </SplitSettings>
    </SampleDesk>
  );
}
