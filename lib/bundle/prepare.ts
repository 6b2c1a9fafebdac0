import type { BundleField } from "./input.ts";
import { isoInstant } from "./instants.ts";
import {
  isFileReference,
  isObject,
  isRedacted,
  isRedactedText,
  type BundleRecord,
  type BundleValue,
  type ReasonWords,
} from "./values.ts";

/** A record exactly as it stands in the JSON file; CSV and HTML are made from this and from nothing else. */
export type PreparedRecord = { readonly [field: string]: BundleValue };

/** A released attachment: where it lies inside the category's folder, and its name as the person knows it. */
export type PlacedFile = { path: string; name: string };

export type Preparation = {
  /** Stands first in every record: the key that names the group, and the group's name. */
  mark: { key: string; group: string };
  fields: readonly BundleField[];
  reasons: ReasonWords;
  /** By the id that records refer to. */
  files: ReadonlyMap<string, PlacedFile>;
};

/**
 * Brings a record into its delivered form: its group, then every described field in the order of the map, missing ones
 * null, times with zone, attachments by path. Throws when the record holds a field that nobody described (names, no values),
 * because something would then be left out without a word.
 */
export function prepareRecord(record: BundleRecord, preparation: Preparation): PreparedRecord {
  const prepared: Record<string, BundleValue> = Object.create(null);
  prepared[preparation.mark.key] = preparation.mark.group;
  let present = 0;
  for (const field of preparation.fields) {
    const has = Object.hasOwn(record, field.name);
    if (has) present += 1;
    prepared[field.name] = has ? prepareValue(record[field.name] ?? null, field, preparation) : null;
  }
  const keys = Object.keys(record);
  if (present !== keys.length) {
    const unknown = keys.filter((key) => !preparation.fields.some((field) => field.name === key));
    throw new Error(`a record holds fields that are not described: ${unknown.slice(0, 5).join(", ")}`);
  }
  return prepared;
}

function prepareValue(value: BundleValue, field: BundleField | null, preparation: Preparation): BundleValue {
  switch (typeof value) {
    case "string": {
      const text = value.isWellFormed() ? value : value.toWellFormed();
      return field?.kind === "instant" ? isoInstant(text) : text;
    }
    case "number":
      return Number.isFinite(value) ? value : String(value);
    case "boolean":
      return value;
    case "object":
      return value === null ? null : prepareContainer(value, field, preparation);
    default:
      throw new Error(`a record holds a value that JSON cannot carry: ${typeof value}`);
  }
}

function prepareContainer(
  value: Exclude<BundleValue, string | number | boolean | null>,
  field: BundleField | null,
  preparation: Preparation,
): BundleValue {
  if (Array.isArray(value)) return value.map((item: BundleValue) => prepareValue(item, field, preparation));
  if (isRedacted(value, preparation.reasons) || isRedactedText(value, preparation.reasons)) return value;
  if (isFileReference(value)) {
    const file = preparation.files.get(value.file);
    if (file) return { file: file.path, name: file.name };
  }
  const inside = field?.fields ?? [];
  const described = inside.filter(({ name }) => Object.hasOwn(value, name)).map(({ name }) => name);
  const prepared: Record<string, BundleValue> = Object.create(null);
  for (const key of new Set([...described, ...Object.keys(value)])) {
    const nested = inside.find(({ name }) => name === key) ?? null;
    prepared[key] = prepareValue((value as { [key: string]: BundleValue })[key] ?? null, nested, preparation);
  }
  return prepared;
}

/** Whether anything in a prepared value is covered. */
export function isCovered(value: BundleValue, reasons: ReasonWords): boolean {
  if (Array.isArray(value)) return value.some((item: BundleValue) => isCovered(item, reasons));
  if (!isObject(value)) return false;
  if (isRedacted(value, reasons) || isRedactedText(value, reasons)) return true;
  return Object.values(value).some((inner) => isCovered(inner, reasons));
}
