import type { Column } from "./columns.ts";
import type { AboutCategory, BundleCategory, BundleField } from "./input.ts";
import type { JsonType, Survey } from "./survey.ts";
import type { ReasonWords } from "./values.ts";

/** Simple types that a field of each kind may have even where none of these records shows it. */
const usual = {
  text: ["string"],
  number: ["number"],
  "yes-no": ["boolean"],
  date: ["string"],
  month: ["string"],
  instant: ["string"],
  money: ["number", "string"],
  code: ["string"],
  nested: ["object"],
} satisfies Record<BundleField["kind"], JsonType[]>;

const simple: readonly JsonType[] = ["null", "boolean", "number", "string", "array", "object"];

/**
 * The description beside a category's JSON file: JSON Schema 2020-12 for other programs, with what HTML and CSV were
 * made from under `x-habeas`, so that a checker can make them again.
 */
export function categorySchema(
  about: AboutCategory,
  category: BundleCategory,
  survey: Survey,
  columns: readonly Column[],
  reasons: ReasonWords,
): object {
  return {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    title: about.title,
    description: about.what,
    type: "array",
    minItems: survey.records,
    maxItems: survey.records,
    items: {
      type: "object",
      additionalProperties: false,
      required: category.fields.map((field) => field.name),
      properties: Object.fromEntries(
        category.fields.map((field) => [
          field.name,
          property(field, survey.types.get(field.name) ?? new Set()),
        ]),
      ),
    },
    $defs: {
      redacted: {
        description: "A value that is covered. `reason` is one of the codes under x-habeas.reasons.",
        type: "object",
        additionalProperties: false,
        required: ["redacted"],
        properties: {
          redacted: {
            type: "object",
            additionalProperties: false,
            required: ["reason"],
            properties: { reason: { enum: Object.keys(reasons) } },
          },
        },
      },
      redacted_text: {
        description: "A text with covered places, in reading order.",
        type: "object",
        additionalProperties: false,
        required: ["redacted_text"],
        properties: {
          redacted_text: {
            type: "array",
            items: { anyOf: [{ type: "string" }, { $ref: "#/$defs/redacted" }] },
          },
        },
      },
      file: {
        description: "A file beside this one.",
        type: "object",
        additionalProperties: false,
        required: ["file", "name"],
        properties: { file: { type: "string" }, name: { type: "string" } },
      },
    },
    "x-habeas": {
      columns: columns.map(({ header, path, label, field }) => ({ header, path, label, field })),
      reasons,
    },
  };
}

function property(field: BundleField, seen: ReadonlySet<JsonType>): object {
  const types = simple.filter(
    (type) => type === "null" || seen.has(type) || (usual[field.kind] as JsonType[]).includes(type),
  );
  const references = (["redacted", "redacted_text", "file"] as const).filter((name) => seen.has(name));
  const shape =
    references.length === 0
      ? { type: types }
      : { anyOf: [{ type: types }, ...references.map((name) => ({ $ref: `#/$defs/${name}` }))] };
  return {
    title: field.label,
    ...(field.explanation === undefined ? {} : { description: field.explanation }),
    ...shape,
    "x-kind": field.kind,
    ...(field.codes === undefined ? {} : { "x-codes": field.codes }),
    ...(field.currency === undefined
      ? {}
      : { "x-currency": field.currency, "x-unit": field.unit ?? "major" }),
  };
}
