import { singly } from "./category-records.ts";
import { mediaTypes, type BundleEntry } from "./entry.ts";
import { htmlPages, type Slice } from "./layout.ts";
import type { PreparedRecord } from "./prepare.ts";
import type { Reading } from "./reading.ts";
import { categoryFrame, type CategoryView } from "./render/category.ts";
import type { CellContext } from "./render/cells.ts";
import { sliceWriter } from "./render/group.ts";

type Records = AsyncGenerator<PreparedRecord>;

/** The pages of a category. A group is read once for all its pages, and no further than they show. */
export async function* pageEntries(
  category: Omit<CategoryView, "shown" | "pages">,
  reads: readonly (() => AsyncGenerator<PreparedRecord[]>)[],
  reading: Reading,
): AsyncGenerator<BundleEntry> {
  const view = { ...category, ...htmlPages(category.groups.map(({ count }) => count)) };
  const sizes = new Map(view.files.map(({ path, size }) => [path, size]));
  const context: CellContext = { reading, size: (path) => sizes.get(path) ?? null };
  let open: Records | null = null;
  /** The records of a slice: the second of a group goes on where the first stopped. */
  const recordsOf = async ({ group, from }: Slice): Promise<Records | null> => {
    if (from > 1) return open;
    await open?.return(undefined);
    const read = reads[group];
    open = read ? singly(read()) : null;
    return open;
  };
  try {
    for (const [index, slices] of view.pages.entries()) {
      const { path, before, after } = categoryFrame(view, index + 1, reading);
      const content = async function* () {
        yield before;
        for (const slice of slices) {
          const writer = sliceWriter(view, slice, context);
          const records = await recordsOf(slice);
          yield writer.open;
          for (let number = slice.from; number <= slice.to; number += 1) {
            const record = await records?.next();
            if (!record || record.done)
              throw new Error(`records of ${view.about.id} went missing while its pages were written`);
            yield writer.row(record.value, number);
          }
          yield writer.close;
        }
        yield after;
      };
      const shown = slices.reduce((sum, { from, to }) => sum + to - from + 1, 0);
      yield { path, mediaType: mediaTypes.html, category: view.about.id, records: shown, content: content() };
    }
  } finally {
    await (open as Records | null)?.return(undefined);
  }
}
