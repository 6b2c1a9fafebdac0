import type { Tx } from "#db/client.ts";
import type { CaseRow } from "#lib/cases/commands/change.ts";
import {
  listFiles,
  streamCategory,
  type FileRow,
  type PlacedRecord,
} from "#lib/engine/collecting/queries/records.ts";
import { countCategories } from "#lib/engine/collecting/queries/records.ts";
import type { MappedSource } from "#lib/engine/sources/client.ts";
import { withoutUnreleasable } from "#lib/engine/datasets/shape.ts";
import type { Collection } from "#lib/engine/datasets/vocabulary.ts";
import { openBlob } from "#lib/files/store.ts";
import type { Sealer } from "#lib/keys/sealer.ts";
import { translator, type Locale } from "#lib/locales/index.ts";
import type { Policy } from "#lib/organisations/policy.ts";
import { applyRedactions, filesField, type Redaction } from "#lib/review/redaction.ts";
import { recordId } from "#lib/review/queries/marks.ts";
import type { BundleCategory, BundleFile } from "../../input.ts";
import type { BundleRecord } from "../../values.ts";
import { fieldsFor, timeFieldOf } from "../../assemble/fields.ts";

export type DataWork = {
  tx: Tx;
  row: CaseRow;
  sealer: Sealer;
  identity: string;
  policy: Policy;
  locale: Locale;
  sources: readonly MappedSource[];
  redactions: ReadonlyMap<string, Redaction[]>;
};

/** The name under which a record's files stand in it. */
const filesName = "files";

/** The categories of a case with their records as they go out: redacted, without what may never go out, page by page. */
export async function assembleCategories(work: DataWork): Promise<BundleCategory[]> {
  const found = (await countCategories(work.tx, work.row)).map((one) => one.category);
  // Every kind the policy names is told, also where nothing is held: absence is a statement.
  const known = work.policy.categories.map((category) => category.id);
  const others = found.filter((category) => !known.includes(category)).sort();
  return Promise.all([...known, ...others].map((category) => assembleCategory(work, category)));
}

async function assembleCategory(work: DataWork, category: string): Promise<BundleCategory> {
  const { tx, row, identity, redactions, locale } = work;
  const withheldFiles = new Set<string>();
  const collections = new Map<string, Collection>();
  const sample: BundleRecord[] = [];
  let count = 0;
  let withheld = 0;
  // One walk over the pages: counts, what the values look like, and which files stay behind.
  for await (const records of streamCategory(tx, row, identity, category)) {
    for (const record of records) {
      const found = collectionOf(work, record);
      if (found) collections.set(`${record.sourceId}|${record.collection}`, found);
      const decided = redactions.get(recordId({ ...record, recordKey: record.key })) ?? [];
      const isWithheld = decided.some((one) => one.field === null);
      if (isWithheld) withheld += 1;
      else count += 1;
      if (isWithheld || decided.some((one) => one.field === filesField))
        for (const id of record.files) withheldFiles.add(id);
      if (sample.length < 500) sample.push(record.record as BundleRecord);
    }
  }
  const files = (await listFiles(tx, row, category)).filter((file) => !withheldFiles.has(file.id));
  const kept = [...collections.values()];
  const fields = fieldsFor(kept, sample, locale);
  const hasFiles = files.length > 0;
  return {
    id: category,
    fields: hasFiles
      ? [...fields, { name: filesName, label: translator(locale, "cases")("files"), kind: "nested" }]
      : fields,
    timeField: timeFieldOf(kept, fields),
    withheld,
    files: files.map((file) => bundleFile(work, file)),
    records: {
      count,
      open: async function* () {
        for await (const records of streamCategory(tx, row, identity, category)) {
          yield records.flatMap((record) => released(work, record, withheldFiles, hasFiles));
        }
      },
    },
  };
}

function collectionOf({ sources }: DataWork, { sourceId, collection }: PlacedRecord): Collection | undefined {
  return sources
    .find((one) => one.source.id === sourceId)
    ?.dataset.collections.find((one) => one.name === collection);
}

/** A record as it goes out: nothing, or one. */
function released(
  work: DataWork,
  record: PlacedRecord,
  withheldFiles: ReadonlySet<string>,
  hasFiles: boolean,
): BundleRecord[] {
  const collection = collectionOf(work, record);
  const allowed = (
    collection ? withoutUnreleasable(record.record, collection) : record.record
  ) as BundleRecord;
  const out = applyRedactions(
    allowed,
    work.redactions.get(recordId({ ...record, recordKey: record.key })) ?? [],
  );
  if (!out) return [];
  const files = record.files.filter((id) => !withheldFiles.has(id)).map((id) => ({ file: id }));
  return [hasFiles ? { ...out, [filesName]: files } : out];
}

function bundleFile({ sealer, identity }: DataWork, file: FileRow): BundleFile {
  return {
    id: file.id,
    name: sealer.open<string>("record_file.sealed_name", file.id, file.sealedName),
    on: null,
    mediaType: file.mediaType,
    sizeBytes: file.sizeBytes,
    open: async function* () {
      yield* await openBlob(file.blobId, identity);
    },
  };
}
