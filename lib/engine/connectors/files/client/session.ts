import { isFound } from "#lib/engine/datasets/shape.ts";
import { recordProblem, refuseMissing, shownFields } from "../../ask.ts";
import type { Ask, Page, Session } from "../../connector.ts";
import { attachedFile } from "../../folder/client.ts";
import { toOpener } from "../../open-text.ts";
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
      yield* pagesOf(
        ask,
        folder.limits.pageBytes,
        isSorted ? firstInOrder(folder, file, ask, pieces) : inFileOrder(folder, file, ask, pieces),
      );
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
      const isWanted = toTest(ask);
      for await (const piece of await piecesOf(folder, file, ask, { offset: 0, number: 0 })) {
        if (isWanted(piece) === true) total++;
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
  if (cursor.print !== file.print)
    throw new StoreError("changed", `The file of ${ask.collection.name} was changed since reading began.`);
  return cursor;
}

async function piecesOf(
  folder: Folder,
  file: OpenFile,
  ask: Ask,
  from: Start,
): Promise<AsyncIterable<Piece>> {
  if (file.ending === ".csv" || file.ending === ".tsv") {
    const table = await openCsv(file, folder.config, ask.collection, file.ending);
    refuseMissing(
      ask,
      table.headings.map((name) => ({ name })),
    );
    return csvPieces(file, table, from, {
      searched: ask.keys.map(({ path }) => path[0] as string),
      shown: shownFields(ask),
    });
  }
  return jsonPieces(file, await openJson(file, file.ending), from, folder.limits.recordBytes);
}

/** Whether a piece holds any of the values looked for; a text says why that cannot be told. */
function toTest(ask: Ask): (piece: Piece) => boolean | string {
  const open = toOpener(ask.collection.fields);
  return (piece) => {
    const raw = piece.glance();
    return typeof raw === "string" ? raw : isFound(open(raw), ask.keys);
  };
}

async function* inFileOrder(
  folder: Folder,
  file: OpenFile,
  ask: Ask,
  pieces: AsyncIterable<Piece>,
): AsyncGenerator<Entry[]> {
  const isWanted = toTest(ask);
  let batch: Entry[] = [];
  for await (const piece of pieces) {
    const wanted = isWanted(piece);
    if (wanted === false) continue;
    const read = await toRead(folder, ask, piece, wanted);
    const { end, number } = piece;
    batch.push({
      ...read,
      cursor: () => JSON.stringify({ offset: end, number, print: file.print } satisfies Cursor),
    });
    if (batch.length < batchRecords) continue;
    yield batch;
    batch = [];
  }
  await refuseChanged(file);
  yield batch;
}

/** The first few in another order than the file's: only so many are ever held. */
async function* firstInOrder(
  folder: Folder,
  file: OpenFile,
  ask: Ask,
  pieces: AsyncIterable<Piece>,
): AsyncGenerator<Entry[]> {
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

/** @param wanted true, or why it cannot be told whether the piece is */
async function toRead(folder: Folder, ask: Ask, piece: Piece, wanted: true | string): Promise<Read> {
  const key = JSON.stringify([String(piece.number)]);
  const raw = wanted === true ? piece.read() : wanted;
  if (typeof raw === "string")
    return recordProblem(key, `Record ${piece.number} of ${ask.collection.name} could not be read: ${raw}.`);
  return {
    key,
    raw,
    sizeBytes: piece.sizeBytes,
    ...(await attachedFile(folder.path, ask.collection, raw, key)),
  };
}

/** Reading a file fails in few ways: it is taken away, or the disk cannot read it. */
export function toStoreError(error: unknown): StoreError {
  return error instanceof StoreError ? error : new StoreError("lost", "A file could not be read to its end.");
}
