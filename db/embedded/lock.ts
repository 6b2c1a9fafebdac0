import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";

/** What the holder of a lock says about itself, for whoever finds the folder taken. */
export type Holder = { pid: number; [detail: string]: unknown };

export type FolderLock = {
  /** What a holder that was killed had noted; null after an orderly end. */
  left: Holder | null;
  /** Leaves a note beside the lock that `readHolder` shows to others, e.g. the address served. */
  note(details: Record<string, unknown>): void;
  release(): void;
};

/**
 * Takes a folder for this process, or answers null when another process has it.
 * SQLite asks the operating system for the lock, so it ends with the process however that dies (also `kill -9`),
 * works on every system, and no stale pid file can ever be mistaken for a living holder.
 */
export function lockFolder(folder: string, name = "lock"): FolderLock | null {
  const file = takeFile(folder, name);
  if (!file) return null;
  const notePath = join(folder, `${name}.json`);
  const left = readNote(folder, name);
  const note = (details: Record<string, unknown>) => {
    writeFileSync(`${notePath}.new`, JSON.stringify({ ...details, pid: process.pid }), { mode: 0o600 });
    renameSync(`${notePath}.new`, notePath);
  };
  note({});
  return {
    left,
    note,
    release() {
      rmSync(notePath, { force: true });
      if (file.isOpen) file.close();
    },
  };
}

/** The note of whoever holds the folder; null when nobody does (a note left by a killed process does not count). */
export function readHolder(folder: string, name = "lock"): Holder | null {
  const note = readNote(folder, name);
  const file = note && takeFile(folder, name);
  file?.close();
  return file ? null : note;
}

function readNote(folder: string, name: string): Holder | null {
  try {
    return JSON.parse(readFileSync(join(folder, `${name}.json`), "utf8")) as Holder;
  } catch {
    return null;
  }
}

/** SQLITE_BUSY, https://sqlite.org/rescode.html#busy */
const sqliteBusy = 5;

function takeFile(folder: string, name: string): DatabaseSync | null {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const file = new DatabaseSync(join(folder, `${name}.sqlite`), { timeout: 0 });
  try {
    file.exec("pragma journal_mode = memory; begin exclusive");
    return file;
  } catch (error) {
    file.close();
    if ((error as { errcode?: number }).errcode === sqliteBusy) return null;
    throw error;
  }
}
