import { exactly, placeFiles } from "./category-files.ts";
import { pageEntries } from "./category-pages.ts";
import { jsonArray, preparedPages, written } from "./category-records.ts";
import { columnsOf, shareColumns } from "./columns.ts";
import { byteOrderMark, csvLine, csvRecord } from "./csv.ts";
import { mediaTypes, type BundleEntry } from "./entry.ts";
import { groupKeyOf, recordsOf, type ToldGroup } from "./groups.ts";
import type { BundleCategory, BundleGroup, BundleInput } from "./input.ts";
import { jsonFile } from "./json.ts";
import { categoryPaths } from "./layout.ts";
import type { PlacedFile, PreparedRecord } from "./prepare.ts";
import type { Reading } from "./reading.ts";
import { categorySchema } from "./schema.ts";
import { emptySurvey, observe, wholeSurvey, type GroupSurvey, type Survey } from "./survey.ts";

type Pages = () => AsyncGenerator<PreparedRecord[]>;
type OpenGroup = { group: BundleGroup; survey: GroupSurvey; read: Pages };

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
  const key = groupKeyOf(category);
  const open = category.groups.map((group): OpenGroup => {
    const mark = { key, group: group.id };
    const preparation = { mark, fields: group.fields, reasons: reading.reasons, files: byId };
    const read = () => preparedPages(group.records, preparation);
    return { group, survey: emptySurvey(group.fields), read };
  });
  const whole = { category: category.id, records: recordsOf(category) };

  yield {
    path: paths.json,
    mediaType: mediaTypes.json,
    ...whole,
    content: jsonArray(surveyed(open, reading)),
  };
  const groups = open.map((one) => ({ ...one, told: toldGroup(one) }));
  yield { path: paths.csv, mediaType: mediaTypes.csv, ...whole, content: csvText(key, groups, reading) };
  const survey = wholeSurvey(open.map((one) => one.survey));
  const told = groups.map((one) => one.told);
  const reads = open.map(({ read }) => read);
  yield* pageEntries({ input, about, category, survey, files, groups: told }, reads, reading);
  const schema = categorySchema(about, key, groups, reading.reasons);
  yield { path: paths.schema, mediaType: mediaTypes.json, category: category.id, content: jsonFile(schema) };
  for (const { file, path } of files) {
    const place = paths.file(path.slice("files/".length));
    yield { path: place, mediaType: file.mediaType, category: category.id, content: exactly(file) };
  }
  return survey;
}

/** All records of a category, group by group, each noted in its group's survey. */
async function* surveyed(groups: readonly OpenGroup[], { zone, reasons }: Reading) {
  for (const { group, survey, read } of groups) {
    const rules = {
      fields: group.fields,
      timeField: group.timeField,
      filesName: group.filesName,
      zone,
      reasons,
    };
    for await (const page of read()) {
      for (const record of page) observe(survey, record, rules);
      yield page;
    }
  }
}

function toldGroup({ group: { id, title, explanation, fields }, survey }: OpenGroup): ToldGroup {
  return { id, title, explanation, count: survey.records, columns: columnsOf(fields, survey) };
}

async function* csvText(
  key: string,
  groups: readonly { read: Pages; told: ToldGroup }[],
  reading: Reading,
): AsyncGenerator<string> {
  const words = { reasons: reading.reasons, covered: (reason: string) => `[${reading.covered(reason)}]` };
  const { headers, cells } = shareColumns(groups.map(({ told }) => told.columns));
  yield byteOrderMark + csvLine([key, ...headers]);
  for (const [index, { read, told }] of groups.entries())
    yield* written(read(), (record) => csvRecord(record, told.id, cells[index] ?? [], words));
}
