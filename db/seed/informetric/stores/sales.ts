import { chmodSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { dayOfMonthAgo, someTimeAgo } from "../../days.ts";
import { makeFolder, type Made } from "../../folders.ts";
import { randomFor } from "../../random.ts";
import type { TableRow } from "../../rows.ts";
import { insertRows } from "../../sqlite.ts";
import { buyers } from "../people.ts";

const tables = `
  create table customers (
    customer_id integer primary key,
    email text not null,
    name text not null,
    phone text,
    street text,
    city text,
    postcode text,
    country text,
    email_changed_at text,
    card_number_end text,
    card_code text
  );
  create index customers_email on customers (email);
  create table orders (
    order_id integer primary key,
    customer_id integer not null references customers,
    ordered_on text not null,
    item text not null,
    amount text not null,
    currency text not null
  );
  create index orders_customer on orders (customer_id);
`;

/** Creates the sales book of `informetric`: one SQLite file. One that is there already is left alone. */
export function createSalesBook(folder: string, today: string): Made {
  return makeFolder(folder, (fresh) => {
    const { customers, orders } = salesTables(today);
    const db = new DatabaseSync(join(fresh, "sales.sqlite"));
    db.exec(tables);
    insertRows(db, "customers", customers);
    insertRows(db, "orders", orders);
    db.close();
    // Habeas only reads; a file that nobody may change shows it.
    chmodSync(join(fresh, "sales.sqlite"), 0o444);
  });
}

export function salesTables(today: string): { customers: TableRow[]; orders: TableRow[] } {
  const people = buyers();
  const customers = people.map((person, index): TableRow => {
    const random = randomFor(`informetric/customer/${person.key}`);
    return {
      customer_id: 301 + index,
      email: person.email,
      name: person.name,
      phone: person.phone,
      street: person.street,
      city: person.city,
      postcode: person.postcode,
      country: person.country,
      email_changed_at: someTimeAgo(today, random.int(300, 900), random),
      card_number_end: random.digits(4),
      // Should never have been stored: a finding for the officer, and never part of an answer.
      card_code: random.digits(3),
    };
  });
  const orders = people.flatMap((person, index) => {
    const random = randomFor(`informetric/orders/${person.key}`);
    const { amount, monthsAgo } = person.lastOrder;
    const count = random.int(1, 5);
    return Array.from({ length: count }, (_, nth): TableRow => {
      const isLast = nth === count - 1;
      return {
        order_id: (301 + index) * 10 + nth,
        customer_id: 301 + index,
        ordered_on: dayOfMonthAgo(today, monthsAgo + (count - 1 - nth) * 3, 9),
        item: random.pick([
          "Calliper driver 4",
          "Flow meter licence",
          "Pressure kit",
          "Logging software, one seat",
        ]),
        amount: isLast ? amount : `${random.int(30, 800)}.00`,
        currency: person.country === "US" ? "USD" : "EUR",
      };
    });
  });
  return { customers, orders };
}
