import { StoreError } from "../store-error.ts";

/** SQLite's result codes (https://sqlite.org/rescode.html), never its texts, which may quote values. */
export function toStoreError(error: unknown): StoreError {
  if (error instanceof StoreError) return error;
  const code = Number((error as { errcode?: unknown } | null)?.errcode ?? 0) & 0xff;
  switch (code) {
    case 5:
    case 6:
      return new StoreError("busy", "The database is locked by somebody who is writing.");
    case 8:
      return new StoreError("write-refused", "Reading the database would change it, which was refused.");
    case 3:
    case 14:
      return new StoreError(
        "permission-refused",
        "The file cannot be opened by this server.",
        "Ask for the right to read the file and, where it keeps a write-ahead log, the files beside it.",
      );
    case 10:
      return new StoreError("lost", "The file could not be read to its end.");
    case 11:
      return new StoreError("unreadable", "The database file is damaged.");
    case 26:
      return new StoreError(
        "unreadable",
        "The file is no SQLite database.",
        "Check the path in the settings.",
      );
    default:
      return new StoreError("unreadable", `SQLite could not answer${code ? ` (code ${code})` : ""}.`);
  }
}
