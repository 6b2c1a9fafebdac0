import type { ToldGroup } from "./groups.ts";
import type { AboutCategory, BundleField, BundleGroup } from "./input.ts";
import type { GroupSurvey, JsonType } from "./survey.ts";
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
 * made from under `x-habeas`, so that a checker can make them again. `key` is the one that names a record's group.
 */
export function categorySchema(
  about: AboutCategory,
  key: string,
  groups: readonly { group: BundleGroup; survey: GroupSurvey; told: ToldGroup }[],
  reasons: ReasonWords,
): object {
  const records = groups.reduce((sum, { told }) => sum + told.count, 0);
  return {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    title: about.title,
    description: about.what,
    type: "array",
    minItems: records,
    maxItems: records,
    ...(groups.length === 0
      ? {}
      : { items: { anyOf: groups.map(({ group, survey }) => recordSchema(key, group, survey)) } }),
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
      key,
      groups: groups.map(({ told }) => told),
      reasons,
    },
  };
}

function recordSchema(key: string, group: BundleGroup, survey: GroupSurvey): object {
  return {
    title: group.title,
    ...(group.explanation === null ? {} : { description: group.explanation }),
    type: "object",
    additionalProperties: false,
    required: [key, ...group.fields.map(({ name }) => name)],
    properties: Object.fromEntries([
      [key, { const: group.id }],
      ...group.fields.map((field) => [
        field.name,
        property(field, survey.types.get(field.name) ?? new Set()),
      ]),
    ]),
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
