import { and, between, eq, inArray, isNotNull, isNull, lt, lte, not, or, sql } from "drizzle-orm";
import { database, inTransaction, type Tx } from "#db/client.ts";
import { auditEvent, cases, notice, organisation } from "#db/schema/index.ts";
import { record } from "#lib/audit/commands.ts";
import { events, type EventType } from "#lib/audit/events.ts";
import { now } from "#lib/clock.ts";
import { contextFor, systemRefs } from "#lib/context.ts";
import { newId } from "#lib/ids.ts";
import { enqueue } from "#lib/jobs/queue.ts";
import { patienceSeconds } from "../client.ts";
import { noticesAnswering } from "../occasions.ts";
import { isFinal, triesFor, waitSeconds, type Failure } from "../failures.ts";

/** A mail in the outbox. */
export type NoticeRow = typeof notice.$inferSelect;

const fromNow = (seconds: number) => sql<Date>`now() + make_interval(secs => ${seconds})`;
/** A letter waits for staff, not for us. */
const isWaiting = and(eq(notice.state, "waiting"), eq(notice.way, "mail"));
const isDue = or(isNull(notice.leaseUntil), lte(notice.leaseUntil, sql`now()`));

/** Takes the row for this process, by the database's clock. Null where it is sent, given up, or somebody else's now. */
export async function claimNotice(noticeId: string): Promise<NoticeRow | null> {
  const [row] = await database()
    .update(notice)
    .set({ leaseUntil: fromNow(patienceSeconds + 15), attempts: sql`${notice.attempts} + 1` })
    .where(and(eq(notice.id, noticeId), isWaiting, isDue))
    .returning();
  return row ?? null;
}

/** Marks it sent and, for a mail about a case, records that under the case's lock. */
export async function markSent(row: NoticeRow): Promise<void> {
  const at = now();
  await inTransaction(async (tx) => {
    const about = row.caseId ? await lockCase(tx, row.caseId) : null;
    const [marked] = await tx
      .update(notice)
      .set({ state: "sent", sentAt: at, leaseUntil: null, failure: null })
      .where(and(eq(notice.id, row.id), isWaiting))
      .returning({ id: notice.id });
    if (!marked || !about) return;
    const ctx = contextFor({
      actor: { kind: "system", ref: systemRefs.worker, part: "worker" },
      organisation: about.organisation,
      now: at,
      requestId: newId(),
    });
    await record(tx, ctx, {
      type: "notice.sent",
      case: about.case,
      payload: { kind: row.kind },
      obj: [row.id],
    });
  });
}

async function lockCase(tx: Tx, caseId: string) {
  const [found] = await tx
    .select({ case: { id: cases.id, ref: cases.ref }, organisation })
    .from(cases)
    .innerJoin(organisation, eq(organisation.id, cases.organisationId))
    .where(eq(cases.id, caseId))
    .for("update", { of: cases });
  return found ?? null;
}

/** Keeps the reason where people see it, and rings again later unless no further try can help. */
export async function markFailed(row: NoticeRow, failure: Failure): Promise<void> {
  const isOver = isFinal(failure) || row.attempts >= triesFor(row.kind, failure);
  const seconds = waitSeconds(row.attempts);
  await inTransaction(async (tx) => {
    await tx
      .update(notice)
      .set({ state: isOver ? "failed" : "waiting", failure, leaseUntil: isOver ? null : fromNow(seconds) })
      .where(and(eq(notice.id, row.id), isWaiting));
    if (!isOver) await enqueue(tx, "notices.send", { noticeId: row.id }, { startAfterSeconds: seconds + 1 });
  });
}

/**
 * Events that should have been answered by mail and were not: their job is lost. Those of the last six hours, but for
 * the last minute, which may still be under way. Answering one anew does no harm.
 */
export async function unansweredEvents(): Promise<number[]> {
  const types = (Object.keys(events) as EventType[]).filter((type) => noticesAnswering(type).length > 0);
  const isWritten = sql`exists (select 1 from ${notice} where ${notice.dedupeKey} like ${auditEvent.id} || ':%')`;
  const rows = await database()
    .select({ id: auditEvent.id })
    .from(auditEvent)
    .where(
      and(
        inArray(auditEvent.type, types),
        isNotNull(auditEvent.caseRef),
        between(auditEvent.recordedAt, sql`now() - interval '6 hours'`, sql`now() - interval '1 minute'`),
        not(isWritten),
      ),
    )
    .orderBy(auditEvent.id)
    .limit(500);
  return rows.map((row) => row.id);
}

/** Mails that wait although nobody works on them any more, for the reconciler to ring for: a lost queue heals itself. */
export async function unsentNotices(): Promise<string[]> {
  const isForgotten = or(
    isNull(notice.leaseUntil),
    lt(notice.leaseUntil, sql`now() - interval '60 seconds'`),
  );
  const rows = await database()
    .select({ id: notice.id })
    .from(notice)
    .where(and(isWaiting, isForgotten))
    .orderBy(notice.createdAt)
    .limit(500);
  return rows.map((row) => row.id);
}
