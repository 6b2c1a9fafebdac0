/** A record as JSON: what a store holds of one row, document or line. */
export type JsonRecord = { [name: string]: Json };
export type Json = null | boolean | number | string | Json[] | { [name: string]: Json };

/** What can stand on one side of an equals sign. */
export type Scalar = boolean | number | string;

/**
 * All values at a path, flattened through arrays and without nulls: what a record feeds into the next collection.
 * 0, false and "" are values like any other.
 */
export function valuesAt(value: Json | undefined, path: readonly string[]): Scalar[] {
  if (value === undefined || value === null) return [];
  if (Array.isArray(value)) return value.flatMap((element) => valuesAt(element, path));
  const [name, ...rest] = path;
  if (name === undefined) return typeof value === "object" ? [] : [value];
  return typeof value === "object" && Object.hasOwn(value, name) ? valuesAt(value[name], rest) : [];
}

/**
 * The distinct values in a fixed order, told apart by how they are written (`17` of one store is `"17"` of another, `"017"`
 * is not), so that a resumed run asks the same questions as the one that was killed. */
export function distinct(values: Iterable<Scalar>): Scalar[] {
  const byText = new Map<string, Scalar>();
  for (const value of values) {
    const text = String(value);
    if (!byText.has(text)) byText.set(text, value);
  }
  return [...byText].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)).map(([, value]) => value);
}
