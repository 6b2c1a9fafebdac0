import { join } from "node:path";
import postgres from "postgres";
import { startEmbedded, type EmbeddedDatabase } from "#db/embedded.ts";
import type { Env } from "#lib/env.ts";
import { checkServer } from "./server-check.ts";

/** The addresses an installation works with. */
export type Databases = {
  ownerUrl: string;
  webUrl: string;
  workerUrl: string;
  /** The account store of the demo's company; null where there is none, or none was made yet (`makeAccounts`). */
  accounts: { url: string; schema: string } | null;
  embedded: EmbeddedDatabase | null;
};

export function embeddedFolder(env: Env): string {
  return join(env.dataFolder, "postgres");
}

/** Starts the embedded database, or looks whether the operator's will do. @throws an Error that says what to do */
export async function openDatabases(env: Env, say: (sentence: string) => void): Promise<Databases> {
  return env.databaseUrl ? useServer(env) : startOwn(env, say);
}

async function startOwn(env: Env, say: (sentence: string) => void): Promise<Databases> {
  const embedded = await startEmbedded({
    folder: embeddedFolder(env),
    databases: [
      { name: "habeas", owner: "owner" },
      { name: "ipc_accounts", owner: "accounts" },
    ],
    purpose: "installation",
    say,
  });
  return {
    ownerUrl: embedded.url("owner", "habeas"),
    webUrl: embedded.url("web", "habeas"),
    workerUrl: embedded.url("worker", "habeas"),
    accounts: { url: embedded.url("accounts", "ipc_accounts"), schema: "public" },
    embedded,
  };
}

async function useServer({ databaseUrl: webUrl, workerUrl, ownerUrl }: Env): Promise<Databases> {
  const owner = await checkServer(ownerUrl, "own");
  if (!owner.ok) throw new Error(owner.problem);
  for (const url of new Set([webUrl, workerUrl])) {
    const check = await checkServer(url, "connect");
    if (!check.ok) throw new Error(check.problem);
  }
  return { ownerUrl, webUrl, workerUrl, accounts: null, embedded: null };
}

/**
 * Where the demo's account store lies on an operator's server: in a database beside Habeas's own, which is made where it
 * is missing; in a schema of its own where none may be.
 */
export async function makeAccounts(ownerUrl: string): Promise<{ url: string; schema: string }> {
  const sql = postgres(ownerUrl, { max: 1, onnotice: () => {} });
  try {
    const [role] = await sql<{ database: string; mayCreate: boolean }[]>`
      select current_database() as database, rolcreatedb or rolsuper as "mayCreate"
      from pg_roles where rolname = current_user`;
    const name = `${role?.database}_ipc_accounts`;
    const isThere = (await sql`select 1 from pg_database where datname = ${name}`).length > 0;
    if (!role?.mayCreate) {
      await sql`create schema if not exists ipc_accounts`;
      return { url: ownerUrl, schema: "ipc_accounts" };
    }
    if (!isThere) await sql`create database ${sql(name)} encoding 'UTF8' template template0`;
    const url = new URL(ownerUrl);
    url.pathname = `/${encodeURIComponent(name)}`;
    return { url: url.href, schema: "public" };
  } finally {
    await sql.end();
  }
}
