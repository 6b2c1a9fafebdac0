import { join } from "node:path";
import { drizzle } from "drizzle-orm/postgres-js";
import { migrate as runMigrations } from "drizzle-orm/postgres-js/migrator";
import postgres from "postgres";
import { queueSchema } from "#lib/jobs/catalog.ts";
import { installQueue } from "./queue.ts";

const folder = join(import.meta.dirname, "migrations");

type Options = {
  /** Connection of the role that owns the tables. */
  ownerUrl: string;
  /** Roles the application connects as; they get what they need and no more. */
  appRoles: string[];
  say?: (sentence: string) => void;
};

/** Brings the database's tables, triggers, queue and privileges up to date. Safe to run at every start, by several at once. */
export async function migrate({ ownerUrl, appRoles, say = () => {} }: Options): Promise<void> {
  const client = postgres(ownerUrl, { max: 1, onnotice: () => {} });
  try {
    await client`select pg_advisory_lock(hashtext('habeas-migrate'))`;
    say("Bringing the tables up to date");
    await runMigrations(drizzle(client), { migrationsFolder: folder });
    await installQueue(ownerUrl);
    const [owner] = await client<{ name: string }[]>`select current_user as name`;
    for (const role of new Set(appRoles)) if (role !== owner?.name) await grant(client, role);
  } finally {
    await client.end({ timeout: 5 });
  }
}

/** Data may be read and written, the audit log only added to; nothing may be altered, dropped or owned. */
async function grant(client: postgres.Sql, role: string): Promise<void> {
  const name = client(role);
  await client`grant usage on schema public, ${client(queueSchema)} to ${name}`;
  await client`grant select, insert, update, delete on all tables in schema public, ${client(queueSchema)} to ${name}`;
  await client`grant usage, select on all sequences in schema public, ${client(queueSchema)} to ${name}`;
  await client`grant execute on all functions in schema ${client(queueSchema)} to ${name}`;
  await client`revoke update, delete, truncate on audit_event from ${name}`;
  await client`revoke update, truncate on audit_payload from ${name}`;
  await client`revoke all on audit_pending from ${name}`;
}
