/**
 * Whether bytes are a PDF as far as can be told without opening it: header at the first byte, a trailer at the end that
 * points to a cross-reference, no encryption (ISO 32000-1 7.5, 7.6).
 */
export function inspectPdf(bytes: Buffer): "fine" | "locked" | "damaged" {
  if (!/^%PDF-[12]\.\d/.test(bytes.toString("latin1", 0, 8))) return "damaged";
  const tail = bytes.toString("latin1", Math.max(0, bytes.length - 2048));
  const offset = Number(/startxref\s+(\d{1,10})\s+%%EOF\s*\0*\s*$/.exec(tail)?.[1] ?? 0);
  if (offset === 0 || offset >= bytes.length) return "damaged";
  const trailer = trailerAt(bytes, offset);
  if (trailer === null) return "damaged";
  return /\/Encrypt(?![A-Za-z])/.test(trailer) ? "locked" : "fine";
}

/** The dictionary that ends a file: after an `xref` table, or at the head of a cross-reference stream (7.5.8). */
function trailerAt(bytes: Buffer, offset: number): string | null {
  const head = bytes.toString("latin1", offset, offset + 65_536);
  if (/^\s*\d+\s+\d+\s+obj\b/.test(head)) {
    const dictionary = /^[^]*?\bstream\r?\n/.exec(head)?.[0];
    return dictionary && /\/XRef\b/.test(dictionary) ? dictionary : null;
  }
  if (!/^\s*xref\b/.test(head)) return null;
  const start = bytes.indexOf("trailer", offset, "latin1");
  const end = bytes.indexOf("startxref", start, "latin1");
  return start < 0 || end < 0 ? null : bytes.toString("latin1", start, end);
}
