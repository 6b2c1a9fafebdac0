import type { Column } from "./columns.ts";
import type { BundleCategory } from "./input.ts";

/** A group as its pages and the schema file tell it. `columns` stand in the order of its fields. */
export type ToldGroup = {
  id: string;
  title: string;
  explanation: string | null;
  /** Number of its records. */
  count: number;
  columns: readonly Column[];
};

/** How many records a category gives, over all its groups. */
export function recordsOf({ groups }: BundleCategory): number {
  return groups.reduce((sum, group) => sum + group.records.count, 0);
}

/**
 * The key under which every record of a category names its group in JSON and CSV: `record_type`, or with a number behind
 * it where a field of the category has that name.
 */
export function groupKeyOf({ groups }: BundleCategory): string {
  return unusedName(
    "record_type",
    groups.flatMap(({ fields }) => fields.map(({ name }) => name)),
  );
}

/** `wanted`, or with the lowest number behind it that keeps it apart from the names taken, whatever their case. */
export function unusedName(wanted: string, taken: readonly string[]): string {
  const known = new Set(taken.map((name) => name.toLowerCase()));
  let name = wanted;
  for (let counter = 2; known.has(name.toLowerCase()); counter += 1) name = `${wanted}_${counter}`;
  return name;
}
