import { CsvError, parse } from "csv-parse";
import { bytesFrom, type OpenFile } from "./folder.ts";

/** The longest line. One that is longer has most likely lost a quotation mark. */
export const lineBytes = 8_000_000;

export type Line = { cells: string[]; end: number };

/**
 * Cells line by line, one character per byte, with the number of bytes up to the end of the line. Lines before one that
 * cannot be parsed are given before the error; as a stream, the parser would drop them.
 */
export async function* lines(
  bytes: AsyncIterable<Buffer> | Iterable<Buffer>,
  delimiter: string,
  mostBytes: number,
  isLoose = false,
): AsyncGenerator<Line> {
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
export async function lineAt(file: OpenFile, offset: number): Promise<{ line: Buffer; end: number }> {
  const held: Buffer[] = [];
  let heldBytes = 0;
  let position = offset;
  let isBegun = false;
  for await (const chunk of bytesFrom(file, offset)) {
    for (const [index, byte] of chunk.entries()) {
      const isBreak = byte === 0x0a || byte === 0x0d;
      if (isBreak && isBegun)
        return { line: Buffer.concat([...held, chunk.subarray(0, index)]), end: position + index + 1 };
      isBegun ||= !isBreak;
    }
    if (heldBytes < lineBytes) heldBytes += held.push(chunk) && chunk.length;
    position += chunk.length;
  }
  return { line: Buffer.concat(held), end: position };
}

/** The cells of a single line, quotation marks in the middle of a cell taken as they are; null where one stays open. */
export async function cellsOf(line: Buffer, delimiter: string): Promise<string[] | null> {
  try {
    const [only] = await Array.fromAsync(lines([line], delimiter, lineBytes, true));
    return only?.cells ?? null;
  } catch (error) {
    if (error instanceof CsvError) return null;
    throw error;
  }
}
