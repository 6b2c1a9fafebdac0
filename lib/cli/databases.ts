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
  /** Demo only: the account store of the demo's company. */
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

async function useServer(env: Env): Promise<Databases> {
  const { databaseUrl: webUrl, workerUrl } = env;
  const owner = await checkServer(env.ownerUrl, "own");
  if (!owner.ok) throw new Error(owner.problem);
  for (const url of new Set([webUrl, workerUrl])) {
    const check = await checkServer(url, "connect");
    if (!check.ok) throw new Error(check.problem);
  }
  const accounts =
    env.mode === "demo"
      ? await accountsOn(env.ownerUrl, owner.facts.database, owner.facts.mayCreateDatabases)
      : null;
  return { ownerUrl: env.ownerUrl, webUrl, workerUrl, accounts, embedded: null };
}

/** A database beside Habeas's own for the demo's account store; a schema within it where none may be created. */
async function accountsOn(
  ownerUrl: string,
  database: string,
  mayCreateDatabases: boolean,
): Promise<{ url: string; schema: string }> {
  const sql = postgres(ownerUrl, { max: 1, onnotice: () => {} });
  try {
    if (!mayCreateDatabases) {
      await sql`create schema if not exists ipc_accounts`;
      return { url: ownerUrl, schema: "ipc_accounts" };
    }
    const name = `${database}_ipc_accounts`;
    const present = await sql`select 1 from pg_database where datname = ${name}`;
    if (!present.length) await sql`create database ${sql(name)} encoding 'UTF8' template template0`;
    const url = new URL(ownerUrl);
    url.pathname = `/${encodeURIComponent(name)}`;
    return { url: url.href, schema: "public" };
  } finally {
    await sql.end();
  }
}
