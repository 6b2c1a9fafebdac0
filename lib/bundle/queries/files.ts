import { and, eq } from "drizzle-orm";
import type { Readable } from "node:stream";
import { z } from "zod";
import { database } from "#db/client.ts";
import { recordFile } from "#db/schema/index.ts";
import type { CaseRow } from "#lib/cases/commands/change.ts";
import { recordRead } from "#lib/cases/commands/read.ts";
import { getReadableCase } from "#lib/cases/queries/view.ts";
import type { Context } from "#lib/context.ts";
import { HabeasError } from "#lib/errors.ts";
import { openBlob } from "#lib/files/store.ts";
import { caseBlobKeys, caseSealer } from "#lib/keys/sealer.ts";
import { newestBundle } from "../commands.ts";
import { archiveName } from "../names.ts";

export type OpenedFile = { name: string; mediaType: string; sizeBytes: number; stream: Readable };

/** Records as found and answers not sent yet are for staff only; the person has her archive. */
async function caseOnTheDesk(ctx: Context, reference: string): Promise<CaseRow> {
  if (ctx.actor.kind === "person") throw new HabeasError("not-found", "There is no such case.");
  return getReadableCase(ctx, reference);
}

/** A file that was found with a record, opened for staff who review it. */
export async function openRecordFile(ctx: Context, reference: string, fileId: string): Promise<OpenedFile> {
  const row = await caseOnTheDesk(ctx, reference);
  const db = database();
  const [file] = z.uuid().safeParse(fileId).success
    ? await db
        .select()
        .from(recordFile)
        .where(and(eq(recordFile.id, fileId), eq(recordFile.caseId, row.id)))
    : [];
  if (!file) throw new HabeasError("not-found", "There is no such file.");
  await recordRead(ctx, row.id, "found-file");
  const sealer = await caseSealer(db, row.id);
  const { identity } = await caseBlobKeys(db, row.id);
  return {
    name: sealer.open<string>("record_file.sealed_name", file.id, file.sealedName),
    mediaType: file.mediaType,
    sizeBytes: file.sizeBytes,
    stream: await openBlob(file.blobId, identity),
  };
}

/** The built answer as the person will get it, for staff who prepare or approve it. */
export async function openBuiltAnswer(ctx: Context, reference: string): Promise<OpenedFile> {
  const row = await caseOnTheDesk(ctx, reference);
  const db = database();
  const built = await newestBundle(db, row.id);
  if (!built?.blobId) throw new HabeasError("not-found", "There is no built answer.");
  await recordRead(ctx, row.id, "answer");
  const { identity } = await caseBlobKeys(db, row.id);
  return {
    name: archiveName(row.reference),
    mediaType: "application/zip",
    sizeBytes: built.sizeBytes ?? 0,
    stream: await openBlob(built.blobId, identity),
  };
}
