import { and, asc, eq, inArray, type SQL } from "drizzle-orm";
import { database } from "#db/client.ts";
import { cases, message, type Party } from "#db/schema/index.ts";
import { readableCases, visibleCases } from "#lib/cases/queries/visible.ts";
import type { Context } from "#lib/context.ts";
import { caseSealer } from "#lib/keys/sealer.ts";

export type MessageView = {
  id: string;
  direction: "in" | "out" | "note";
  /** With whom the team writes here; a note is with nobody. */
  party: Party;
  byRef: string;
  body: string;
  at: Date;
};

/**
 * The thread of a case, oldest first. Notes are for staff only, whoever asks; she reads what is between her and the team,
 * never what an agent wrote, and the other way round.
 */
export async function listMessages(ctx: Context, caseId: string): Promise<MessageView[]> {
  const isStaff = ctx.actor.kind === "staff";
  const which = isStaff
    ? readableCases(ctx)
    : and(readableCases(ctx), eq(message.party, "person"), inArray(message.direction, ["in", "out"]));
  return read(caseId, which);
}

/** What an agent and the team wrote to each other about a case of his, oldest first. */
export async function listAgentMessages(ctx: Context, caseId: string): Promise<MessageView[]> {
  if (ctx.actor.kind !== "agent") return [];
  const which = and(visibleCases(ctx), eq(message.party, "agent"), inArray(message.direction, ["in", "out"]));
  return read(caseId, which);
}

async function read(caseId: string, which: SQL | undefined): Promise<MessageView[]> {
  const db = database();
  const rows = await db
    .select({ message })
    .from(message)
    .innerJoin(cases, eq(cases.id, message.caseId))
    .where(and(eq(message.caseId, caseId), which))
    .orderBy(asc(message.at), asc(message.id));
  if (rows.length === 0) return [];
  const sealer = await caseSealer(db, caseId);
  return rows.map(({ message: row }) => ({
    id: row.id,
    direction: row.direction,
    party: row.party,
    byRef: row.byRef,
    body: sealer.open<string>("message.sealed_body", row.id, row.sealedBody),
    at: row.at,
  }));
}
