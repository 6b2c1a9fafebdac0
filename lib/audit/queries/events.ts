import { and, asc, desc, eq, isNull, lt } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { auditEvent, auditPayload } from "#db/schema/index.ts";
import type { Sealer } from "#lib/keys/sealer.ts";
import { parseEntry, type Entry } from "../entry.ts";
import type { EventType } from "../events.ts";

/** An event with its payload opened; null once the payload was shredded. */
export type EventView = {
  id: number;
  seq: number | null;
  type: EventType;
  at: Date;
  entry: Entry;
  /** The exact bytes and their MAC, for proofs. */
  bytes: Uint8Array;
  mac: Uint8Array;
  payload: Record<string, unknown> | null;
};

/** The events of one case, opened with its key. The caller has checked who reads them. */
export async function readCaseEvents(
  tx: Tx,
  sealer: Sealer | null,
  caseRef: string,
  { upTo, order = "oldest" }: { upTo?: number; order?: "oldest" | "newest" } = {},
): Promise<EventView[]> {
  const rows = await tx
    .select({ event: auditEvent, payload: auditPayload })
    .from(auditEvent)
    .leftJoin(auditPayload, eq(auditPayload.eventId, auditEvent.id))
    .where(
      and(eq(auditEvent.caseRef, caseRef), upTo === undefined ? undefined : lt(auditEvent.seq, upTo + 1)),
    )
    .orderBy(order === "oldest" ? asc(auditEvent.seq) : desc(auditEvent.seq));
  return rows.map(({ event, payload }) => view(event, payload, sealer));
}

/** Events of the organisation that belong to no case, newest first, in keyset pages. */
export async function readOrganisationEvents(
  tx: Tx,
  sealer: Sealer,
  orgRef: string,
  { before, limit }: { before: number | null; limit: number },
): Promise<EventView[]> {
  const rows = await tx
    .select({ event: auditEvent, payload: auditPayload })
    .from(auditEvent)
    .leftJoin(auditPayload, eq(auditPayload.eventId, auditEvent.id))
    .where(
      and(
        eq(auditEvent.orgRef, orgRef),
        isNull(auditEvent.caseRef),
        before === null ? undefined : lt(auditEvent.id, before),
      ),
    )
    .orderBy(desc(auditEvent.id))
    .limit(limit);
  return rows.map(({ event, payload }) => view(event, payload, sealer));
}

function view(
  event: typeof auditEvent.$inferSelect,
  payload: typeof auditPayload.$inferSelect | null,
  sealer: Sealer | null,
): EventView {
  return {
    id: event.id,
    seq: event.seq,
    type: event.type as EventType,
    at: event.at,
    entry: parseEntry(event.entry),
    bytes: event.entry,
    mac: event.mac,
    payload:
      payload && sealer
        ? sealer.open<Record<string, unknown>>("audit_payload.sealed", String(event.id), payload.sealed)
        : null,
  };
}
