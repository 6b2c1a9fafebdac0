import type { DatabaseSync } from "node:sqlite";
import type { TableRow } from "./rows.ts";

/** Inserts rows that all have the same columns, in one transaction. */
export function insertRows(db: DatabaseSync, table: string, rows: readonly TableRow[]): void {
  const columns = Object.keys(rows[0] ?? {});
  if (columns.length === 0) return;
  const insert = db.prepare(
    `insert into ${table} (${columns.join(", ")}) values (${columns.map(() => "?").join(", ")})`,
  );
  db.exec("begin");
  for (const row of rows) {
    insert.run(
      ...columns.map((column) =>
        typeof row[column] === "boolean" ? Number(row[column]) : (row[column] ?? null),
      ),
    );
  }
  db.exec("commit");
}
