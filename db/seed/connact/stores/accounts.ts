import { chmodSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { dayOfMonthAgo, someTimeAgo } from "../../days.ts";
import { makeFolder, type Made } from "../../folders.ts";
import { randomFor } from "../../random.ts";
import type { TableRow } from "../../rows.ts";
import { insertRows } from "../../sqlite.ts";
import { users } from "../people.ts";

const tables = `
  create table users (
    user_id integer primary key,
    workspace_no text not null unique,
    email text not null,
    email_changed_at text,
    full_name text not null,
    phone text,
    company text,
    postcode text,
    country text,
    born_on text,
    joined_on text not null
  );
  create index users_email on users (email);
  create table logins (
    login_id integer primary key,
    user_id integer not null references users,
    at text not null,
    ip text not null,
    program text
  );
  create index logins_user on logins (user_id);
`;

/** Creates the accounts of `connact`: one SQLite file. One that is there already is left alone. */
export function createAccounts(folder: string, today: string): Made {
  return makeFolder(folder, (fresh) => {
    const { accounts, logins } = accountTables(today);
    const db = new DatabaseSync(join(fresh, "accounts.sqlite"));
    db.exec(tables);
    insertRows(db, "users", accounts);
    insertRows(db, "logins", logins);
    db.close();
    // Habeas only reads; a file that nobody may change shows it.
    chmodSync(join(fresh, "accounts.sqlite"), 0o444);
  });
}

/** What users put into their workspaces is not here: for that they are controllers themselves. */
export function accountTables(today: string): { accounts: TableRow[]; logins: TableRow[] } {
  const people = users();
  const accounts = people.map((person, index): TableRow => {
    const random = randomFor(`connact/account/${person.key}`);
    return {
      user_id: 71 + index,
      workspace_no: person.workspaceNo,
      email: person.email,
      email_changed_at: person.key === "sorcha" ? null : someTimeAgo(today, random.int(90, 900), random),
      full_name: person.name,
      phone: person.phone,
      company: person.company,
      postcode: person.postcode,
      country: person.country,
      born_on: person.born,
      joined_on: dayOfMonthAgo(today, person.joinedMonthsAgo, random.int(1, 28)),
    };
  });
  const logins = people.flatMap((person, index) => {
    const random = randomFor(`connact/logins/${person.key}`);
    return Array.from({ length: random.int(2, 9) }, (_, nth): TableRow => ({
      login_id: (71 + index) * 100 + nth,
      user_id: 71 + index,
      at: someTimeAgo(today, random.int(1, 80), random),
      ip: `203.0.113.${random.int(1, 254)}`,
      program: random.pick(["Firefox", "Safari", "Edge", "the app"]),
    }));
  });
  return { accounts, logins };
}
