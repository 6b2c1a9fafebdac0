import { fileInColumn, notText, recordProblem, tooLarge } from "../../ask.ts";
import type { FoundFile, Problem } from "../../connector.ts";
import { attachedFile } from "../../folder/client.ts";
import type { Place } from "../../keyset.ts";
import { headBytes } from "../../media.ts";
import type { Read } from "../../paging.ts";
import { StoreError } from "../../store-error.ts";
import type { JsonRecord } from "#lib/engine/datasets/values.ts";
import { quoted, toJson, type Cell } from "../map.ts";
import type { SqliteFile } from "./file.ts";
import type { Reading } from "./reading.ts";

/** How much of a file in a column is read at a time. */
const pieceBytes = 4_000_000;

/** The record behind a row, or why there is none. */
export async function toRead(
  file: SqliteFile,
  reading: Reading,
  row: readonly Cell[],
  place: Place,
): Promise<Read> {
  const { ask, columns, recordBytes } = reading;
  const key = reading.keyOf(place);
  const sizeBytes = Number(row[columns.length]);
  if (sizeBytes > recordBytes) return recordProblem(key, tooLarge(sizeBytes, recordBytes));
  // The driver puts U+FFFD where text is no UTF-8; only then the bytes themselves are looked at.
  const doubtful = columns.filter(
    (_, index) => typeof row[index] === "string" && (row[index] as string).includes("\ufffd"),
  );
  if (doubtful.length > 0 && !(await isText(file, reading, doubtful, place)))
    return recordProblem(key, notText);
  const raw: JsonRecord = Object.fromEntries(
    columns.map((name, index) => [name, toJson(row[index] ?? null)]),
  );
  const inColumn = ask.collection.habeas.attachment?.content != null;
  const found = inColumn
    ? await columnFile(file, reading, raw, place, key)
    : await attachedFile(file.attachments, ask.collection, raw, key);
  return { key, raw, ...found, sizeBytes };
}

async function isText(
  file: SqliteFile,
  reading: Reading,
  columns: readonly string[],
  place: Place,
): Promise<boolean> {
  if (reading.relation.isView) return false;
  const [bytes = []] = await file.all(
    reading.one(columns.map((name) => `cast(t.${quoted(name)} as blob)`).join(", "), place),
    reading.ask.signal,
  );
  try {
    for (const cell of bytes) new TextDecoder("utf-8", { fatal: true }).decode(cell as Uint8Array);
    return true;
  } catch {
    return false;
  }
}

async function columnFile(
  file: SqliteFile,
  reading: Reading,
  raw: JsonRecord,
  place: Place,
  key: string,
): Promise<{ files: FoundFile[]; problems: Problem[] }> {
  const column = reading.ask.collection.habeas.attachment?.content as string;
  if (reading.relation.isView) {
    return {
      files: [],
      problems: [
        { kind: "file", key, says: "A file in a view cannot be read. Name the table itself in the dataset." },
      ],
    };
  }
  const content = `cast(t.${quoted(column)} as blob)`;
  const { signal } = reading.ask;
  const [[size, head] = []] = await file.all(
    reading.one(`octet_length(t.${quoted(column)}), substr(${content}, 1, ${headBytes})`, place),
    signal,
  );
  if (!(head instanceof Uint8Array)) return { files: [], problems: [] };
  const sizeBytes = Number(size);
  const open = async function* () {
    for (let start = 0; start < sizeBytes; start += pieceBytes) {
      const statement = reading.one(`substr(${content}, ${start + 1}, ${pieceBytes})`, place);
      const [piece] = await file.all(statement, signal);
      if (!(piece?.[0] instanceof Uint8Array))
        throw new StoreError("changed", "A file was taken away while it was being read.");
      yield piece[0];
    }
  };
  return { files: [await fileInColumn(reading.ask, raw, { sizeBytes, head, open })], problems: [] };
}
