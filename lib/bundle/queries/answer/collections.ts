import { and, asc, eq } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { recordPage } from "#db/schema/index.ts";
import type { CaseRow } from "#lib/cases/commands/change.ts";
import type { CaseMap } from "#lib/engine/collecting/queries/maps.ts";
import { readPage, type KeptRecord } from "#lib/engine/collecting/queries/pages.ts";
import { HabeasError } from "#lib/errors.ts";
import type { Origin } from "../../assemble/groups.ts";

/** A collection of one case under one category, and where its pages lie. */
export type CollectedFrom = Origin & { sourceId: string; blobs: readonly string[] };

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
