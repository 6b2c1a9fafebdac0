import { formatSize } from "#lib/locales/format.ts";
import { columnsOf } from "./columns.ts";
import { byteOrderMark, csvLine, csvRecord } from "./csv.ts";
import { mediaTypes, type BundleEntry } from "./entry.ts";
import type { BundleCategory, BundleFile, BundleInput } from "./input.ts";
import { jsonArray, jsonFile } from "./json.ts";
import { categoryPaths, htmlPages } from "./layout.ts";
import { safeFileName } from "./names.ts";
import { prepareRecord, type PlacedFile, type PreparedRecord } from "./prepare.ts";
import type { Reading } from "./reading.ts";
import { categoryFrame, type CategoryPages } from "./render/category.ts";
import type { CellContext } from "./render/cells.ts";
import { recordHtml, shapeOf } from "./render/rows.ts";
import { categorySchema } from "./schema.ts";
import { emptySurvey, observe, type Survey } from "./survey.ts";

type Placed = PlacedFile & { file: BundleFile; size: string };

/**
 * One category: JSON, CSV, pages, schema, attachments. JSON comes first and is surveyed on the way; the others read
 * the records again, so that nothing is ever whole in memory. Throws when the records are not as many as announced.
 */
export async function* categoryEntries(
  category: BundleCategory,
  input: BundleInput,
  reading: Reading,
): AsyncGenerator<BundleEntry, Survey> {
  const about = input.about?.categories.find(({ id }) => id === category.id);
  if (!about) throw new Error(`the category ${category.id} is not described`);
  const paths = categoryPaths(category.id);
  const files = placeFiles(category.files, reading);
  const byId = new Map<string, PlacedFile>(files.map(({ file, path, name }) => [file.id, { path, name }]));
  const read = () =>
    preparedRecords(category, { fields: category.fields, reasons: reading.reasons, files: byId });
  const survey = emptySurvey(category.fields);
  const named = { category: category.id };

  const json = jsonArray(read(), (record) =>
    observe(survey, record, { ...category, zone: reading.zone, reasons: reading.reasons }),
  );
  yield {
    ...named,
    path: paths.json,
    mediaType: mediaTypes.json,
    records: category.records.count,
    content: json,
  };
  const columns = columnsOf(category.fields, survey.unspread);
  const csv = async function* () {
    yield byteOrderMark + csvLine(columns.map(({ header }) => header));
    for await (const record of read())
      yield csvRecord(record, columns, {
        reasons: reading.reasons,
        covered: (reason) => `[${reading.covered(reason)}]`,
      });
  };
  yield {
    ...named,
    path: paths.csv,
    mediaType: mediaTypes.csv,
    records: category.records.count,
    content: csv(),
  };

  const view: CategoryPages = {
    input,
    about,
    category,
    survey,
    columns,
    files,
    ...htmlPages(survey.records),
  };
  yield* pageEntries(view, read, reading);
  const schema = categorySchema(about, category, survey, columns, reading.reasons);
  yield { ...named, path: paths.schema, mediaType: mediaTypes.json, content: jsonFile(schema) };
  for (const { file, path } of files) {
    yield {
      ...named,
      path: paths.file(path.slice("files/".length)),
      mediaType: file.mediaType,
      content: exactly(file),
    };
  }
  return survey;
}

async function* pageEntries(
  view: CategoryPages,
  read: () => AsyncGenerator<PreparedRecord>,
  reading: Reading,
): AsyncGenerator<BundleEntry> {
  const sizes = new Map(view.files.map(({ path, size }) => [path, size]));
  const context: CellContext = { reading, size: (path) => sizes.get(path) ?? null };
  const shape = shapeOf(view.columns.length, view.survey.records);
  const records = read();
  try {
    for (const [index, { from, to }] of view.pages.entries()) {
      const { path, before, after } = categoryFrame(view, index + 1, reading);
      const content = async function* () {
        yield before;
        for (let number = from; number >= 1 && number <= to; number += 1) {
          const { value } = await records.next();
          if (!value)
            throw new Error(`records of ${view.about.id} went missing while its pages were written`);
          yield recordHtml(value, number, shape, view.columns, context);
        }
        yield after;
      };
      const shown = from === 0 ? 0 : to - from + 1;
      yield { path, mediaType: mediaTypes.html, category: view.about.id, records: shown, content: content() };
    }
  } finally {
    await records.return(undefined);
  }
}

/** The records as they are delivered; throws unless there are exactly as many as the category announces. */
async function* preparedRecords(
  { id, records }: BundleCategory,
  preparation: Parameters<typeof prepareRecord>[1],
): AsyncGenerator<PreparedRecord> {
  let count = 0;
  for await (const page of records.open()) {
    for (const record of page) {
      count += 1;
      yield prepareRecord(record, preparation);
    }
  }
  if (count !== records.count)
    throw new Error(`the category ${id} announces ${records.count} records and gives ${count}`);
}

function placeFiles(files: readonly BundleFile[], { locale }: Reading): Placed[] {
  const taken = new Set<string>();
  return files.map((file) => {
    const dated = file.on === null ? file.name : `${file.on}_${file.name ?? "file"}`;
    const path = safeFileName(dated, taken);
    return { file, path: `files/${path}`, name: file.name ?? path, size: formatSize(file.sizeBytes, locale) };
  });
}

async function* exactly({ sizeBytes, open }: BundleFile): AsyncGenerator<Uint8Array> {
  let count = 0;
  for await (const chunk of open()) {
    count += chunk.length;
    yield chunk;
  }
  if (count !== sizeBytes) throw new Error(`an attachment announces ${sizeBytes} bytes and gives ${count}`);
}
