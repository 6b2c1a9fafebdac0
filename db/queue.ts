import { PgBoss } from "pg-boss";
import { catalog, jobNames, queueOptions, queueSchema } from "#lib/jobs/catalog.ts";

/** Installs or updates pg-boss's own tables and our queues and schedules. For the owner role only. */
export async function installQueue(ownerUrl: string): Promise<void> {
  const boss = new PgBoss({
    connectionString: ownerUrl,
    schema: queueSchema,
    max: 2,
    supervise: false,
    schedule: false,
  });
  boss.on("error", () => {});
  await boss.start();
  const known = new Set((await boss.getQueues()).map((queue) => queue.name));
  for (const name of jobNames) {
    if (known.has(name)) await boss.updateQueue(name, queueOptions(name));
    else await boss.createQueue(name, queueOptions(name));
  }
  for (const name of jobNames) {
    const { cron } = catalog[name];
    if (cron) await boss.schedule(name, cron, {}, { tz: "UTC" });
  }
  await boss.stop({ graceful: false });
}
