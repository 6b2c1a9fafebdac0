import { inArray } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { dataset as datasetTable } from "#db/schema/index.ts";
import type { CaseRow } from "#lib/cases/commands/change.ts";
import type { SourceProgress } from "#lib/cases/queries/view.ts";
import { withNewestGuards } from "../../datasets/guards.ts";
import type { Collection } from "../../datasets/vocabulary.ts";
import { mappedSources, readMap } from "../../sources/client.ts";

/** A source of a case with the map by which this case read it. */
export type CaseMap = {
  source: { id: string; key: string; name: string };
  /** The key of its dataset, by which fields are named from outside. */
  dataset: string;
  collections: readonly Collection[];
};

/**
 * The maps by which a case was read, in the order of its sources: a map changed since then neither renames what was
 * found nor loses it. What the newest map forbids to release stays behind all the same. Review and answer both read
 * through these, so that staff see what the person gets.
 */
export async function readMaps(
  tx: Tx,
  row: Pick<CaseRow, "organisationId">,
  sources: readonly SourceProgress[],
): Promise<CaseMap[]> {
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

/** The collection of a record of the case, as its map had it; undefined where that map is gone. */
export function collectionOf(
  maps: readonly CaseMap[],
  at: { sourceId: string; collection: string },
): Collection | undefined {
  const map = maps.find(({ source }) => source.id === at.sourceId);
  return map?.collections.find(({ name }) => name === at.collection);
}
