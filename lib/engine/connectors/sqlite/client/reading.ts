import { shownFields } from "../../ask.ts";
import type { Ask } from "../../connector.ts";
import type { Fragment } from "../../fragment.ts";
import { afterClause, atClause, orderClause, type OrderTerm, type Place } from "../../keyset.ts";
import { isStructured } from "../../open-text.ts";
import { questionsFor, type Question } from "../../questions.ts";
import {
  keyCondition,
  orderTerms,
  questionCondition,
  quoted,
  sizeOf,
  toPlace,
  type Cell,
  type Relation,
} from "../map.ts";

/** How the rows of one collection are asked for: statements only, nothing is run here. */
export type Reading = {
  ask: Ask;
  relation: Relation;
  /** Columns whose values are read, in the order of the cells. */
  columns: string[];
  recordBytes: number;
  questions: Question[];
  /** Cells: those of `columns`, the size of the row, then its place. */
  rows(question: Question, after: Place | null): Fragment;
  count(question: Question): Fragment;
  /** `select …` about the row at a place; only where rows have a key. */
  one(expressions: string, place: Place): Fragment;
  /** How many values of a key no row can hold. */
  unfit(key: Ask["keys"][number]): number;
  /** @param index of the row among those read since `before` */
  placeOf(row: readonly Cell[], before: Place | null, index: number): Place;
  keyOf(place: Place): string;
};

export function toReading(
  ask: Ask,
  relation: Relation,
  limits: { recordBytes: number; valuesPerQuestion: number },
): Reading {
  const { recordBytes } = limits;
  const columns = shownFields(ask);
  const terms = orderTerms(relation, ask.orderBy ?? ask.collection.habeas.orderBy);
  const unique = relation.isView
    ? []
    : relation.key.map((name) => terms.findIndex((term) => term.column === `t.${quoted(name)}`));
  const structured = new Set(ask.collection.fields.filter(isStructured).map(({ name }) => name));
  const from = `from ${quoted(relation.name)} t`;
  const where = (question: Question): Fragment => [
    " where ",
    ...questionCondition(relation, question, (name) => structured.has(name)),
  ];
  const cells = columns.map(
    (name) =>
      `case when octet_length(t.${quoted(name)}) > ${recordBytes} then null else t.${quoted(name)} end`,
  );
  const isWhole = (name: string) =>
    relation.columns.some((column) => column.name === name && column.affinity === "integer");
  const isSingle = ({ path }: Ask["keys"][number]) =>
    path.length === 1 && isWhole(path[0] as string) && !structured.has(path[0] as string);
  return {
    ask,
    relation,
    columns,
    recordBytes,
    questions: questionsFor(ask.keys, limits.valuesPerQuestion, isSingle),
    rows: (question, after) => [
      `select ${[...cells, sizeOf(columns), ...terms.map((term) => term.column)].join(", ")} ${from}`,
      ...where(question),
      ...(after && "terms" in after ? [" and ", ...afterClause(terms, after.terms)] : []),
      " order by ",
      ...orderClause(terms),
      ...(after && "offset" in after ? [` limit -1 offset ${Number(after.offset)}`] : []),
    ],
    count: (question) => [`select count(*) ${from}`, ...where(question)],
    one: (expressions, place) => [
      `select ${expressions} ${from} where `,
      ...atClause(
        unique.map((index) => terms[index] as OrderTerm),
        "terms" in place ? unique.map((index) => place.terms[index] ?? null) : [],
      ),
    ],
    unfit: (key) => keyCondition(relation, key, structured.has(key.path[0] as string)).unfit,
    placeOf: (row, before, index) =>
      relation.isView
        ? { offset: (before && "offset" in before ? before.offset : 0) + index + 1 }
        : { terms: row.slice(columns.length + 1).map(toPlace) },
    keyOf: (place) =>
      JSON.stringify(
        "terms" in place
          ? unique.map((index) => place.terms[index]?.slice(1) ?? null)
          : [String(place.offset)],
      ),
  };
}
