import type { BundleField } from "./input.ts";
import { isObject, type BundleValue } from "./values.ts";
import type { PreparedRecord } from "./prepare.ts";

/** One column of CSV and HTML: a field, or a described field inside a nested one. */
export type Column = { header: string; path: readonly string[]; label: string; field: BundleField };

/**
 * The columns of a category. A nested field is spread over its described parts ("address.street") unless
 * `unspread` names it, because some record holds there something that the parts would not show.
 */
export function columnsOf(fields: readonly BundleField[], unspread: ReadonlySet<string>): Column[] {
  return fields.flatMap((field) => columnsUnder(field, [], [], unspread));
}

function columnsUnder(
  field: BundleField,
  above: readonly string[],
  labels: readonly string[],
  unspread: ReadonlySet<string>,
): Column[] {
  const path = [...above, field.name];
  const inside = field.kind === "nested" ? (field.fields ?? []) : [];
  if (inside.length === 0 || unspread.has(pathKey(path))) {
    return [{ header: path.join("."), path, label: [...labels, field.label].join(": "), field }];
  }
  return inside.flatMap((part) => columnsUnder(part, path, [...labels, field.label], unspread));
}

/** A path as a key of a set; no field name can make two paths equal. */
export function pathKey(path: readonly string[]): string {
  return JSON.stringify(path);
}

/** What a record holds in a column: null where a level is missing, the marker where a level above is covered. */
export function valueAt(record: PreparedRecord, path: readonly string[]): BundleValue {
  let value: BundleValue = record;
  for (const key of path) {
    if (!isObject(value)) return value;
    if (Object.hasOwn(value, key)) value = value[key] ?? null;
    else return isObject(value.redacted ?? null) && Object.keys(value).length === 1 ? value : null;
  }
  return value;
}
