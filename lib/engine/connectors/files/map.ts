import type { Json, JsonRecord } from "#lib/engine/datasets/values.ts";
import type { Collection, Field, OrderBy } from "#lib/engine/datasets/vocabulary.ts";
import { typedCell } from "../open-text.ts";
import type { FilesConfig } from "./config.ts";

/** Endings of the files a collection may lie in, in the order they are looked for where its name has none. */
export const endings = [".csv", ".tsv", ".json", ".ndjson", ".jsonl"] as const;
export type Ending = (typeof endings)[number];

/** The ending of a file that can be read, or null. */
export function endingOf(name: string): Ending | null {
  return endings.find((ending) => name.toLowerCase().endsWith(ending)) ?? null;
}

/** The names a collection's file may have. */
export function fileNames(collection: string): string[] {
  return endingOf(collection) ? [collection] : endings.map((ending) => collection + ending);
}

const delimiters = { comma: ",", semicolon: ";", tab: "\t", pipe: "|" } as const;

/** What separates cells: what the settings say, else what a heading has most of outside quotation marks. */
export function delimiterOf(setting: FilesConfig["delimiter"], ending: Ending, heading: string): string {
  if (setting !== "auto") return delimiters[setting];
  if (ending === ".tsv") return "\t";
  const bare = heading.replaceAll(/"(?:[^"]|"")*"/g, "");
  const counted = Object.values(delimiters).map((sign) => ({ sign, count: bare.split(sign).length - 1 }));
  return counted.reduce((most, one) => (one.count > most.count ? one : most)).sign;
}

/** Cells as the parser gives them: one character per byte. */
export type Cells = readonly string[];

const decoders = {
  "utf-8": new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }),
  "windows-1252": new TextDecoder("windows-1252", { fatal: true }),
} satisfies Record<FilesConfig["encoding"], TextDecoder>;

/** Decodes a cell, or null where its bytes are no text in that encoding. */
export function decodeCell(cell: string, encoding: FilesConfig["encoding"]): string | null {
  if (/^\p{ASCII}*$/u.test(cell)) return cell;
  try {
    return decoders[encoding].decode(Buffer.from(cell, "latin1"));
  } catch {
    return null;
  }
}

/** The named columns of a table: where each stands and how its cells are written. */
export type Columns = { name: string; index: number; field: Field | null }[];

export function columnsFor(
  headings: readonly string[],
  names: readonly string[],
  collection: Collection,
): Columns {
  return names.map((name) => ({
    name,
    index: headings.indexOf(name),
    field: collection.fields.find((field) => field.name === name) ?? null,
  }));
}

/** The cells of a line in these columns as a record; a text says why it is none. */
export function cellsToRecord(
  cells: Cells,
  columns: Columns,
  encoding: FilesConfig["encoding"],
): JsonRecord | string {
  const members: [string, JsonRecord[string]][] = [];
  for (const { name, index, field } of columns) {
    const text = decodeCell(cells[index] ?? "", encoding);
    if (text === null) return "it holds bytes that are no text in the encoding of the file";
    members.push([name, field ? typedCell(text, field) : text]);
  }
  return Object.fromEntries(members);
}

/** Why a line does not fit its heading, or null where it does. Empty cells beyond the heading are no matter. */
export function misfit(cells: Cells, columns: readonly string[]): string | null {
  const isLonger = cells.length > columns.length && cells.slice(columns.length).some((cell) => cell !== "");
  if (cells.length >= columns.length && !isLonger) return null;
  return `it has ${cells.length} cells where the heading has ${columns.length}`;
}

/** Orders records by their fields: numbers by value, all else by its text, what is absent last. */
export function comparing(orderBy: readonly OrderBy[]): (a: JsonRecord, b: JsonRecord) => number {
  return (a, b) => {
    for (const { field, direction } of orderBy) {
      const [one, other] = [a[field] ?? null, b[field] ?? null];
      if (one === null || other === null) {
        if (one !== other) return one === null ? 1 : -1;
        continue;
      }
      const order =
        typeof one === "number" && typeof other === "number"
          ? one - other
          : compareTexts(textOf(one), textOf(other));
      if (order !== 0) return direction === "asc" ? order : -order;
    }
    return 0;
  };
}

function textOf(value: Json): string {
  return typeof value === "string" ? value : JSON.stringify(value);
}

function compareTexts(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
