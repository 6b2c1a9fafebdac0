import { sql } from "drizzle-orm";
import { database } from "#db/client.ts";
import { installation } from "#db/schema/index.ts";

/** A process's sign of life, in database time; the health page reads it. */
export async function beat(part: "worker"): Promise<void> {
  const value = { pid: process.pid };
  await database()
    .insert(installation)
    .values({ key: part, value, changedAt: sql`now()` as never })
    .onConflictDoUpdate({ target: installation.key, set: { value, changedAt: sql`now()` } });
}
