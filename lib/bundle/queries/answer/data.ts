import type { Tx } from "#db/client.ts";
import type { CaseRow } from "#lib/cases/commands/change.ts";
import type { ReasonCode } from "#lib/decisions/reasons.ts";
import type { CaseMap } from "#lib/engine/collecting/queries/maps.ts";
import { countCategories, listFiles, type FileRow } from "#lib/engine/collecting/queries/records.ts";
import type { KeptRecord } from "#lib/engine/collecting/queries/pages.ts";
import type { NeverOut } from "#lib/engine/datasets/never-out.ts";
import { withoutUnreleasable } from "#lib/engine/datasets/shape.ts";
import { openBlob } from "#lib/files/store.ts";
import type { Sealer } from "#lib/keys/sealer.ts";
import type { Locale } from "#lib/locales/index.ts";
import type { Policy } from "#lib/organisations/policy.ts";
import { applyRedactions, filesField, type Redaction } from "#lib/review/redaction.ts";
import { recordId } from "#lib/review/queries/marks.ts";
import { describeGroup, nameGroups, type GroupName, type Seen } from "../../assemble/groups.ts";
import { namedIn, noteNamed, type Named } from "../../assemble/named-only.ts";
import type { BundleCategory, BundleFile, BundleGroup, NamedOnly } from "../../input.ts";
import { redacted, type BundleRecord } from "../../values.ts";
import { listCollections, readRecords, type CollectedFrom } from "./collections.ts";

export type DataWork = {
  tx: Tx;
  row: CaseRow;
  sealer: Sealer;
  identity: string;
  policy: Policy;
  locale: Locale;
  /** The sources of the case in their order, with the maps they were read by. */
  maps: readonly CaseMap[];
  redactions: ReadonlyMap<string, readonly Redaction[]>;
  /** Kinds of data whose values stay behind. */
  kept: ReadonlySet<NeverOut>;
};

/** The categories of a case with their records as they go out: redacted, without what may never go out, page by page. */
export async function assembleCategories(work: DataWork): Promise<BundleCategory[]> {
  const found = (await countCategories(work.tx, work.row)).map((one) => one.category);
  // Every kind the policy names is told, also where nothing is held: absence is a statement.
  const known = work.policy.categories.map((category) => category.id);
  const others = found.filter((category) => !known.includes(category)).sort();
  return Promise.all([...known, ...others].map((category) => assembleCategory(work, category)));
}

async function assembleCategory(work: DataWork, category: string): Promise<BundleCategory> {
  const collections = await listCollections(work.tx, work.row, category, work.maps);
  const names = nameGroups(collections, work.locale);
  const files: FilesSeen = { inOrder: new Set(), withheld: new Set(), leftOut: [] };
  const groups: BundleGroup[] = [];
  const namedOnly: NamedOnly[] = [];
  let withheld = 0;
  for (const [index, from] of collections.entries()) {
    const walked = await walk(work, from, files);
    withheld += walked.withheld;
    namedOnly.push(...namedIn(from.map, walked.named, work.locale));
    const name = names[index];
    if (name && walked.count > 0) groups.push(toGroup(work, from, name, walked));
  }
  const found = new Map((await listFiles(work.tx, work.row, category)).map((file) => [file.id, file]));
  return {
    id: category,
    groups,
    withheld,
    filesLeftOut: files.leftOut,
    namedOnly,
    files: [...files.inOrder]
      .filter((id) => !files.withheld.has(id))
      .flatMap((id) => found.get(id) ?? [])
      .map((file) => bundleFile(work, file)),
  };
}

/** Ids of files in the order of the records they came with, and those that stay behind; and why, for each without its record. */
type FilesSeen = { inOrder: Set<string>; withheld: Set<string>; leftOut: ReasonCode[] };

type Walked = Seen & { count: number; withheld: number; named: Named };

/** As many records show what values of each field look like. */
const sampleSize = 500;

/** One walk over the records of a collection: counts, what they look like, and which files stay behind. */
async function walk(work: DataWork, from: CollectedFrom, files: FilesSeen): Promise<Walked> {
  const sample: BundleRecord[] = [];
  const present = new Set<string>();
  const walked = { count: 0, withheld: 0, hasFiles: false, named: new Map() as Named };
  for await (const records of readRecords(from, work.identity)) {
    for (const record of records) {
      const decided = redactionsOf(work, from, record);
      const isWithheld = decided.some(({ field }) => field === null);
      for (const id of record.files) files.inOrder.add(id);
      const keepsFiles = decided.find(({ field }) => field === filesField);
      if (isWithheld || keepsFiles) for (const id of record.files) files.withheld.add(id);
      if (isWithheld) {
        walked.withheld += 1;
        continue;
      }
      if (keepsFiles) files.leftOut.push(...record.files.map(() => keepsFiles.reason));
      walked.count += 1;
      noteNamed(walked.named, record.record, from.map, work.kept);
      walked.hasFiles ||= record.files.length > 0;
      for (const name in record.record) present.add(name);
      if (sample.length < sampleSize) sample.push(record.record as BundleRecord);
    }
  }
  return { ...walked, sample, present };
}

function toGroup(work: DataWork, from: CollectedFrom, name: GroupName, walked: Walked): BundleGroup {
  const { fields, timeField, filesName } = describeGroup(from, walked, work.locale);
  const open = async function* () {
    for await (const records of readRecords(from, work.identity))
      yield records
        .map((record) => released(work, from, record, filesName))
        .filter((record) => record !== null);
  };
  return { ...name, fields, timeField, filesName, records: { count: walked.count, open } };
}

function redactionsOf({ redactions }: DataWork, from: CollectedFrom, { key }: KeptRecord) {
  return (
    redactions.get(recordId({ sourceId: from.sourceId, collection: from.map.name, recordKey: key })) ?? []
  );
}

/** A record as it goes out; null where it is withheld. `filesName`: the field in which its files stand. */
function released(
  work: DataWork,
  from: CollectedFrom,
  record: KeptRecord,
  filesName: string | null,
): BundleRecord | null {
  const allowed = withoutUnreleasable(record.record, from.map, work.kept);
  const decided = redactionsOf(work, from, record);
  const out = applyRedactions(allowed as BundleRecord, decided);
  if (!out || filesName === null) return out;
  const kept = decided.find(({ field }) => field === filesField);
  const isCovered = kept !== undefined && record.files.length > 0;
  return {
    ...out,
    [filesName]: isCovered ? redacted(kept.reason) : record.files.map((id) => ({ file: id })),
  };
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
