import { createHash } from "node:crypto";
import { chmodSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { dayOfMonthAgo, someTimeAgo } from "../../days.ts";
import { makeFolder, type Made } from "../../folders.ts";
import { randomFor } from "../../random.ts";
import type { TableRow } from "../../rows.ts";
import { insertRows } from "../../sqlite.ts";
import { contacts, deletedPeople } from "../people.ts";

const tables = `
  create table contacts (
    contact_id integer primary key,
    email text not null,
    email_changed_at text,
    name text not null,
    phone text,
    company text,
    street text,
    city text,
    postcode text,
    country text,
    kind text not null,
    came_from text,
    last_contact_on text not null
  );
  create index contacts_email on contacts (email);
  create table orders (
    order_id integer primary key,
    contact_id integer not null references contacts,
    ordered_on text not null,
    item text not null,
    amount text not null,
    currency text not null
  );
  create index orders_contact on orders (contact_id);
  create table deleted_contacts (
    entry_id integer primary key,
    email_digest text not null,
    deleted_on text not null
  );
  create index deleted_contacts_digest on deleted_contacts (email_digest);
`;

/** Creates the contact book of `instant-connect`: one SQLite file. One that is there already is left alone. */
export function createContactBook(folder: string, today: string): Made {
  return makeFolder(folder, (fresh) => {
    const { people, orders } = contactTables(today);
    const db = new DatabaseSync(join(fresh, "contacts.sqlite"));
    db.exec(tables);
    insertRows(db, "contacts", people);
    insertRows(db, "orders", orders);
    insertRows(db, "deleted_contacts", deletedRows(today));
    db.close();
    // Habeas only reads; a file that nobody may change shows it.
    chmodSync(join(fresh, "contacts.sqlite"), 0o444);
  });
}

/** All that is left of people deleted two years after their last contact: a digest of the address, and the day. */
export function deletedRows(today: string): TableRow[] {
  return deletedPeople.map(({ email, monthsAgo }, index) => ({
    entry_id: 1 + index,
    email_digest: createHash("sha256").update(email).digest("hex"),
    deleted_on: dayOfMonthAgo(today, monthsAgo, 3),
  }));
}

export function contactTables(today: string): { people: TableRow[]; orders: TableRow[] } {
  const known = contacts();
  const people = known.map((person, index): TableRow => {
    const random = randomFor(`instant-connect/contact/${person.key}`);
    return {
      contact_id: 4001 + index,
      email: person.email,
      email_changed_at: someTimeAgo(today, random.int(120, 700), random),
      name: person.name,
      phone: person.phone,
      company: person.company,
      street: person.street,
      city: person.city,
      postcode: person.postcode,
      country: person.country,
      kind: person.kind,
      came_from: random.pick(["our website", "a trade fair", "a partner", "a public directory"]),
      last_contact_on: dayOfMonthAgo(today, person.lastOrder?.monthsAgo ?? random.int(2, 22), 12),
    };
  });
  const orders = known.flatMap((person, index) => {
    const { lastOrder } = person;
    if (!lastOrder) return [];
    const random = randomFor(`instant-connect/orders/${person.key}`);
    const count = random.int(1, 6);
    return Array.from({ length: count }, (_, nth): TableRow => {
      const isLast = nth === count - 1;
      return {
        order_id: (4001 + index) * 10 + nth,
        contact_id: 4001 + index,
        ordered_on: dayOfMonthAgo(today, lastOrder.monthsAgo + (count - 1 - nth) * 2, random.int(1, 28)),
        item: random.pick(["Team line, 5 seats", "Desk phone", "Headset", "Team line, 1 seat"]),
        amount: isLast ? lastOrder.amount : `${random.int(20, 300)}.00`,
        currency: person.country === "US" ? "USD" : "EUR",
      };
    });
  });
  return { people, orders };
}
