import { and, asc, eq, inArray } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { dataset as datasetTable, recordPage } from "#db/schema/index.ts";
import type { CaseRow } from "#lib/cases/commands/change.ts";
import type { SourceProgress } from "#lib/cases/queries/view.ts";
import { readPage, type KeptRecord } from "#lib/engine/collecting/queries/pages.ts";
import type { Collection } from "#lib/engine/datasets/vocabulary.ts";
import { mappedSources, readMap } from "#lib/engine/sources/client.ts";
import { HabeasError } from "#lib/errors.ts";
import type { Origin } from "../../assemble/groups.ts";
import { withNewestGuards } from "../../assemble/maps.ts";

/** A source of a case with the map by which this case read it. */
export type CaseMap = {
  source: { id: string; key: string; name: string };
  /** The key of its dataset, by which fields are named from outside. */
  dataset: string;
  collections: readonly Collection[];
};

/** A collection of one case under one category, and where its pages lie. */
export type CollectedFrom = Origin & { sourceId: string; blobs: readonly string[] };

/**
 * The maps by which a case was read, in the order of its sources: a map changed since then neither renames what was
 * found nor loses it. What the newest map forbids to release stays behind all the same.
 */
export async function readMaps(tx: Tx, row: CaseRow, sources: readonly SourceProgress[]): Promise<CaseMap[]> {
  const ids = sources.flatMap(({ datasetId }) => datasetId ?? []);
  const kept =
    ids.length === 0 ? [] : await tx.select().from(datasetTable).where(inArray(datasetTable.id, ids));
  const newest = await mappedSources(tx, row.organisationId);
  return sources.flatMap(({ sourceId, key, name, datasetId }) => {
    const map = readMap(kept.find(({ id }) => id === datasetId)?.yaml ?? "");
    const now = newest.find(({ source }) => source.id === sourceId)?.dataset.collections ?? [];
    if (!map) return [];
    const collections = map.collections.map((collection) => withNewestGuards(collection, now));
    return [{ source: { id: sourceId, key, name }, dataset: map.fidesKey, collections }];
  });
}

/** The collections whose records stand under a category: sources in their order, collections as in their map. */
export async function listCollections(
  tx: Tx,
  row: CaseRow,
  category: string,
  maps: readonly CaseMap[],
): Promise<CollectedFrom[]> {
  const pages = await tx
    .select({
      sourceId: recordPage.sourceId,
      collection: recordPage.collection,
      blobId: recordPage.blobId,
    })
    .from(recordPage)
    .where(and(eq(recordPage.caseId, row.id), eq(recordPage.run, row.run), eq(recordPage.category, category)))
    .orderBy(asc(recordPage.pageNo));
  const found = maps.flatMap(({ source, collections }) =>
    collections.map((map): CollectedFrom => {
      const own = pages.filter((page) => page.sourceId === source.id && page.collection === map.name);
      return { source, sourceId: source.id, map, blobs: own.map(({ blobId }) => blobId) };
    }),
  );
  const placed = found.reduce((sum, { blobs }) => sum + blobs.length, 0);
  if (placed !== pages.length)
    throw new HabeasError("not-found", "The map by which some of the records were read is gone.");
  return found.filter(({ blobs }) => blobs.length > 0);
}

/** The records of a collection in the order in which they were read, page by page. */
export async function* readRecords({ blobs }: CollectedFrom, identity: string): AsyncGenerator<KeptRecord[]> {
  for (const blobId of blobs) yield await readPage(blobId, identity);
}
