import type { Key } from "#lib/engine/datasets/keys.ts";

/** One question to a store: records that match any of `any`, without those that an earlier question has brought (`none`). */
export type Question = { any: Key[]; none: Key[] };

/**
 * Splits long lists into chunks a store can take. A record that matches values of two chunks must come once, so later
 * questions leave out what earlier ones asked for; needless only where a record has a single value for a single key.
 * @param isSingle whether a record can match at most one value of the key (a plain column with exact equality)
 */
export function questionsFor(
  keys: readonly Key[],
  valuesPerQuestion: number,
  isSingle: (key: Key) => boolean,
): Question[] {
  const chunks: Key[][] = [];
  let room = 0;
  for (const { path, values } of keys) {
    for (let start = 0; start < values.length;) {
      if (room === 0) {
        chunks.push([]);
        room = valuesPerQuestion;
      }
      const taken = values.slice(start, start + room);
      chunks.at(-1)?.push({ path, values: taken });
      start += taken.length;
      room -= taken.length;
    }
  }
  const [only] = keys;
  const isNeverDoubled = keys.length === 1 && only !== undefined && isSingle(only);
  return chunks.map((any, index) => ({
    any,
    none: isNeverDoubled ? [] : merged(chunks.slice(0, index).flat()),
  }));
}

function merged(keys: readonly Key[]): Key[] {
  return [...Map.groupBy(keys, (key) => key.path.join("\0")).values()].map((same) => ({
    path: same[0]?.path ?? [],
    values: same.flatMap((key) => key.values),
  }));
}
