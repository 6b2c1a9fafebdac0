import { Readable } from "node:stream";
import { createInterface } from "node:readline";
import { openBlob } from "#lib/files/store.ts";
import type { JsonRecord } from "../../datasets/values.ts";

/** One record as found. `files` are ids of `record_file` rows that belong to it. */
export type KeptRecord = { key: string; record: JsonRecord; files: string[] };

/** The bytes of a page: one JSON document a line. */
export function* pageBytes(records: readonly KeptRecord[]): Generator<Uint8Array> {
  for (const record of records) yield Buffer.from(`${JSON.stringify(record)}\n`, "utf8");
}

/** Reads a page of a case back. */
export async function readPage(blobId: string, identity: string): Promise<KeptRecord[]> {
  const stream: Readable = await openBlob(blobId, identity);
  const records: KeptRecord[] = [];
  for await (const line of createInterface({ input: stream, crlfDelay: Infinity })) {
    if (line !== "") records.push(JSON.parse(line) as KeptRecord);
  }
  return records;
}
