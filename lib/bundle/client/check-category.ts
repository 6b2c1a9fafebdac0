import { createHash } from "node:crypto";
import { formatSize } from "#lib/locales/format.ts";
import { isLocale } from "#lib/locales/index.ts";
import { expectations, readingPartSchema, recordOfLine, type ExpectedSlice } from "../check/category.ts";
import type { Problem } from "../check/report.ts";
import type { ToldGroup } from "../groups.ts";
import { categoryPaths } from "../layout.ts";
import type { Manifest } from "../manifest.ts";
import type { PreparedRecord } from "../prepare.ts";
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
  const { key, groups, reasons } = schema["x-habeas"];
  const context = {
    reading: readingFor(localeOf(manifest), manifest.timeZone, reasons),
    size: sizesOf(manifest, here.json),
  };
  const expected = expectations(schema["x-habeas"], context);
  const csv = createHash("sha256").update(expected.csvHead);
  const problems: Problem[] = [];
  const rows = rowsOf(here.page, expected.pages, files, problems);
  // The first difference of a page tells enough: a missing record shifts all that follow.
  const told = new Set<string>();
  const counts = groups.map(() => 0);
  let records = 0;
  for await (const line of files.lines(here.json)) {
    const record = recordOfLine(line);
    if (!record) continue;
    records += 1;
    const group = groupOf(record, key, groups);
    const number = (counts[group] ?? 0) + 1;
    counts[group] = number;
    csv.update(expected.csvLine(record, group));
    if (number > (expected.shown[group] ?? 0)) continue;
    const { value: row } = await rows.next();
    if (row && !told.has(row.path) && row.markup !== row.slice.row(record, number)) {
      told.add(row.path);
      problems.push({ path: row.path, says: `shows record ${records} otherwise than the JSON file` });
    }
  }
  const { value: surplus } = await rows.next();
  if (surplus) problems.push({ path: surplus.path, says: "shows more records than the JSON file has" });
  if (csv.digest("hex") !== csvHash)
    problems.push({ path: here.csv, says: "does not say the same as the JSON file" });
  for (const [index, { id, count }] of groups.entries())
    if (counts[index] !== count)
      problems.push({
        path: here.schema,
        says: `announces ${count} records of "${id}"; the JSON file has ${counts[index]}`,
      });
  return { records, problems: [...problems, ...countProblems(manifest, here, records, schema.minItems)] };
}

/** Which group a record says it belongs to. Throws where it names none of them. */
function groupOf(record: PreparedRecord, key: string, groups: readonly ToldGroup[]): number {
  const group = groups.findIndex(({ id }) => id === record[key]);
  if (group < 0) throw new Error(`a record names no group under "${key}"`);
  return group;
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

/** The rows of all pages of a category in order; notes a page that heads its records otherwise, or shows more or fewer. */
async function* rowsOf(
  page: (number: number) => string,
  pages: readonly (readonly ExpectedSlice[])[],
  files: BundleFiles,
  problems: Problem[],
) {
  for (const [index, slices] of pages.entries()) {
    const path = page(index + 1);
    const text = await files.text(path);
    const shown = recordsIn(text).length;
    const wanted = slices.reduce((sum, { from, to }) => sum + to - from + 1, 0);
    if (shown !== wanted) problems.push({ path, says: `shows ${shown} records instead of ${wanted}` });
    let from = 0;
    for (const slice of slices) {
      const begins = text.indexOf(slice.open, from);
      const ends = begins < 0 ? -1 : text.indexOf(slice.close, begins + slice.open.length);
      if (ends < 0) {
        problems.push({
          path,
          says: `does not head the records from ${slice.from} to ${slice.to} as it should`,
        });
        continue;
      }
      from = ends + slice.close.length;
      for (const { markup } of recordsIn(text.slice(begins + slice.open.length, ends)))
        yield { path, markup, slice };
    }
  }
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
