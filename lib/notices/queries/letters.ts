import { and, asc, count, desc, eq, sql, type SQL } from "drizzle-orm";
import { database } from "#db/client.ts";
import { cases, notice } from "#db/schema/index.ts";
import { readableCases } from "#lib/cases/queries/visible.ts";
import type { Context } from "#lib/context.ts";
import { HabeasError } from "#lib/errors.ts";
import { caseSealer } from "#lib/keys/sealer.ts";
import type { LetterSheet } from "../layout.ts";
import type { NoticeKind } from "../notice.ts";
import type { Posting } from "../posting.ts";
import { unscopedOpenLetter } from "./open.ts";

/** A letter as lists show it. */
export type LetterLine = {
  id: string;
  kind: NoticeKind;
  reference: string;
  caseStatus: (typeof cases.$inferSelect)["status"];
  zone: string;
  writtenAt: Date;
  /** Null until staff have recorded that it left. */
  posted: (Posting & { byRef: string }) | null;
};

/** A letter with everything that stands on its sheet. `to`: name and address, line by line. */
export type LetterView = LetterLine & { caseId: string; to: string[]; sheet: LetterSheet };

const base = () =>
  database()
    .select({ row: notice, reference: cases.reference, caseStatus: cases.status, zone: cases.zone })
    .from(notice)
    .innerJoin(cases, eq(cases.id, notice.caseId));
type Found = Awaited<ReturnType<typeof base>>[number];

const isLetter = eq(notice.way, "post");
const isToPost = and(isLetter, eq(notice.state, "waiting"));

/** Only staff post letters; in one of them lies a code that opens the case. */
const deskCases = (ctx: Context) => (ctx.actor.kind === "staff" ? readableCases(ctx) : sql`false`);

/** How many letters of a house wait to be posted. */
export async function countLettersToPost(ctx: Context): Promise<number> {
  const [found] = await database()
    .select({ n: count() })
    .from(notice)
    .innerJoin(cases, eq(cases.id, notice.caseId))
    .where(and(isToPost, deskCases(ctx)));
  return found?.n ?? 0;
}

/** Letters that wait to be posted, the oldest first; at most two hundred, which is more than a day's post. */
export async function listLettersToPost(ctx: Context): Promise<LetterLine[]> {
  return lines(
    await base()
      .where(and(isToPost, deskCases(ctx)))
      .orderBy(asc(notice.createdAt))
      .limit(200),
  );
}

/** Every letter of one case, the newest first. */
export async function listLetters(ctx: Context, caseId: string): Promise<LetterLine[]> {
  const ofCase = and(isLetter, eq(notice.caseId, caseId), deskCases(ctx));
  return lines(await base().where(ofCase).orderBy(desc(notice.createdAt)));
}

/** One letter of a case. @throws HabeasError `not-found`; `gone` once its case was erased */
export async function getLetter(ctx: Context, reference: string, id: string): Promise<LetterView> {
  const one: SQL | undefined = and(isLetter, eq(notice.id, id), eq(cases.reference, reference.toUpperCase()));
  const [found] = await base().where(and(one, deskCases(ctx)));
  if (!found?.row.caseId) throw new HabeasError("not-found", "There is no such letter.");
  const { to, letter } = await unscopedOpenLetter(database(), found.row);
  return { ...(await line(found)), caseId: found.row.caseId, to, sheet: letter };
}

const lines = (found: Found[]) => Promise.all(found.map(line));

async function line({ row, ...of }: Found): Promise<LetterLine> {
  const posted =
    row.sealedPosting && row.caseId && row.postedByRef
      ? {
          ...(await caseSealer(database(), row.caseId)).open<Posting>(
            "notice.sealed_posting",
            row.id,
            row.sealedPosting,
          ),
          byRef: row.postedByRef,
        }
      : null;
  return { id: row.id, kind: row.kind as NoticeKind, writtenAt: row.createdAt, posted, ...of };
}
