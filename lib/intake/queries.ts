import { createHash } from "node:crypto";
import { and, eq, gt, isNull, sql } from "drizzle-orm";
import { database, type Tx } from "#db/client.ts";
import { draft } from "#db/schema/index.ts";
import type { Context } from "#lib/context.ts";
import { organisationSealer } from "#lib/keys/sealer.ts";
import type { Answers } from "./draft.ts";

/** The form of one browser. `sentCaseId`: it has become that case, and changes no more. */
export type DraftView = {
  id: string;
  answers: Answers;
  idempotencyKey: string;
  sentCaseId: string | null;
  /** Changes with every save: two pages that show the same one show the same answers. */
  savedAt: Date;
  expiresAt: Date;
};

/** What is stored of the token in the cookie. */
export function draftHash(token: string): Uint8Array {
  return createHash("sha256").update(token).digest();
}

/** The one clause that says which draft a token opens. */
export function draftOf(ctx: Context, token: string) {
  return and(
    eq(draft.tokenHash, draftHash(token)),
    eq(draft.organisationId, ctx.organisation.id),
    ofSameKind(ctx),
    gt(draft.expiresAt, sql`now()`),
  );
}

/** An agent's form opens for that agent alone, a person's for no agent. */
export function ofSameKind({ actor }: Context) {
  return actor.kind === "agent" ? eq(draft.agentId, actor.id) : isNull(draft.agentId);
}

/** The draft that a browser's token opens; null for none, an unknown or an expired one. */
export async function findDraft(ctx: Context, token: string | null): Promise<DraftView | null> {
  if (!token) return null;
  const db = database();
  const [row] = await db.select().from(draft).where(draftOf(ctx, token));
  return row ? openDraft(db, row) : null;
}

export async function openDraft(tx: Tx, row: typeof draft.$inferSelect): Promise<DraftView> {
  const sealer = await organisationSealer(tx, row.organisationId);
  const { id, idempotencyKey, sentCaseId, updatedAt, expiresAt } = row;
  const answers = sentCaseId ? {} : sealer.open<Answers>("draft.sealed_answers", id, row.sealedAnswers);
  return { id, answers, idempotencyKey, sentCaseId, savedAt: updatedAt, expiresAt };
}
