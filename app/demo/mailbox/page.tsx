import type { Metadata } from "next";
import { PlainForm } from "#components/forms/plain-form.tsx";
import { SubmitButton } from "#components/forms/submit-button.tsx";
import { TextField } from "#components/forms/text-field.tsx";
import { DataTable } from "#components/ui/data-table.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { Link } from "#components/ui/link.tsx";
import { Pager } from "#components/ui/pager.tsx";
import { StatusWord } from "#components/ui/status-word.tsx";
import { Tabs } from "#components/ui/tabs.tsx";
import type { MailView } from "#lib/demo/mailbox/queries.ts";
import {
  mailSides,
  readPlace,
  readSide,
  searchedReference,
  type MailSide,
} from "#lib/demo/mailbox/search.ts";
import { formatInstant } from "#lib/locales/format.ts";
import { enter } from "#lib/web/gates.ts";
import { demoVisitor } from "../gate.ts";
import { MailboxPage } from "./mailbox-page.tsx";
import { StateOfMail } from "./state-of-mail.tsx";

export const metadata: Metadata = { title: "Mailbox · Habeas demo" };

type Search = Promise<Partial<Record<"reference" | "to" | "before", string | string[]>>>;
const one = (value: string | string[] | undefined) => (Array.isArray(value) ? value[0] : value) ?? "";

/** Everything that would have been mailed, to whomever it went. */
export default async function Mailbox({ searchParams }: { searchParams: Search }) {
  await enter(demoVisitor());
  const mailbox = await import("#lib/demo/mailbox/queries.ts");
  const asked = await searchParams;
  const typed = one(asked.reference);
  const reference = searchedReference(typed);
  const side = readSide(one(asked.to));
  const { mails, next } = await mailbox.unscopedListMails({
    reference,
    side,
    before: readPlace(one(asked.before)),
  });
  const address = (changes: Record<string, string>) =>
    `/demo/mailbox?${new URLSearchParams({ ...(typed ? { reference: typed } : {}), to: side, ...changes }).toString()}`;
  return (
    <MailboxPage>
      <h1>Mailbox</h1>
      <p className="mt-2 text-muted">Mails to everybody in this demo, newest first.</p>
      <search className="mt-6 block max-w-120">
        <PlainForm action="/demo/mailbox" method="get" locale="en" idPrefix="find-">
          <TextField
            name="reference"
            label="Find by reference"
            hint="All of it or a part: HB-7K4Q-2M9X, or 7K4Q"
            value={typed}
            width={20}
            autoComplete="off"
            spellCheck={false}
            after={<SubmitButton look="quiet">Find</SubmitButton>}
          />
          <input type="hidden" name="to" value={side} />
        </PlainForm>
      </search>
      <Tabs
        label="Whose mails"
        tabs={mailSides.map((one) => ({
          href: address({ to: one }),
          label: sides[one],
          current: one === side,
        }))}
      />
      {mails.length > 0 ? <Mails mails={mails} /> : <NoMail reference={reference} />}
      <Pager nextHref={next ? address({ before: next }) : undefined} nextLabel="Older" />
    </MailboxPage>
  );
}

const sides = {
  all: "Everybody’s",
  people: "To people who ask",
  team: "To the privacy team",
} satisfies Record<MailSide, string>;

function NoMail({ reference }: { reference: string | null }) {
  if (reference === null) {
    return (
      <EmptyState title="No mail yet.">Send a request, and the first one is here within a minute.</EmptyState>
    );
  }
  return (
    <EmptyState title="No mail about that reference.">
      Check the reference, or <Link href="/demo/mailbox">see all mails</Link>.
    </EmptyState>
  );
}

function Mails({ mails }: { mails: readonly MailView[] }) {
  return (
    <DataTable
      caption="Mails of the demo"
      className="mt-4"
      rows={mails}
      rowKey={(mail) => mail.id}
      columns={[
        { key: "subject", head: "Subject", isRowHeader: true, cell: subjectCell },
        {
          key: "to",
          head: "To",
          muted: true,
          className: "wrap-anywhere",
          cell: (mail) => mail.to ?? "erased",
        },
        {
          key: "at",
          head: "Written",
          nowrap: true,
          cell: (mail) => formatInstant(mail.at, "Europe/London", "en"),
        },
        {
          key: "state",
          head: "Delivery",
          nowrap: true,
          cell: (mail) => <StateOfMail state={mail.state} inTable />,
        },
      ]}
    />
  );
}

function subjectCell({ id, subject, isNew }: MailView) {
  return (
    <span className="flex flex-wrap items-baseline gap-x-3">
      <Link href={`/demo/mailbox/${id}`} className={isNew ? "font-bold" : "font-normal"}>
        {subject ?? "Erased with its case"}
      </Link>
      {isNew && (
        <StatusWord status="open" inTable>
          new
        </StatusWord>
      )}
    </span>
  );
}
