import { z } from "zod";

const caseJob = z.object({ caseId: z.uuid() });
const caseSourceJob = z.object({ caseId: z.uuid(), sourceId: z.uuid() });

type Job = {
  payload: z.ZodObject;
  /** Seconds a run may take at most, and between signs of life. */
  expireInSeconds: number;
  /** How often it is tried before somebody is told. */
  retries: number;
  /** A cron line in UTC for jobs that come round by themselves. */
  cron: string | null;
};

const short = { expireInSeconds: 120, retries: 8, cron: null };
const long = { expireInSeconds: 6 * 3600, retries: 8, cron: null };

/** Every job: its payload (ids only, never a personal value), patience and rhythm. */
export const catalog = {
  "identity.check": { payload: caseJob, ...short },
  "identity.address": { payload: caseJob, ...short },
  "collecting.plan": { payload: caseJob, ...short },
  "collecting.collect": { payload: caseSourceJob, ...long },
  "bundle.build": { payload: caseJob, ...long },
  "controllers.pass-on": { payload: caseJob, ...short },
  "controllers.chase": { payload: z.object({ caseId: z.uuid(), handoverId: z.uuid() }), ...short },
  "notices.answer-event": { payload: z.object({ eventId: z.number().int().positive() }), ...short },
  "notices.send": { payload: z.object({ noticeId: z.uuid() }), ...short },
  "machine.reconcile": { payload: z.object({}), ...short, retries: 0, cron: "* * * * *" },
  "machine.tidy": { payload: z.object({}), ...long, retries: 0, cron: "17 * * * *" },
} satisfies Record<string, Job>;

export type JobName = keyof typeof catalog;
export type JobPayload<N extends JobName> = z.infer<(typeof catalog)[N]["payload"]>;
export const jobNames = Object.keys(catalog) as JobName[];

/** Schema of pg-boss's own tables; installed by the owner role in `db/queue.ts`, used by everybody else. */
export const queueSchema = "jobs";

/** Queue settings per job: patience, retries with backoff, signs of life for long ones. */
export function queueOptions(name: JobName) {
  const job = catalog[name];
  return {
    notify: true,
    expireInSeconds: job.expireInSeconds,
    retryLimit: job.retries,
    retryDelay: 2,
    retryBackoff: true,
    retryDelayMax: 300,
    deleteAfterSeconds: 24 * 3600,
    ...(job.expireInSeconds > 600 ? { heartbeatSeconds: 15 } : {}),
  };
}
