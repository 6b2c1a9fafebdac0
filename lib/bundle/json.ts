/** JSON as people may open it: indented, with an end of line. */
export function jsonFile(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

/** A JSON array with one item on each line, so that it can be read back without a parser for streams. */
export async function* jsonArray<Item>(
  items: AsyncIterable<Item>,
  see: (item: Item) => void,
): AsyncGenerator<string> {
  let separator = "[\n";
  for await (const item of items) {
    see(item);
    yield separator + JSON.stringify(item);
    separator = ",\n";
  }
  yield separator === "[\n" ? "[]\n" : "\n]\n";
}
