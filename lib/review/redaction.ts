import { isObject, redacted, redactedText, type BundleRecord, type BundleValue } from "#lib/bundle/values.ts";
import type { ReasonCode } from "#lib/decisions/reasons.ts";
import { isNeverOutMark } from "#lib/engine/datasets/never-out.ts";
import type { Json } from "#lib/engine/datasets/values.ts";

/** Field name under which the files of a record are withheld. */
export const filesField = "@files";

/** One decision of the review about a record as found. */
export type Redaction = {
  /** Null: the whole record is withheld. Else the field's dotted path. */
  field: string | null;
  /** Words to cover wherever they stand in the field's texts; null covers the field as a whole. */
  places: readonly string[] | null;
  reason: ReasonCode;
};

/** The record as it goes out, or null where it is withheld. The record as found is not touched. */
export function applyRedactions(record: BundleRecord, redactions: readonly Redaction[]): BundleRecord | null {
  if (redactions.some((redaction) => redaction.field === null)) return null;
  return redactions.reduce<BundleRecord>(
    (current, redaction) =>
      redaction.field === null || redaction.field === filesField
        ? current
        : (changeAt(current, redaction.field.split("."), (value) => cover(value, redaction)) as BundleRecord),
    record,
  );
}

/** Whether anything of a record would be covered by this. */
export function changesSomething(record: BundleRecord, redaction: Redaction): boolean {
  return JSON.stringify(applyRedactions(record, [redaction])) !== JSON.stringify(record);
}

/** Walks a path; arrays on the way are walked through, so that `lines.note` reaches every line. */
function changeAt(
  value: BundleValue,
  path: readonly string[],
  change: (value: BundleValue) => BundleValue,
): BundleValue {
  const [next, ...rest] = path;
  if (next === undefined) return change(value);
  if (Array.isArray(value)) return value.map((element: BundleValue) => changeAt(element, path, change));
  if (!isObject(value) || !Object.hasOwn(value, next)) return value;
  return { ...value, [next]: changeAt(value[next] ?? null, rest, change) };
}

function cover(value: BundleValue, { places, reason }: Redaction): BundleValue {
  // What never goes out is covered already, and stays so.
  if (isNeverOutMark(value as Json)) return value;
  if (places === null) return value === null ? null : redacted(reason);
  if (Array.isArray(value))
    return value.map((element: BundleValue) => cover(element, { field: "", places, reason }));
  if (typeof value === "string") return coverText(value, places, reason);
  // Digits are read like words; a number has no parts that could stay, so it is covered as a whole.
  if (typeof value === "number" || typeof value === "boolean")
    return split(String(value), places).some((piece) => "covered" in piece) ? redacted(reason) : value;
  if (isObject(value)) {
    if (Array.isArray(value["redacted_text"])) return coverParts(value["redacted_text"], places, reason);
    return Object.fromEntries(
      Object.entries(value).map(([key, member]) => [key, cover(member, { field: "", places, reason })]),
    );
  }
  return value;
}

function coverText(text: string, places: readonly string[], reason: ReasonCode): BundleValue {
  const parts = split(text, places).map((part) => ("covered" in part ? redacted(reason) : part.text));
  return parts.some((part) => typeof part !== "string") ? redactedText(parts) : text;
}

/** A text that was covered before, for another reason, is covered further. */
function coverParts(
  parts: readonly BundleValue[],
  places: readonly string[],
  reason: ReasonCode,
): BundleValue {
  return redactedText(
    parts.flatMap((part) =>
      typeof part === "string"
        ? split(part, places).map((piece) => ("covered" in piece ? redacted(reason) : piece.text))
        : [part as ReturnType<typeof redacted>],
    ),
  );
}

type Piece = { text: string } | { covered: string };

/** Cuts a text at every occurrence of the places, whatever their case; longer places win over shorter ones inside them. */
export function split(text: string, places: readonly string[]): Piece[] {
  const known = [...places].filter((place) => place !== "").sort((a, b) => b.length - a.length);
  if (known.length === 0) return [{ text }];
  const pattern = new RegExp(
    known.map((place) => place.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")).join("|"),
    "giu",
  );
  const pieces: Piece[] = [];
  let from = 0;
  for (const match of text.matchAll(pattern)) {
    if (match.index > from) pieces.push({ text: text.slice(from, match.index) });
    pieces.push({ covered: match[0] });
    from = match.index + match[0].length;
  }
  if (from < text.length || pieces.length === 0) pieces.push({ text: text.slice(from) });
  return pieces;
}

/** Every text of a record with the path it stands at, for searching and marking. */
export function textsOf(record: BundleRecord): { field: string; text: string }[] {
  const walk = (value: BundleValue, path: string): { field: string; text: string }[] => {
    if (typeof value === "string") return [{ field: path, text: value }];
    if (Array.isArray(value)) return value.flatMap((element: BundleValue) => walk(element, path));
    if (!isObject(value)) return [];
    return Object.entries(value).flatMap(([key, member]) => walk(member, path ? `${path}.${key}` : key));
  };
  return walk(record, "");
}
