import { and, eq, inArray, isNull, lt, sql } from "drizzle-orm";
import { database } from "#db/client.ts";
import { bundle, caseSource, cases, notice, proof } from "#db/schema/index.ts";
import type { JobName, JobPayload } from "./catalog.ts";
import { enqueue } from "./queue.ts";

/** A lease that ended a while ago belongs to nobody. Database time. */
const stale = (column: typeof caseSource.leaseUntil | typeof bundle.leaseUntil | typeof notice.leaseUntil) =>
  sql`(${column} is null or ${column} < now() - interval '30 seconds')`;

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
          lt(cases.enteredAt, sql`now() - interval '1 minute'`),
          sql`not exists (select 1 from ${proof} where ${proof.caseId} = ${cases.id})`,
          sql`${cases.enteredAt} > now() - interval '2 days'`,
        ),
      ),
    "collecting.plan": await db
      .select({ caseId: cases.id })
      .from(cases)
      .where(
        and(
          eq(cases.status, "collecting"),
          lt(cases.lastActivityAt, sql`now() - interval '1 minute'`),
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
    "notices.send": await db
      .select({ noticeId: notice.id })
      .from(notice)
      .where(and(eq(notice.state, "waiting"), stale(notice.leaseUntil), lt(notice.createdAt, sql`now() - interval '1 minute'`))),
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
