import { and, asc, eq, inArray } from "drizzle-orm";
import { database } from "#db/client.ts";
import { cases, message } from "#db/schema/index.ts";
import { readableCases } from "#lib/cases/queries/visible.ts";
import type { Context } from "#lib/context.ts";
import { caseSealer } from "#lib/keys/sealer.ts";

export type MessageView = {
  id: string;
  direction: "in" | "out" | "note";
  byRef: string;
  body: string;
  at: Date;
};

/** The thread of a case, oldest first. Notes are for staff only, whoever asks. */
export async function listMessages(ctx: Context, caseId: string): Promise<MessageView[]> {
  const db = database();
  const directions = ctx.actor.kind === "staff" ? (["in", "out", "note"] as const) : (["in", "out"] as const);
  const rows = await db
    .select({ message })
    .from(message)
    .innerJoin(cases, eq(cases.id, message.caseId))
    .where(and(eq(message.caseId, caseId), readableCases(ctx), inArray(message.direction, [...directions])))
    .orderBy(asc(message.at), asc(message.id));
  if (rows.length === 0) return [];
  const sealer = await caseSealer(db, caseId);
  return rows.map(({ message: row }) => ({
    id: row.id,
    direction: row.direction,
    byRef: row.byRef,
    body: sealer.open<string>("message.sealed_body", row.id, row.sealedBody),
    at: row.at,
  }));
}
