import type { RecordSource } from "./input.ts";
import { prepareRecord, type Preparation, type PreparedRecord } from "./prepare.ts";

/**
 * A group's records in their delivered form, page by page as the caller's store gives them. Throws unless there are
 * exactly as many as announced.
 */
export async function* preparedPages(
  records: RecordSource,
  preparation: Preparation,
): AsyncGenerator<PreparedRecord[]> {
  let count = 0;
  for await (const page of records.open()) {
    count += page.length;
    yield page.map((record) => prepareRecord(record, preparation));
  }
  if (count !== records.count)
    throw new Error(`"${preparation.mark.group}" announces ${records.count} records and gives ${count}`);
}

/** The same one by one, for pages that are cut otherwise. */
export async function* singly<Item>(pages: AsyncIterable<readonly Item[]>): AsyncGenerator<Item> {
  for await (const page of pages) yield* page;
}

/** Texts longer than this are passed on before the page is done. */
const enough = 65_536;

/** `write` makes the text of one item; few pieces leave for many items, since every step between streams costs. */
export async function* written<Item>(
  pages: AsyncIterable<readonly Item[]>,
  write: (item: Item) => string,
): AsyncGenerator<string> {
  let text = "";
  for await (const page of pages) {
    for (const item of page) {
      text += write(item);
      if (text.length >= enough) {
        yield text;
        text = "";
      }
    }
  }
  if (text !== "") yield text;
}

/** A JSON array with one item on each line, so that it can be read back without a parser for streams. */
export async function* jsonArray<Item>(pages: AsyncIterable<readonly Item[]>): AsyncGenerator<string> {
  let count = 0;
  yield* written(pages, (item) => {
    count += 1;
    return (count === 1 ? "[\n" : ",\n") + JSON.stringify(item);
  });
  yield count === 0 ? "[]\n" : "\n]\n";
}
