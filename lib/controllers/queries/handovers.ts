import { and, asc, eq, gt, sql } from "drizzle-orm";
import { database, type Tx } from "#db/client.ts";
import { cases, controller, handover, handoverLink, instruction } from "#db/schema/index.ts";
import { tokenHash } from "#lib/auth/queries/session.ts";
import { readableCases, visibleCases } from "#lib/cases/queries/visible.ts";
import { readClaims } from "#lib/cases/queries/view.ts";
import type { Actor, Context, StaffContext } from "#lib/context.ts";
import { HabeasError } from "#lib/errors.ts";
import type { Requester } from "#lib/intake/answers.ts";
import { caseSealer, type Sealer } from "#lib/keys/sealer.ts";
import { dayIn } from "#lib/law/calendar.ts";
import type { RegimeId } from "#lib/law/ids.ts";
import type { RightId } from "#lib/rights/ids.ts";
import type { HelpKind } from "../register.ts";
import type { ToldHandover } from "../told.ts";

export type HandoverRow = typeof handover.$inferSelect;

/** A handover as staff, and in part the person, read it. */
export type HandoverView = Omit<HandoverRow, "sealedAnswer"> & {
  controller: string;
  /** What its contract lets it instruct. */
  help: HelpKind[];
  /** What it adds in its own words. */
  words: string | null;
  instructions: InstructionView[];
};

export type InstructionView = Pick<
  typeof instruction.$inferSelect,
  "id" | "kind" | "at" | "doneAt" | "doneByRef"
> & {
  who: string;
  words: string;
  result: string | null;
};

/** What was passed on of a case, oldest first, for who may read the case. */
export async function listHandovers(ctx: StaffContext, caseId: string): Promise<HandoverView[]> {
  if (ctx.actor.kind !== "staff") return [];
  const db = database();
  const [row] = await db
    .select({ id: cases.id })
    .from(cases)
    .where(and(eq(cases.id, caseId), readableCases(ctx)));
  return row ? readHandovers(db, await caseSealer(db, caseId), caseId) : [];
}

/** What was passed on of her own case: she is told with any proof, since it is chosen by what she said herself. */
export async function listOwnHandovers(ctx: Context, caseId: string): Promise<ToldHandover[]> {
  const db = database();
  const [row] = await db
    .select({ id: cases.id, zone: cases.zone })
    .from(cases)
    .where(and(eq(cases.id, caseId), visibleCases(ctx)));
  return row && ctx.actor.kind === "person"
    ? toldOf(await readHandovers(db, await caseSealer(db, caseId), caseId), row.zone)
    : [];
}

/** `listHandovers` for who has opened the case already. */
export async function readHandovers(tx: Tx, sealer: Sealer, caseId: string): Promise<HandoverView[]> {
  const rows = await tx
    .select({ handover, name: controller.name, help: controller.help })
    .from(handover)
    .innerJoin(controller, eq(controller.id, handover.controllerId))
    .where(eq(handover.caseId, caseId))
    .orderBy(asc(handover.at));
  const asked = await tx
    .select()
    .from(instruction)
    .where(eq(instruction.caseId, caseId))
    .orderBy(asc(instruction.at));
  return rows.map(({ handover: { sealedAnswer, ...row }, name, help }) => ({
    ...row,
    controller: name,
    help,
    words: sealedAnswer ? sealer.open<string>("handover.sealed_answer", row.id, sealedAnswer) : null,
    instructions: asked
      .filter((one) => one.handoverId === row.id)
      .map(({ sealedWords, sealedResult, ...one }) => ({
        id: one.id,
        kind: one.kind,
        at: one.at,
        doneAt: one.doneAt,
        doneByRef: one.doneByRef,
        ...sealer.open<{ who: string; words: string }>("instruction.sealed_words", one.id, sealedWords),
        result: sealedResult ? sealer.open<string>("instruction.sealed_result", one.id, sealedResult) : null,
      })),
  }));
}

/** Handovers as they stood at an instant: what came later is not there yet. */
export function handoversAt(handovers: readonly HandoverView[], at: Date): HandoverView[] {
  const isLater = (moment: Date | null) => moment !== null && moment > at;
  return handovers
    .filter((one) => one.at <= at)
    .map((one) => ({
      ...one,
      ...(isLater(one.answeredAt) ? { answer: null, words: null, answeredAt: null } : {}),
      ...(isLater(one.escalatedAt) ? { escalatedAt: null } : {}),
      ...(isLater(one.takenBackAt) ? { takenBackAt: null } : {}),
    }));
}

