import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import postgres from "postgres";
import { FolderInUse, startEmbedded } from "#db/embedded.ts";
import { freeServerPort } from "#db/embedded/ports.ts";
import { dropLeftovers, emptyDatabase } from "#db/testing/databases.ts";
import { testFolder, testServer } from "#db/testing/server.ts";
import { changeEnv, parseEnv, projectFolder, rawEnv } from "#lib/env.ts";
import { openHouse } from "../house.ts";

export type TestServer = { url: string; stop(): Promise<void> };

/** The one Postgres of a test run; that of test files started by hand where one is running. */
export async function openTestServer(say: (sentence: string) => void): Promise<TestServer> {
  try {
    const server = await startEmbedded({ folder: testFolder, databases: [], purpose: "test", say });
    const url = server.url("owner", "postgres");
    changeEnv({ TEST_DATABASE_URL: url });
    const sql = postgres(url, { max: 1, onnotice: () => {} });
    await dropLeftovers(sql);
    await sql.end();
    return { url, stop: () => server.stop() };
  } catch (error) {
    if (!(error instanceof FolderInUse)) throw error;
    const url = await testServer();
    changeEnv({ TEST_DATABASE_URL: url });
    // While somebody is connected, that server does not go.
    const hold = postgres(url, { max: 1, idle_timeout: 0 });
    await hold`select 1`;
    return { url, stop: () => hold.end() };
  }
}

export type TestHouse = { variables: Record<string, string | undefined>; close(): Promise<void> };

/** The whole portal in demo mode, on a new database and a free port, filled and ready. @throws when it does not open */
export async function openTestHouse(
  signal: AbortSignal,
  say: (sentence: string) => void,
): Promise<TestHouse> {
  const folder = join(projectFolder, ".data", "test", "house");
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const database = await emptyDatabase();
  const port = await freeServerPort();
  const wished = parseEnv({
    ...rawEnv(),
    HABEAS_MODE: "demo",
    HABEAS_DATA: folder,
    HABEAS_KEYS: undefined,
    HABEAS_URL: undefined,
    HABEAS_ALLOWED_HOSTS: undefined,
    HABEAS_ALLOWED_FOLDERS: undefined,
    NEXTAUTH_SECRET: undefined,
    SMTP_URL: undefined,
    PORT: String(port),
    DATABASE_URL: database.urlAs("web"),
    DATABASE_WORKER_URL: database.urlAs("worker"),
    DATABASE_OWNER_URL: database.url,
  });
  if (!wished.ok) throw new Error(wished.problems.join("\n"));

  const closing = new AbortController();
  const told: string[] = [];
  const house = await openHouse(wished.env, {
    say: (sentence) => told.push(sentence),
    signal: AbortSignal.any([signal, closing.signal]),
    note: () => {},
  });
  if (!(await house.filled)) throw new Error(told.join("\n"));
  say(`   The portal runs at ${house.url}; what it says is in ${join(folder, "logs")}.`);
  return {
    variables: house.variables,
    async close() {
      closing.abort();
      await house.ended;
      await database.drop();
    },
  };
}
