import { z } from "zod";
import { collectionMetaSchema, fieldMetaSchema } from "./meta.ts";
import { partitioningSchema } from "./partitioning.ts";
import { baseTypes, type DataType } from "./vocabulary.ts";

/**
 * The Fides dataset vocabulary as it may stand in a file (fideslang 3.1: `DatasetMetadata`, `CollectionMeta`, `FidesMeta`).
 * Unknown keys are dropped here and listed by `ignored.ts`; nulls count as absent, as they do there.
 */

const text = z.string({
  error: (issue) => (issue.input === undefined ? "is missing" : "must be text; put it in quotes"),
});
const name = text.min(1, "is empty");
const texts = z.array(text, "must be a list").nullish();
const mapping = z.record(z.string(), z.unknown(), "must be a mapping");

const fidesKey = text.regex(/^[a-zA-Z0-9_.<>-]+$/, "may only hold letters, digits and the signs _ . < > -");
const collectionKey = text.regex(/^[^.]+\.[^.]+$/, "must be written as dataset.collection");

/** What Fides takes for true and false: YAML 1.1 words and 0 and 1 too. */
const spoken: Record<string, boolean> = {
  true: true,
  yes: true,
  on: true,
  t: true,
  y: true,
  "1": true,
  false: false,
  no: false,
  off: false,
  f: false,
  n: false,
  "0": false,
};
const flag = z.preprocess(
  (value) =>
    typeof value === "string" || typeof value === "number"
      ? (spoken[String(value).toLowerCase()] ?? value)
      : value,
  z.boolean("must be true or false").nullish(),
);

const redact = z.literal("name", "can only be: name").nullish();

export const dataTypeSchema = text.transform((written, context): DataType => {
  const isArray = written.endsWith("[]");
  const base = baseTypes.find((known) => known === (isArray ? written.slice(0, -2) : written));
  if (base) return { base, isArray };
  context.addIssue({
    code: "custom",
    message: `"${written}" is no data type. Known are ${baseTypes.join(", ")}, each also with [].`,
  });
  return z.NEVER;
});

/** Strategies that would need a secret per request cannot be set on a field. */
const secretStrategies = ["hash", "hmac", "aes_encrypt"];

const fieldOverride = z.object({
  strategy: name.refine(
    (strategy) => !secretStrategies.includes(strategy),
    "needs a secret and cannot be set on a field",
  ),
  configuration: mapping.nullish(),
});

export const referenceSchema = z.object({
  dataset: fidesKey,
  field: text.regex(/^[^.]+(\.[^.]+)+$/, "must be written as collection.field"),
  direction: z.enum(["from", "to"], "must be from or to, or absent").nullish(),
});

export const fieldFidesMeta = z.object({
  identity: name.nullish(),
  references: z.array(referenceSchema, "must be a list").nullish(),
  primary_key: flag,
  data_type: dataTypeSchema.nullish(),
  length: z.preprocess(
    (value) => (typeof value === "string" && /^\d+$/.test(value) ? Number(value) : value),
    z.int("must be a whole number").positive("must be more than 0").nullish(),
  ),
  return_all_elements: flag,
  read_only: flag,
  custom_request_field: name.nullish(),
  masking_strategy_override: fieldOverride.nullish(),
  redact,
});

export const collectionFidesMeta = z.object({
  after: z.array(collectionKey, "must be a list").nullish(),
  erase_after: z.array(collectionKey, "must be a list").nullish(),
  skip_processing: flag,
  masking_strategy_override: z.object({ strategy: z.literal("delete", "can only be: delete") }).nullish(),
  partitioning: partitioningSchema.nullish(),
  redact,
});

export const datasetFidesMeta = z.object({
  after: z.array(fidesKey, "must be a list").nullish(),
  namespace: mapping.nullish(),
  redact,
  resource_id: text.nullish(),
});

/** `fidesops_meta` is the old name of `fides_meta`; where both stand, the new one counts. */
export function withLegacyMeta(raw: unknown): unknown {
  if (typeof raw !== "object" || raw === null || Array.isArray(raw)) return raw;
  const { fides_meta: current, fidesops_meta: legacy } = raw as Record<string, unknown>;
  return { ...raw, fides_meta: current ?? legacy };
}

export const fieldShape = {
  name,
  description: text.nullish(),
  data_categories: texts,
  fides_meta: fieldFidesMeta.nullish(),
  habeas_meta: fieldMetaSchema.nullish(),
};

export type RawField = z.infer<z.ZodObject<typeof fieldShape>> & { fields?: RawField[] | null };

export const fieldSchema: z.ZodType<RawField> = z.preprocess(
  withLegacyMeta,
  z.object(
    {
      ...fieldShape,
      fields: z
        .array(
          z.lazy(() => fieldSchema),
          "must be a list",
        )
        .nullish(),
    },
    "must be a mapping with a name",
  ),
);

export const collectionShape = {
  name,
  description: text.nullish(),
  data_categories: texts,
  fides_meta: collectionFidesMeta.nullish(),
  habeas_meta: collectionMetaSchema.nullish(),
  fields: z.array(fieldSchema, "must be a list of fields"),
};

const collectionSchema = z.preprocess(
  withLegacyMeta,
  z.object(collectionShape, "must be a mapping with a name and fields"),
);

export const datasetShape = {
  fides_key: fidesKey,
  organization_fides_key: fidesKey.nullish(),
  name: text.nullish(),
  description: text.nullish(),
  tags: texts,
  meta: mapping.nullish(),
  data_categories: texts,
  fides_meta: datasetFidesMeta.nullish(),
  collections: z.array(collectionSchema, "must be a list of collections"),
};

export const datasetSchema = z.preprocess(
  withLegacyMeta,
  z.object(datasetShape, "must be a mapping with a fides_key and collections"),
);

export type RawDataset = z.infer<typeof datasetSchema>;
export type RawCollection = RawDataset["collections"][number];
