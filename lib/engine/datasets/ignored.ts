import {
  collectionFidesMeta,
  collectionShape,
  datasetFidesMeta,
  datasetShape,
  fieldFidesMeta,
  fieldShape,
} from "./schema.ts";
import type { YamlPath } from "./yaml.ts";

/** A key that was imported and does nothing, and why. */
export type Ignored = { path: YamlPath; says: string };

type Mapping = Record<string, unknown>;
type Level = { name: string; beside: readonly string[]; inside: readonly string[] };

const levels = {
  dataset: level("dataset", datasetShape, datasetFidesMeta.shape),
  collection: level("collection", collectionShape, collectionFidesMeta.shape),
  field: level("field", { ...fieldShape, fields: null }, fieldFidesMeta.shape),
};

function level(name: string, beside: object, inside: object): Level {
  return { name, beside: [...Object.keys(beside), "fidesops_meta"], inside: Object.keys(inside) };
}

/** The other resources that may share a Fides file; they are no part of a dataset. */
const families = [
  "system",
  "policy",
  "organization",
  "data_use",
  "data_subject",
  "data_category",
  "saas_config",
];

/** What Fides reads of a namespace, whatever the kind of database. */
const namespaceKeys = [
  "connection_type",
  "database_name",
  "database_instance_name",
  "schema",
  "project_id",
  "dataset_id",
];

/** On an object these belong on its members: Fides drops them when a field has nested fields. */
const leafOnly = [
  "identity",
  "references",
  "primary_key",
  "length",
  "read_only",
  "custom_request_field",
  "masking_strategy_override",
];

/** Every key of a file that has no effect, in the order of the file. */
export function listIgnored(file: Mapping): Ignored[] {
  const ignored: Ignored[] = [];
  for (const key of Object.keys(file)) {
    if (key === "dataset") continue;
    const says = families.includes(key)
      ? `"${key}" is another kind of Fides resource and was left out; only datasets are imported`
      : `"${key}" is not known at the top of a dataset file and has no effect`;
    ignored.push({ path: [key], says });
  }
  each(file.dataset, ["dataset"], (dataset, path) => {
    atLevel(ignored, levels.dataset, dataset, path);
    each(dataset.collections, [...path, "collections"], (collection, collectionPath) => {
      atLevel(ignored, levels.collection, collection, collectionPath);
      fieldsOf(ignored, collection, collectionPath);
    });
  });
  return ignored;
}

function fieldsOf(ignored: Ignored[], parent: Mapping, path: YamlPath): void {
  each(parent.fields, [...path, "fields"], (field, fieldPath) => {
    atLevel(ignored, levels.field, field, fieldPath);
    if (Array.isArray(field.fields) && field.fields.length > 0) {
      const [name, meta] = metaOf(field);
      for (const key of leafOnly.filter((leaf) => meta[leaf] != null)) {
        const says = `"${key}" has no effect on a field with nested fields; put it on the nested fields it is meant for`;
        ignored.push({ path: [...fieldPath, name, key], says });
      }
    }
    fieldsOf(ignored, field, fieldPath);
  });
}

function atLevel(ignored: Ignored[], { name, beside, inside }: Level, entry: Mapping, path: YamlPath): void {
  for (const key of Object.keys(entry).filter((key) => !beside.includes(key))) {
    const says = inside.includes(key)
      ? `"${key}" has no effect beside fides_meta; it belongs inside`
      : `"${key}" is not known on a ${name} and has no effect`;
    ignored.push({ path: [...path, key], says });
  }
  if (entry.fides_meta != null && entry.fidesops_meta != null) {
    ignored.push({
      path: [...path, "fidesops_meta"],
      says: "fidesops_meta has no effect, because fides_meta stands beside it",
    });
  }
  const [metaName, meta] = metaOf(entry);
  for (const key of Object.keys(meta).filter((key) => !inside.includes(key))) {
    ignored.push({ path: [...path, metaName, key], says: insideSays(key, name, beside) });
  }
  if (name === "dataset") {
    for (const key of Object.keys(asMapping(meta.namespace)).filter((key) => !namespaceKeys.includes(key))) {
      ignored.push({
        path: [...path, metaName, "namespace", key],
        says: `"${key}" is not known in a namespace and has no effect`,
      });
    }
  }
}

function insideSays(key: string, level: string, beside: readonly string[]): string {
  if (level === "field" && key === "type")
    return '"type" has no effect; the type of a value is written as data_type';
  if (beside.includes(key)) return `"${key}" has no effect inside fides_meta; it belongs beside it`;
  return `"${key}" is not known in the fides_meta of a ${level} and has no effect`;
}

/** The meta that counts, and the name it stands under. */
function metaOf(entry: Mapping): [name: string, meta: Mapping] {
  return entry.fides_meta != null || entry.fidesops_meta == null
    ? ["fides_meta", asMapping(entry.fides_meta)]
    : ["fidesops_meta", asMapping(entry.fidesops_meta)];
}

function each(list: unknown, path: YamlPath, visit: (entry: Mapping, path: YamlPath) => void): void {
  if (Array.isArray(list)) list.forEach((entry, index) => visit(asMapping(entry), [...path, index]));
}

function asMapping(value: unknown): Mapping {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Mapping) : {};
}
