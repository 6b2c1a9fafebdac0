import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { DatabaseSync } from "node:sqlite";

/** What the holder of a lock says about itself, for whoever finds the folder taken. */
export type Holder = { pid: number; [detail: string]: unknown };

export type FolderLock = {
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
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const file = new DatabaseSync(join(folder, `${name}.sqlite`), { timeout: 0 });
  try {
    file.exec("pragma journal_mode = memory; begin exclusive");
  } catch (error) {
    file.close();
    if ((error as { errcode?: number }).errcode === sqliteBusy) return null;
    throw error;
  }
  const notePath = join(folder, `${name}.json`);
  const note = (details: Record<string, unknown>) =>
    writeFileSync(notePath, JSON.stringify({ ...details, pid: process.pid }), { mode: 0o600 });
  note({});
  return {
    note,
    release() {
      rmSync(notePath, { force: true });
      file.close();
    },
  };
}

/** SQLITE_BUSY, https://sqlite.org/rescode.html#busy */
const sqliteBusy = 5;

/** The note of whoever holds the folder; null when nobody does (a note left by a killed process does not count). */
export function readHolder(folder: string, name = "lock"): Holder | null {
  const notePath = join(folder, `${name}.json`);
  if (!existsSync(dirname(notePath)) || !existsSync(notePath)) return null;
  const lock = lockFolder(folder, name);
  if (lock) {
    lock.release();
    return null;
  }
  try {
    return JSON.parse(readFileSync(notePath, "utf8")) as Holder;
  } catch {
    return null;
  }
}
