import { randomBytes } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import postgres from "postgres";
import { roleNames, type Role } from "../embedded/passwords.ts";
import { testServer } from "./server.ts";

export type TestDatabase = {
  name: string;
  /** As the owner of the database (who migrates it). */
  url: string;
  /** The same database as one of the application's roles, for tests of what each may do. */
  urlAs(role: Role): string;
  /** Removes it, closing what is still connected. */
  drop(): Promise<void>;
};

/** A new database with nothing in it, on the shared test server. */
export async function emptyDatabase(): Promise<TestDatabase> {
  const name = `test_${randomBytes(6).toString("hex")}`;
  await onServer((sql) => sql.unsafe(`create database ${name}`));
  return testDatabase(name);
}

/**
 * A database of one's own, copied from a template that `prepare` fills once per run and server, whoever comes first.
 * @param template names its content: give it a hash of what `prepare` does, so that a change makes a new template
 */
export async function clonedDatabase(
  template: string,
  prepare: (url: string) => Promise<void>,
): Promise<TestDatabase> {
  const source = `template_${template.toLowerCase().replaceAll(/[^a-z0-9]+/g, "_")}`;
  if (source.length > 63) throw new Error(`The template name ${template} is longer than Postgres allows.`);
  const name = `test_${randomBytes(6).toString("hex")}`;
  await onServer(async (sql) => {
    await ensureTemplate(sql, source, prepare);
    await sql.unsafe(`create database ${name} template ${source}`);
  });
  return testDatabase(name);
}

async function ensureTemplate(
  sql: postgres.Sql,
  source: string,
  prepare: (url: string) => Promise<void>,
): Promise<void> {
  const isReady = async () =>
    (await sql`select 1 from pg_database where datname = ${source} and datistemplate`).length > 0;
  if (await isReady()) return;
  await sql`select pg_advisory_lock(hashtext(${source}))`;
  try {
    if (await isReady()) return;
    await sql.unsafe(`drop database if exists ${source} with (force)`);
    await sql.unsafe(`create database ${source}`);
    await prepare((await testDatabase(source)).url);
    // A template with a connection cannot be copied: end stragglers, and let nobody in again.
    await sql.unsafe(`alter database ${source} with allow_connections false`);
    await sql`select pg_terminate_backend(pid) from pg_stat_activity where datname = ${source}`;
    await sql.unsafe(`alter database ${source} with is_template true`);
  } finally {
    await sql`select pg_advisory_unlock(hashtext(${source}))`;
  }
}

/** What earlier runs left behind when they were killed, and templates nobody asked for lately. Nobody else may be connected. */
export async function dropLeftovers(sql: postgres.Sql): Promise<void> {
  const rows = await sql`select datname, datistemplate from pg_database
    where datname ~ '^(test|template)_' and datdba = (select oid from pg_roles where rolname = current_user)
    order by oid desc`;
  let templates = 0;
  for (const { datname, datistemplate } of rows) {
    if (datistemplate && ++templates <= 4) continue;
    if (datistemplate) await sql.unsafe(`alter database ${datname} with is_template false`);
    await dropDatabase(sql, datname);
  }
}

/** PostgreSQL: insufficient_privilege, where somebody is connected who may not be sent away. */
const mayNotSendAway = "42501";

/** A server of the operator's may have a vacuum at work there, which leaves by itself in a moment. */
async function dropDatabase(sql: postgres.Sql, name: string): Promise<void> {
  for (let triesLeft = 40; ; triesLeft--) {
    try {
      await sql.unsafe(`drop database if exists ${name} with (force)`);
      return;
    } catch (error) {
      if ((error as { code?: string }).code !== mayNotSendAway || triesLeft === 0) throw error;
      await sleep(250);
    }
  }
}

async function testDatabase(name: string): Promise<TestDatabase> {
  const server = await testServer();
  const at = (user?: string) => {
    const url = new URL(server);
    url.pathname = `/${name}`;
    if (user) url.username = user;
    return url.href;
  };
  return {
    name,
    url: at(),
    // On the test server every role has the owner's password.
    urlAs: (role) => at(roleNames[role]),
    async drop() {
      await onServer((sql) => dropDatabase(sql, name));
    },
  };
}

async function onServer<T>(work: (sql: postgres.Sql) => Promise<T>): Promise<T> {
  const sql = postgres(await testServer(), {
    max: 1,
    onnotice: () => {},
    connection: { application_name: "tests" },
  });
  try {
    return await work(sql);
  } finally {
    await sql.end({ timeout: 5 });
  }
}
