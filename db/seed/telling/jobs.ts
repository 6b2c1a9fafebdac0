import type { PgBoss } from "pg-boss";
import { handlers } from "#lib/cli/worker/handlers.ts";
import type { JobName, JobPayload } from "#lib/jobs/catalog.ts";

type Job = { [N in JobName]: { name: N; payload: JobPayload<N> } }[JobName];

/**
 * Takes this process's jobs out of the way of the worker, which would do them now: the demo does them itself, at the
 * time its story tells. What the queue would have lost with a rollback is harmless, every handler looks at its row first.
 */
export function divertJobs(): { run(): Promise<void>; giveBack(): void } {
  const waiting: Job[] = [];
  const holder = globalThis as { habeasQueue?: Promise<PgBoss> };
  const before = holder.habeasQueue;
  const send = async (name: JobName, payload: unknown) => void waiting.push({ name, payload } as Job);
  holder.habeasQueue = Promise.resolve({ send, stop: async () => {} } as unknown as PgBoss);
  return {
    async run() {
      for (let job = waiting.shift(); job; job = waiting.shift())
        await handlers[job.name](job.payload as never, { isLastTry: true });
    },
    giveBack() {
      if (before) holder.habeasQueue = before;
      else delete holder.habeasQueue;
    },
  };
}
