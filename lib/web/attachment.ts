import "server-only";
import { Readable } from "node:stream";
import { contentDisposition } from "#lib/files/names.ts";

/** A file for download only: never shown inside our pages, and unable to do anything if it were. */
export function attachment(file: {
  name: string;
  mediaType: string;
  sizeBytes: number;
  stream: Readable;
}): Response {
  return new Response(Readable.toWeb(file.stream) as ReadableStream<Uint8Array>, {
    headers: {
      "Content-Type": file.mediaType,
      "Content-Length": String(file.sizeBytes),
      "Content-Disposition": contentDisposition(file.name),
      "Content-Security-Policy": "sandbox; default-src 'none'",
      "Cache-Control": "private, no-store",
      "X-Content-Type-Options": "nosniff",
    },
  });
}
