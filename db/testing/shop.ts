import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import type { StaffContext } from "#lib/context.ts";
import { changeDataset } from "#lib/engine/sources/commands/maps.ts";
import { addSource } from "#lib/engine/sources/commands/sources.ts";
import { changeEnv } from "#lib/env.ts";

/** Two small stores that really exist: a shop in SQLite and, fed by it, a help desk in a folder of files. */

const shopYaml = `
dataset:
  - fides_key: shop
    name: Shop
    collections:
      - name: people
        fields:
          - { name: id, data_categories: [user.unique_id], fides_meta: { primary_key: true, data_type: integer } }
          - { name: account_no, data_categories: [user.unique_id], fides_meta: { identity: account_number, data_type: string }, habeas_meta: { stored_form: compact, label: { en: Account number, de: Kundennummer } } }
          - { name: name, data_categories: [user.name], habeas_meta: { third_party: name } }
          - { name: email, data_categories: [user.contact.email], fides_meta: { identity: email, data_type: string }, habeas_meta: { third_party: email } }
          - { name: email_changed_at, data_categories: [user.contact.email] }
          - { name: postcode, data_categories: [user.contact.address.postal_code] }
          - { name: born_on, data_categories: [user.demographic.date_of_birth] }
          - { name: login_subject, data_categories: [user.account] }
          - { name: password_hash, data_categories: [user.authorization.password], habeas_meta: { never_release: true } }
      - name: invoices
        habeas_meta: { order_by: issued_on }
        fields:
          - { name: id, data_categories: [user.unique_id], fides_meta: { primary_key: true, data_type: integer } }
          - name: person_id
            data_categories: [system.operations]
            fides_meta: { data_type: integer, references: [{ dataset: shop, field: people.id, direction: from }] }
          - { name: amount, data_categories: [user.financial], habeas_meta: { money: GBP } }
          - { name: issued_on, data_categories: [user.financial] }
`;

const deskYaml = `
dataset:
  - fides_key: desk
    name: Desk
    collections:
      - name: messages.csv
        habeas_meta: { category: messages, attachment: { path: file } }
        fields:
          - { name: id, data_categories: [user.unique_id], fides_meta: { primary_key: true } }
          - name: account_no
            data_categories: [user.unique_id]
            fides_meta: { references: [{ dataset: shop, field: people.account_no, direction: from }] }
          - { name: body, data_categories: [user.content.private] }
          - { name: file, data_categories: [user.content.private] }
`;

export const people = [
  {
    id: 0,
    accountNo: "HL44710936",
    name: "Maya Santos",
    email: "maya.santos@mail.example",
    subject: "maya",
    changed: "2019-05-04T08:00:00Z",
  },
  {
    id: 1,
    accountNo: "HL22085513",
    name: "Leo Marchetti",
    email: "leo@mail.example",
    subject: "leo",
    changed: "2019-05-04T08:00:00Z",
  },
  {
    id: 2,
    accountNo: "HL90351147",
    name: "Nora Beck",
    email: "nora@mail.example",
    subject: "nora",
    // Lately, whenever the tests run.
    changed: new Date(Date.now() - 5 * 24 * 3600 * 1000).toISOString(),
  },
  {
    id: 3,
    accountNo: "HL77770000",
    name: "Daniel Whitlock",
    email: "d.whitlock@mail.example",
    subject: "daniel",
    changed: "2019-05-04T08:00:00Z",
  },
] as const;

const messages = [
  ["m1", "HL44710936", "The choir recording stops after 40 minutes. Is that a limit?", ""],
  [
    "m2",
    "HL44710936",
    "My neighbour Daniel Whitlock used my link. His mail is d.whitlock@mail.example, please remove him.",
    "note.txt",
  ],
  ["m3", "HL22085513", '=HYPERLINK("http://evil.example")', ""],
];

/** Creates the stores below `folder`, allows that folder, and connects both to the organisation. Returns their ids. */
export async function connectShop(
  ctx: StaffContext,
  folder: string,
): Promise<{ shop: string; desk: string; shopPath: string; deskPath: string }> {
  const shopPath = join(folder, "stores", "shop.db");
  const deskPath = join(folder, "stores", "desk");
  mkdirSync(deskPath, { recursive: true });
  const db = new DatabaseSync(shopPath);
  db.exec(`create table people (id integer primary key, account_no text unique, name text, email text, email_changed_at text, postcode text, born_on text, login_subject text, password_hash text);
    create index people_email on people (email); create index people_subject on people (login_subject); create index people_name on people (name);
    create table invoices (id integer primary key, person_id integer, amount text, issued_on text); create index invoices_person on invoices (person_id);`);
  const addPerson = db.prepare(
    "insert into people values (?, ?, ?, ?, ?, 'BS6 5QA', '1990-01-03', ?, 'argon2-secret')",
  );
  const addInvoice = db.prepare("insert into invoices (person_id, amount, issued_on) values (?, ?, ?)");
  for (const one of people) {
    addPerson.run(one.id, one.accountNo, one.name, one.email, one.changed, one.subject);
    for (let month = 1; month <= 10; month += 1)
      addInvoice.run(one.id, month === 10 ? "18.40" : "9.99", `2026-${String(month).padStart(2, "0")}-04`);
  }
  db.close();
  const csv = [["id", "account_no", "body", "file"], ...messages].map((row) =>
    row.map((cell) => `"${(cell ?? "").replaceAll('"', '""')}"`).join(","),
  );
  writeFileSync(join(deskPath, "messages.csv"), `${csv.join("\n")}\n`);
  writeFileSync(join(deskPath, "note.txt"), "Daniel Whitlock asked to be left alone.");
  changeEnv({ HABEAS_ALLOWED_FOLDERS: join(folder, "stores") });
  const shop = await addSource(ctx, {
    key: "shop",
    kind: "sqlite",
    name: "Shop",
    config: { file: shopPath },
    secrets: null,
  });
  const desk = await addSource(ctx, {
    key: "desk",
    kind: "files",
    name: "Help desk",
    config: { folder: deskPath },
    secrets: null,
  });
  if (!shop.ok || !desk.ok) throw new Error("the test stores could not be connected");
  for (const [id, yaml] of [
    [shop.id, shopYaml],
    [desk.id, deskYaml],
  ] as const) {
    const saved = await changeDataset(ctx, id, yaml);
    if (!saved.ok) throw new Error(JSON.stringify(saved.problems));
  }
  return { shop: shop.id, desk: desk.id, shopPath, deskPath };
}
