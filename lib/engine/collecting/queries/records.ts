import { and, asc, count, eq, isNull, sum } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { recordFile, recordFlag, recordPage } from "#db/schema/index.ts";
import type { CaseRow } from "#lib/cases/commands/change.ts";
import { readPage, type KeptRecord } from "./pages.ts";

/** A record with where it lies. */
export type PlacedRecord = KeptRecord & { sourceId: string; collection: string; pageNo: number };

export type CategoryCount = { category: string; records: number; undecided: number };

/** How many records each human category holds, and in how many somebody else is named and nobody has decided. */
export async function countCategories(tx: Tx, row: CaseRow): Promise<CategoryCount[]> {
  const pages = await tx
    .select({ category: recordPage.category, records: sum(recordPage.rows).mapWith(Number) })
    .from(recordPage)
    .where(and(eq(recordPage.caseId, row.id), eq(recordPage.run, row.run)))
    .groupBy(recordPage.category);
  const flags = await tx
    .select({ category: recordFlag.category, n: count() })
    .from(recordFlag)
    .where(and(eq(recordFlag.caseId, row.id), eq(recordFlag.run, row.run), isNull(recordFlag.decidedAt)))
    .groupBy(recordFlag.category);
  return pages
    .filter((page) => page.category !== "")
    .map(({ category, records }) => ({
      category,
      records,
      undecided: flags.find((one) => one.category === category)?.n ?? 0,
    }));
}

const pagesOf = (tx: Tx, row: CaseRow, category: string) =>
  tx
    .select()
    .from(recordPage)
    .where(and(eq(recordPage.caseId, row.id), eq(recordPage.run, row.run), eq(recordPage.category, category)))
    .orderBy(asc(recordPage.sourceId), asc(recordPage.collection), asc(recordPage.pageNo));

/** Records number `from` to `from + limit` of a category, opening only the pages that hold them. */
export async function readSlice(
  tx: Tx,
  row: CaseRow,
  identity: string,
  category: string,
  { from, limit }: { from: number; limit: number },
): Promise<PlacedRecord[]> {
  const found: PlacedRecord[] = [];
  let start = 0;
  for (const page of await pagesOf(tx, row, category)) {
    const end = start + page.rows;
    if (end > from && start < from + limit) {
      const records = await readPage(page.blobId, identity);
      const wanted = records.slice(Math.max(0, from - start), from + limit - start);
      found.push(
        ...wanted.map((record) => ({
          ...record,
          sourceId: page.sourceId,
          collection: page.collection,
          pageNo: page.pageNo,
        })),
      );
    }
    start = end;
  }
  return found;
}

/** The position within its category of the first record that wants a decision, or null. */
export async function firstUndecided(
  tx: Tx,
  row: CaseRow,
  identity: string,
): Promise<{ category: string; position: number } | null> {
  const [flag] = await tx
    .select()
    .from(recordFlag)
    .where(and(eq(recordFlag.caseId, row.id), eq(recordFlag.run, row.run), isNull(recordFlag.decidedAt)))
    .orderBy(
      asc(recordFlag.category),
      asc(recordFlag.sourceId),
      asc(recordFlag.collection),
      asc(recordFlag.pageNo),
    )
    .limit(1);
  if (!flag) return null;
  let start = 0;
  for (const page of await pagesOf(tx, row, flag.category)) {
    if (
      page.sourceId === flag.sourceId &&
      page.collection === flag.collection &&
      page.pageNo === flag.pageNo
    ) {
      const index = (await readPage(page.blobId, identity)).findIndex(
        (record) => record.key === flag.recordKey,
      );
      return { category: flag.category, position: start + Math.max(0, index) };
    }
    start += page.rows;
  }
  return null;
}

export type FileRow = typeof recordFile.$inferSelect;

/** The files of a category's records. */
export async function listFiles(tx: Tx, row: CaseRow, category: string): Promise<FileRow[]> {
  return tx
    .select()
    .from(recordFile)
    .where(and(eq(recordFile.caseId, row.id), eq(recordFile.run, row.run), eq(recordFile.category, category)))
    .orderBy(asc(recordFile.collection), asc(recordFile.recordKey), asc(recordFile.id));
}
