import { exactly, placeFiles } from "./category-files.ts";
import { jsonArray, preparedPages, singly, written } from "./category-records.ts";
import { columnsOf, type Column } from "./columns.ts";
import { byteOrderMark, csvLine, csvRecord } from "./csv.ts";
import { mediaTypes, type BundleEntry } from "./entry.ts";
import type { BundleCategory, BundleInput } from "./input.ts";
import { jsonFile } from "./json.ts";
import { categoryPaths, htmlPages } from "./layout.ts";
import type { PlacedFile, PreparedRecord } from "./prepare.ts";
import type { Reading } from "./reading.ts";
import { categoryFrame, type CategoryPages } from "./render/category.ts";
import type { CellContext } from "./render/cells.ts";
import { recordHtml, shapeOf } from "./render/rows.ts";
import { categorySchema } from "./schema.ts";
import { emptySurvey, observe, type Survey } from "./survey.ts";

type Pages = () => AsyncGenerator<PreparedRecord[]>;

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
  const { fields, records } = category;
  const paths = categoryPaths(category.id);
  const files = placeFiles(category.files, reading);
  const byId = new Map<string, PlacedFile>(files.map(({ file, path, name }) => [file.id, { path, name }]));
  const read: Pages = () => preparedPages(category, { fields, reasons: reading.reasons, files: byId });
  const survey = emptySurvey(fields);
  const rules = { fields, timeField: category.timeField, zone: reading.zone, reasons: reading.reasons };
  const whole = { category: category.id, records: records.count };

  const json = jsonArray(read(), (record) => observe(survey, record, rules));
  yield { path: paths.json, mediaType: mediaTypes.json, ...whole, content: json };
  const columns = columnsOf(fields, survey.unspread);
  yield { path: paths.csv, mediaType: mediaTypes.csv, ...whole, content: csvText(read, columns, reading) };
  const view = { input, about, category, survey, columns, files, ...htmlPages(survey.records) };
  yield* pageEntries(view, read, reading);
  const schema = categorySchema(about, category, survey, columns, reading.reasons);
  yield { path: paths.schema, mediaType: mediaTypes.json, category: category.id, content: jsonFile(schema) };
  for (const { file, path } of files) {
    const place = paths.file(path.slice("files/".length));
    yield { path: place, mediaType: file.mediaType, category: category.id, content: exactly(file) };
  }
  return survey;
}

async function* csvText(read: Pages, columns: readonly Column[], reading: Reading): AsyncGenerator<string> {
  const words = { reasons: reading.reasons, covered: (reason: string) => `[${reading.covered(reason)}]` };
  yield byteOrderMark + csvLine(columns.map(({ header }) => header));
  yield* written(read(), (record) => csvRecord(record, columns, words));
}

/** The pages share one reader: the second goes on where the first stopped. */
async function* pageEntries(view: CategoryPages, read: Pages, reading: Reading): AsyncGenerator<BundleEntry> {
  const sizes = new Map(view.files.map(({ path, size }) => [path, size]));
  const context: CellContext = { reading, size: (path) => sizes.get(path) ?? null };
  const shape = shapeOf(view.columns.length, view.survey.records);
  const records = singly(read());
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
