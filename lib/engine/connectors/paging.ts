import { shapeRecord } from "#lib/engine/datasets/shape.ts";
import type { JsonRecord } from "#lib/engine/datasets/values.ts";
import type { Ask, FoundFile, Page, Problem } from "./connector.ts";
import { openTexts } from "./open-text.ts";
import { StoreError } from "./store-error.ts";

/** What a store gives, one after another: a record or a problem in its place. */
export type Entry = {
  /** Where to go on after this one. */
  cursor: string;
  sizeBytes: number;
} & ({ key: string; raw: JsonRecord; files: FoundFile[]; problems?: Problem[] } | { problem: Problem });

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
  let left = ask.limit ?? Infinity;
  let page: Page = { rows: [], problems: [], cursor: "" };
  let sizeBytes = 0;
  if (left <= 0) return;
  for await (const batch of batches) {
    for (const entry of batch) {
      throwIfAborted(ask.signal);
      if ("problem" in entry) page.problems.push(entry.problem);
      else {
        const record = shapeRecord(openTexts(entry.raw, ask.collection.fields), ask.collection, ask.fields, ask.keys);
        page.rows.push({ key: entry.key, record, files: entry.files });
        if (entry.problems) page.problems.push(...entry.problems);
        left--;
      }
      page.cursor = entry.cursor;
      sizeBytes += entry.sizeBytes;
      const isFull = page.rows.length >= pageRows || page.problems.length >= pageRows || sizeBytes >= pageBytes;
      if (!isFull && left > 0) continue;
      yield page;
      if (left <= 0) return;
      page = { rows: [], problems: [], cursor: "" };
      sizeBytes = 0;
    }
  }
  if (page.rows.length > 0 || page.problems.length > 0) yield page;
}

/** @throws StoreError `cancelled` */
export function throwIfAborted(signal: AbortSignal | undefined): void {
  if (signal?.aborted) throw new StoreError("cancelled", "Reading was stopped.");
}
