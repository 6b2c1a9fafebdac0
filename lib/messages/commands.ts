import { message, type Party } from "#db/schema/index.ts";
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

/** Writes to the agent. He reads it on his page of the case; it must hold nothing of hers that he did not send himself. */
export function writeToAgent(ctx: Context, caseId: string, body: string): Promise<Outcome<string>> {
  return change(ctx, caseId, "write-to-agent", {
    save: async (tx) => {
      const id = await saveMessage(tx, ctx, caseId, "out", body, "agent");
      return { payload: {}, obj: [id], result: id };
    },
  });
}

/** What the agent writes from his page. */
export function writeAsAgent(ctx: Context, caseId: string, body: string): Promise<Outcome<string>> {
  return change(ctx, caseId, "write-as-agent", {
    save: async (tx) => {
      const id = await saveMessage(tx, ctx, caseId, "in", body, "agent");
      return { payload: {}, obj: [id], result: id };
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
  party: Party = "person",
): Promise<string> {
  const id = newId();
  const sealer = await caseSealer(tx, caseId);
  await tx.insert(message).values({
    id,
    organisationId: ctx.organisation.id,
    caseId,
    direction,
    party,
    byRef: ctx.actor.ref,
    sealedBody: sealer.seal("message.sealed_body", id, body),
    at: ctx.now,
  });
  return id;
}
