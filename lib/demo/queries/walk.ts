import { and, asc, count, eq, gt, gte, inArray, isNull } from "drizzle-orm";
import { database } from "#db/client.ts";
import { auditEvent, cases, notice } from "#db/schema/index.ts";
import { parseEntry } from "#lib/audit/entry.ts";
import { findOrganisation } from "#lib/organisations/queries.ts";
import { cast } from "../cast.ts";
import { tickWalk, walkedCaseRef, walkEventTypes, type WalkedCase, type WalkState } from "../walk.ts";
import { findFirstDay, findMark } from "./marks.ts";
import { findNewestOf, walkedSlug } from "./newest.ts";
import { refuseInProduction } from "./only.ts";

refuseInProduction();

/** The walk as it stands, ticked by the audit log. The demo's own stories lie before its first day and do not count. */
export async function readWalk(): Promise<WalkState> {
  const found = await walked();
  if (!found) return tickWalk([], { own: null, refused: null });
  const walk = await findMark("demo-walk");
  const rows = await database()
    .select()
    .from(auditEvent)
    .where(
      and(
        eq(auditEvent.orgRef, found.organisation.ref),
        gte(auditEvent.at, found.since),
        gt(auditEvent.id, walk?.afterEvent ?? 0),
        inArray(auditEvent.type, [...walkEventTypes]),
      ),
    )
    .orderBy(asc(auditEvent.id));
  const events = rows.map(({ id, caseRef, type, actorKind, role, entry }) => ({
    id,
    caseRef,
    type,
    actorKind,
    role,
    hasReason: parseEntry(entry).reason !== null,
  }));
  const [own, refused] = await Promise.all([
    findWalked(walkedCaseRef(events)),
    findNewestOf(cast.leo.subject),
  ]);
  return tickWalk(events, { own, refused });
}

async function findWalked(ref: string | null): Promise<WalkedCase | null> {
  if (ref === null) return null;
  const [row] = await database()
    .select({ ref: cases.ref, reference: cases.reference })
    .from(cases)
    .where(eq(cases.ref, ref));
  return row ?? null;
}

/** Mails of the walk that nobody has opened in the mailbox yet. */
export async function countUnread(): Promise<number> {
  const found = await walked();
  if (!found) return 0;
  const [unread] = await database()
    .select({ n: count() })
    .from(notice)
    .where(
      and(
        eq(notice.organisationId, found.organisation.id),
        gte(notice.createdAt, found.since),
        isNull(notice.readInMailboxAt),
        eq(notice.way, "mail"),
      ),
    );
  return unread?.n ?? 0;
}

async function walked() {
  const [organisation, firstDay] = await Promise.all([findOrganisation(walkedSlug), findFirstDay()]);
  return organisation && firstDay ? { organisation, since: new Date(`${firstDay}T00:00:00Z`) } : null;
}
