import { toShaper } from "#lib/engine/datasets/shape.ts";
import type { JsonRecord } from "#lib/engine/datasets/values.ts";
import type { Ask, FoundFile, Page, Problem } from "./connector.ts";
import { toOpener } from "./open-text.ts";
import { StoreError } from "./store-error.ts";

/** What a store gives, one after another: a record with its files, or a problem in its place. */
export type Read = { sizeBytes: number } & (
  { key: string; raw: JsonRecord; files: FoundFile[]; problems: Problem[] } | { problem: Problem }
);

/** With the place to go on after it; only the last one of a page is asked for it. */
export type Entry = Read & { cursor(): string };

export const defaultPageRows = 1_000;

/**
 * Gathers entries into pages of at most `pageRows` records and about `pageBytes`, each record cut to what the dataset
 * declares. Nothing is read ahead of the page that is asked for.
 */
export async function* pagesOf(
  ask: Ask,
  pageBytes: number,
  batches: AsyncIterable<readonly Entry[]> | Iterable<readonly Entry[]>,
): AsyncGenerator<Page> {
  const pageRows = ask.pageRows ?? defaultPageRows;
  const open = toOpener(ask.collection.fields);
  const shape = toShaper(ask.collection, ask.fields, ask.keys);
  let left = ask.limit ?? Infinity;
  let page: Omit<Page, "cursor"> = { rows: [], problems: [] };
  let last: Entry | null = null;
  let sizeBytes = 0;
  if (left <= 0) return;
  for await (const batch of batches) {
    for (const entry of batch) {
      throwIfAborted(ask.signal);
      if ("problem" in entry) page.problems.push(entry.problem);
      else {
        page.rows.push({ key: entry.key, record: shape(open(entry.raw)), files: entry.files });
        for (const problem of entry.problems) page.problems.push(problem);
        left--;
      }
      last = entry;
      sizeBytes += entry.sizeBytes;
      const isFull =
        page.rows.length >= pageRows || page.problems.length >= pageRows || sizeBytes >= pageBytes;
      if (!isFull && left > 0) continue;
      yield { ...page, cursor: entry.cursor() };
      if (left <= 0) return;
      page = { rows: [], problems: [] };
      last = null;
      sizeBytes = 0;
    }
  }
  if (last) yield { ...page, cursor: last.cursor() };
}

/** @throws StoreError `cancelled` */
export function throwIfAborted(signal: AbortSignal | undefined): void {
  if (signal?.aborted) throw new StoreError("cancelled", "Reading was stopped.");
}
