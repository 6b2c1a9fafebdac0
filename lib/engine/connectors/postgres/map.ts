import type { Key } from "#lib/engine/datasets/keys.ts";
import type { Json, JsonRecord } from "#lib/engine/datasets/values.ts";
import type { OrderBy } from "#lib/engine/datasets/vocabulary.ts";
import { bind, joined, type Fragment } from "../fragment.ts";
import { parseExactJson } from "../json.ts";
import type { OrderTerm } from "../keyset.ts";
import type { Question } from "../questions.ts";
import { matching, type Column } from "./match.ts";

/** A table or view as the catalogue describes it. Nothing of a dataset is put into SQL that is not found here first. */
export type Relation = {
  oid: string;
  schema: string;
  name: string;
  columns: Column[];
  /** Columns of a unique key without NULLs, the primary one where there is one; empty for a table or view without. */
  key: string[];
  /** Whether rows have a place of their own (`ctid`), which stands in where there is no key. */
  hasPlace: boolean;
};

/** A name as SQL takes it literally. */
export function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

export function quotedRelation({ schema, name }: Pick<Relation, "schema" | "name">): string {
  return `${quoted(schema)}.${quoted(name)}`;
}

/** A list as Postgres writes arrays of text. */
export function arrayLiteral(texts: readonly string[]): string {
  return `{${texts.map((text) => `"${text.replaceAll("\\", "\\\\").replaceAll('"', '\\"')}"`).join(",")}}`;
}

const list = (texts: readonly string[]): { bind: unknown } => bind(arrayLiteral(texts));

/** The condition that a row holds any of a key's values, and how many of these no row could hold. */
export function keyCondition(relation: Relation, key: Key): { where: Fragment; unfit: number } {
  const column = columnOf(relation, key.path[0] as string);
  const named = `t.${quoted(column.name)}`;
  const inner = key.path.slice(1);
  if (inner.length > 0 || column.type === "json" || column.type === "jsonb") {
    // Lax mode steps into arrays by itself; the last step takes their elements, or a single value as one.
    const way = `$${inner.map((name) => `.${JSON.stringify(name)}`).join("")}[*]`;
    const { texts, unfit } = matching({ ...column, type: "text" }, key.values);
    const path = [
      `exists (select 1 from jsonb_path_query(to_jsonb(${named}), `,
      bind(way),
      "::text::jsonpath) v ",
    ];
    return { where: [...path, "where v #>> '{}' = any(", list(texts), "::text[]))"], unfit };
  }
  const { cast, texts, unfit } = matching(column, key.values);
  if (column.isArray) {
    return cast
      ? { where: [`${named} && `, list(texts), `::${cast}[]`], unfit }
      : { where: [`${named}::text[] && `, list(texts), "::text[]"], unfit };
  }
  return cast
    ? { where: [`${named} = any(`, list(texts), `::${cast}[])`], unfit }
    : { where: [`${named}::text = any(`, list(texts), "::text[])"], unfit };
}

/** The condition of one question. NULL is no answer, so what is left out must be known to match. */
export function questionCondition(relation: Relation, { any, none }: Question): Fragment {
  const conditions = (keys: readonly Key[]) =>
    joined(
      keys.map((key) => keyCondition(relation, key).where),
      " or ",
    );
  const wanted: Fragment = ["(", ...conditions(any), ")"];
  return none.length > 0 ? [...wanted, " and (", ...conditions(none), ") is not true"] : wanted;
}

/**
 * The order rows are read in: the columns asked for, then a unique key, else the row's place. A view has neither; its rows
 * are ordered by their own text, in which two that are alike may change places unseen.
 */
export function orderTerms(relation: Relation, orderBy: readonly OrderBy[]): OrderTerm[] {
  const asked = orderBy.map(({ field, direction }) => columnTerm(columnOf(relation, field), direction));
  const keys = relation.key.filter((name) => !orderBy.some(({ field }) => field === name));
  if (relation.key.length > 0)
    return [...asked, ...keys.map((name) => columnTerm(columnOf(relation, name), "asc"))];
  return relation.hasPlace ? [...asked, systemTerm("tableoid", "oid"), systemTerm("ctid", "tid")] : asked;
}

function columnTerm(column: Column, direction: "asc" | "desc"): OrderTerm {
  const type = `${column.cast}${column.isArray ? "[]" : ""}`;
  const isNullable = column.isNullable;
  return {
    column: `t.${quoted(column.name)}`,
    direction,
    isNullable,
    bound: (value) => [bind(value), `::text::${type}`],
  };
}

function systemTerm(name: string, type: string): OrderTerm {
  return {
    column: `t.${name}`,
    direction: "asc",
    isNullable: false,
    bound: (value) => [bind(value), `::text::${type}`],
  };
}

/** Finds a column by its exact name; the caller has made sure that it is there. */
export function columnOf(relation: Relation, name: string): Column {
  const column = relation.columns.find((one) => one.name === name);
  if (!column) throw new Error(`no column of that name in ${relation.name}`);
  return column;
}

/** The row as JSON text, made by the store itself: it knows its own types best. */
export function rowJson(columns: readonly string[]): string {
  const members = columns.map((name) => `t.${quoted(name)}`).join(", ");
  return `(select row_to_json(r)::text from (select ${members}) r)`;
}

/** The record behind a row's JSON: `Z` for the zone the session runs in, bytes as base64, all else as it came. */
export function toRecord(text: string, relation: Relation): JsonRecord {
  const record = parseExactJson(text) as JsonRecord;
  for (const { name, type } of relation.columns) {
    const spelling = spellings[type];
    const value = spelling && Object.hasOwn(record, name) ? record[name] : undefined;
    if (spelling && value !== undefined)
      Object.defineProperty(record, name, { value: each(value, spelling), enumerable: true });
  }
  return record;
}

const spellings: Record<string, (text: string) => string> = {
  timestamptz: (text) => text.replace(/\+00:00$/, "Z"),
  bytea: (text) => (text.startsWith("\\x") ? Buffer.from(text.slice(2), "hex").toString("base64") : text),
};

function each(value: Json, spelling: (text: string) => string): Json {
  if (Array.isArray(value)) return value.map((element) => each(element, spelling));
  return typeof value === "string" ? spelling(value) : value;
}
