import { Readable } from "node:stream";
import { CsvError, parse } from "csv-parse";
import type { Collection } from "#lib/engine/datasets/vocabulary.ts";
import { StoreError } from "../../store-error.ts";
import type { FilesConfig } from "../config.ts";
import { cellsToRecord, concerns, decodeCell, delimiterOf, misfit, type Ending, type Sheet } from "../map.ts";
import { bytesFrom, headOf, type OpenFile } from "./folder.ts";
import { brokenPiece, type Piece, type Start } from "./piece.ts";

/** The longest line. One that is longer has most likely lost a quotation mark. */
const lineBytes = 8_000_000;
/** The longest heading; a file without one in so many bytes is no table. */
const headingBytes = 1_000_000;

export type Table = { sheet: Sheet; delimiter: string; start: Start };

/**
 * Reads the heading of a CSV file.
 * @throws StoreError where there is none
 */
export async function openCsv(file: OpenFile, config: FilesConfig, collection: Collection, ending: Ending): Promise<Table> {
  const { head, mark } = await headOf(file, headingBytes);
  const text = head.toString("latin1");
  const delimiter = delimiterOf(config.delimiter, ending, text.split(/\r?\n|\r/, 1)[0] ?? "");
  for await (const { cells, end } of lines(Readable.from([head]), delimiter, headingBytes)) {
    const columns = cells.map((cell) => decodeCell(cell, config.encoding)?.trim() ?? "");
    const twice = collection.fields.find(({ name }) => columns.indexOf(name) !== columns.lastIndexOf(name));
    if (twice) throw new StoreError("unreadable", `The heading of ${collection.name} names the column ${twice.name} twice.`);
    return { sheet: { columns, encoding: config.encoding, collection }, delimiter, start: { offset: mark + end, number: 0 } };
  }
  throw new StoreError("unreadable", `The file of ${collection.name} is empty: it has not even a heading.`);
}

/**
 * The lines of a table from a place on. A quotation mark that is never closed would swallow all that follows; its line is
 * given as broken, and reading goes on with the next.
 */
export async function* csvPieces(file: OpenFile, { sheet, delimiter, start }: Table, from: Start): AsyncGenerator<Piece> {
  let { offset, number } = from.number > 0 ? from : start;
  const names = sheet.collection.fields.map((field) => field.name);
  for (;;) {
    const begin = offset;
    try {
      for await (const { cells, end } of lines(Readable.from(bytesFrom(file, begin)), delimiter, lineBytes)) {
        const sizeBytes = begin + end - offset;
        offset = begin + end;
        yield toPiece(cells, sheet, names, ++number, offset, sizeBytes);
      }
      return;
    } catch (error) {
      if (!(error instanceof CsvError)) throw error;
      const next = await afterLine(file, offset);
      yield brokenPiece(++number, next, "its quotation marks do not match, or it is too large");
      offset = next;
    }
  }
}

function toPiece(cells: readonly string[], sheet: Sheet, names: readonly string[], number: number, end: number, sizeBytes: number): Piece {
  const why = misfit(cells, sheet.columns);
  if (why !== null) return brokenPiece(number, end, why);
  return {
    number,
    end,
    sizeBytes,
    concerns(keys) {
      const raw = cellsToRecord(cells, sheet, keys.map(({ path }) => path[0] as string));
      return typeof raw === "string" ? raw : concerns(raw, sheet.collection, keys);
    },
    read: () => cellsToRecord(cells, sheet, names),
  };
}

/** Cells line by line, one character per byte, with the number of bytes up to the end of the line. */
async function* lines(bytes: Readable, delimiter: string, mostBytes: number): AsyncGenerator<{ cells: string[]; end: number }> {
  const parser = parse({
    encoding: "latin1",
    info: true,
    delimiter,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    max_record_size: mostBytes,
  });
  bytes.on("error", (error) => parser.destroy(error));
  bytes.pipe(parser);
  try {
    for await (const { record, info } of parser as AsyncIterable<{ record: string[]; info: { bytes: number } }>) {
      yield { cells: record, end: info.bytes };
    }
  } finally {
    bytes.destroy();
    parser.destroy();
  }
}

/** The byte after the next line that holds anything. */
async function afterLine(file: OpenFile, offset: number): Promise<number> {
  let position = offset;
  let isBegun = false;
  for await (const chunk of bytesFrom(file, offset)) {
    for (const byte of chunk) {
      position++;
      if (byte !== 0x0a && byte !== 0x0d) isBegun = true;
      else if (isBegun) return position;
    }
  }
  return position;
}
