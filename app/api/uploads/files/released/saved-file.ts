import { Readable } from "node:stream";
import { contentDisposition } from "#lib/files/names.ts";

/** A file for staff. It is saved, never shown: what a stranger sent does not run under our address. */
export function savedFile(file: { name: string; mediaType: string; stream: Readable }): Response {
  return new Response(Readable.toWeb(file.stream) as ReadableStream, {
    headers: {
      "Content-Type": file.mediaType,
      "Content-Disposition": contentDisposition(file.name),
      "Content-Security-Policy": "sandbox; default-src 'none'",
      "X-Content-Type-Options": "nosniff",
      "Cache-Control": "private, no-store",
    },
  });
}
