import type { JsonRecord } from "#lib/engine/datasets/values.ts";
import { parseExactJson } from "../../json.ts";
import type { Ending } from "../map.ts";
import { Splitter, type Shape, type Stretch } from "../split.ts";
import { bytesFrom, headOf, type OpenFile } from "./folder.ts";
import { brokenPiece, type Piece, type Start } from "./piece.ts";

/** How much of a file its shape is told from: more than any first line that is meant to stand by itself. */
const headBytes = 1_000_000;

/** How a JSON file is cut into records, and where the first one may begin. */
export type Cut = { shape: Shape; start: Start };

/** Tells an array from lines from values one after another, by the first record. */
export async function openJson(file: OpenFile, ending: Ending): Promise<Cut> {
  const { head, mark } = await headOf(file, headBytes);
  const text = head.toString("utf8");
  const begin = /\S/.exec(text)?.index ?? 0;
  if (ending === ".json" && text[begin] === "[")
    return { shape: "array", start: { offset: mark + begin + 1, number: 0 } };
  const isLine = ending !== ".json" || isJson(text.slice(begin).split("\n", 1)[0] ?? "");
  return { shape: isLine ? "lines" : "values", start: { offset: mark, number: 0 } };
}

/** The records of a JSON file from a place on; each is parsed by itself, so that a damaged one hides no other. */
export async function* jsonPieces(
  file: OpenFile,
  { shape, start }: Cut,
  from: Start,
  mostBytes: number,
): AsyncGenerator<Piece> {
  let { offset, number } = from.number > 0 ? from : start;
  const splitter = new Splitter(shape, offset, mostBytes);
  const toPieces = (stretches: Iterable<Stretch>) =>
    Array.from(stretches, (stretch) => toPiece(stretch, ++number));
  for await (const chunk of bytesFrom(file, offset)) {
    yield* toPieces(splitter.push(chunk));
    if (splitter.isOver) return;
  }
  yield* toPieces(splitter.finish());
  if (shape === "array")
    yield brokenPiece(
      ++number,
      file.sizeBytes,
      "the array is never closed, so the file may have been cut off",
    );
}

function toPiece({ bytes, end }: Stretch, number: number): Piece {
  if (!bytes) return brokenPiece(number, end, "it is too large");
  let record: JsonRecord | string | undefined;
  const read = () => (record ??= parse(bytes));
  return { number, end, sizeBytes: bytes.length, glance: read, read };
}

function parse(bytes: Buffer): JsonRecord | string {
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return "it holds bytes that are no text in UTF-8";
  }
  try {
    const value = parseExactJson(text);
    return typeof value === "object" && value !== null && !Array.isArray(value) ? value : "it is no object";
  } catch {
    return "it is no JSON";
  }
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
