import type { BundleField } from "./input.ts";
import { isObject, type BundleValue } from "./values.ts";
import type { PreparedRecord } from "./prepare.ts";

/** One column of CSV and HTML: a field, or a described field inside a nested one. */
export type Column = {
  header: string;
  path: readonly string[];
  label: string;
  field: BundleField;
  /** Some record has more than a line of text here. */
  isLong: boolean;
};

/** What was seen in the records that decides on columns: fields that must stay whole, and long texts (`pathKey`). */
export type ColumnShapes = { unspread: ReadonlySet<string>; long: ReadonlySet<string> };

/**
 * The columns of a group. A nested field is spread over its described parts ("address.street") unless `unspread` names
 * it, because some record holds there something that the parts would not show.
 */
export function columnsOf(fields: readonly BundleField[], shapes: ColumnShapes): Column[] {
  return fields.flatMap((field) => columnsUnder(field, [], [], shapes));
}

function columnsUnder(
  field: BundleField,
  above: readonly string[],
  labels: readonly string[],
  shapes: ColumnShapes,
): Column[] {
  const path = [...above, field.name];
  const inside = field.kind === "nested" ? (field.fields ?? []) : [];
  if (inside.length === 0 || shapes.unspread.has(pathKey(path))) {
    const label = [...labels, field.label].join(": ");
    return [{ header: path.join("."), path, label, field, isLong: shapes.long.has(pathKey(path)) }];
  }
  return inside.flatMap((part) => columnsUnder(part, path, [...labels, field.label], shapes));
}

/** As people read them: what tells something first, what only joins records last. */
export function inReadingOrder(columns: readonly Column[]): Column[] {
  const isAside = ({ field }: Column) => field.technical === true;
  return [...columns.filter((column) => !isAside(column)), ...columns.filter(isAside)];
}

/** The columns of one table for several groups: `cells` says for each group which of its columns stands in each. */
export type SharedColumns = {
  headers: readonly string[];
  cells: readonly (readonly (Column | null)[])[];
};

/** Puts the columns of groups side by side. Columns of the same name share one; a group keeps all of its own. */
export function shareColumns(groups: readonly (readonly Column[])[]): SharedColumns {
  const named = groups.map((columns) => {
    const seen = new Map<string, number>();
    return columns.map((column) => {
      const before = seen.get(column.header) ?? 0;
      seen.set(column.header, before + 1);
      return { column, place: JSON.stringify([column.header, before]) };
    });
  });
  const places = new Map(named.flat().map(({ place, column }) => [place, column.header]));
  const cells = named.map((columns) => {
    const byPlace = new Map(columns.map(({ place, column }) => [place, column]));
    return [...places.keys()].map((place) => byPlace.get(place) ?? null);
  });
  return { headers: [...places.values()], cells };
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
