import postgres from "postgres";
import type { TableRow } from "../../rows.ts";
import { ipcPeople } from "../people.ts";
import { accountTables } from "./account-rows.ts";

const tables = `
  create table accounts (
    account_id integer primary key,
    account_no text not null unique,
    full_name text not null,
    email text,
    email_changed_at timestamptz,
    phone text,
    date_of_birth date,
    billing_street text,
    billing_city text,
    billing_postcode text,
    country text not null,
    region text,
    language text not null,
    plan text not null,
    status text not null check (status in ('A', 'C', 'S')),
    card_brand text,
    card_last4 text,
    login_subject text unique,
    created_at timestamptz not null
  );
  create index accounts_email on accounts (email);
  create index accounts_full_name on accounts (full_name);
  create table login (
    account_id integer primary key references accounts,
    username text unique,
    password_hash text not null,
    two_step boolean not null,
    last_sign_in_at timestamptz,
    failed_sign_ins integer not null
  );
  create table invoices (
    invoice_id integer primary key,
    account_id integer not null references accounts,
    invoice_no text not null unique,
    issued_on date not null,
    period_from date not null,
    period_to date not null,
    plan text not null,
    amount numeric(10, 2) not null,
    currency text not null,
    paid_on date,
    paid_with text
  );
  create index invoices_account on invoices (account_id, issued_on);
  create table devices (
    device_id integer primary key,
    account_id integer not null references accounts,
    kind text not null,
    system text not null,
    first_seen_at timestamptz not null,
    last_seen_at timestamptz not null,
    ip_address inet,
    push_token text
  );
  create index devices_account on devices (account_id);
  create table meetings (
    meeting_id integer primary key,
    host_id integer not null references accounts,
    topic text not null,
    kind text not null,
    started_at timestamptz not null,
    ended_at timestamptz not null,
    participants integer not null,
    recorded boolean not null
  );
  create index meetings_host on meetings (host_id);
  create table participants (
    participant_id bigint primary key,
    meeting_id integer not null references meetings,
    account_id integer references accounts,
    display_name text not null,
    email text,
    joined_at timestamptz not null,
    network text
  );
  create index participants_meeting on participants (meeting_id);
  create index participants_account on participants (account_id);
`;

export type AccountStore = { url: string; schema: string };

/** Creates and fills the account database of `ipc`, whole or not at all. One that is there already is left alone. */
export async function createAccountStore(
  { url, schema }: AccountStore,
  today: string,
): Promise<"made" | "kept"> {
  return withStore(url, (sql) =>
    sql.begin(async (tx) => {
      await tx`select pg_advisory_xact_lock(hashtext('habeas demo accounts'))`;
      const present =
        await tx`select 1 from pg_tables where schemaname = ${schema} and tablename = 'participants'`;
      if (present.length) return "kept";
      await tx`select set_config('search_path', ${schema}, true)`;
      await tx.unsafe(tables);
      for (const [table, rows] of Object.entries(accountTables(ipcPeople(), today)))
        await insert(tx, table, rows);
      return "made";
    }),
  );
}

async function insert(tx: postgres.TransactionSql, table: string, rows: readonly TableRow[]): Promise<void> {
  for (let from = 0; from < rows.length; from += 1_000) {
    await tx`insert into ${tx(table)} ${tx(rows.slice(from, from + 1_000))}`;
  }
}

export type Reader = { user: string; password: string };

/**
 * A login of its own for Habeas, which may read every table and change none; its password is set anew.
 * Null where the owner may not make roles: then the source has to read with the owner's own login.
 */
export async function grantReader({ url, schema }: AccountStore, password: string): Promise<Reader | null> {
  const database = decodeURIComponent(new URL(url).pathname.slice(1));
  const user = readerName(database, schema);
  return withStore(url, async (sql) => {
    const [rights] = await sql<{ may: boolean; known: boolean }[]>`
      select r.rolcreaterole or r.rolsuper as may, exists (select 1 from pg_roles where rolname = ${user}) as known
      from pg_roles r where r.rolname = current_user`;
    if (!rights?.may) return null;
    const { known } = rights;
    const quoted = await sql<{ literal: string }[]>`select quote_literal(${password}) as literal`;
    await sql.begin(async (tx) => {
      await tx.unsafe(
        `${known ? "alter" : "create"} role ${quoteName(user)} login nosuperuser password ${quoted[0]?.literal}`,
      );
      await tx.unsafe(`alter role ${quoteName(user)} set default_transaction_read_only = on`);
      await tx`grant connect on database ${tx(database)} to ${tx(user)}`;
      await tx`grant usage on schema ${tx(schema)} to ${tx(user)}`;
      await tx`grant select on all tables in schema ${tx(schema)} to ${tx(user)}`;
    });
    return { user, password };
  });
}

/** Roles belong to the whole server, so a second demo on it gets a reader of its own. */
function readerName(database: string, schema: string): string {
  if (database === "ipc_accounts") return "ipc_reader";
  return `${schema === "public" ? database : `${database}_${schema}`}_reader`.slice(-63);
}

function quoteName(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

async function withStore<T>(url: string, work: (sql: postgres.Sql) => Promise<T>): Promise<T> {
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  try {
    return await work(sql);
  } finally {
    await sql.end({ timeout: 5 });
  }
}
