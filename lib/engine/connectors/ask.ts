import type { JsonRecord } from "#lib/engine/datasets/values.ts";
import type { Ask, FoundFile, Problem } from "./connector.ts";
import { sniff } from "./media.ts";
import type { Read } from "./paging.ts";
import { StoreError } from "./store-error.ts";

/** What every kind of store makes of a question in the same way. */

/** The fields whose values are read: those asked for and what names an attachment; its content travels as a file. */
export function shownFields({ fields, collection: { habeas } }: Ask): string[] {
  const { path, name, mediaType, content } = habeas.attachment ?? {};
  const shown = new Set([...fields, path, name, mediaType].filter((field) => field != null));
  if (content != null) shown.delete(content);
  return [...shown];
}

/**
 * Makes sure that a store has every field the question needs.
 * @throws StoreError `column-gone`
 */
export function refuseMissing(ask: Ask, columns: readonly { name: string }[]): void {
  const { attachment, orderBy } = ask.collection.habeas;
  const needed = new Set([
    ...shownFields(ask),
    ...ask.keys.map((key) => key.path[0] as string),
    ...(ask.orderBy ?? orderBy).map(({ field }) => field),
    ...(attachment?.content == null ? [] : [attachment.content]),
  ]);
  const missing = [...needed].filter((name) => !columns.some((column) => column.name === name));
  if (missing.length === 0) return;
  const says =
    missing.length === 1 ? `There is no column ${missing[0]}` : `There are no columns ${missing.join(", ")}`;
  throw new StoreError("column-gone", `${says} in ${ask.collection.name}.`);
}

/** What is told once, at the beginning: values that no record of this store can hold. */
export function unfitProblems(ask: Ask, unfit: (key: Ask["keys"][number]) => number): Problem[] {
  return ask.keys.flatMap((key) => {
    const count = unfit(key);
    if (count === 0) return [];
    const says = `${count} of the values looked for cannot stand in ${key.path.join(".")} of ${ask.collection.name}, so no record has them.`;
    return [{ kind: "key" as const, key: null, says }];
  });
}

export function recordProblem(key: string, says: string): Read {
  return { sizeBytes: 0, problem: { kind: "record", key, says } };
}

export const notText = "A record could not be read: it holds bytes that are no text in UTF-8.";
export const notJson = "A record could not be read: it holds JSON that is damaged or nested too deeply.";

export function tooLarge(sizeBytes: number, mostBytes: number): string {
  const megabytes = (bytes: number) => Math.round(bytes / 100_000) / 10;
  return `A record of ${megabytes(sizeBytes)} MB is larger than what can be read at once (${megabytes(mostBytes)} MB).`;
}

/** A file that stands in a column of its record. */
export async function fileInColumn(
  ask: Ask,
  raw: JsonRecord,
  content: { sizeBytes: number; head: Uint8Array; open: FoundFile["open"] },
): Promise<FoundFile> {
  const attachment = ask.collection.habeas.attachment;
  return {
    name: cellOf(raw, attachment?.name) ?? attachment?.content ?? "file",
    mediaType: await sniff(content.head, cellOf(raw, attachment?.mediaType)),
    sizeBytes: content.sizeBytes,
    open: content.open,
  };
}

/** The text in a field of a record; null where there is none. */
export function cellOf(record: JsonRecord, field: string | null | undefined): string | null {
  const cell = field == null ? null : record[field];
  return typeof cell === "string" && cell !== "" ? cell : typeof cell === "number" ? String(cell) : null;
}
