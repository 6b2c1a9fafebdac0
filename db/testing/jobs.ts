import { PgBoss } from "pg-boss";
import { handlers } from "#lib/cli/worker/handlers.ts";
import { catalog, jobNames, queueSchema, type JobName, type JobPayload } from "#lib/jobs/catalog.ts";

/**
 * Does all jobs that wait in the queue, in the test's own process, until none is left: what the worker would have done.
 * A job that throws fails the test, except where `tolerate` says that it may.
 */
export async function runJobs(
  databaseUrl: string,
  { tolerate = false, lastTry = false } = {},
): Promise<JobName[]> {
  const boss = new PgBoss({
    connectionString: databaseUrl,
    schema: queueSchema,
    max: 2,
    supervise: false,
    schedule: false,
    migrate: false,
    createSchema: false,
  });
  boss.on("error", () => {});
  await boss.start();
  const done: JobName[] = [];
  try {
    for (let round = 0; round < 200; round += 1) {
      let isIdle = true;
      for (const name of jobNames) {
        for (const job of await boss.fetch<JobPayload<JobName>>(name, { batchSize: 20 })) {
          isIdle = false;
          done.push(name);
          try {
            await handlers[name](catalog[name].payload.parse(job.data) as never, { isLastTry: lastTry });
            await boss.complete(name, job.id);
          } catch (error) {
            if (!tolerate) throw error;
            await boss.fail(name, job.id);
          }
        }
      }
      if (isIdle) return done;
    }
    throw new Error("the queue never becomes empty");
  } finally {
    await boss.stop({ graceful: false });
  }
}
