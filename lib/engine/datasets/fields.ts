import type { Collection, Dataset, Field, FieldAddress, Reference } from "./vocabulary.ts";

/** A field with the way to it; objects come before their members. */
export type PlacedField = { path: string[]; field: Field };

/** Every field of a collection, nested ones too, in the order of the file. */
export function listFields(fields: readonly Field[], above: readonly string[] = []): PlacedField[] {
  return fields.flatMap((field) => {
    const path = [...above, field.name];
    return [{ path, field }, ...listFields(field.fields, path)];
  });
}

/** The field at a path, or null where none is declared. */
export function findField(collection: Collection, path: readonly string[]): Field | null {
  let fields = collection.fields;
  let found: Field | null = null;
  for (const name of path) {
    found = fields.find((field) => field.name === name) ?? null;
    if (!found) return null;
    fields = found.fields;
  }
  return found;
}

export type ResolvedReference =
  | { ok: true; at: FieldAddress; collection: Collection }
  | { ok: false; missing: "dataset" | "collection" | "field" };

/**
 * What a reference points at. A name may hold dots (`contacts.csv.id`), so the longest collection that fits is meant.
 */
export function resolveReference(datasets: readonly Dataset[], reference: Reference): ResolvedReference {
  const dataset = datasets.find((one) => one.fidesKey === reference.dataset);
  if (!dataset) return { ok: false, missing: "dataset" };
  const collection = dataset.collections
    .filter(({ name }) => reference.field.startsWith(`${name}.`))
    .toSorted((a, b) => b.name.length - a.name.length)[0];
  if (!collection) return { ok: false, missing: "collection" };
  const path = reference.field.slice(collection.name.length + 1).split(".");
  if (!findField(collection, path)) return { ok: false, missing: "field" };
  return { ok: true, at: { dataset: dataset.fidesKey, collection: collection.name, path }, collection };
}
