import type { Key } from "#lib/engine/datasets/keys.ts";
import { exactNumber } from "#lib/engine/datasets/numbers.ts";
import type { Json } from "#lib/engine/datasets/values.ts";
import type { OrderBy } from "#lib/engine/datasets/vocabulary.ts";
import { bind, joined, type Fragment } from "../fragment.ts";
import type { OrderTerm } from "../keyset.ts";
import type { Question } from "../questions.ts";
import { matching, type Affinity } from "./match.ts";

export type Column = { name: string; affinity: Affinity; isNullable: boolean };

/** A table or view as the file itself describes it. */
export type Relation = {
  name: string;
  columns: Column[];
  /** Columns by which a row can be found again: the row id, or the primary key of a table without; empty for a view. */
  key: string[];
  isView: boolean;
};

/** A name as SQL takes it literally. */
export function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

/** What SQLite holds in a cell. */
export type Cell = null | bigint | number | string | Uint8Array;

/** A cell as JSON: whole numbers as digits where no double holds them, infinities as text, bytes in base64. */
export function toJson(cell: Cell): Json {
  if (typeof cell === "bigint") return exactNumber(String(cell));
  if (typeof cell === "number") return Number.isFinite(cell) ? cell : cell > 0 ? "Infinity" : "-Infinity";
  return cell instanceof Uint8Array ? Buffer.from(cell).toString("base64") : cell;
}

/** A cell as text that says its kind, for cursors; null for NULL. */
export function toPlace(cell: Cell): string | null {
  if (cell === null) return null;
  if (typeof cell === "bigint") return `i${cell}`;
  if (typeof cell === "number") return `r${cell}`;
  return typeof cell === "string" ? `t${cell}` : `b${Buffer.from(cell).toString("base64")}`;
}

/** The inverse of `toPlace`. */
export function fromPlace(place: string): Cell {
  const text = place.slice(1);
  switch (place[0]) {
    case "i":
      return BigInt(text);
    case "r":
      return Number(text);
    case "b":
      return Buffer.from(text, "base64");
    default:
      return text;
  }
}

/** The condition that a row holds any of a key's values, and how many of these no row could hold. */
export function keyCondition(
  relation: Relation,
  key: Key,
  isStructured: boolean,
): { where: Fragment; unfit: number } {
  const column = relation.columns.find(({ name }) => name === key.path[0]);
  if (!column) throw new Error(`no column of that name in ${relation.name}`);
  const named = `t.${quoted(column.name)}`;
  if (key.path.length === 1 && !isStructured) {
    const { json, unfit } = matching(key.values, column.affinity);
    return { where: [`${named} in (select value from json_each(`, bind(json), "))"], unfit };
  }
  const { json, unfit } = matching(key.values, "none");
  // Text that holds JSON: step down member by member, and through lists wherever they stand.
  const whole = `case when json_valid(${named}) then case json_type(${named}) when 'array' then ${named} else json_array(json(${named})) end else json_array(${named}) end`;
  const steps: Fragment[] = key.path.slice(1).map((name, level) => {
    const at = bind(`$.${JSON.stringify(name)}`);
    const inner = `e${level}.value`;
    return [
      `json_each(case when e${level}.type <> 'object' then '[]' when json_type(${inner}, `,
      at,
      `) = 'array' then json_extract(${inner}, `,
      at,
      `) else json_array(json_extract(${inner}, `,
      at,
      `)) end) e${level + 1}`,
    ];
  });
  const sources = joined([[`json_each(${whole}) e0`], ...steps], ", ");
  const last = `e${steps.length}.value`;
  return {
    where: [
      "exists (select 1 from ",
      ...sources,
      ` where ${last} in (select value from json_each(`,
      bind(json),
      ")))",
    ],
    unfit,
  };
}

/** The condition of one question. NULL is no answer, so what is left out must be known to match. */
export function questionCondition(
  relation: Relation,
  { any, none }: Question,
  isStructured: (name: string) => boolean,
): Fragment {
  const conditions = (keys: readonly Key[]) =>
    joined(
      keys.map((key) => keyCondition(relation, key, isStructured(key.path[0] as string)).where),
      " or ",
    );
  const wanted: Fragment = ["(", ...conditions(any), ")"];
  return none.length > 0 ? [...wanted, " and (", ...conditions(none), ") is not true"] : wanted;
}

/** The order rows are read in: the columns asked for, then what tells rows apart; of a view, all its columns. */
export function orderTerms(relation: Relation, orderBy: readonly OrderBy[]): OrderTerm[] {
  const last = relation.isView ? relation.columns.map(({ name }) => name) : relation.key;
  const asked = orderBy.map(({ field, direction }) => toTerm(relation, field, direction));
  return [
    ...asked,
    ...last
      .filter((name) => !orderBy.some(({ field }) => field === name))
      .map((name) => toTerm(relation, name, "asc")),
  ];
}

function toTerm(relation: Relation, name: string, direction: "asc" | "desc"): OrderTerm {
  const isNullable = relation.columns.find((column) => column.name === name)?.isNullable ?? false;
  return { column: `t.${quoted(name)}`, direction, isNullable, bound: (place) => [bind(fromPlace(place))] };
}

/** The size of a row in bytes, as an expression that is not nested as deep as the table is wide. */
export function sizeOf(columns: readonly string[]): string {
  const sizes = columns.map((name) => `coalesce(octet_length(t.${quoted(name)}), 0)`);
  const groups = Array.from({ length: Math.ceil(sizes.length / 100) }, (_, index) =>
    sizes.slice(index * 100, index * 100 + 100),
  );
  return groups.length > 0 ? groups.map((group) => `(${group.join(" + ")})`).join(" + ") : "0";
}
