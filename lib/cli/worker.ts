import { PgBoss, type JobWithMetadata } from "pg-boss";
import { closeDatabase } from "#db/client.ts";
import { env } from "#lib/env.ts";
import { beat } from "#lib/installation/commands.ts";
import { followClock } from "#lib/installation/queries.ts";
import { catalog, jobNames, queueSchema, type JobName, type JobPayload } from "#lib/jobs/catalog.ts";
import { closeQueue } from "#lib/jobs/queue.ts";
import { log } from "#lib/log.ts";
import { closeMail } from "#lib/notices/client.ts";
import { handlers } from "./worker/handlers.ts";

/** The worker process: takes jobs from the queue until it is told to stop, then finishes or lets go of what it holds. */

const beatEverySeconds = 5;
const graceSeconds = 20;

const boss = new PgBoss({
  connectionString: env().databaseUrl,
  schema: queueSchema,
  max: 6,
  migrate: false,
  createSchema: false,
  useListenNotify: true,
  superviseIntervalSeconds: 5,
  monitorIntervalSeconds: 5,
});
boss.on("error", (error) => log.error({ error: asError(error) }, "queue"));
await boss.start();
for (const name of jobNames) await work(name);
await alive();
const beating = setInterval(
  () => void alive().catch((error: unknown) => log.error({ error }, "heartbeat")),
  beatEverySeconds * 1000,
);
log.info({ part: "worker" }, "ready");

for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => void stop());

/** Short jobs are taken in handfuls, so that a burst is not drained one poll at a time; long ones one by one. */
async function work(name: JobName): Promise<void> {
  const isLong = catalog[name].expireInSeconds > 600;
  const options = {
    includeMetadata: true,
    pollingIntervalSeconds: 0.5,
    // A new job is announced; only retries, whose time comes silently, wait for the next look.
    notifyPollingIntervalSeconds: 2,
    ...(isLong ? { localConcurrency: 2 } : { batchSize: 10, perJobResults: true, burstWhenBatchFull: true }),
  } as const;
  await boss.work<JobPayload<JobName>>(
    name,
    options as never,
    (async (jobs: JobWithMetadata<JobPayload<JobName>>[]) => {
      const results = [];
      for (const job of jobs) results.push(await run(name, job, !isLong));
      return isLong ? undefined : results;
    }) as never,
  );
}

async function run(name: JobName, job: JobWithMetadata<JobPayload<JobName>>, isBatch: boolean) {
  try {
    const payload = catalog[name].payload.parse(job.data) as never;
    await handlers[name](payload, { isLastTry: job.retryCount >= job.retryLimit });
    return { id: job.id, status: "completed" as const };
  } catch (error) {
    log.warn({ error, job: name, jobId: job.id, attempt: job.retryCount }, "job failed");
    if (!isBatch) throw withoutValues(name);
    return { id: job.id, status: "failed" as const };
  }
}

/** The queue keeps what a handler throws: only the job's name goes there. */
function withoutValues(name: JobName): Error {
  const plain = new Error(`${name} failed; the log says why`);
  delete plain.stack;
  return plain;
}

/** Some of its errors the queue hands on as plain objects, of which the log would tell nothing. */
function asError(given: object): Error {
  return given instanceof Error ? given : Object.assign(new Error("queue"), given);
}

async function alive(): Promise<void> {
  await beat("worker");
  await followClock();
}

async function stop(): Promise<void> {
  clearInterval(beating);
  await boss.stop({ graceful: true, timeout: graceSeconds * 1000 });
  closeMail();
  await closeQueue();
  await closeDatabase();
  process.exit(0);
}
