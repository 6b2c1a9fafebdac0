import { valueAt, type Column } from "./columns.ts";
import type { BundleField } from "./input.ts";
import type { PreparedRecord } from "./prepare.ts";
import { isRedacted, isRedactedText, type BundleValue, type ReasonWords } from "./values.ts";

/** First bytes of every CSV file, so that spreadsheets read it as UTF-8. */
export const byteOrderMark = "\uFEFF";

/** `covered` writes the words that stand for a covered place: "[covered: another person’s name]". */
export type CsvWords = { reasons: ReasonWords; covered: (reason: string) => string };

/** One line of RFC 4180, with its CRLF. */
export function csvLine(cells: readonly string[]): string {
  return `${cells.map(csvCell).join(",")}\r\n`;
}

/** The line of one record: the name of its group, then its cells; null stands for a column of other groups. */
export function csvRecord(
  record: PreparedRecord,
  group: string,
  cells: readonly (Column | null)[],
  words: CsvWords,
): string {
  let line = csvCell(group);
  for (const column of cells) {
    line += ",";
    if (column === null) continue;
    const value = valueAt(record, column.path);
    line += isPlainNumber(value, column.field) ? String(value) : csvCell(csvText(value, words));
  }
  return `${line}\r\n`;
}

function csvText(value: BundleValue, words: CsvWords): string {
  if (value === null) return "";
  if (typeof value !== "object") return String(value);
  if (isRedacted(value, words.reasons)) return words.covered(value.redacted.reason);
  if (isRedactedText(value, words.reasons)) {
    return value.redacted_text
      .map((part) => (typeof part === "string" ? part : words.covered(part.redacted.reason)))
      .join("");
  }
  return JSON.stringify(value);
}

/** A negative amount is no formula; anything but digits, sign and point might be. */
function isPlainNumber(value: BundleValue, { kind }: BundleField): value is number | string {
  if (typeof value === "number") return true;
  return (
    typeof value === "string" && (kind === "number" || kind === "money") && /^-?\d+(\.\d+)?$/.test(value)
  );
}

/**
 * Text made safe for a spreadsheet (CSV injection, OWASP): what begins like a formula, also in the full-width forms
 * that some programs accept, gets an apostrophe in front, also after what some countries' programs split cells at; the
 * JSON file keeps the value as it is.
 */
export function csvCell(text: string): string {
  const shown = text.replaceAll("\0", "\uFFFD");
  const begun = /^[=+\-@\t\r\n＝＋－＠]/.test(shown) ? `'${shown}` : shown;
  const safe = begun.replace(/(?<=[;\t\n])["\s]*[=+\-@＝＋－＠]/g, "'$&");
  return /[",;\t\r\n]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
