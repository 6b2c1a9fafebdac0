import postgres from "postgres";
import { migrate } from "#db/migrate.ts";
import { rawEnv, type Env, type Mode } from "#lib/env.ts";
import type { Databases } from "./databases.ts";

type Variables = Record<string, string | undefined>;

/** What a running installation settles before anything of it starts. */
export type Settled = {
  env: Env;
  databases: Databases;
  authSecret: string;
  /** Where the demo's OpenID provider listens; null where there is none. */
  providerPort: number | null;
};

/** The variables of each of Habeas's processes: everybody gets what it needs, and only the seed the owner's address. */
export function variablesFor(part: "web" | "worker" | "tool", settled: Settled): Variables {
  const { env, databases, authSecret, providerPort } = settled;
  const isDemo = env.mode === "demo";
  const accounts = isDemo && databases.accounts;
  const accountsPlace = accounts && new URL(accounts.url);
  return {
    ...rawEnv(),
    NODE_ENV: "production",
    NEXT_TELEMETRY_DISABLED: "1",
    HABEAS_PART: part,
    HABEAS_MODE: env.mode,
    PORT: String(env.port),
    HABEAS_LISTEN: env.listen,
    HABEAS_URL: env.url,
    HABEAS_DATA: env.dataFolder,
    HABEAS_KEYS: env.keysFolder,
    DATABASE_URL: databases.webUrl,
    DATABASE_WORKER_URL: part === "worker" ? databases.workerUrl : undefined,
    DATABASE_OWNER_URL: part === "tool" ? databases.ownerUrl : undefined,
    // Its people are invented, their addresses are not: a demo sends nothing, whatever is set.
    SMTP_URL: isDemo ? undefined : (env.smtpUrl ?? undefined),
    NEXTAUTH_SECRET: authSecret,
    NEXTAUTH_URL: env.url,
    HABEAS_ALLOWED_HOSTS: joined(
      env.allowedHosts,
      accountsPlace && `${accountsPlace.hostname}:${accountsPlace.port || "5432"}`,
    ),
    HABEAS_ALLOWED_FOLDERS: joined(env.allowedFolders, isDemo && env.demoFolder),
    HABEAS_DEMO_ACCOUNTS_URL: accounts ? accounts.url : undefined,
    HABEAS_DEMO_ACCOUNTS_SCHEMA: accounts ? accounts.schema : undefined,
    HABEAS_DEMO_PROVIDER_URL: providerPort ? `http://127.0.0.1:${providerPort}` : undefined,
  };
}

function joined(given: readonly string[], more: string | false | null): string {
  return [...given, ...(more ? [more] : [])].join(",");
}

/**
 * Migrates, and keeps demo and production apart: what was once seeded with invented people never becomes a real
 * installation, and no demo is poured into one. Where it refuses, nothing has been changed.
 * @throws an Error whose message says what to do
 */
export async function prepareDatabase(
  { env, databases }: Pick<Settled, "env" | "databases">,
  say: (sentence: string) => void,
): Promise<void> {
  const misuse = await databaseMisuse(env.mode, databases.ownerUrl);
  if (misuse) throw new Error(misuse);
  const userOf = (url: string) => decodeURIComponent(new URL(url).username);
  await migrate({
    ownerUrl: databases.ownerUrl,
    appRoles: [...new Set([userOf(databases.webUrl), userOf(databases.workerUrl)])],
    say,
  });
  if (env.mode !== "demo") return;
  await asOwner(databases.ownerUrl, async (sql) => {
    await sql`insert into installation (key, value, changed_at) values ('demo', 'true', now()) on conflict do nothing`;
  });
}

/** Why a database does not serve for this mode, in a sentence that says what to do; null where it does. Changes nothing. */
export function databaseMisuse(mode: Mode, ownerUrl: string): Promise<string | null> {
  return asOwner(ownerUrl, async (sql) => {
    const [tables] =
      await sql`select to_regclass('installation') as marks, to_regclass('organisation') as houses`;
    if (!tables?.marks || !tables.houses) return null;
    const isMarked = (await sql`select 1 from installation where key = 'demo'`).length > 0;
    if (mode === "production" && isMarked) {
      return (
        "This database was filled by a demo, with invented people and known passwords. " +
        "Production needs a database of its own: set DATABASE_URL to an empty one, or HABEAS_MODE=demo to go on with this."
      );
    }
    const isEmpty = (await sql`select 1 from organisation limit 1`).length === 0;
    if (mode === "demo" && !isMarked && !isEmpty) {
      return (
        "This database holds a real installation, and a demo would mix invented people into it. " +
        "Unset HABEAS_MODE to run it, or point DATABASE_URL at an empty database for the demo."
      );
    }
    return null;
  });
}

/** Forgets the sign of life of an earlier worker, so that it is not taken for that of one which is only starting. */
export async function forgetWorker(ownerUrl: string): Promise<void> {
  await asOwner(ownerUrl, async (sql) => {
    await sql`delete from installation where key = 'worker'`;
  });
}

async function asOwner<T>(ownerUrl: string, work: (sql: postgres.Sql) => Promise<T>): Promise<T> {
  const sql = postgres(ownerUrl, { max: 1, onnotice: () => {} });
  try {
    return await work(sql);
  } finally {
    await sql.end();
  }
}
