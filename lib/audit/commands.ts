import { randomBytes } from "node:crypto";
import { eq, max, sql } from "drizzle-orm";
import { inTransaction, type Tx } from "#db/client.ts";
import { auditEvent, auditPayload } from "#db/schema/index.ts";
import { roleOf, type Context } from "#lib/context.ts";
import { enqueue } from "#lib/jobs/queue.ts";
import { ring } from "#lib/keys/ring.ts";
import { caseSealer, organisationSealer } from "#lib/keys/sealer.ts";
import { noticesAnswering } from "#lib/notices/occasions.ts";
import { commitment, entryBytes, entryVersion, type Entry } from "./entry.ts";
import { events, type EventPayload, type EventType } from "./events.ts";

export type Recorded<T extends EventType> = {
  type: T;
  payload: EventPayload<T>;
  /** The case it belongs to, if any. The caller holds the case's lock, so that `seq` has no gap. */
  case?: { id: string; ref: string };
  prevState?: string;
  state?: string;
  obj?: string[];
  /** A reason code of the catalogues; free text belongs into a sealed row. */
  reason?: string;
};

/**
 * Writes one event of the audit log inside the caller's transaction, and enqueues the notices that answer it.
 * Returns the event's number within its case (null without a case) and its id.
 */
export async function record<T extends EventType>(
  tx: Tx,
  ctx: Context,
  event: Recorded<T>,
): Promise<{ id: number; seq: number | null }> {
  const payload = events[event.type].payload.parse(event.payload);
  const [next] = await tx.execute<{ id: string }>(sql`select nextval('audit_event_id') as id`);
  const id = Number(next?.id);
  const salt = randomBytes(32);
  const commit = commitment(salt, payload);
  const entry: Entry = {
    v: entryVersion,
    id,
    at: ctx.now.toISOString(),
    type: event.type,
    org: ctx.organisation.ref,
    case: event.case?.ref ?? null,
    actor: ctx.actor.ref,
    role: roleOf(ctx.actor),
    prev_state: event.prevState ?? null,
    state: event.state ?? null,
    obj: event.obj ?? [],
    reason: event.reason ?? null,
    commit: commit.toString("base64"),
  };
  const bytes = entryBytes(entry);
  const seq = event.case ? await nextSeq(tx, event.case.ref) : null;
  await tx.insert(auditEvent).values({
    id,
    orgRef: entry.org,
    caseRef: entry.case,
    seq,
    at: ctx.now,
    recordedAt: sql`clock_timestamp()` as never,
    actorRef: entry.actor,
    actorKind: ctx.actor.kind,
    role: entry.role,
    type: entry.type,
    v: entryVersion,
    commit,
    entry: bytes,
    mac: ring().mac("audit", bytes),
  });
  const sealer = event.case
    ? await caseSealer(tx, event.case.id)
    : await organisationSealer(tx, ctx.organisation.id);
  await tx
    .insert(auditPayload)
    .values({ eventId: id, salt, sealed: sealer.seal("audit_payload.sealed", String(id), payload) });
  if (event.case && noticesAnswering(event.type).length > 0)
    await enqueue(tx, "notices.answer-event", { eventId: id });
  return { id, seq };
}

async function nextSeq(tx: Tx, caseRef: string): Promise<number> {
  const [last] = await tx
    .select({ seq: max(auditEvent.seq) })
    .from(auditEvent)
    .where(eq(auditEvent.caseRef, caseRef));
  return (last?.seq ?? 0) + 1;
}

/** Records, in a transaction of its own, that somebody tried what she may not do. */
export async function recordRefusal(ctx: Context, what: string): Promise<void> {
  await inTransaction((tx) => record(tx, ctx, { type: "attempt.refused", payload: { what } }));
}
