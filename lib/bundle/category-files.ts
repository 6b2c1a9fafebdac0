import { formatSize } from "#lib/locales/format.ts";
import type { BundleFile } from "./input.ts";
import { safeFileName } from "./names.ts";
import type { PlacedFile } from "./prepare.ts";
import type { Reading } from "./reading.ts";

export type PlacedAttachment = PlacedFile & { file: BundleFile; size: string };

/** Gives every attachment of a category its place in the folder, in the order of the list. */
export function placeFiles(files: readonly BundleFile[], { locale }: Reading): PlacedAttachment[] {
  const taken = new Set<string>();
  return files.map((file) => {
    const dated = file.on === null ? file.name : `${file.on}_${file.name ?? "file"}`;
    const path = safeFileName(dated, taken);
    return { file, path: `files/${path}`, name: file.name ?? path, size: formatSize(file.sizeBytes, locale) };
  });
}

/** An attachment's bytes; throws unless there are exactly as many as announced. */
export async function* exactly({ sizeBytes, open }: BundleFile): AsyncGenerator<Uint8Array> {
  let count = 0;
  for await (const chunk of open()) {
    count += chunk.length;
    yield chunk;
  }
  if (count !== sizeBytes) throw new Error(`an attachment announces ${sizeBytes} bytes and gives ${count}`);
}
