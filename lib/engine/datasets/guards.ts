import { neverOutOf } from "./never-out.ts";
import type { Collection, Field } from "./vocabulary.ts";

/** A collection as it was read, without what a newer map of the same source forbids to release. */
export function withNewestGuards(collection: Collection, newest: readonly Collection[]): Collection {
  const now = newest.find(({ name }) => name === collection.name);
  return now ? { ...collection, fields: guarded(collection.fields, now.fields) } : collection;
}

function guarded(fields: readonly Field[], newest: readonly Field[]): Field[] {
  return fields.map((field) => {
    const now = newest.find(({ name }) => name === field.name);
    if (!now) return field;
    const neverRelease = field.habeas.neverRelease || now.habeas.neverRelease;
    // What the newest map knows to be a kind that never goes out, is one, whatever the older took it for.
    const dataCategories = neverOutOf(now)
      ? [...new Set([...now.dataCategories, ...field.dataCategories])]
      : field.dataCategories;
    const fields = guarded(field.fields, now.fields);
    return { ...field, dataCategories, habeas: { ...field.habeas, neverRelease }, fields };
  });
}
