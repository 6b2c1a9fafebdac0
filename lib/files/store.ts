import { createHash } from "node:crypto";
import { mkdir, open, rename, rm, type FileHandle } from "node:fs/promises";
import { dirname, join } from "node:path";
import { Readable } from "node:stream";
import type { Tx } from "#db/client.ts";
import { blob } from "#db/schema/index.ts";
import { env } from "#lib/env.ts";
import { HabeasError } from "#lib/errors.ts";
import { newId } from "#lib/ids.ts";
import { openAge, sealAge } from "./age.ts";

// The notes for turbopack keep the build from taking these paths, which only the running house knows, for files of ours.

/** Where sealed files lie: `<2 hex>/<blob id>.age`, and `incoming/<blob id>.part` while they are written. */
export function filesFolder(): string {
  return join(/*turbopackIgnore: true*/ env().dataFolder, "files");
}

export const incomingFolder = "incoming";

/** Whether a text is an id of ours, and so may be part of a path. */
export function isBlobId(text: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text);
}

/** The path of a blob. Refuses whatever is not an id of ours, so that no text from outside can lead elsewhere. */
export function blobPath(blobId: string): string {
  if (!isBlobId(blobId)) throw new HabeasError("not-found", "There is no such file.");
  return join(/*turbopackIgnore: true*/ filesFolder(), blobId.slice(0, 2), `${blobId}.age`);
}

/** A sealed file that is durable on disk, for the row that points to it. Size and hash are of the plain bytes. */
export type WrittenBlob = { id: string; keyVersion: number; sizeBytes: number; sha256: Buffer };

/**
 * Streams plain bytes into a sealed file and makes it durable: counted, hashed, sealed to the recipient, written under a
 * temporary name, synced, renamed, folder synced. Nothing is left of it when anything fails on the way.
 * A file without a row is swept after a day.
 * @throws HabeasError `unreachable` when the disk is full
 */
export async function writeBlob(
  key: { version: number; recipient: string },
  plain: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
): Promise<WrittenBlob> {
  const id = newId();
  const path = blobPath(id);
  const part = join(/*turbopackIgnore: true*/ filesFolder(), incomingFolder, `${id}.part`);
  const hash = createHash("sha256");
  let sizeBytes = 0;
  async function* measured() {
    for await (const piece of plain) {
      hash.update(piece);
      sizeBytes += piece.length;
      yield piece;
    }
  }
  try {
    await mkdir(/*turbopackIgnore: true*/ dirname(part), { recursive: true, mode: 0o700 });
    await mkdir(/*turbopackIgnore: true*/ dirname(path), { recursive: true, mode: 0o700 });
    const file = await open(/*turbopackIgnore: true*/ part, "wx", 0o600);
    try {
      for await (const piece of sealAge(key.recipient, measured())) await file.appendFile(piece);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(/*turbopackIgnore: true*/ part, path);
    await syncFolder(dirname(path));
  } catch (error) {
    await rm(/*turbopackIgnore: true*/ part, { force: true });
    throw isDiskFull(error)
      ? new HabeasError("unreachable", "The disk for sealed files is full. Make room; the work then goes on.")
      : error;
  }
  return { id, keyVersion: key.version, sizeBytes, sha256: hash.digest() };
}

function isDiskFull(error: unknown): boolean {
  return ["ENOSPC", "EDQUOT"].includes((error as { code?: string } | null)?.code ?? "");
}

/** Makes a rename durable. Windows knows no such thing and needs none. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === "win32") return;
  const handle = await open(/*turbopackIgnore: true*/ folder, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Writes the row for a sealed file, in the transaction of whatever points to it. Returns the blob's id. */
export async function saveBlob(
  tx: Tx,
  owner: { organisationId: string; caseId: string | null },
  written: WrittenBlob,
  at: Date,
): Promise<string> {
  await tx.insert(blob).values({ ...owner, ...written, createdAt: at });
  return written.id;
}

/**
 * Opens a sealed file and streams its plain bytes from `from` up to, not including, `end`; it begins at the chunk that
 * holds `from`, so that a resumed download costs what is left of it. The stream closes the file when it ends or is destroyed.
 * @throws HabeasError `gone` when the file is not there any more
 */
export async function openBlob(
  blobId: string,
  identity: string,
  { from, end }: { from?: number; end?: number } = {},
): Promise<Readable> {
  const file = await openSealed(blobId);
  try {
    const { size } = await file.stat();
    const { read } = await openAge(identity, size, (offset, length) => readAt(file, offset, length));
    const stream = Readable.from(read(from, end), { objectMode: false });
    return stream.once("close", () => void file.close());
  } catch (error) {
    await file.close();
    throw error;
  }
}

async function openSealed(blobId: string): Promise<FileHandle> {
  try {
    return await open(/*turbopackIgnore: true*/ blobPath(blobId), "r");
  } catch (error) {
    if ((error as { code?: string }).code !== "ENOENT") throw error;
    throw new HabeasError("gone", "This file is no longer here.");
  }
}

async function readAt(file: FileHandle, offset: number, length: number): Promise<Buffer> {
  const buffer = Buffer.allocUnsafe(length);
  let filled = 0;
  while (filled < length) {
    const { bytesRead } = await file.read(buffer, filled, length - filled, offset + filled);
    if (bytesRead === 0) break;
    filled += bytesRead;
  }
  return buffer.subarray(0, filled);
}

/** Removes a sealed file for good. The row that pointed to it is gone before, so that none points to nothing. */
export async function destroyBlob(blobId: string): Promise<void> {
  await rm(/*turbopackIgnore: true*/ blobPath(blobId), { force: true });
}
