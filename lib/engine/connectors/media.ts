import { fileTypeFromBuffer } from "file-type";

/** How much of a file its type can be told from. */
export const headBytes = 4_100;

/** Kinds of plain text that bytes cannot tell apart and no program runs: here a claim is believed. */
const plainKinds = [
  "text/csv",
  "text/calendar",
  "text/vcard",
  "text/markdown",
  "message/rfc822",
  "application/json",
  "application/mbox",
];

/**
 * What the first bytes of a file say it is. A name or a column may claim anything; only the bytes are believed, so a page
 * or a picture full of script is told as the plain text it is.
 * @param claimed media type that the store names
 */
export async function sniff(head: Uint8Array, claimed: unknown = null): Promise<string> {
  const type = await fileTypeFromBuffer(head);
  if (type && type.mime !== "application/xml") return type.mime;
  if (!isText(head)) return "application/octet-stream";
  return plainKinds.find((kind) => kind === claimed) ?? "text/plain";
}

/** UTF-8 (perhaps cut in the middle of a character) without control characters. */
function isText(head: Uint8Array): boolean {
  if (head.includes(0)) return false;
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(head, { stream: true });
    return !/\p{Cc}/u.test(text.replaceAll(/[\t\n\v\f\r]/g, ""));
  } catch {
    return false;
  }
}
