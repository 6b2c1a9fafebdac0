import { spawn } from "node:child_process";
import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { finished, pipeline } from "node:stream/promises";
import { join } from "node:path";
import type postgres from "postgres";
import { activityColumns } from "./bundle-store.ts";

export type Copied = { format: string; rows: number; plainBytes: number; ms: number };

/**
 * What a person with a terminal would do: the rows as JSON, as CSV and, as many as the bundle shows, as an HTML table,
 * each by COPY and packed with `gzip -1` into a file.
 */
export async function copyRows(
  sql: postgres.Sql,
  folder: string,
  rows: { all: number; shown: number },
): Promise<Copied[]> {
  const columns = activityColumns.join(", ");
  const from = `from activity where person_id = 1 order by id`;
  const cells = activityColumns.map((name) => `'<td>' || ${escaped(name)} || '</td>'`).join(" || ");
  const formats = [
    ["JSON", `copy (select row_to_json(r) from (select ${columns} ${from}) r) to stdout`, rows.all],
    ["CSV", `copy (select ${columns} ${from}) to stdout (format csv, header)`, rows.all],
    ["HTML", `copy (select '<tr>' || ${cells} || '</tr>' ${from} limit ${rows.shown}) to stdout`, rows.shown],
  ] as const;
  const copied: Copied[] = [];
  for (const [format, statement, count] of formats) {
    const startedAt = performance.now();
    const plainBytes = await packed(sql, statement, join(folder, `copy.${format.toLowerCase()}.gz`));
    copied.push({ format, rows: count, plainBytes, ms: performance.now() - startedAt });
  }
  return copied;
}

function escaped(column: string): string {
  return `replace(replace(replace(coalesce(${column}::text, '–'), '&', '&amp;'), '<', '&lt;'), '"', '&quot;')`;
}

/** @returns how many bytes there were before they were packed */
async function packed(sql: postgres.Sql, statement: string, path: string): Promise<number> {
  let plainBytes = 0;
  const gzip = spawn("gzip", ["-1"], { stdio: ["pipe", "pipe", "inherit"] });
  const ended = once(gzip, "exit");
  const rows = await sql.unsafe(statement).readable();
  // No pipe: told to wait, the driver's stream sometimes waits for ever. gzip is the faster one, so little piles up.
  rows.on("data", (chunk: Buffer) => {
    plainBytes += chunk.length;
    gzip.stdin.write(chunk);
  });
  rows.once("end", () => gzip.stdin.end());
  await Promise.all([finished(rows), pipeline(gzip.stdout, createWriteStream(path))]);
  const [status] = await ended;
  if (status !== 0) throw new Error(`gzip ended with status ${status}`);
  return plainBytes;
}
