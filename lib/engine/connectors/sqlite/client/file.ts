import { refuseMissing } from "../../ask.ts";
import { render, type Fragment } from "../../fragment.ts";
import { allowedPath } from "../../folder/client.ts";
import { defaultLimits, type Ask, type Around, type Limits, type Store } from "../../connector.ts";
import { StoreError } from "../../store-error.ts";
import { sqliteConfig } from "../config.ts";
import { affinityOf } from "../match.ts";
import type { Cell, Relation } from "../map.ts";
import type { Statement } from "./apart.ts";
import { SqliteProcess, type Batching } from "./process.ts";

/** A SQLite file that cannot be written through this, open in a process of its own. */
export class SqliteFile {
  readonly attachments: string | null;
  readonly limits: Limits;
  readonly #open: () => Promise<SqliteProcess>;
  readonly #signal: AbortSignal | undefined;
  #process: Promise<SqliteProcess> | null = null;
  #isClosed = false;

  constructor(
    open: () => Promise<SqliteProcess>,
    around: { attachments: string | null; limits: Limits; signal: AbortSignal | undefined },
  ) {
    this.#open = open;
    this.attachments = around.attachments;
    this.limits = around.limits;
    this.#signal = around.signal;
  }

  /** All rows of a statement. @throws StoreError */
  async all(statement: Fragment, signal?: AbortSignal): Promise<Cell[][]> {
    return (await this.#opened()).all(toStatement(statement), this.#patience(signal));
  }

  /** The rows of a statement in batches. Leaving off ends the statement. */
  async *rows(statement: Fragment, batching: Batching, signal?: AbortSignal): AsyncGenerator<Cell[][]> {
    yield* (await this.#opened()).rows(toStatement(statement), batching, this.#patience(signal));
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    await (await this.#process?.catch(() => null))?.close();
  }

  /** Opened anew where an answer that was given up has ended it: the other tables can still be read. */
  async #opened(): Promise<SqliteProcess> {
    const before = this.#process;
    const known = await before?.catch(() => null);
    if (this.#isClosed) throw new StoreError("lost", "The file has been closed.");
    if (known && !known.isOver) return known;
    // Whoever comes first opens it for all who wait.
    if (this.#process === before) this.#process = this.#open();
    return this.#process as Promise<SqliteProcess>;
  }

  #patience(signal: AbortSignal | undefined) {
    return { milliseconds: this.limits.pageMs, signals: [this.#signal, signal] };
  }
}

/** How long a busy machine may take to start the process that reads. */
const startMs = 30_000;

function toStatement(fragment: Fragment): Statement {
  return render(fragment, (position) => `?${position}`);
}

/** @throws StoreError */
export async function openSqlite(store: Store, around: Around): Promise<SqliteFile> {
  const settings = sqliteConfig.safeParse(store.config);
  if (!settings.success) throw new StoreError("bad-settings", "The settings of this source are incomplete.");
  const { file, attachments } = settings.data;
  const limits = { ...defaultLimits, ...around.limits };
  const { signal, operator } = around;
  const open = async () => {
    const path = await allowedPath(operator, file, "file");
    return SqliteProcess.open(path, limits.connectMs, { milliseconds: startMs, signals: [signal] });
  };
  const folder = attachments ? await allowedPath(operator, attachments, "folder") : null;
  const opened = new SqliteFile(open, { attachments: folder, limits, signal });
  try {
    // A file is only looked into when something is asked: what is no database would be told too late.
    await opened.all(["pragma schema_version"]);
    return opened;
  } catch (error) {
    await opened.close();
    throw error;
  }
}

/** Whether readers and writers leave each other alone (write-ahead log), so that a long reading blocks nobody. */
export async function isWal(file: SqliteFile): Promise<boolean> {
  const [row] = await file.all(["pragma journal_mode"]);
  return row?.[0] === "wal";
}

/** A table or view by its exact name, or null where it is not there. */
export async function findRelation(file: SqliteFile, name: string): Promise<Relation | null> {
  const [found] = await file.all([
    "select type, wr from pragma_table_list where schema = 'main' and name = ",
    { bind: name },
  ]);
  if (!found || name.startsWith("sqlite_")) return null;
  const [type, isWithoutRowid] = found;
  const rows = await file.all([
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
export async function getRelation(file: SqliteFile, ask: Ask): Promise<Relation> {
  const relation = await findRelation(file, ask.collection.name);
  if (!relation) throw new StoreError("table-gone", `The table ${ask.collection.name} is not there.`);
  refuseMissing(ask, relation.columns);
  return relation;
}
