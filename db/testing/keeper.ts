import { setTimeout as sleep } from "node:timers/promises";
import postgres from "postgres";
import { FolderInUse, startEmbedded } from "../embedded.ts";
import { dropLeftovers } from "./databases.ts";
import { testFolder } from "./server.ts";

/** Keeps the test server running for test files started by hand, until nobody has used it for two minutes. */
const idleSeconds = 120;

try {
  const server = await startEmbedded({ folder: testFolder, databases: [], purpose: "test", say: () => {} });
  const sql = postgres(server.url("owner", "postgres"), { max: 1, onnotice: () => {} });
  await dropLeftovers(sql);
  let ended = false;
  void server.ended().then(() => (ended = true));
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.once(signal, () => (ended = true));
  for (let idle = 0; idle < idleSeconds && !ended; idle++) {
    await sleep(1_000);
    const [others] = await sql`select count(*)::int as n from pg_stat_activity
      where datname is not null and usename is not null and pid <> pg_backend_pid()`;
    if (others?.n) idle = 0;
  }
  await sql.end({ timeout: 1 });
  await server.stop();
} catch (error) {
  if (!(error instanceof FolderInUse)) throw error;
}
