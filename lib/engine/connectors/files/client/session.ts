import { recordProblem, refuseMissing } from "../../ask.ts";
import type { Ask, Page, Session } from "../../connector.ts";
import { attachedFile } from "../../folder/client.ts";
import { pagesOf, type Entry, type Read } from "../../paging.ts";
import { StoreError } from "../../store-error.ts";
import { comparing } from "../map.ts";
import { csvPieces, openCsv } from "./csv.ts";
import { openCollection, refuseChanged, type Folder, type OpenFile } from "./folder.ts";
import { jsonPieces, openJson } from "./json.ts";
import type { Piece, Start } from "./piece.ts";

/** Records handed on together. */
const batchRecords = 100;

/** Where a page ended. Offsets only mean something in the very same file, so the file's print goes with them. */
type Cursor = Start & { print: string };

/** Reads the files of a folder record by record. A file cannot be searched, so each question reads it once from end to end. */
export function toSession(folder: Folder): Session {
  async function* find(ask: Ask): AsyncGenerator<Page> {
    if (ask.keys.length === 0) return;
    const file = await openCollection(folder, ask.collection.name);
    try {
      const from = startOf(ask, file);
      const pieces = await piecesOf(folder, file, ask, from);
      const isSorted = ask.orderBy !== undefined && ask.limit !== undefined;
      yield* pagesOf(ask, folder.limits.pageBytes, isSorted ? firstInOrder(folder, file, ask, pieces) : inFileOrder(folder, file, ask, pieces));
    } catch (error) {
      throw toStoreError(error);
    } finally {
      await file.handle.close();
    }
  }

  async function count(ask: Ask): Promise<number> {
    if (ask.keys.length === 0) return 0;
    const file = await openCollection(folder, ask.collection.name);
    try {
      let total = 0;
      for await (const piece of await piecesOf(folder, file, ask, { offset: 0, number: 0 })) {
        if (piece.concerns(ask.keys) === true) total++;
      }
      return total;
    } catch (error) {
      throw toStoreError(error);
    } finally {
      await file.handle.close();
    }
  }

  return { find, count, close: async () => {} };
}

/** @throws StoreError `changed` where the cursor is of an earlier state of the file */
function startOf(ask: Ask, file: OpenFile): Start {
  if (!ask.cursor) return { offset: 0, number: 0 };
  const cursor = JSON.parse(ask.cursor) as Cursor;
  if (cursor.print !== file.print) throw new StoreError("changed", `The file of ${ask.collection.name} was changed since reading began.`);
  return cursor;
}

async function piecesOf(folder: Folder, file: OpenFile, ask: Ask, from: Start): Promise<AsyncIterable<Piece>> {
  if (file.ending === ".csv" || file.ending === ".tsv") {
    const table = await openCsv(file, folder.config, ask.collection, file.ending);
    refuseMissing(ask, table.sheet.columns.map((name) => ({ name })));
    return csvPieces(file, table, from);
  }
  return jsonPieces(file, await openJson(file, file.ending), from, ask.collection, folder.limits.recordBytes);
}

async function* inFileOrder(folder: Folder, file: OpenFile, ask: Ask, pieces: AsyncIterable<Piece>): AsyncGenerator<Entry[]> {
  let batch: Entry[] = [];
  for await (const piece of pieces) {
    const read = await toRead(folder, ask, piece);
    if (!read) continue;
    const { end, number } = piece;
    batch.push({ ...read, cursor: () => JSON.stringify({ offset: end, number, print: file.print } satisfies Cursor) });
    if (batch.length < batchRecords) continue;
    yield batch;
    batch = [];
  }
  await refuseChanged(file);
  yield batch;
}

/** The first few in another order than the file's: only so many are ever held. */
async function* firstInOrder(folder: Folder, file: OpenFile, ask: Ask, pieces: AsyncIterable<Piece>): AsyncGenerator<Entry[]> {
  const compare = comparing(ask.orderBy ?? []);
  let first: Entry[] = [];
  for await (const batch of inFileOrder(folder, file, ask, pieces)) {
    const problems = batch.filter((entry) => "problem" in entry);
    const records = [...first, ...batch].filter((entry) => "raw" in entry);
    first = records.toSorted((a, b) => compare(a.raw, b.raw)).slice(0, ask.limit);
    yield problems;
  }
  yield first;
}

/** The record or problem of a piece, or null where it is about somebody else. */
async function toRead(folder: Folder, ask: Ask, piece: Piece): Promise<Read | null> {
  const key = JSON.stringify([String(piece.number)]);
  const problem = (why: string) => recordProblem(key, `Record ${piece.number} of ${ask.collection.name} could not be read: ${why}.`);
  const isWanted = piece.concerns(ask.keys);
  if (typeof isWanted === "string") return problem(isWanted);
  if (!isWanted) return null;
  const raw = piece.read();
  if (typeof raw === "string") return problem(raw);
  return { key, raw, sizeBytes: piece.sizeBytes, ...(await attachedFile(folder.path, ask.collection, raw, key)) };
}

/** Reading a file fails in few ways: it is taken away, or the disk cannot read it. */
export function toStoreError(error: unknown): StoreError {
  return error instanceof StoreError ? error : new StoreError("lost", "A file could not be read to its end.");
}
