import { and, desc, eq, inArray, like, lt, notInArray, or, sql } from "drizzle-orm";
import { database } from "#db/client.ts";
import { cases, notice, organisation } from "#db/schema/index.ts";
import { env } from "#lib/env.ts";
import { HabeasError } from "#lib/errors.ts";
import { asFailure, failures } from "#lib/notices/failures.ts";
import { bareAddress } from "#lib/notices/address.ts";
import { getNotice } from "#lib/notices/index.ts";
import { isTeam, noticeKinds } from "#lib/notices/notice.ts";
import { unscopedOpenNotice } from "#lib/notices/queries/open.ts";
import type { Mail } from "#lib/notices/render.ts";
import { findFirstDay } from "../queries/marks.ts";
import { refuseInProduction } from "../queries/only.ts";
import { writePlace, type MailSide, type Place } from "./search.ts";

refuseInProduction();

/** One mail as the demo's mailbox lists it. `to` and `subject` are null once its case was erased. */
export type MailView = {
  id: string;
  kind: string;
  at: Date;
  /** Not opened yet, and no part of the stories that the demo came with. */
  isNew: boolean;
  state: "waiting" | "sent" | "failed";
  /** Why it has not left, in a sentence. */
  problem: string | null;
  reference: string | null;
  to: string | null;
  subject: string | null;
  /** The page that the mail leads to, as a path of this house. */
  path: string | null;
};

const perPage = 50;

const base = () =>
  database()
    .select({ row: notice, slug: organisation.slug, reference: cases.reference })
    .from(notice)
    .innerJoin(organisation, eq(organisation.id, notice.organisationId))
    .leftJoin(cases, eq(cases.id, notice.caseId));

type Found = Awaited<ReturnType<typeof base>>[number];

const teamKinds = noticeKinds.filter((kind) => getNotice(kind).to.some(isTeam));

/** Every mail of the demo, of all its organisations, newest first; `reference` and `side` narrow it. */
export async function unscopedListMails({
  reference,
  side,
  before,
}: {
  reference: string | null;
  side: MailSide;
  before: Place | null;
}) {
  const found = await base()
    .where(
      and(
        eq(notice.way, "mail"),
        reference ? like(sql`replace(${cases.reference}, '-', '')`, `%${reference}%`) : undefined,
        side === "team" ? inArray(notice.kind, teamKinds) : undefined,
        side === "people" ? notInArray(notice.kind, teamKinds) : undefined,
        before
          ? or(
              lt(notice.createdAt, before.at),
              and(eq(notice.createdAt, before.at), lt(notice.id, before.id)),
            )
          : undefined,
      ),
    )
    .orderBy(desc(notice.createdAt), desc(notice.id))
    .limit(perPage + 1);
  const shown = found.slice(0, perPage);
  const firstDay = await findFirstDay();
  const mails = await Promise.all(shown.map(async (one) => viewOf(one, await opened(one), firstDay)));
  const last = shown.at(-1)?.row;
  return {
    mails,
    next: found.length > perPage && last ? writePlace({ at: last.createdAt, id: last.id }) : null,
  };
}

/** One mail with all it says, or null. */
export async function unscopedFindMail(id: string) {
  const [found] = await base().where(and(eq(notice.id, id), eq(notice.way, "mail")));
  if (!found) return null;
  const content = await opened(found);
  return {
    ...viewOf(found, content, await findFirstDay()),
    sentAt: found.row.sentAt,
    messageId: found.row.messageId,
    from: content && `${content.mail.fromName} <${bareAddress(env().mailFrom)}>`,
    mail: content?.mail ?? null,
  };
}

function viewOf(
  { row, slug, reference }: Found,
  content: { to: string; mail: Mail } | null,
  firstDay: string | null,
): MailView {
  const isForTeam = (teamKinds as string[]).includes(row.kind);
  return {
    id: row.id,
    kind: row.kind,
    at: row.createdAt,
    isNew:
      row.readInMailboxAt === null &&
      (firstDay === null || row.createdAt >= new Date(`${firstDay}T00:00:00Z`)),
    state: row.state,
    problem: row.failure ? failures[asFailure(row.failure)] : null,
    reference,
    to: content?.to ?? null,
    subject: content?.mail.subject ?? null,
    path:
      row.caseId && reference
        ? isForTeam
          ? `/desk/cases/${reference}`
          : `/${slug}/track/${reference}`
        : null,
  };
}

async function opened({ row }: Found): Promise<{ to: string; mail: Mail } | null> {
  try {
    return await unscopedOpenNotice(database(), row);
  } catch (error) {
    if (error instanceof HabeasError && error.code === "gone") return null;
    throw error;
  }
}
