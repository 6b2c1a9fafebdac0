import { and, eq } from "drizzle-orm";
import { database, type Tx } from "#db/client.ts";
import { blob, cases, message, upload } from "#db/schema/index.ts";
import { change, Refused, type Outcome } from "#lib/cases/commands/change.ts";
import { visibleCases } from "#lib/cases/queries/visible.ts";
import type { Context, StaffContext } from "#lib/context.ts";
import { newId } from "#lib/ids.ts";
import { caseBlobKeys, caseSealer } from "#lib/keys/sealer.ts";
import type { ScannedFile } from "./scan.ts";
import { destroyBlob, saveBlob, writeBlob, type WrittenBlob } from "./store.ts";

/** More than any honest thread has. */
const mostPerCase = 100;

/** Why a case takes no more files, in the words of `attachUploads`. */
export const caseRefusals = {
  "already-here": "This file is here already.",
  full: "This request holds as many files as it can.",
} as const;

/** A scanned file, sealed and durable. */
type Stored = { name: string; mediaType: string; blob: WrittenBlob };

/**
 * Adds files to the thread of a case, as something the person wrote: one event for all of them. Each is sealed and
 * durable before the next is asked for; where the case says no, or `files` fails, nothing stays. They wait in quarantine.
 * A file that the case holds already is not kept twice; null where none came.
 */
export async function attachUploads(
  ctx: Context,
  caseId: string,
  files: AsyncIterable<ScannedFile> | Iterable<ScannedFile>,
): Promise<Outcome<string[]> | null> {
  const db = database();
  const [seen] = await db
    .select({ id: cases.id })
    .from(cases)
    .where(and(eq(cases.id, caseId), visibleCases(ctx)));
  if (!seen) return { ok: false, why: "not-found", says: "There is no such case." };
  const key = await caseBlobKeys(db, caseId);
  const stored: Stored[] = [];
  let kept: Stored[] = [];
  try {
    for await (const { name, mediaType, bytes } of files)
      stored.push({ name, mediaType, blob: await writeBlob(key, [bytes]) });
    if (stored.length === 0) return null;
    const outcome = await change(ctx, caseId, "write-to-team", {
      save: async (tx) => {
        const fresh = await withoutKnown(tx, caseId, stored);
        if (fresh.length === 0) throw new Refused(caseRefusals["already-here"]);
        const ids = await saveUploads(tx, ctx, caseId, fresh);
        kept = fresh;
        return { payload: { files: ids.length }, obj: ids, result: ids };
      },
    });
    if (!outcome.ok) kept = [];
    return outcome;
  } catch (error) {
    kept = [];
    throw error;
  } finally {
    for (const one of stored) if (!kept.includes(one)) await destroyBlob(one.blob.id);
  }
}

/** Leaves out what the case holds already, and what was sent twice at once. */
async function withoutKnown(tx: Tx, caseId: string, stored: readonly Stored[]): Promise<Stored[]> {
  const held = await tx
    .select({ sha256: blob.sha256 })
    .from(upload)
    .innerJoin(blob, eq(blob.id, upload.blobId))
    .where(eq(upload.caseId, caseId));
  if (held.length + stored.length > mostPerCase) throw new Refused(caseRefusals.full);
  const known = new Set(held.map(({ sha256 }) => Buffer.from(sha256).toString("hex")));
  return stored.filter((one) => {
    const hash = one.blob.sha256.toString("hex");
    const isKnown = known.has(hash);
    known.add(hash);
    return !isKnown;
  });
}

async function saveUploads(
  tx: Tx,
  ctx: Context,
  caseId: string,
  files: readonly Stored[],
): Promise<string[]> {
  const sealer = await caseSealer(tx, caseId);
  const organisationId = ctx.organisation.id;
  const ids: string[] = [];
  for (const { name, mediaType, blob: written } of files) {
    const id = newId();
    ids.push(id);
    await tx.insert(upload).values({
      id,
      organisationId,
      caseId,
      blobId: await saveBlob(tx, { organisationId, caseId }, written, ctx.now),
      sealedName: sealer.seal("upload.sealed_name", id, name),
      mediaType,
      sizeBytes: written.sizeBytes,
      at: ctx.now,
    });
  }
  return ids;
}

/** Lets a file out of quarantine. Why is kept as a note of the case, sealed; the event names the file. */
export function releaseUpload(
  ctx: StaffContext,
  caseId: string,
  uploadId: string,
  reason: string,
): Promise<Outcome<null>> {
  return change(ctx, caseId, "release-upload", {
    save: async (tx) => {
      if (reason.trim() === "") throw new Refused("Say why this file can be opened.");
      const [row] = await tx
        .select({ releasedAt: upload.releasedAt })
        .from(upload)
        .where(and(eq(upload.id, uploadId), eq(upload.caseId, caseId)));
      if (!row) throw new Refused("There is no such file.");
      if (row.releasedAt) throw new Refused("This file has been released already.");
      await tx
        .update(upload)
        .set({ releasedAt: ctx.now, releasedByRef: ctx.actor.ref })
        .where(eq(upload.id, uploadId));
      const noteId = newId();
      const sealer = await caseSealer(tx, caseId);
      await tx.insert(message).values({
        id: noteId,
        organisationId: ctx.organisation.id,
        caseId,
        direction: "note",
        byRef: ctx.actor.ref,
        sealedBody: sealer.seal("message.sealed_body", noteId, reason.trim()),
        at: ctx.now,
      });
      return { payload: {}, obj: [uploadId, noteId], result: null };
    },
  });
}
