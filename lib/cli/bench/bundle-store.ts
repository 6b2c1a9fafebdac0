import type postgres from "postgres";
import { changeDataset } from "#lib/engine/sources/commands/maps.ts";
import { addSource } from "#lib/engine/sources/commands/sources.ts";
import type { StaffContext } from "#lib/context.ts";
import { people } from "#db/testing/shop.ts";

const [person] = people;

const tables = `
  create table people (id integer primary key, account_no text not null unique, name text not null, email text not null,
    email_changed_at timestamptz, postcode text, born_on date, login_subject text);
  create index people_name on people (name);
  create index people_email on people (email);
  create table invoices (id integer primary key, person_id integer not null, amount numeric(10, 2) not null, issued_on date not null);
  create index invoices_person on invoices (person_id);
  create table activity (id bigint primary key, person_id integer not null, at timestamptz not null, kind text not null,
    title text not null, detail text not null, amount numeric(10, 2), currency text, address inet, device jsonb not null);
  create index activity_person on activity (person_id);
`;

/** The columns of a row that go out, in the order of the map. */
export const activityColumns = [
  "id",
  "person_id",
  "at",
  "kind",
  "title",
  "detail",
  "amount",
  "currency",
  "address",
  "device",
];

const shopYaml = `
dataset:
  - fides_key: shop
    name: Shop
    collections:
      - name: people
        fields:
          - { name: id, data_categories: [user.unique_id], fides_meta: { primary_key: true, data_type: integer } }
          - { name: account_no, data_categories: [user.unique_id], fides_meta: { identity: account_number, data_type: string }, habeas_meta: { stored_form: compact } }
          - { name: name, data_categories: [user.name], habeas_meta: { third_party: name } }
          - { name: email, data_categories: [user.contact.email], fides_meta: { identity: email, data_type: string }, habeas_meta: { third_party: email } }
          - { name: email_changed_at, data_categories: [user.contact.email] }
          - { name: postcode, data_categories: [user.contact.address.postal_code] }
          - { name: born_on, data_categories: [user.demographic.date_of_birth] }
          - { name: login_subject, data_categories: [user.account] }
      - name: invoices
        fields:
          - { name: id, data_categories: [user.unique_id], fides_meta: { primary_key: true, data_type: integer } }
          - { name: person_id, data_categories: [system.operations], fides_meta: { data_type: integer, references: [{ dataset: shop, field: people.id, direction: from }] } }
          - { name: amount, data_categories: [user.financial], habeas_meta: { money: GBP } }
          - { name: issued_on, data_categories: [user.financial] }
      - name: activity
        fields:
          - { name: id, data_categories: [user.unique_id], fides_meta: { primary_key: true, data_type: integer } }
          - { name: person_id, data_categories: [system.operations], fides_meta: { data_type: integer, references: [{ dataset: shop, field: people.id, direction: from }] } }
          - { name: at, data_categories: [user.behavior] }
          - { name: kind, data_categories: [user.behavior] }
          - { name: title, data_categories: [user.behavior] }
          - { name: detail, data_categories: [user.content.private] }
          - { name: amount, data_categories: [user.financial] }
          - { name: currency, data_categories: [user.financial] }
          - { name: address, data_categories: [user.device.ip_address] }
          - { name: device, data_categories: [user.device] }
`;

/** Makes and fills the store: one person, and `rows` rows about her of ten columns each. */
export async function fillStore(sql: postgres.Sql, rows: number): Promise<void> {
  await sql.unsafe(tables);
  await sql`insert into people values (1, ${person.accountNo}, ${person.name}, ${person.email}, ${person.changed}, 'BS6 5QA', '1990-01-03', ${person.subject})`;
  await sql`insert into invoices values (1, 1, 18.40, '2026-10-04')`;
  await sql`
    insert into activity
    select n, 1, '2019-01-01T00:00:00Z'::timestamptz + n * interval '17 minutes 3 seconds',
      (array['sign-in', 'order', 'payment', 'message', 'setting'])[1 + n % 5],
      'Row ' || n || ' of what we keep',
      'You looked at "' || md5(n::text) || '", then at page ' || n % 97 || '; ' || repeat('and on the way home, ', (n % 4)::int) || 'signed out.',
      case when n % 5 in (1, 2) then (n % 9000) / 100.0 end,
      case when n % 5 in (1, 2) then 'GBP' end,
      '10.0.0.0'::inet + n % 65536,
      jsonb_build_object('system', (array['iOS', 'Android', 'Windows'])[1 + n % 3], 'build', 4000 + n % 700, 'dark', n % 2 = 0)
    from generate_series(1, ${rows}) n`;
  await sql`vacuum analyze activity`;
}

/** Connects the store to an organisation as a Postgres source. */
export async function connectStore(ctx: StaffContext, storeUrl: string): Promise<void> {
  const { hostname, port, pathname, username, password } = new URL(storeUrl);
  const config = {
    host: hostname,
    port: Number(port),
    database: pathname.slice(1),
    user: username,
    tls: "off",
  };
  const added = await addSource(ctx, {
    key: "shop",
    kind: "postgres",
    name: "Shop",
    config,
    secrets: { password },
  });
  if (!added.ok) throw new Error(added.says);
  const mapped = await changeDataset(ctx, added.id, shopYaml);
  if (!mapped.ok) throw new Error(JSON.stringify(mapped));
}
