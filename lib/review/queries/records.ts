import { database } from "#db/client.ts";
import { fieldsFor } from "#lib/bundle/assemble/fields.ts";
import type { BundleField } from "#lib/bundle/input.ts";
import type { BundleRecord } from "#lib/bundle/values.ts";
import type { CaseRow } from "#lib/cases/commands/change.ts";
import { readSources } from "#lib/cases/queries/view.ts";
import { otherCategory } from "#lib/engine/collecting/categories.ts";
import { readKeptBack } from "#lib/engine/collecting/queries/kept-back.ts";
import { collectionOf, readMaps } from "#lib/engine/collecting/queries/maps.ts";
import {
  countCategories,
  firstUndecided,
  listFiles,
  readSlice,
  type PlacedRecord,
} from "#lib/engine/collecting/queries/records.ts";
import { withoutUnreleasable } from "#lib/engine/datasets/shape.ts";
import type { Collection } from "#lib/engine/datasets/vocabulary.ts";
import { caseBlobKeys, caseSealer } from "#lib/keys/sealer.ts";
import type { Policy } from "#lib/organisations/policy.ts";
import { filesField, type Redaction } from "../redaction.ts";
import { readFlags, readRedactions, recordId, type FlagView } from "./marks.ts";

export const recordsPerPage = 25;

export type ReviewRecord = {
  id: string;
  sourceId: string;
  source: string;
  sourceName: string;
  collection: string;
  recordKey: string;
  /** What the person may get, before anything is covered. */
  record: BundleRecord;
  fields: BundleField[];
  files: { id: string; name: string; mediaType: string; sizeBytes: number }[];
  redactions: Redaction[];
  flags: FlagView[];
};

export type ReviewPage = {
  categories: { id: string; title: string; records: number; undecided: number }[];
  category: string | null;
  position: number;
  records: ReviewRecord[];
  /** Where the first record lies that wants a decision, anywhere in the case. */
  firstUndecided: { category: string; position: number } | null;
};

/** One page of the review: the records of a category with what was decided about each. */
export async function readReview(
  row: CaseRow,
  policy: Policy,
  wanted: { category: string | null; position: number },
): Promise<ReviewPage> {
  const db = database();
  const sealer = await caseSealer(db, row.id);
  const { identity } = await caseBlobKeys(db, row.id);
  const counts = await countCategories(db, row);
  const order = [...policy.categories.map((category) => category.id), otherCategory];
  const categories = counts
    .sort((a, b) => order.indexOf(a.category) - order.indexOf(b.category))
    .map((one) => ({
      id: one.category,
      title: policy.categories.find((category) => category.id === one.category)?.title.en ?? "Other records",
      records: one.records,
      undecided: one.undecided,
    }));
  const undecided = await firstUndecided(db, row, identity);
  const category = categories.find((one) => one.id === wanted.category)?.id ?? categories[0]?.id ?? null;
  if (category === null) return { categories, category, position: 0, records: [], firstUndecided: undecided };
  const total = categories.find((one) => one.id === category)?.records ?? 0;
  const position = Math.max(0, Math.min(wanted.position, Math.max(0, total - 1)));
  const sources = await readSources(db, row.id);
  const [slice, redactions, flags, files, maps, kept] = await Promise.all([
    readSlice(db, row, identity, category, { from: position, limit: recordsPerPage }),
    readRedactions(db, sealer, row.id),
    readFlags(db, sealer, row.id, row.run),
    listFiles(db, row, category),
    readMaps(db, row, sources),
    readKeptBack(db, row),
  ]);
  const records = slice.map((found): ReviewRecord => {
    const source = sources.find((one) => one.sourceId === found.sourceId);
    const collection = collectionOf(maps, found);
    const record = (
      collection ? withoutUnreleasable(found.record, collection, kept) : found.record
    ) as BundleRecord;
    const id = recordId({ ...found, recordKey: found.key });
    return {
      id,
      sourceId: found.sourceId,
      source: source?.key ?? "",
      sourceName: source?.name ?? "a source that is gone",
      collection: found.collection,
      recordKey: found.key,
      record,
      fields: collection ? fieldsOf(collection, found, slice) : [],
      files: files
        .filter((file) => found.files.includes(file.id))
        .map((file) => ({
          id: file.id,
          name: sealer.open<string>("record_file.sealed_name", file.id, file.sealedName),
          mediaType: file.mediaType,
          sizeBytes: file.sizeBytes,
        })),
      redactions: redactions.get(id) ?? [],
      flags: flags.get(id) ?? [],
    };
  });
  return { categories, category, position, records, firstUndecided: undecided };
}

/** The fields of a record's collection, known by what its neighbours of the same collection look like. */
function fieldsOf(
  collection: Collection,
  found: PlacedRecord,
  slice: readonly PlacedRecord[],
): BundleField[] {
  const alike = slice.filter((one) => one.sourceId === found.sourceId && one.collection === found.collection);
  return fieldsFor(
    [collection],
    alike.map((one) => one.record as BundleRecord),
    "en",
  );
}

/** Words that were covered in a field of a record, and words that still name somebody else there. */
export function marksOf(
  record: ReviewRecord,
  field: string,
): { covered: string[]; hits: string[]; isCovered: boolean } {
  const covered = record.redactions.filter((one) => one.field === field);
  return {
    covered: covered.flatMap((one) => one.places ?? []),
    hits: record.flags.filter((flag) => flag.field === field && !flag.decided).flatMap((flag) => flag.places),
    isCovered: covered.some((one) => one.places === null),
  };
}

/** Whether the files of a record stay behind. */
export function filesWithheld(record: ReviewRecord): boolean {
  return record.redactions.some((one) => one.field === null || one.field === filesField);
}
