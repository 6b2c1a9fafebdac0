import { and, eq, gt, inArray, isNull, sql } from "drizzle-orm";
import { database } from "#db/client.ts";
import { bundle, caseSource, cases, proof } from "#db/schema/index.ts";
import { now } from "#lib/clock.ts";
import { handoversToChase } from "#lib/controllers/commands/chase.ts";
import { casesToPassOn } from "#lib/controllers/commands/pass-on.ts";
import { unansweredEvents, unsentNotices } from "#lib/notices/jobs.ts";
import type { JobName, JobPayload } from "./catalog.ts";
import { enqueue } from "./queue.ts";

/** A lease that ended a while ago belongs to nobody. Database time. */
const stale = (column: typeof caseSource.leaseUntil | typeof bundle.leaseUntil) =>
  sql`(${column} is null or ${column} < now() - interval '30 seconds')`;

const twoDaysMs = 48 * 3600 * 1000;

/**
 * Rings again for everything our rows say is unfinished and nobody works on: a queue that was emptied, truncated or
 * lost heals itself. Ringing once too often does no harm, every handler looks at its row first.
 */
export async function reconcile(): Promise<number> {
  const db = database();
  const due: { [N in JobName]?: JobPayload<N>[] } = {
    "identity.check": await db
      .select({ caseId: cases.id })
      .from(cases)
      .where(
        and(
          eq(cases.status, "received"),
          isNull(cases.proofId),
          sql`not exists (select 1 from ${proof} where ${proof.caseId} = ${cases.id})`,
          gt(cases.enteredAt, new Date(now().getTime() - twoDaysMs)),
        ),
      ),
    "collecting.plan": await db
      .select({ caseId: cases.id })
      .from(cases)
      .where(
        and(
          eq(cases.status, "collecting"),
          sql`not exists (select 1 from ${caseSource} where ${caseSource.caseId} = ${cases.id} and ${caseSource.run} = ${cases.run})`,
        ),
      ),
    "collecting.collect": await db
      .select({ caseId: caseSource.caseId, sourceId: caseSource.sourceId })
      .from(caseSource)
      .where(and(inArray(caseSource.state, ["waiting", "running", "retry"]), stale(caseSource.leaseUntil))),
    "bundle.build": await db
      .select({ caseId: bundle.caseId })
      .from(bundle)
      .where(and(eq(bundle.state, "building"), stale(bundle.leaseUntil))),
    "controllers.pass-on": await casesToPassOn(new Date(now().getTime() - twoDaysMs)),
    "controllers.chase": await handoversToChase(now()),
    "notices.answer-event": (await unansweredEvents()).map((eventId) => ({ eventId })),
    "notices.send": (await unsentNotices()).map((noticeId) => ({ noticeId })),
  };
  let rung = 0;
  for (const [name, payloads] of Object.entries(due) as [JobName, JobPayload<JobName>[]][]) {
    for (const payload of payloads) {
      await enqueue(db, name, payload, { once: JSON.stringify(payload) });
      rung += 1;
    }
  }
  return rung;
}
