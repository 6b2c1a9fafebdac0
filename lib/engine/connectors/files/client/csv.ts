import { CsvError } from "csv-parse";
import type { Collection } from "#lib/engine/datasets/vocabulary.ts";
import { StoreError } from "../../store-error.ts";
import type { FilesConfig } from "../config.ts";
import {
  cellsToRecord,
  columnsFor,
  decodeCell,
  delimiterOf,
  misfit,
  type Cells,
  type Ending,
} from "../map.ts";
import { bytesFrom, headOf, type OpenFile } from "./folder.ts";
import { cellsOf, lineAt, lineBytes, lines } from "./lines.ts";
import { brokenPiece, type Piece, type Start } from "./piece.ts";

/** The longest heading; a file without one in so many bytes is no table. */
const headingBytes = 1_000_000;

export type Table = {
  headings: string[];
  delimiter: string;
  encoding: FilesConfig["encoding"];
  collection: Collection;
  start: Start;
};

/**
 * Reads the heading of a CSV file.
 * @throws StoreError where there is none
 */
export async function openCsv(
  file: OpenFile,
  config: FilesConfig,
  collection: Collection,
  ending: Ending,
): Promise<Table> {
  const { head, mark } = await headOf(file, headingBytes);
  const text = head.toString("latin1");
  const delimiter = delimiterOf(config.delimiter, ending, text.split(/\r?\n|\r/, 1)[0] ?? "");
  for await (const { cells, end } of lines([head], delimiter, headingBytes)) {
    const { encoding } = config;
    const headings = cells.map((cell) => decodeCell(cell, encoding)?.trim() ?? "");
    const twice = collection.fields.find(({ name }) => headings.indexOf(name) !== headings.lastIndexOf(name));
    if (twice)
      throw new StoreError(
        "unreadable",
        `The heading of ${collection.name} names the column ${twice.name} twice.`,
      );
    return { headings, delimiter, encoding, collection, start: { offset: mark + end, number: 0 } };
  }
  throw new StoreError("unreadable", `The file of ${collection.name} is empty: it has not even a heading.`);
}

/**
 * The lines of a table from a place on. A quotation mark out of place could swallow all that follows; so where one line
 * cannot be told from the next, this line is looked at by itself, and reading goes on after it.
 * @param names of the columns by which lines are found, and of those to read
 */
export async function* csvPieces(
  file: OpenFile,
  table: Table,
  from: Start,
  names: { searched: string[]; shown: string[] },
): AsyncGenerator<Piece> {
  const { headings, delimiter, encoding, collection } = table;
  let { offset, number } = from.number > 0 ? from : table.start;
  const [searched, shown] = [
    columnsFor(headings, names.searched, collection),
    columnsFor(headings, names.shown, collection),
  ];
  const toPiece = (cells: Cells, sizeBytes: number): Piece => {
    const why = misfit(cells, headings);
    if (why !== null) return brokenPiece(++number, offset, why);
    const glance = () => cellsToRecord(cells, searched, encoding);
    return {
      number: ++number,
      end: offset,
      sizeBytes,
      glance,
      read: () => cellsToRecord(cells, shown, encoding),
    };
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
      yield cells
        ? toPiece(cells, line.length)
        : brokenPiece(++number, end, "its quotation marks do not match, or it is too large");
    }
  }
}
