import { CsvError, parse } from "csv-parse";
import type { Collection } from "#lib/engine/datasets/vocabulary.ts";
import { StoreError } from "../../store-error.ts";
import type { FilesConfig } from "../config.ts";
import { cellsToRecord, columnsFor, decodeCell, delimiterOf, misfit, type Cells, type Ending } from "../map.ts";
import { bytesFrom, headOf, type OpenFile } from "./folder.ts";
import { brokenPiece, type Piece, type Start } from "./piece.ts";

/** The longest line. One that is longer has most likely lost a quotation mark. */
const lineBytes = 8_000_000;
/** The longest heading; a file without one in so many bytes is no table. */
const headingBytes = 1_000_000;

export type Table = { headings: string[]; delimiter: string; encoding: FilesConfig["encoding"]; collection: Collection; start: Start };

/**
 * Reads the heading of a CSV file.
 * @throws StoreError where there is none
 */
export async function openCsv(file: OpenFile, config: FilesConfig, collection: Collection, ending: Ending): Promise<Table> {
  const { head, mark } = await headOf(file, headingBytes);
  const text = head.toString("latin1");
  const delimiter = delimiterOf(config.delimiter, ending, text.split(/\r?\n|\r/, 1)[0] ?? "");
  for await (const { cells, end } of lines([head], delimiter, headingBytes)) {
    const { encoding } = config;
    const headings = cells.map((cell) => decodeCell(cell, encoding)?.trim() ?? "");
    const twice = collection.fields.find(({ name }) => headings.indexOf(name) !== headings.lastIndexOf(name));
    if (twice) throw new StoreError("unreadable", `The heading of ${collection.name} names the column ${twice.name} twice.`);
    return { headings, delimiter, encoding, collection, start: { offset: mark + end, number: 0 } };
  }
  throw new StoreError("unreadable", `The file of ${collection.name} is empty: it has not even a heading.`);
}

/**
 * The lines of a table from a place on. A quotation mark out of place could swallow all that follows; so where one line
 * cannot be told from the next, this line is looked at by itself, and reading goes on after it.
 * @param names of the columns by which lines are found, and of those to read
 */
export async function* csvPieces(file: OpenFile, table: Table, from: Start, names: { searched: string[]; shown: string[] }): AsyncGenerator<Piece> {
  const { headings, delimiter, encoding, collection } = table;
  let { offset, number } = from.number > 0 ? from : table.start;
  const [searched, shown] = [columnsFor(headings, names.searched, collection), columnsFor(headings, names.shown, collection)];
  const toPiece = (cells: Cells, sizeBytes: number): Piece => {
    const why = misfit(cells, headings);
    if (why !== null) return brokenPiece(++number, offset, why);
    const glance = () => cellsToRecord(cells, searched, encoding);
    return { number: ++number, end: offset, sizeBytes, glance, read: () => cellsToRecord(cells, shown, encoding) };
  };
  for (;;) {
    const begin = offset;
    try {
      for await (const { cells, end } of lines(bytesFrom(file, begin), delimiter, lineBytes)) {
        const sizeBytes = begin + end - offset;
        offset = begin + end;
        yield toPiece(cells, sizeBytes);
      }
      return;
    } catch (error) {
      if (!(error instanceof CsvError)) throw error;
      const { line, end } = await lineAt(file, offset);
      const cells = await cellsOf(line, delimiter);
      offset = end;
      yield cells ? toPiece(cells, line.length) : brokenPiece(++number, end, "its quotation marks do not match, or it is too large");
    }
  }
}

/** The cells of a single line, quotation marks in the middle of a cell taken as they are; null where one stays open. */
async function cellsOf(line: Buffer, delimiter: string): Promise<string[] | null> {
  try {
    const [only] = await Array.fromAsync(lines([line], delimiter, lineBytes, true));
    return only?.cells ?? null;
  } catch (error) {
    if (error instanceof CsvError) return null;
    throw error;
  }
}

type Line = { cells: string[]; end: number };

/**
 * Cells line by line, one character per byte, with the number of bytes up to the end of the line. Lines before one that
 * cannot be parsed are given before the error; as a stream, the parser would drop them.
 */
async function* lines(bytes: AsyncIterable<Buffer> | Iterable<Buffer>, delimiter: string, mostBytes: number, isLoose = false): AsyncGenerator<Line> {
  const found: Line[] = [];
  let failure: Error | null | undefined;
  const parser = parse({
    encoding: "latin1",
    delimiter,
    relax_column_count: true,
    relax_quotes: isLoose,
    skip_empty_lines: true,
    max_record_size: mostBytes,
    on_record(cells: string[], { bytes: end }) {
      found.push({ cells, end });
      return null;
    },
  });
  parser.on("error", (error) => (failure ??= error));
  parser.resume();
  try {
    for await (const chunk of bytes) {
      failure = await new Promise<Error | null | undefined>((done) => parser.write(chunk, done));
      yield* found.splice(0);
      if (failure) throw failure;
    }
    await new Promise<void>((done) => {
      parser.once("close", done);
      parser.end();
    });
    yield* found.splice(0);
    if (failure) throw failure;
  } finally {
    parser.destroy();
  }
}

/** The next line that holds anything, up to its line break, and the byte after it. Of an endless one only the beginning. */
async function lineAt(file: OpenFile, offset: number): Promise<{ line: Buffer; end: number }> {
  const held: Buffer[] = [];
  let heldBytes = 0;
  let position = offset;
  let isBegun = false;
  for await (const chunk of bytesFrom(file, offset)) {
    for (const [index, byte] of chunk.entries()) {
      const isBreak = byte === 0x0a || byte === 0x0d;
      if (isBreak && isBegun) return { line: Buffer.concat([...held, chunk.subarray(0, index)]), end: position + index + 1 };
      isBegun ||= !isBreak;
    }
    if (heldBytes < lineBytes) heldBytes += held.push(chunk) && chunk.length;
    position += chunk.length;
  }
  return { line: Buffer.concat(held), end: position };
}