/** Handovers in the order in which they were made, as the person is told of them. */
export function toldOf(handovers: readonly HandoverView[], zone: string): ToldHandover[] {
  return handovers.map((one) => ({
    controller: one.controller,
    rights: one.rights,
    passedOn: dayIn(one.at, zone),
    before: handovers.find(({ id }) => id === one.fromId)?.controller ?? null,
    answer: one.answer,
    words: one.words,
    answeredOn: one.answeredAt ? dayIn(one.answeredAt, zone) : null,
    isSilent: one.escalatedAt !== null,
    isTakenBack: one.takenBackAt !== null,
  }));
}

export type ControllerContext = Context & { actor: Extract<Actor, { kind: "controller" }> };

/** What a controller is shown of a request that was passed on to it, and nothing else of the case. */
export type PassedRequest = {
  reference: string;
  controller: string;
  zone: string;
  receivedAt: Date;
  passedOnAt: Date;
  /** What is asked, under which law, and by when that law wants it answered. */
  asked: { right: RightId; regime: RegimeId; dueOn: string; words: string | null }[];
  person: Pick<Requester, "name" | "email" | "telephone" | "post" | "residence" | "narrow">;
  help: HelpKind[];
  answer: HandoverRow["answer"];
  words: string | null;
  answeredAt: Date | null;
  instructions: InstructionView[];
  /** Nothing is asked of it any more: the person or staff took the request back. */
  isOver: boolean;
};

/**
 * The request behind a controller's link: who asks, what, and since when. No fact she proved herself with, nothing of our
 * stores, no message.
 * @throws HabeasError `not-found`
 */
export async function getPassedRequest(ctx: ControllerContext): Promise<PassedRequest> {
  const db = database();
  const { caseId, handoverId } = ctx.actor;
  const [row] = await db
    .select()
    .from(cases)
    .where(and(eq(cases.id, caseId), eq(cases.organisationId, ctx.organisation.id)));
  if (!row) throw new HabeasError("not-found", "There is no such request.");
  const sealer = await caseSealer(db, caseId);
  const mine = (await readHandovers(db, sealer, caseId)).find((one) => one.id === handoverId);
  if (!mine) throw new HabeasError("not-found", "There is no such request.");
  const { name, email, telephone, post, residence, narrow, details } = sealer.open<Requester>(
    "cases.sealed_requester",
    caseId,
    row.sealedRequester,
  );
  const claims = await readClaims(db, sealer, row, "newest", "theirs");
  return {
    reference: row.reference,
    controller: mine.controller,
    zone: row.zone,
    receivedAt: row.receivedAt,
    passedOnAt: mine.at,
    asked: claims
      .filter((one) => one.handoverId === handoverId)
      .map(({ right, regime, explained }) => ({
        right,
        regime,
        dueOn: explained.dueOn,
        words: details[right] ?? null,
      })),
    person: { name, email, telephone, post, residence, narrow },
    help: mine.help,
    answer: mine.answer,
    words: mine.words,
    answeredAt: mine.answeredAt,
    instructions: mine.instructions,
    isOver: mine.takenBackAt !== null || row.status === "withdrawn",
  };
}

/** For the gate: whose visit a browser's token is, at an organisation's address. Null for every other, and an ended one. */
export async function unscopedFindVisit(
  organisationId: string,
  token: string,
): Promise<Extract<Actor, { kind: "controller" }> | null> {
  if (!/^[\w-]{43}$/.test(token)) return null;
  const [found] = await database()
    .select({ handover })
    .from(handoverLink)
    .innerJoin(handover, eq(handover.id, handoverLink.handoverId))
    .where(
      and(
        eq(handoverLink.visitHash, tokenHash(token)),
        eq(handoverLink.organisationId, organisationId),
        gt(handoverLink.visitExpiresAt, sql`clock_timestamp()`),
      ),
    );
  if (!found) return null;
  const { id, caseId, controllerId } = found.handover;
  return { kind: "controller", ref: controllerId, handoverId: id, caseId };
}

/** Whether a link could be opened now, before anybody presses the button: following it alone uses nothing up. */
export async function isLinkLive(ctx: Context, token: string): Promise<boolean> {
  const [link] = await database()
    .select({ usedAt: handoverLink.usedAt })
    .from(handoverLink)
    .where(
      and(
        eq(handoverLink.tokenHash, tokenHash(token)),
        eq(handoverLink.organisationId, ctx.organisation.id),
        gt(handoverLink.expiresAt, sql`clock_timestamp()`),
      ),
    );
  return link !== undefined && link.usedAt === null;
}
