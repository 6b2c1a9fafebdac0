/** A value as a source gave it, in JSON's types. Integers beyond 2^53 are strings. */
export type BundleValue =
  null | boolean | number | string | readonly BundleValue[] | { readonly [key: string]: BundleValue };

/** One record under its technical field names. */
export type BundleRecord = { readonly [field: string]: BundleValue };

/**
 * A value that is covered as a whole. The same object stands in the JSON file; HTML and CSV show the reason's
 * words. `reason` is a code of `BundleInput.redactionReasons`; an object with any other shape or an unknown code
 * is the source's own data and shown as such.
 */
export type Redacted = { readonly redacted: { readonly reason: string } };

/** A text in which some places are covered: what may be read, in order, with a `Redacted` for each covered place. */
export type RedactedText = { readonly redacted_text: readonly (string | Redacted)[] };

/** Stands for an attachment: `{"file": id}` in a record becomes `{"file": "files/name.pdf", "name": …}` in JSON. */
export type FileReference = { readonly file: string };

/** Covers a value as a whole. */
export function redacted(reason: string): Redacted {
  return { redacted: { reason } };
}

/** A text with covered places; parts stand in reading order. */
export function redactedText(parts: readonly (string | Redacted)[]): RedactedText {
  return { redacted_text: parts };
}

/** Whether a value is a marker with a reason we gave, and not an object of the source that looks like one. */
export function isRedacted(value: BundleValue, reasons: ReasonWords): value is Redacted {
  if (!hasOnly(value, "redacted")) return false;
  const inner = value.redacted as BundleValue;
  return hasOnly(inner, "reason") && typeof inner.reason === "string" && Object.hasOwn(reasons, inner.reason);
}

export function isRedactedText(value: BundleValue, reasons: ReasonWords): value is RedactedText {
  if (!hasOnly(value, "redacted_text") || !Array.isArray(value.redacted_text)) return false;
  const parts = value.redacted_text as readonly BundleValue[];
  return parts.length > 0 && parts.every((part) => typeof part === "string" || isRedacted(part, reasons));
}

/** Whether a value refers to an attachment, before (`{"file": id}`) the record was prepared. */
export function isFileReference(value: BundleValue): value is FileReference {
  return hasOnly(value, "file") && typeof value.file === "string";
}

/** Words for each redaction code, in the person's language: "another person’s name". */
export type ReasonWords = { readonly [code: string]: string };

/** Whether a value is an object of JSON (not null, not a list). */
export function isObject(value: BundleValue): value is { readonly [key: string]: BundleValue } {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function hasOnly<Key extends string>(
  value: BundleValue,
  key: Key,
): value is { readonly [K in Key]: BundleValue } {
  return isObject(value) && Object.hasOwn(value, key) && Object.keys(value).length === 1;
}
