import { drizzle, type PostgresJsDatabase } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import { env } from "#lib/env.ts";
import { keepValuesOutOfErrors } from "./errors-without-values.ts";
import { patientSocket } from "./patient-socket.ts";
import * as schema from "./schema/index.ts";

keepValuesOutOfErrors();

export type Database = PostgresJsDatabase<typeof schema>;
/** A transaction, or the database itself where one statement is enough. */
export type Tx = Parameters<Parameters<Database["transaction"]>[0]>[0] | Database;

type Open = { url: string; db: Database; end: () => Promise<void> };

// One pool per process, also across Next's reloads, which evaluate this module anew.
const holder = globalThis as typeof globalThis & { habeasDatabase?: Open };

/** Opens a pool. `role` sizes it and bounds what one statement may take (security guide 7.3). */
export function connect(url: string, role: "web" | "worker" | "tool" = "tool"): Open {
  const { max, statementSeconds } = {
    web: { max: 10, statementSeconds: 15 },
    worker: { max: 6, statementSeconds: 120 },
    tool: { max: 4, statementSeconds: 120 },
  }[role];
  const client = postgres(url, {
    max,
    idle_timeout: 10,
    connect_timeout: 5,
    // Whoever asks while the database is away is told so at once, and once it is back nobody waits for long.
    backoff: (retries) => Math.min(0.1 * retries, 1),
    // Missing in the client's types.
    ...({ socket: patientSocket((statementSeconds + 3) * 1000) } as object),
    onnotice: () => {},
    connection: {
      application_name: `habeas-${role}`,
      statement_timeout: `${statementSeconds}s`,
      lock_timeout: "3s",
      idle_in_transaction_session_timeout: "30s",
      TimeZone: "UTC",
    } as Record<string, string>,
  });
  return { url, db: drizzle(client, { schema }), end: () => client.end({ timeout: 5 }) };
}

/** The database of this process. */
export function database(): Database {
  const { databaseUrl, part } = env();
  holder.habeasDatabase ??= connect(databaseUrl, part);
  return holder.habeasDatabase.db;
}

/** Tests and the command line: use this database from now on. */
export async function useDatabase(url: string): Promise<void> {
  await holder.habeasDatabase?.end();
  holder.habeasDatabase = connect(url, "tool");
}

/** Ends the pool, so that the process can. */
export async function closeDatabase(): Promise<void> {
  await holder.habeasDatabase?.end();
  delete holder.habeasDatabase;
}

/** Runs `work` in one transaction: all of it is saved, or nothing. */
export function inTransaction<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
  return database().transaction((tx) => work(tx));
}
