import { and, asc, eq } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { recordPage } from "#db/schema/index.ts";
import type { CaseRow } from "#lib/cases/commands/change.ts";
import { readPage, type KeptRecord } from "#lib/engine/collecting/queries/pages.ts";
import { caseBlobKeys } from "#lib/keys/sealer.ts";

/** One record of the newest search as it was found, or null where there is none there. Opens page by page until it is met. */
export async function findRecord(
  tx: Tx,
  row: Pick<CaseRow, "id" | "run">,
  at: { sourceId: string; collection: string; recordKey: string },
): Promise<KeptRecord | null> {
  const { identity } = await caseBlobKeys(tx, row.id);
  const pages = await tx
    .select({ blobId: recordPage.blobId })
    .from(recordPage)
    .where(
      and(
        eq(recordPage.caseId, row.id),
        eq(recordPage.run, row.run),
        eq(recordPage.sourceId, at.sourceId),
        eq(recordPage.collection, at.collection),
      ),
    )
    .orderBy(asc(recordPage.pageNo));
  for (const { blobId } of pages) {
    const found = (await readPage(blobId, identity)).find((record) => record.key === at.recordKey);
    if (found) return found;
  }
  return null;
}
