import { constants } from "node:fs";
import { open, realpath, stat, type FileHandle } from "node:fs/promises";
import { basename, isAbsolute, join } from "node:path";
import type { JsonRecord } from "#lib/engine/datasets/values.ts";
import type { Collection } from "#lib/engine/datasets/vocabulary.ts";
import { isInside, refusal } from "../allowed.ts";
import { cellOf } from "../ask.ts";
import type { FoundFile, Operator, Problem } from "../connector.ts";
import { headBytes, sniff } from "../media.ts";
import { StoreError } from "../store-error.ts";

/**
 * The real path of something a source may read, symbolic links resolved.
 * @throws StoreError where it is missing, or not below a folder that the operator allows
 */
export async function allowedPath(
  operator: Operator,
  path: string,
  what: "folder" | "file",
): Promise<string> {
  if (!isAbsolute(path))
    throw new StoreError(
      "bad-settings",
      `The path of the ${what} must begin at the root, such as /srv/exports.`,
    );
  const folders = await Promise.all(operator.folders.map((folder) => realpath(folder).catch(() => null)));
  const real = await realpath(path).catch(() => null);
  // What lies outside is refused before anything is said about whether it exists.
  const refused = refusal(
    { ...operator, folders: folders.filter((folder) => folder !== null) },
    { path: real ?? path },
  );
  if (refused) throw new StoreError("not-allowed", refused);
  const info = real === null ? null : await stat(real).catch(() => null);
  if (real === null || !info) throw new StoreError("not-there", `The ${what} of this source is not there.`);
  if (what === "folder" ? !info.isDirectory() : !info.isFile()) {
    throw new StoreError("bad-settings", `The path of this source is no ${what}.`);
  }
  return real;
}

export type Found = { path: string; sizeBytes: number; modifiedMs: number };

/**
 * A plain file below a real folder, or null where there is none. Neither `..` nor a link leads out of it.
 * @throws StoreError `not-allowed` where the name leads outside
 */
export async function fileBelow(folder: string, name: string): Promise<Found | null> {
  if (name.includes("\0") || isAbsolute(name)) throw outside();
  const wanted = join(folder, name);
  if (!isInside(folder, wanted)) throw outside();
  const real = await realpath(wanted).catch(() => null);
  if (real === null) return null;
  if (!isInside(folder, real)) throw outside();
  const info = await stat(real);
  return info.isFile() ? { path: real, sizeBytes: info.size, modifiedMs: info.mtimeMs } : null;
}

function outside(): StoreError {
  return new StoreError(
    "not-allowed",
    "A file name leads out of the folder of this source.",
    "Correct the name in the store or in the dataset.",
  );
}

/** Opens a file whose path was checked, refusing a link that was put in its place meanwhile. */
export async function openFile(path: string): Promise<FileHandle> {
  return open(path, constants.O_RDONLY | constants.O_NOFOLLOW);
}

/** The content from a byte on, in pieces. */
export async function* readFrom(
  path: string,
  start: number,
  end = Infinity,
  pieceBytes = 65_536,
): AsyncGenerator<Buffer> {
  const file = await openFile(path);
  try {
    for (let position = start; position < end;) {
      const piece = Buffer.allocUnsafe(Math.min(pieceBytes, end - position));
      const { bytesRead } = await file.read(piece, 0, piece.length, position);
      if (bytesRead === 0) return;
      position += bytesRead;
      yield piece.subarray(0, bytesRead);
    }
  } finally {
    await file.close();
  }
}

/**
 * The file a record names by path, or the problem in its place.
 * @param folder real folder of attachments; null where the settings name none
 */
export async function attachedFile(
  folder: string | null,
  collection: Collection,
  record: JsonRecord,
  key: string,
): Promise<{ files: FoundFile[]; problems: Problem[] }> {
  const { attachment } = collection.habeas;
  const path = cellOf(record, attachment?.path);
  if (path === null) return { files: [], problems: [] };
  const problem = (says: string) => ({ files: [], problems: [{ kind: "file" as const, key, says }] });
  if (folder === null) {
    return problem("The record names a file, but the settings of this source name no folder of attachments.");
  }
  try {
    const found = await fileBelow(folder, path);
    if (!found) return problem("The record names a file that is not there.");
    const head = await Array.fromAsync(readFrom(found.path, 0, headBytes));
    return {
      files: [
        {
          name: cellOf(record, attachment?.name) ?? basename(path),
          mediaType: await sniff(Buffer.concat(head), cellOf(record, attachment?.mediaType)),
          sizeBytes: found.sizeBytes,
          open: () => readFrom(found.path, 0, found.sizeBytes),
        },
      ],
      problems: [],
    };
  } catch (error) {
    if (error instanceof StoreError)
      return problem("The record names a file outside the folder of this source.");
    return problem("The record names a file that cannot be opened.");
  }
}
