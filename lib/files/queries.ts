import { and, eq, isNull } from "drizzle-orm";
import { database, inTransaction } from "#db/client.ts";
import { cases, upload } from "#db/schema/index.ts";
import { record } from "#lib/audit/commands.ts";
import { readableCases } from "#lib/cases/queries/visible.ts";
import type { Context, StaffContext } from "#lib/context.ts";
import { HabeasError } from "#lib/errors.ts";
import { caseBlobKeys, caseSealer, organisationSealer } from "#lib/keys/sealer.ts";
import { openBlob } from "./store.ts";

/** A file as lists show it. `isReleased` false: it waits until a member of staff lets it out of quarantine. */
export type UploadView = {
  id: string;
  name: string;
  mediaType: string;
  sizeBytes: number;
  at: Date;
  isReleased: boolean;
};

/** What a file of a form that is not sent yet keeps sealed: its name, and the key that opens it. */
export type DraftFile = { name: string; identity: string };

const shown = {
  id: upload.id,
  sealedName: upload.sealedName,
  mediaType: upload.mediaType,
  sizeBytes: upload.sizeBytes,
  at: upload.at,
  releasedAt: upload.releasedAt,
};

/** The files of a case, in the order in which they came. */
export async function listUploads(ctx: Context, caseId: string): Promise<UploadView[]> {
  const db = database();
  const rows = await db
    .select(shown)
    .from(upload)
    .innerJoin(cases, eq(cases.id, upload.caseId))
    .where(and(eq(upload.caseId, caseId), readableCases(ctx)));
  if (rows.length === 0) return [];
  const sealer = await caseSealer(db, caseId);
  return inOrder(
    rows.map(({ id, sealedName, mediaType, sizeBytes, at, releasedAt }) => {
      const name = sealer.open<string>("upload.sealed_name", id, sealedName);
      return { id, name, mediaType, sizeBytes, at, isReleased: releasedAt !== null };
    }),
  );
}

/** The files of a form that is not sent yet. Whoever asks holds the draft's cookie. */
export async function listDraftUploads(ctx: Context, draftId: string): Promise<UploadView[]> {
  const db = database();
  const rows = await db
    .select(shown)
    .from(upload)
    .where(
      and(eq(upload.draftId, draftId), eq(upload.organisationId, ctx.organisation.id), isNull(upload.caseId)),
    );
  if (rows.length === 0) return [];
  const sealer = await organisationSealer(db, ctx.organisation.id);
  return inOrder(
    rows.map(({ id, sealedName, mediaType, sizeBytes, at }) => {
      const { name } = sealer.open<DraftFile>("upload.sealed_name", id, sealedName);
      return { id, name, mediaType, sizeBytes, at, isReleased: false };
    }),
  );
}

/** How many files came with a request. Whoever asks holds the cookie of the draft it was. */
export async function unscopedCountUploads(caseId: string): Promise<number> {
  return database().$count(upload, eq(upload.caseId, caseId));
}

/** As they came; what came in one form by name. */
function inOrder(files: UploadView[]): UploadView[] {
  return files.toSorted((a, b) => a.at.getTime() - b.at.getTime() || (a.name < b.name ? -1 : 1));
}

/**
 * Opens a released file for staff, and records that it was opened.
 * @throws HabeasError `not-found`; `not-allowed` while it is in quarantine
 */
export async function openUpload(ctx: StaffContext, caseId: string, uploadId: string) {
  const found = await inTransaction(async (tx) => {
    const [row] = await tx
      .select({ case: { id: cases.id, ref: cases.ref }, upload })
      .from(upload)
      .innerJoin(cases, eq(cases.id, upload.caseId))
      .where(and(eq(upload.id, uploadId), eq(cases.id, caseId), readableCases(ctx)))
      .for("update", { of: cases });
    if (!row) throw new HabeasError("not-found", "There is no such file.");
    if (row.upload.releasedAt === null) {
      throw new HabeasError("not-allowed", "This file is in quarantine. Release it first, and say why.");
    }
    await record(tx, ctx, { type: "case.read", case: row.case, payload: { page: "file" }, obj: [uploadId] });
    const sealer = await caseSealer(tx, caseId);
    const name = sealer.open<string>("upload.sealed_name", uploadId, row.upload.sealedName);
    const { identity } = await caseBlobKeys(tx, caseId);
    return { name, identity, ...row.upload };
  });
  const { name, mediaType, sizeBytes } = found;
  return { name, mediaType, sizeBytes, stream: await openBlob(found.blobId, found.identity) };
}
