import { createHash } from "node:crypto";
import { formatSize } from "#lib/locales/format.ts";
import { isLocale } from "#lib/locales/index.ts";
import { categoryReading, expectations, readingPartSchema, recordOfLine } from "../check/category.ts";
import type { Problem } from "../check/report.ts";
import { byteOrderMark, csvLine } from "../csv.ts";
import { categoryPaths, htmlPages } from "../layout.ts";
import type { Manifest } from "../manifest.ts";
import { readingFor } from "../reading.ts";
import { recordsIn } from "../render/rows.ts";

/** Reads the files of a bundle by their paths below its folder. */
export type BundleFiles = {
  text: (path: string) => Promise<string>;
  lines: (path: string) => AsyncIterable<string>;
};

/** How many records a category's JSON file has, and where CSV, pages or manifest say otherwise. */
export type Comparison = { records: number; problems: Problem[] };

/**
 * Reads a category's JSON once and makes from it what CSV and pages must be. Throws when one of its files is missing
 * or has another form. `csvHash`: the SHA-256 of the CSV file as it is.
 */
export async function compareCategory(
  category: string,
  manifest: Manifest,
  files: BundleFiles,
  csvHash: string | undefined,
): Promise<Comparison> {
  const here = categoryPaths(category);
  const schema = readingPartSchema.parse(JSON.parse(await files.text(here.schema)));
  const how = categoryReading(
    schema,
    readingOf(manifest, schema["x-habeas"].reasons),
    sizesOf(manifest, here.json),
  );
  const expected = expectations(how);
  const csv = createHash("sha256").update(byteOrderMark + csvLine(how.columns.map(({ header }) => header)));
  const problems: Problem[] = [];
  const rows = rowsOf(here.page, schema.minItems, files, problems);
  // The first difference of a page tells enough: a missing record shifts all that follow.
  const told = new Set<string>();
  let records = 0;
  for await (const line of files.lines(here.json)) {
    const record = recordOfLine(line);
    if (!record) continue;
    records += 1;
    csv.update(expected.csvLine(record));
    const { value: row } = await rows.next();
    if (row && !told.has(row.path) && row.markup !== expected.row(record, records)) {
      told.add(row.path);
      problems.push({ path: row.path, says: `shows record ${records} otherwise than the JSON file` });
    }
  }
  const { value: surplus } = await rows.next();
  if (surplus) problems.push({ path: surplus.path, says: "shows more records than the JSON file has" });
  if (csv.digest("hex") !== csvHash)
    problems.push({ path: here.csv, says: "does not say the same as the JSON file" });
  return { records, problems: [...problems, ...countProblems(manifest, here, records, schema.minItems)] };
}

function countProblems(
  manifest: Manifest,
  here: ReturnType<typeof categoryPaths>,
  records: number,
  announced: number,
): Problem[] {
  const listed = (path: string) => manifest.files.find((file) => file.path === path)?.records ?? "no";
  const counts = [
    { path: here.schema, says: "announces", count: announced },
    { path: here.json, says: "is listed with", count: listed(here.json) },
    { path: here.csv, says: "is listed with", count: listed(here.csv) },
  ];
  return counts
    .filter(({ count }) => count !== records)
    .map(({ path, says, count }) => ({
      path,
      says: `${says} ${count} records; the JSON file has ${records}`,
    }));
}

/** The rows of all pages of a category in order; notes a page that does not show as many as it should. */
async function* rowsOf(
  page: (number: number) => string,
  records: number,
  files: BundleFiles,
  problems: Problem[],
) {
  for (const [index, { from, to }] of htmlPages(records).pages.entries()) {
    const path = page(index + 1);
    const rows = recordsIn(await files.text(path));
    const shown = from === 0 ? 0 : to - from + 1;
    if (rows.length !== shown)
      problems.push({ path, says: `shows ${rows.length} records instead of ${shown}` });
    for (const { markup } of rows) yield { path, markup };
  }
}

function readingOf(manifest: Manifest, reasons: Readonly<Record<string, string>>) {
  return readingFor(localeOf(manifest), manifest.timeZone, reasons);
}

function localeOf({ locale }: Manifest) {
  if (!isLocale(locale)) throw new Error(`the language ${locale} is not one of ours`);
  return locale;
}

/** Sizes of the files beside a category's pages, in words, by their path from there. */
function sizesOf(manifest: Manifest, json: string): (path: string) => string | null {
  const folder = json.slice(0, json.lastIndexOf("/") + 1);
  const sizes = new Map(manifest.files.map(({ path, bytes }) => [path, bytes]));
  return (path) => {
    const bytes = sizes.get(folder + path);
    return bytes === undefined ? null : formatSize(bytes, localeOf(manifest));
  };
}
