import { chmodSync, mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { demoPeople } from "#lib/demo/people.ts";
import type { DemoPerson } from "#lib/demo/people.ts";
import { instantAgo } from "../../days.ts";
import { makeFolder, type Made } from "../../folders.ts";
import { insertRows } from "../../sqlite.ts";
import { randomFor } from "../../random.ts";
import type { TableRow } from "../../rows.ts";
import { customerForDays, ipcPeople } from "../people.ts";
import { conversations, type Conversation } from "./conversations.ts";
import { everydayConversation } from "./everyday.ts";

const tables = `
  create table customers (
    customer_id integer primary key,
    mail text,
    account_no text,
    name text not null,
    since text not null
  );
  create index customers_mail on customers (mail);
  create index customers_account_no on customers (account_no);
  create table tickets (
    ticket_id integer primary key,
    customer_id integer not null references customers,
    subject text not null,
    status text not null,
    opened_at text not null,
    closed_at text
  );
  create index tickets_customer on tickets (customer_id);
  create table messages (
    message_id integer primary key,
    ticket_id integer not null references tickets,
    sent_at text not null,
    author_kind text not null,
    to_kind text not null,
    agent_name text,
    body text not null
  );
  create index messages_ticket on messages (ticket_id);
  create table attachments (
    attachment_id integer primary key,
    message_id integer not null references messages,
    file_name text not null,
    path text not null,
    media_type text not null,
    size_bytes integer
  );
  create index attachments_message on attachments (message_id);
`;

/** Creates the support desk of `ipc`: `support.sqlite` and a folder of attachments. One that is there already is left alone. */
export function createSupportDesk(folder: string, today: string): Made {
  return makeFolder(folder, (fresh) => {
    const rows = supportTables(ipcPeople(), today);
    const db = new DatabaseSync(join(fresh, "support.sqlite"));
    db.exec(tables);
    for (const table of ["customers", "tickets", "messages", "attachments"] as const)
      insertRows(db, table, rows[table]);
    db.close();
    // Habeas only reads; a file that nobody may change shows it.
    chmodSync(join(fresh, "support.sqlite"), 0o444);
    for (const { path, content } of rows.files) {
      const place = join(fresh, "attachments", path);
      mkdirSync(dirname(place), { recursive: true });
      writeFileSync(place, content);
    }
  });
}

type SupportTables = Record<"customers" | "tickets" | "messages" | "attachments", TableRow[]> & {
  files: { path: string; content: Uint8Array }[];
};

/** Customers are those who ever wrote; a message keeps the name of the agent, which no answer shows. */
export function supportTables(people: readonly DemoPerson[], today: string): SupportTables {
  const all: SupportTables = { customers: [], tickets: [], messages: [], attachments: [], files: [] };
  const strangers = people.filter(
    (person) => !(person.key in demoPeople) && randomFor(`ipc/support/${person.key}`).chance(55),
  );
  const talks: { person: DemoPerson; talk: Pick<Conversation, "subject" | "isOpen" | "messages"> }[] = [
    ...conversations.map((talk) => ({ person: demoPeople[talk.customer], talk })),
    ...strangers.map((person) => ({ person, talk: everydayConversation(person) })),
  ];
  for (const { person, talk } of talks) addConversation(all, person, talk, today);
  return all;
}

function addConversation(
  all: SupportTables,
  person: DemoPerson,
  talk: Pick<Conversation, "subject" | "isOpen" | "messages">,
  today: string,
): void {
  // The twins share a mailbox, so the support desk takes them for one customer.
  const known = all.customers.find(
    (customer) => customer["mail"] === person.email && customer["mail"] !== null,
  );
  const customer = known ?? {
    customer_id: 5001 + all.customers.length,
    mail: person.email,
    account_no: person.accountNo,
    name: person.name,
    since: instantAgo(today, Math.max(customerForDays(person) - 3, talk.messages[0]?.daysAgo ?? 1), "12:00"),
  };
  if (!known) all.customers.push(customer);
  const ticketId = 20_001 + all.tickets.length;
  const [first, last] = [talk.messages[0], talk.messages.at(-1)];
  if (!first || !last) return;
  all.tickets.push({
    ticket_id: ticketId,
    customer_id: customer["customer_id"] ?? null,
    subject: talk.subject,
    status: talk.isOpen ? "open" : "closed",
    opened_at: instantAgo(today, first.daysAgo, first.time),
    closed_at: talk.isOpen ? null : instantAgo(today, last.daysAgo, "23:00"),
  });
  for (const message of talk.messages) {
    const messageId = 398 + all.messages.length;
    const random = randomFor(`ipc/agent/${messageId}`);
    all.messages.push({
      message_id: messageId,
      ticket_id: ticketId,
      sent_at: instantAgo(today, message.daysAgo, message.time),
      author_kind: message.from,
      to_kind: message.to ?? (message.from === "customer" ? "support" : "customer"),
      agent_name: message.from === "customer" ? null : random.pick(["Kim", "Robin", "Sascha"]),
      body: message.body,
    });
    for (const file of message.files ?? []) {
      all.attachments.push({
        attachment_id: 7001 + all.attachments.length,
        message_id: messageId,
        file_name: file.name,
        path: file.path,
        media_type: file.mediaType,
        size_bytes: file.content?.length ?? 48_211,
      });
      if (file.content) all.files.push({ path: file.path, content: file.content });
    }
  }
}
