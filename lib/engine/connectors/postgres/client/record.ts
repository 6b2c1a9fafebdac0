import type { Ask, FoundFile, Problem } from "../../connector.ts";
import { attachedFile } from "../../folder/client.ts";
import { fileInColumn, notJson, notText, recordProblem, tooLarge } from "../../ask.ts";
import type { Place } from "../../keyset.ts";
import { headBytes } from "../../media.ts";
import type { Read } from "../../paging.ts";
import type { JsonRecord } from "#lib/engine/datasets/values.ts";
import { isRowError, rowErrorSays } from "../errors.ts";
import { toRecord } from "../map.ts";
import type { Reading } from "./reading.ts";
import type { RawRow, Transaction } from "./transaction.ts";

/** How much of a file in a column is read at a time. */
const pieceBytes = 4_000_000;

/** What it takes to make records of rows: the snapshot, how rows are read, and where attachments lie. */
export type Making = {
  tx: Transaction;
  ask: Ask;
  reading: Reading;
  recordBytes: number;
  attachments: string | null;
};

/** The record behind a row, or why there is none. A row that came without its JSON is read again by itself. */
export async function toRead(making: Making, row: RawRow, place: Place): Promise<Read> {
  const { tx, ask, reading, recordBytes } = making;
  const key = reading.keyOf(place);
  let [json, size] = row;
  if (!json && reading.isPlaced) {
    try {
      [json, size] = (await tx.alone(() => tx.run(reading.row(place))))[0] ?? [];
    } catch (error) {
      if (!isRowError(error)) throw error;
      return recordProblem(key, rowErrorSays(error));
    }
  }
  if (!json) return recordProblem(key, tooLarge(Number(size?.toString() ?? 0), recordBytes));
  const raw = decode(json, reading);
  if (typeof raw === "string") return recordProblem(key, raw);
  const inColumn = ask.collection.habeas.attachment?.content != null;
  const found = inColumn
    ? await columnFile(making, raw, place, key)
    : await attachedFile(making.attachments, ask.collection, raw, key);
  return { key, raw, ...found, sizeBytes: json.length };
}

const utf8 = new TextDecoder("utf-8", { fatal: true });

function decode(json: Buffer, reading: Reading): JsonRecord | string {
  let text: string;
  try {
    text = utf8.decode(json);
  } catch {
    return notText;
  }
  try {
    return toRecord(text, reading.relation);
  } catch {
    return notJson;
  }
}

async function columnFile(
  { tx, ask, reading }: Making,
  raw: JsonRecord,
  place: Place,
  key: string,
): Promise<{ files: FoundFile[]; problems: Problem[] }> {
  const column = ask.collection.habeas.attachment?.content as string;
  const problem = (says: string) => ({ files: [], problems: [{ kind: "file" as const, key, says }] });
  if (!reading.isPlaced)
    return problem("A file in a view without a key cannot be read. Name the table itself in the dataset.");
  let head: RawRow | undefined;
  try {
    [head] = await tx.alone(() => tx.run(reading.fileHead(column, place, headBytes)));
  } catch (error) {
    if (!isRowError(error)) throw error;
    return problem(rowErrorSays(error));
  }
  if (!head?.[0] || !head[1]) return { files: [], problems: [] };
  const sizeBytes = Number(head[0].toString());
  const open = async function* () {
    for (let start = 0; start < sizeBytes; start += pieceBytes) {
      const [piece] = await tx.alone(() => tx.run(reading.filePiece(column, place, start, pieceBytes)));
      if (piece?.[0]) yield bytesOf(piece[0]);
    }
  };
  return { files: [await fileInColumn(ask, raw, { sizeBytes, head: bytesOf(head[1]), open })], problems: [] };
}

/** The server sends bytes in hexadecimal, after a backslash and an x. */
function bytesOf(cell: Buffer): Buffer {
  return Buffer.from(cell.toString("latin1", 2), "hex");
}
