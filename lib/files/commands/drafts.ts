import { generateX25519Identity, identityToRecipient } from "age-encryption";
import { and, eq, gt, inArray, isNull, sql } from "drizzle-orm";
import { z } from "zod";
import { database, inTransaction, type Tx } from "#db/client.ts";
import { blob, draft, upload } from "#db/schema/index.ts";
import { tokenHash } from "#lib/auth/queries/session.ts";
import type { Context } from "#lib/context.ts";
import { newId } from "#lib/ids.ts";
import { ofSameKind } from "#lib/intake/queries.ts";
import { caseBlobKeys, caseSealer, organisationSealer } from "#lib/keys/sealer.ts";
import type { DraftFile } from "../queries.ts";
import { uploadLimits } from "../limits.ts";
import type { ScannedFile } from "../scan.ts";
import { destroyBlob, openBlob, saveBlob, writeBlob, type WrittenBlob } from "../store.ts";

/*
 * A form that is not sent yet has no case and so no case key. Each of its files gets a key of its own, sealed with its
 * name under the organisation's; when the request is sent, the file is sealed anew to the case.
 */

/** The id of the draft a browser's token opens, while it may still change; else null. */
export async function findOpenDraft(ctx: Context, token: string): Promise<string | null> {
  const [row] = await database()
    .select({ id: draft.id })
    .from(draft)
    .where(
      and(
        eq(draft.tokenHash, tokenHash(token)),
        eq(draft.organisationId, ctx.organisation.id),
        ofSameKind(ctx),
        isNull(draft.sentCaseId),
        gt(draft.expiresAt, sql`now()`),
      ),
    );
  return row?.id ?? null;
}

/** What came of a file for a draft: `full` where it holds as many as it may, `gone` where it was sent or is no more. */
export type Added = "added" | "already-here" | "full" | "gone";

/** Adds a file to a draft that is still open. The same file again is the same file. */
export async function attachToDraft(ctx: Context, draftId: string, file: ScannedFile): Promise<Added> {
  const identity = await generateX25519Identity();
  const written = await writeBlob({ version: 1, recipient: await identityToRecipient(identity) }, [
    file.bytes,
  ]);
  let added: Added | null = null;
  try {
    return (added = await inTransaction((tx) => saveToDraft(tx, ctx, draftId, file, written, identity)));
  } finally {
    if (added !== "added") await destroyBlob(written.id);
  }
}

async function saveToDraft(
  tx: Tx,
  ctx: Context,
  draftId: string,
  { name, mediaType }: ScannedFile,
  written: WrittenBlob,
  identity: string,
): Promise<Added> {
  const organisationId = ctx.organisation.id;
  const [open] = await tx
    .select({ id: draft.id })
    .from(draft)
    .where(and(eq(draft.id, draftId), eq(draft.organisationId, organisationId), isNull(draft.sentCaseId)))
    .for("update");
  if (!open) return "gone";
  const held = await tx
    .select({ sha256: blob.sha256 })
    .from(upload)
    .innerJoin(blob, eq(blob.id, upload.blobId))
    .where(eq(upload.draftId, draftId));
  if (held.some(({ sha256 }) => written.sha256.equals(sha256))) return "already-here";
  if (held.length >= uploadLimits.files) return "full";
  await noteChange(tx, draftId);
  const id = newId();
  const sealer = await organisationSealer(tx, organisationId);
  const kept: DraftFile = { name, identity };
  await tx.insert(upload).values({
    id,
    organisationId,
    draftId,
    blobId: await saveBlob(tx, { organisationId, caseId: null }, written, ctx.now),
    sealedName: sealer.seal("upload.sealed_name", id, kept),
    mediaType,
    sizeBytes: written.sizeBytes,
    at: ctx.now,
  });
  return "added";
}

/** Whoever has the check open in another tab is shown what stands now, before anything is sent. */
async function noteChange(tx: Tx, draftId: string): Promise<void> {
  await tx
    .update(draft)
    .set({ updatedAt: sql`clock_timestamp()` as never })
    .where(eq(draft.id, draftId));
}

/** Removes a file from a draft. False when there is none such; removing twice is no fault. */
export async function removeFromDraft(ctx: Context, draftId: string, uploadId: string): Promise<boolean> {
  if (!z.uuid().safeParse(uploadId).success) return false;
  const blobId = await inTransaction(async (tx) => {
    const [row] = await tx
      .delete(upload)
      .where(
        and(
          eq(upload.id, uploadId),
          eq(upload.draftId, draftId),
          eq(upload.organisationId, ctx.organisation.id),
          isNull(upload.caseId),
        ),
      )
      .returning({ blobId: upload.blobId });
    if (!row) return null;
    await tx.delete(blob).where(eq(blob.id, row.blobId));
    await noteChange(tx, draftId);
    return row.blobId;
  });
  if (blobId === null) return false;
  await destroyBlob(blobId);
  return true;
}

/**
 * Gives the files of a draft to the case it became: sealed anew to the case, names too. Call it in the transaction that
 * opens the case; again, it finds nothing left to do. The old files have lost their keys and are swept later.
 * @returns the ids of the files
 */
export async function adoptUploads(
  tx: Tx,
  ctx: Context,
  { draftId, caseId }: { draftId: string; caseId: string },
): Promise<string[]> {
  const ofDraft = and(
    eq(upload.draftId, draftId),
    eq(upload.organisationId, ctx.organisation.id),
    isNull(upload.caseId),
  );
  const rows = await tx.select().from(upload).where(ofDraft).for("update");
  if (rows.length === 0) return [];
  const organisationId = ctx.organisation.id;
  const before = await organisationSealer(tx, organisationId);
  const after = await caseSealer(tx, caseId);
  const key = await caseBlobKeys(tx, caseId);
  for (const row of rows) {
    const { name, identity } = before.open<DraftFile>("upload.sealed_name", row.id, row.sealedName);
    const written = await writeBlob(key, await openBlob(row.blobId, identity));
    const blobId = await saveBlob(tx, { organisationId, caseId }, written, ctx.now);
    const sealedName = after.seal("upload.sealed_name", row.id, name);
    await tx.update(upload).set({ caseId, blobId, sealedName }).where(eq(upload.id, row.id));
    await tx.delete(blob).where(eq(blob.id, row.blobId));
  }
  return rows.map(({ id }) => id);
}

/** Forgets the files of drafts that are no more, sent or not. @returns how many; the sweep takes the files themselves */
export async function forgetLostUploads(): Promise<number> {
  return inTransaction(async (tx) => {
    const isLost = sql`not exists (select 1 from ${draft} where ${draft.id} = ${upload.draftId})`;
    const gone = await tx
      .delete(upload)
      .where(and(isNull(upload.caseId), isLost))
      .returning({ blobId: upload.blobId });
    if (gone.length > 0)
      await tx.delete(blob).where(
        inArray(
          blob.id,
          gone.map((row) => row.blobId),
        ),
      );
    return gone.length;
  });
}
