import { and, count, eq } from "drizzle-orm";
import { database, type Tx } from "#db/client.ts";
import { cases, message, upload } from "#db/schema/index.ts";
import { change, Refused, type Outcome } from "#lib/cases/commands/change.ts";
import { visibleCases } from "#lib/cases/queries/visible.ts";
import type { Context, StaffContext } from "#lib/context.ts";
import { newId } from "#lib/ids.ts";
import { caseBlobKeys, caseSealer } from "#lib/keys/sealer.ts";
import type { ScannedFile } from "./scan.ts";
import { destroyBlob, saveBlob, writeBlob, type WrittenBlob } from "./store.ts";

/** More than any honest thread has. */
const mostPerCase = 100;

/**
 * Adds files to the thread of a case, as something the person wrote: one event for all of them. They are sealed and
 * durable before the first row is written; where the case says no, nothing stays. They wait in quarantine.
 */
export async function attachUploads(ctx: Context, caseId: string, files: readonly ScannedFile[]): Promise<Outcome<string[]>> {
  const db = database();
  const [seen] = await db.select({ id: cases.id }).from(cases).where(and(eq(cases.id, caseId), visibleCases(ctx)));
  if (!seen) return { ok: false, why: "not-found", says: "There is no such case." };
  const key = await caseBlobKeys(db, caseId);
  const written: WrittenBlob[] = [];
  try {
    for (const file of files) written.push(await writeBlob(key, [file.bytes]));
    const outcome = await change(ctx, caseId, "write-to-team", {
      save: async (tx) => {
        const ids = await saveUploads(tx, ctx, caseId, files, written);
        return { payload: { files: files.length }, obj: ids, result: ids };
      },
    });
    if (!outcome.ok) await discard(written);
    return outcome;
  } catch (error) {
    await discard(written);
    throw error;
  }
}

async function discard(written: readonly WrittenBlob[]): Promise<void> {
  for (const { id } of written) await destroyBlob(id);
}

async function saveUploads(
  tx: Tx,
  ctx: Context,
  caseId: string,
  files: readonly ScannedFile[],
  written: readonly WrittenBlob[],
): Promise<string[]> {
  const [held] = await tx.select({ n: count() }).from(upload).where(eq(upload.caseId, caseId));
  if ((held?.n ?? 0) + files.length > mostPerCase) throw new Refused("This request holds as many files as it can.");
  const sealer = await caseSealer(tx, caseId);
  const organisationId = ctx.organisation.id;
  const ids: string[] = [];
  for (const [position, file] of files.entries()) {
    const blob = written[position];
    if (!blob) throw new Error("a file was not written");
    const id = newId();
    ids.push(id);
    await tx.insert(upload).values({
      id,
      organisationId,
      caseId,
      blobId: await saveBlob(tx, { organisationId, caseId }, blob, ctx.now),
      sealedName: sealer.seal("upload.sealed_name", id, file.name),
      mediaType: file.mediaType,
      sizeBytes: file.bytes.length,
      at: ctx.now,
    });
  }
  return ids;
}

/** Lets a file out of quarantine. Why is kept as a note of the case, sealed; the event names the file. */
export function releaseUpload(ctx: StaffContext, caseId: string, uploadId: string, reason: string): Promise<Outcome<null>> {
  return change(ctx, caseId, "release-upload", {
    save: async (tx) => {
      if (reason.trim() === "") throw new Refused("Say why this file can be opened.");
      const [row] = await tx
        .select({ releasedAt: upload.releasedAt })
        .from(upload)
        .where(and(eq(upload.id, uploadId), eq(upload.caseId, caseId)));
      if (!row) throw new Refused("There is no such file.");
      if (row.releasedAt) throw new Refused("This file has been released already.");
      await tx.update(upload).set({ releasedAt: ctx.now, releasedByRef: ctx.actor.ref }).where(eq(upload.id, uploadId));
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
