import { DatabaseSync, type StatementSync } from "node:sqlite";
import { refuseMissing } from "../../ask.ts";
import { render, type Fragment } from "../../fragment.ts";
import { allowedPath } from "../../folder/client.ts";
import { defaultLimits, type Ask, type Around, type Limits, type Store } from "../../connector.ts";
import { StoreError } from "../../store-error.ts";
import { sqliteConfig } from "../config.ts";
import { affinityOf } from "../match.ts";
import type { Cell, Relation } from "../map.ts";

/** An open SQLite file that cannot be written through this connection. */
export type SqliteFile = {
  database: DatabaseSync;
  attachments: string | null;
  limits: Limits;
  /** Whether readers and writers leave each other alone (write-ahead log), so that a long reading blocks nobody. */
  isWal: boolean;
};

/** @throws StoreError */
export async function openSqlite(store: Store, around: Around): Promise<SqliteFile> {
  const settings = sqliteConfig.safeParse(store.config);
  if (!settings.success) throw new StoreError("bad-settings", "The settings of this source are incomplete.");
  const { file, attachments } = settings.data;
  const path = await allowedPath(around.operator, file, "file");
  const folder = attachments ? await allowedPath(around.operator, attachments, "folder") : null;
  try {
    const limits = { ...defaultLimits, ...around.limits };
    const database = openReadOnly(path, limits.connectMs);
    const mode = database.prepare("pragma journal_mode").get()?.journal_mode;
    return { database, attachments: folder, limits, isWal: mode === "wal" };
  } catch (error) {
    throw toStoreError(error);
  }
}

/**
 * Read-only by the way it is opened and by what it is told; views of the file may not call anything with effects.
 * @param busyMs how long a statement waits for somebody who is writing
 */
export function openReadOnly(path: string, busyMs: number): DatabaseSync {
  const database = new DatabaseSync(path, { readOnly: true, allowExtension: false, timeout: busyMs });
  database.exec("pragma query_only = on; pragma trusted_schema = off");
  return database;
}

/** A statement whose rows are arrays of cells, whole numbers as bigint. */
export function prepare(
  database: DatabaseSync,
  statement: Fragment,
): { statement: StatementSync; values: never[] } {
  const { text, values } = render(statement, (position) => `?${position}`);
  const prepared = database.prepare(text);
  prepared.setReadBigInts(true);
  prepared.setReturnArrays(true);
  return { statement: prepared, values: values as never[] };
}

export function all(database: DatabaseSync, statement: Fragment): Cell[][] {
  const prepared = prepare(database, statement);
  return prepared.statement.all(...prepared.values) as unknown as Cell[][];
}

/** A table or view by its exact name, or null where it is not there. */
export function findRelation(database: DatabaseSync, name: string): Relation | null {
  const [found] = all(database, [
    "select type, wr from pragma_table_list where schema = 'main' and name = ",
    { bind: name },
  ]);
  if (!found || name.startsWith("sqlite_")) return null;
  const [type, isWithoutRowid] = found;
  const rows = all(database, [
    'select name, type, "notnull", pk from pragma_table_xinfo(',
    { bind: name },
    ") where hidden <> 1",
  ]);
  const columns = rows.map(([column, declared, isNotNull]) => ({
    name: String(column),
    affinity: affinityOf(String(declared)),
    isNullable: isNotNull === 0n,
  }));
  // A rowid table may name a column of its own like any of the three names of the row id, though hardly like all.
  const rowid = ["rowid", "_rowid_", "oid"].find(
    (alias) => !columns.some((column) => column.name.toLowerCase() === alias),
  );
  const primary = rows
    .filter(([, , , position]) => position !== 0n)
    .sort((a, b) => Number(a[3]) - Number(b[3]))
    .map(([column]) => String(column));
  const key = type !== "table" ? [] : isWithoutRowid ? primary : rowid ? [rowid] : [];
  return {
    name,
    columns: isWithoutRowid
      ? columns.map((column) => ({
          ...column,
          isNullable: column.isNullable && !primary.includes(column.name),
        }))
      : columns,
    key,
    isView: key.length === 0,
  };
}

/**
 * The relation a question is about, with every field it needs.
 * @throws StoreError `table-gone`, `column-gone`
 */
export function getRelation(database: DatabaseSync, ask: Ask): Relation {
  const relation = findRelation(database, ask.collection.name);
  if (!relation) throw new StoreError("table-gone", `The table ${ask.collection.name} is not there.`);
  refuseMissing(ask, relation.columns);
  return relation;
}

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
