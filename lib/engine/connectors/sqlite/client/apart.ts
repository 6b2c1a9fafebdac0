import type { DatabaseSync, StatementSync } from "node:sqlite";
import { Worker } from "node:worker_threads";
import type { Cell } from "../map.ts";
import { openReadOnly } from "./open.ts";

/**
 * The program that `process.ts` starts for one open file. SQLite answers in the thread that asks, and neither a signal nor
 * the end of a thread stops it in the middle of a statement; only a process can be ended at any time.
 */

/** What is asked; `rows` is the number by which its asker knows a statement under way. */
export type Asked =
  | { open: string; busyMs: number }
  | { all: Statement }
  | { begin: Statement; rows: number }
  | { rows: number; most: number; mostBytes: number }
  | { end: number };

export type Statement = { text: string; values: readonly unknown[] };

/** Rows in their order, and whether there are no more. */
export type Batch = { rows: Cell[][]; isLast: boolean };

/** The answer, or the code SQLite failed with (0: another fault). Never a text: it may quote values. */
export type Told = { answer: Batch | Cell[][] | null } | { errcode: number };

let database: DatabaseSync | undefined;
const underWay = new Map<number, Iterator<Cell[]>>();

function answer(asked: Asked): Batch | Cell[][] | null {
  if ("open" in asked) {
    database = openReadOnly(asked.open, asked.busyMs);
    return null;
  }
  if ("all" in asked) return prepared(asked.all).all(...valuesOf(asked.all)) as unknown as Cell[][];
  if ("begin" in asked) {
    const rows = prepared(asked.begin).iterate(...valuesOf(asked.begin)) as unknown as Iterator<Cell[]>;
    underWay.set(asked.rows, rows);
    return null;
  }
  if ("rows" in asked) return batchOf(asked.rows, asked.most, asked.mostBytes);
  // Ends the statement, and with it the lock it holds.
  underWay.get(asked.end)?.return?.();
  underWay.delete(asked.end);
  return null;
}

/** A statement whose rows are arrays of cells, whole numbers as bigint. */
function prepared({ text }: Statement): StatementSync {
  const statement = (database as DatabaseSync).prepare(text);
  statement.setReadBigInts(true);
  statement.setReturnArrays(true);
  return statement;
}

function valuesOf({ values }: Statement): never[] {
  return values as never[];
}

function batchOf(number: number, most: number, mostBytes: number): Batch {
  const rows: Cell[][] = [];
  let bytes = 0;
  while (rows.length < most && bytes < mostBytes) {
    const next = underWay.get(number)?.next();
    if (!next || next.done) return { rows, isLast: true };
    rows.push(next.value);
    for (const cell of next.value)
      bytes += cell === null || typeof cell !== "object" ? sizeOf(cell) : cell.byteLength;
  }
  return { rows, isLast: false };
}

function sizeOf(cell: Exclude<Cell, Uint8Array>): number {
  return typeof cell === "string" ? cell.length : 8;
}

process.on("message", ([number, asked]: [number, Asked]) => {
  let told: Told;
  try {
    told = { answer: answer(asked) };
  } catch (error) {
    told = { errcode: Number((error as { errcode?: unknown } | null)?.errcode ?? 0) };
  }
  process.send?.([number, told]);
});
process.on("disconnect", () => process.exit());

// Whoever asked may die while a statement goes on for ever, and this thread would never hear of it.
const watch = `const asker = ${process.ppid};
  const isThere = () => { try { return process.ppid === asker && process.kill(asker, 0); } catch { return false; } };
  setInterval(() => { if (!isThere()) process.kill(process.pid, "SIGKILL"); }, 1_000);`;
new Worker(watch, { eval: true }).unref();
