import { sql } from "drizzle-orm";
import { fromDrizzle, PgBoss } from "pg-boss";
import type { Tx } from "#db/client.ts";
import { env } from "#lib/env.ts";
import { log } from "#lib/log.ts";
import { catalog, queueSchema, type JobName, type JobPayload } from "./catalog.ts";

const holder = globalThis as typeof globalThis & { habeasQueue?: Promise<PgBoss> };

/** The sending side: no supervision, no schedule. One per process. */
async function sender(): Promise<PgBoss> {
  holder.habeasQueue ??= startSender();
  return holder.habeasQueue;
}

async function startSender(): Promise<PgBoss> {
  const boss = new PgBoss({
    connectionString: env().databaseUrl,
    schema: queueSchema,
    max: 2,
    migrate: false,
    createSchema: false,
    supervise: false,
    schedule: false,
  });
  boss.on("error", (error) => log.error({ error }, "queue"));
  await boss.start();
  return boss;
}

/** Puts a job into the queue with the caller's transaction: it exists if, and only if, the change does. */
export async function enqueue<N extends JobName>(
  tx: Tx,
  name: N,
  payload: JobPayload<N>,
  options: { startAfterSeconds?: number; once?: string } = {},
): Promise<void> {
  const boss = await sender();
  await boss.send(name, catalog[name].payload.parse(payload), {
    db: fromDrizzle(tx, sql),
    ...(options.startAfterSeconds ? { startAfter: options.startAfterSeconds } : {}),
    ...(options.once ? { singletonKey: options.once } : {}),
  });
}

/** Stops the sending side, so that the process can end. */
export async function closeQueue(): Promise<void> {
  const boss = await holder.habeasQueue?.catch(() => null);
  delete holder.habeasQueue;
  await boss?.stop({ graceful: false });
}
