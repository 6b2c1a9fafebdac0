import type { RawCollection, RawDataset, RawField } from "./schema.ts";
import type { YamlPath } from "./yaml.ts";

/** What a single value cannot show: rules between the parts of one dataset. */
export type Breach = { path: YamlPath; reason: string };

/** Breaches of one dataset whose parts are each well written; `path` leads to it in its file. */
export function listBreaches(dataset: RawDataset, path: YamlPath): Breach[] {
  const at = [...path, "collections"];
  return [
    ...twice(dataset.collections, at, "collection"),
    ...dataset.collections.flatMap((collection, index) =>
      inCollection(dataset.fides_key, collection, [...at, index]),
    ),
  ];
}

function inCollection(dataset: string, collection: RawCollection, path: YamlPath): Breach[] {
  const meta = collection.habeas_meta;
  const named: [name: string | undefined | null, where: string[]][] = [
    [meta?.title, ["title"]],
    [meta?.tombstone?.day, ["tombstone", "day"]],
    ...(meta?.order_by ?? []).map((order): [string, string[]] => [order.field, ["order_by"]]),
    ...(["path", "content", "name", "media_type"] as const).map((key): [string | undefined, string[]] => [
      meta?.attachment?.[key],
      ["attachment", key],
    ]),
  ];
  const own = `${dataset}:${collection.name}`;
  return [
    ...inFields(collection.fields, [...path, "fields"], collection, own),
    ...named.flatMap(([name, where]) => unknownName(collection, name, [...path, "habeas_meta", ...where])),
  ];
}

function inFields(fields: RawField[], path: YamlPath, collection: RawCollection, own: string): Breach[] {
  return [
    ...twice(fields, path, "field"),
    ...fields.flatMap((field, index) => inField(field, [...path, index], collection, own)),
  ];
}

function inField(field: RawField, path: YamlPath, collection: RawCollection, own: string): Breach[] {
  const meta = field.fides_meta;
  const at = (key: string): YamlPath => [...path, "fides_meta", key];
  const breaches: Breach[] = [];
  if (field.fields?.length && meta?.data_type && meta.data_type.base !== "object") {
    breaches.push({
      path: at("data_type"),
      reason: "must be object or object[] (or absent) on a field with nested fields",
    });
  }
  if (meta?.return_all_elements != null && !meta.data_type?.isArray) {
    breaches.push({
      path: at("return_all_elements"),
      reason: "may only stand on an array, that is, beside a data_type ending in []",
    });
  }
  meta?.references?.forEach((reference, index) => {
    if (`${reference.dataset}:${reference.field}`.startsWith(`${own}.`)) {
      breaches.push({ path: [...at("references"), index, "field"], reason: "refers to its own collection" });
    }
  });
  breaches.push(
    ...unknownName(collection, field.habeas_meta?.contact_changed_at, [
      ...path,
      "habeas_meta",
      "contact_changed_at",
    ]),
  );
  return [...breaches, ...inFields(field.fields ?? [], [...path, "fields"], collection, own)];
}

function twice(entries: readonly { name: string }[], path: YamlPath, what: string): Breach[] {
  const seen = new Set<string>();
  return entries.flatMap(({ name }, index) => {
    if (!seen.has(name)) return seen.add(name) && [];
    return [{ path: [...path, index, "name"], reason: `is the name of an earlier ${what} too: "${name}"` }];
  });
}

function unknownName(collection: RawCollection, name: string | undefined | null, path: YamlPath): Breach[] {
  if (name == null || collection.fields.some((field) => field.name === name)) return [];
  return [{ path, reason: `names "${name}", which is no field of the collection ${collection.name}` }];
}
