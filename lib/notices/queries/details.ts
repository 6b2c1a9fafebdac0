import { and, eq, inArray, max } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { appeal, auditPayload, claim, message, type auditEvent } from "#db/schema/index.ts";
import { parseEntry } from "#lib/audit/entry.ts";
import { isOurs } from "#lib/cases/queries/own-claims.ts";
import { dayIn } from "#lib/law/calendar.ts";
import type { Addressed } from "./addressed.ts";

/**
 * What notices may ask of an event: what it said (see `audit/events.ts`), the days of its case in the case's own zone,
 * whether any of it is ours to answer, how
 * its answer is handed over and, where it is about an appeal or complaint, when that came in and when it will be decided.
 * Of a message to the person its words, for a letter.
 */
export async function unscopedDetails(
  tx: Tx,
  { row, sealer, policy }: Addressed,
  event: typeof auditEvent.$inferSelect,
): Promise<Record<string, unknown>> {
  const [payload] = await tx.select().from(auditPayload).where(eq(auditPayload.eventId, event.id));
  const [last] = await tx
    .select({ dueOn: max(claim.dueOn) })
    .from(claim)
    .where(and(eq(claim.caseId, row.id), isOurs));
  const { obj } = parseEntry(event.entry);
  const [written] =
    event.type === "write-to-person" && obj.length > 0
      ? await tx.select().from(message).where(inArray(message.id, obj))
      : [];
  const [about] = obj.length > 0 ? await tx.select().from(appeal).where(inArray(appeal.id, obj)) : [];
  return {
    receivedOn: dayIn(row.receivedAt, row.zone),
    happenedOn: dayIn(event.at, row.zone),
    lastDueOn: last?.dueOn ?? row.dueOn,
    isOurs: last?.dueOn != null,
    delivery: row.delivery,
    noticeTo: policy.shineTheLight?.email ?? null,
    ...(written
      ? { message: sealer.open<string>("message.sealed_body", written.id, written.sealedBody) }
      : {}),
    ...(payload ? sealer.open<object>("audit_payload.sealed", String(event.id), payload.sealed) : {}),
    ...(about
      ? { appeal: { kind: about.kind, receivedOn: dayIn(about.receivedAt, row.zone), decideBy: about.dueOn } }
      : {}),
  };
}
