import { eq } from "drizzle-orm";
import { database, inTransaction, type Tx } from "#db/client.ts";
import { auditEvent, cases } from "#db/schema/index.ts";
import type { EventType } from "#lib/audit/events.ts";
import { env } from "#lib/env.ts";
import { HabeasError } from "#lib/errors.ts";
import { log } from "#lib/log.ts";
import { deliver } from "./client.ts";
import { queueNotice } from "./commands.ts";
import { classify, type Failure } from "./failures.ts";
import { getNotice } from "./index.ts";
import { claimNotice, markFailed, markSent, type NoticeRow } from "./jobs/outbox.ts";
import { noticesAnswering } from "./occasions.ts";
import { unscopedAddressed, type Addressed } from "./queries/addressed.ts";
import { unscopedDetails } from "./queries/details.ts";
import { unscopedOpenNotice } from "./queries/open.ts";
import { listRecipients } from "./queries/recipients.ts";

/** Writes the mails that answer one event of the audit log. Run twice, it writes them once. */
export async function answerEvent(eventId: number): Promise<void> {
  await inTransaction(async (tx) => {
    const [event] = await tx.select().from(auditEvent).where(eq(auditEvent.id, eventId));
    if (!event?.caseRef) return;
    const [found] = await tx.select({ id: cases.id }).from(cases).where(eq(cases.ref, event.caseRef));
    const about = found && (await readAddressed(tx, found.id));
    if (!about) return;
    const details = await unscopedDetails(tx, about, event);
    for (const kind of noticesAnswering(event.type as EventType)) {
      const { to, only = () => true } = getNotice(kind);
      if (!only(details)) continue;
      for (const recipient of await listRecipients(tx, about, to, event.at)) {
        await queueNotice(tx, about, { kind, recipient, occasion: String(eventId), details, at: event.at });
      }
    }
  });
}

/** The case, or null where there is nothing left to write about: its keys are gone. */
async function readAddressed(tx: Tx, caseId: string): Promise<Addressed | null> {
  try {
    return await unscopedAddressed(tx, caseId);
  } catch (error) {
    if (error instanceof HabeasError && error.code === "gone") return null;
    throw error;
  }
}

/**
 * Sends one mail of the outbox. Whoever claims the row works on it until the lease ends; a crash between the server's
 * yes and our mark leads to a second try with the same Message-ID, never to a lost mail. Run twice, it sends once.
 */
export async function sendNotice(noticeId: string): Promise<void> {
  const row = await claimNotice(noticeId);
  if (!row) return;
  const failure = await handOver(row);
  if (failure === null) await markSent(row);
  else await markFailed(row, failure);
}

async function handOver(row: NoticeRow): Promise<Failure | null> {
  const { smtpUrl, mode } = env();
  // The demo's mailbox page shows the row itself: nothing has to travel.
  if (smtpUrl === null) return mode === "demo" ? null : "no-server";
  try {
    const { to, mail } = await unscopedOpenNotice(database(), row);
    await deliver(smtpUrl, row.messageId, to, mail);
    return null;
  } catch (error) {
    const failure = error instanceof HabeasError && error.code === "gone" ? "shredded" : classify(error);
    log.warn(
      { kind: row.kind, attempt: row.attempts, outcome: failure, error },
      "a mail could not be handed over",
    );
    return failure;
  }
}

export { unansweredEvents, unsentNotices } from "./jobs/outbox.ts";
