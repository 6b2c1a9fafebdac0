import type { Field } from "#lib/engine/datasets/vocabulary.ts";
import { castValue } from "#lib/engine/datasets/cast.ts";
import type { Json, JsonRecord } from "#lib/engine/datasets/values.ts";
import { parseExactJson } from "./json.ts";

/**
 * Stores without JSON of their own (SQLite, CSV, a text column) keep objects and lists as text. Where the dataset declares
 * one, the text is opened; what is no JSON stays as it is.
 */
export function toOpener(fields: readonly Field[]): (raw: JsonRecord) => JsonRecord {
  const names = fields.filter(isStructured).map(({ name }) => name);
  return (raw) => {
    const texts = names.filter((name) => typeof raw[name] === "string");
    if (texts.length === 0) return raw;
    const opened = texts.map((name) => [name, opening(raw[name] as string)] as const);
    return Object.fromEntries([...Object.entries(raw), ...opened]);
  };
}

export function isStructured(field: Field): boolean {
  return field.fields.length > 0 || field.dataType?.isArray === true || field.dataType?.base === "object";
}

function opening(text: string): Json {
  try {
    const value = parseExactJson(text);
    return typeof value === "object" && value !== null ? value : text;
  } catch {
    return text;
  }
}

/**
 * A cell of a store that knows only text, as its declared type where that loses nothing: `"42"` becomes 42 for an integer,
 * `"042"` stays what it is.
 */
export function typedCell(text: string, field: Field): Json {
  const { base, isArray } = field.dataType ?? { base: "string", isArray: false };
  if (isArray || (base !== "integer" && base !== "float" && base !== "boolean")) return text;
  if (base === "boolean") return /^(true|false)$/i.test(text) ? text.toLowerCase() === "true" : text;
  const cast = castValue(text, { base, isArray: false });
  return cast.ok && String(cast.value) === text ? cast.value : text;
}
