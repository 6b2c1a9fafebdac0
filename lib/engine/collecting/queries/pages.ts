import { openBlob } from "#lib/files/store.ts";
import type { JsonRecord } from "../../datasets/values.ts";

/** One record as found. `files` are ids of `record_file` rows that belong to it. */
export type KeptRecord = { key: string; record: JsonRecord; files: string[] };

const lineFeed = 0x0a;

/** The bytes of a page: one JSON document a line. */
export function* pageBytes(records: readonly KeptRecord[]): Generator<Uint8Array> {
  for (const record of records) yield Buffer.from(`${JSON.stringify(record)}\n`, "utf8");
}

/** Reads a page of a case back. Lines are cut by hand: `readline` costs several times as much. */
export async function readPage(blobId: string, identity: string): Promise<KeptRecord[]> {
  const records: KeptRecord[] = [];
  let line: Buffer[] = [];
  for await (const piece of (await openBlob(blobId, identity)) as AsyncIterable<Buffer>) {
    let from = 0;
    for (let end = piece.indexOf(lineFeed); end !== -1; end = piece.indexOf(lineFeed, from)) {
      line.push(piece.subarray(from, end));
      records.push(JSON.parse(Buffer.concat(line).toString("utf8")) as KeptRecord);
      line = [];
      from = end + 1;
    }
    line.push(piece.subarray(from));
  }
  return records;
}
