import { message } from "#db/schema/index.ts";
import { change, type Outcome } from "#lib/cases/commands/change.ts";
import type { Context } from "#lib/context.ts";
import { newId } from "#lib/ids.ts";
import { caseSealer } from "#lib/keys/sealer.ts";
import type { Tx } from "#db/client.ts";

type Direction = (typeof message.$inferInsert)["direction"];

/** Writes to the person. She gets a mail that says there is a message, and reads it on her page. */
export function writeToPerson(ctx: Context, caseId: string, body: string): Promise<Outcome<string>> {
  return change(ctx, caseId, "write-to-person", {
    save: async (tx) => {
      const id = await saveMessage(tx, ctx, caseId, "out", body);
      return { payload: {}, obj: [id], result: id };
    },
  });
}

/** What the person writes from her page. */
export function writeToTeam(ctx: Context, caseId: string, body: string): Promise<Outcome<string>> {
  return change(ctx, caseId, "write-to-team", {
    save: async (tx) => {
      const id = await saveMessage(tx, ctx, caseId, "in", body);
      return { payload: { files: 0 }, obj: [id], result: id };
    },
  });
}

/** An internal note. It never leaves the desk and cannot become a message. */
export function writeNote(ctx: Context, caseId: string, body: string): Promise<Outcome<string>> {
  return change(ctx, caseId, "write-note", {
    save: async (tx) => {
      const id = await saveMessage(tx, ctx, caseId, "note", body);
      return { payload: {}, obj: [id], result: id };
    },
  });
}

async function saveMessage(
  tx: Tx,
  ctx: Context,
  caseId: string,
  direction: Direction,
  body: string,
): Promise<string> {
  const id = newId();
  const sealer = await caseSealer(tx, caseId);
  await tx.insert(message).values({
    id,
    organisationId: ctx.organisation.id,
    caseId,
    direction,
    byRef: ctx.actor.ref,
    sealedBody: sealer.seal("message.sealed_body", id, body),
    at: ctx.now,
  });
  return id;
}
