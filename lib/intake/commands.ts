import { and, eq, isNull, sql } from "drizzle-orm";
import { database, inTransaction, type Tx } from "#db/client.ts";
import { draft } from "#db/schema/index.ts";
import type { Context } from "#lib/context.ts";
import { forgetLostUploads } from "#lib/files/commands/drafts.ts";
import { newId, newToken } from "#lib/ids.ts";
import { organisationSealer } from "#lib/keys/sealer.ts";
import type { Answers } from "./draft.ts";
import { draftHash, draftOf, openDraft, type DraftView } from "./queries.ts";

/** A draft lives this long after the last answer, also when the browser is closed; far more than 20 hours (Q11). */
const keptDays = 30;

const databaseNow = sql`clock_timestamp()`;
const until = sql`${databaseNow} + make_interval(days => ${keptDays})`;

export type SavedAnswers =
  /** `begun`: a new draft, whose token the browser must keep. */
  { ok: true; answers: Answers; begun: { token: string } | null } | { ok: false; why: "sent" };

/**
 * Saves one answer into the draft of a token, or into a new one where that is missing, unknown or too old: what was
 * just typed is never lost. Two tabs that answer two questions keep both.
 */
export async function saveAnswer(
  ctx: Context,
  token: string | null,
  change: Partial<Answers>,
): Promise<SavedAnswers> {
  return inTransaction(async (tx) => {
    const organisationId = ctx.organisation.id;
    const sealer = await organisationSealer(tx, organisationId);
    const [row] = token ? await tx.select().from(draft).where(draftOf(ctx, token)).for("update") : [];
    if (row?.sentCaseId) return { ok: false, why: "sent" };
    const answers = { ...(row ? (await openDraft(tx, row)).answers : {}), ...change };
    if (row) {
      const sealedAnswers = sealer.seal("draft.sealed_answers", row.id, answers);
      await tx
        .update(draft)
        .set({ sealedAnswers, updatedAt: databaseNow as never, expiresAt: until as never })
        .where(eq(draft.id, row.id));
      return { ok: true, answers, begun: null };
    }
    const id = newId();
    const begun = { token: newToken() };
    await tx.insert(draft).values({
      id,
      organisationId,
      tokenHash: draftHash(begun.token),
      agentId: ctx.actor.kind === "agent" ? ctx.actor.id : null,
      sealedAnswers: sealer.seal("draft.sealed_answers", id, answers),
      idempotencyKey: newId(),
      createdAt: databaseNow as never,
      updatedAt: databaseNow as never,
      expiresAt: until as never,
    });
    return { ok: true, answers, begun };
  });
}

/**
 * Notes that a draft, as it was when its sender saw it, has become a case. Its answers go: they live on in the case,
 * sealed under that case's own key. What stays leads the browser to the page that says the request has arrived.
 * @returns false where it was sent, changed or deleted meanwhile
 */
export async function markSent(
  tx: Tx,
  ctx: Context,
  { id, savedAt }: Pick<DraftView, "id" | "savedAt">,
  caseId: string,
): Promise<boolean> {
  const sealer = await organisationSealer(tx, ctx.organisation.id);
  const marked = await tx
    .update(draft)
    .set({
      sentCaseId: caseId,
      sealedAnswers: sealer.seal("draft.sealed_answers", id, {}),
      expiresAt: until as never,
    })
    .where(
      and(
        eq(draft.id, id),
        eq(draft.organisationId, ctx.organisation.id),
        eq(draft.updatedAt, savedAt),
        isNull(draft.sentCaseId),
      ),
    )
    .returning({ id: draft.id });
  return marked.length > 0;
}

/** Deletes what was typed into a form that is not sent, and its files. @returns whether there was such a one */
export async function forgetDraft(ctx: Context, token: string): Promise<boolean> {
  const gone = await database()
    .delete(draft)
    .where(and(draftOf(ctx, token), isNull(draft.sentCaseId)))
    .returning({ id: draft.id });
  await forgetLostUploads();
  return gone.length > 0;
}
