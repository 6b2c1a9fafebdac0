import type { FileHandle } from "node:fs/promises";
import { allowedPath, fileBelow, openFile } from "../../folder/client.ts";
import { defaultLimits, type Around, type Limits, type Store } from "../../connector.ts";
import { throwIfAborted } from "../../paging.ts";
import { StoreError } from "../../store-error.ts";
import { filesConfig, type FilesConfig } from "../config.ts";
import { endingOf, fileNames, type Ending } from "../map.ts";

/** A folder that may be read: its real path, and how its files are written. */
export type Folder = { path: string; config: FilesConfig; limits: Limits; signal: AbortSignal | undefined };

/** @throws StoreError */
export async function openFolder(store: Store, around: Around): Promise<Folder> {
  const settings = filesConfig.safeParse(store.config);
  if (!settings.success) throw new StoreError("bad-settings", "The settings of this source are incomplete.");
  const path = await allowedPath(around.operator, settings.data.folder, "folder");
  return {
    path,
    config: settings.data,
    limits: { ...defaultLimits, ...around.limits },
    signal: around.signal,
  };
}

/** The file of a collection as it was when it was opened; what is appended later is not read. */
export type OpenFile = {
  handle: FileHandle;
  ending: Ending;
  sizeBytes: number;
  /** Changes when the file does. */
  print: string;
  signal: AbortSignal | undefined;
};

/**
 * Opens the one file a collection lies in.
 * @throws StoreError `table-gone` where there is none, `bad-settings` where there are several
 */
export async function openCollection(folder: Folder, collection: string): Promise<OpenFile> {
  const found = [];
  for (const name of fileNames(collection)) {
    const file = await fileBelow(folder.path, name);
    if (file) found.push({ name, file });
  }
  const [only, another] = found;
  if (!only)
    throw new StoreError("table-gone", `The folder has no file ${fileNames(collection).join(" or ")}.`);
  if (another) {
    throw new StoreError(
      "bad-settings",
      `The folder has both ${only.name} and ${another.name}.`,
      "Name the collection after the one that is meant, with its ending.",
    );
  }
  try {
    const handle = await openFile(only.file.path);
    const { size, ino, mtimeMs } = await handle.stat();
    return {
      handle,
      ending: endingOf(only.name) as Ending,
      sizeBytes: size,
      print: `${ino}-${size}-${mtimeMs}`,
      signal: folder.signal,
    };
  } catch {
    throw new StoreError("permission-refused", `The file ${only.name} cannot be opened by this server.`);
  }
}

/**
 * The bytes of a file from a place up to where it ended when it was opened.
 * @throws StoreError `changed` where the file has become shorter, `cancelled`
 */
export async function* bytesFrom(file: OpenFile, start: number): AsyncGenerator<Buffer> {
  const chunk = Buffer.allocUnsafe(65_536);
  for (let position = start; position < file.sizeBytes;) {
    throwIfAborted(file.signal);
    const { bytesRead } = await file.handle.read(
      chunk,
      0,
      Math.min(chunk.length, file.sizeBytes - position),
      position,
    );
    if (bytesRead === 0) throw new StoreError("changed", "The file became shorter while it was being read.");
    position += bytesRead;
    yield Buffer.from(chunk.subarray(0, bytesRead));
  }
}

/** The mark that some programs put before UTF-8. */
const byteOrderMark = Buffer.from([0xef, 0xbb, 0xbf]);

/**
 * The beginning of a text file without its byte order mark, and how many bytes that mark has.
 * @throws StoreError `unreadable` where it is UTF-16
 */
export async function headOf(file: OpenFile, mostBytes: number): Promise<{ head: Buffer; mark: number }> {
  const chunks: Buffer[] = [];
  let held = 0;
  for await (const chunk of bytesFrom(file, 0)) {
    held += chunks.push(chunk) && chunk.length;
    if (held >= mostBytes) break;
  }
  const head = Buffer.concat(chunks);
  if (/^(\xff\xfe|\xfe\xff)/.test(head.toString("latin1", 0, 2))) {
    throw new StoreError("unreadable", "The file is written in UTF-16.", "Have it exported as UTF-8.");
  }
  const mark = head.subarray(0, byteOrderMark.length).equals(byteOrderMark) ? byteOrderMark.length : 0;
  return { head: head.subarray(mark), mark };
}

/**
 * Makes sure that what was read is still what lies there; what was only appended to is.
 * @throws StoreError `changed`
 */
export async function refuseChanged(file: OpenFile): Promise<void> {
  const { size, ino, mtimeMs } = await file.handle.stat();
  const isSame = `${ino}-${size}-${mtimeMs}` === file.print;
  if (!isSame && size <= file.sizeBytes)
    throw new StoreError("changed", "The file was changed while it was being read.");
}
