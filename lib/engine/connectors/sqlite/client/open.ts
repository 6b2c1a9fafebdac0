import { DatabaseSync } from "node:sqlite";

/**
 * Read-only by the way it is opened and by what it is told; views of the file may not call anything with effects.
 * @param busyMs how long a statement waits for somebody who is writing
 */
export function openReadOnly(path: string, busyMs: number): DatabaseSync {
  const database = new DatabaseSync(path, { readOnly: true, allowExtension: false, timeout: busyMs });
  database.exec("pragma query_only = on; pragma trusted_schema = off");
  return database;
}
