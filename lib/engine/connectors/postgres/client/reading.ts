import { shownFields } from "../../ask.ts";
import type { Ask } from "../../connector.ts";
import type { Fragment } from "../../fragment.ts";
import { afterClause, atClause, orderClause, type OrderTerm, type Place } from "../../keyset.ts";
import type { Question } from "../../questions.ts";
import { orderTerms, questionCondition, quoted, quotedRelation, rowJson, type Relation } from "../map.ts";

/** Larger records are read one by one, so that a page of them is never in memory at once. */
const inlineBytes = 65_536;

/** How the rows of one collection are asked for: statements only, nothing is run here. */
export type Reading = {
  relation: Relation;
  /** Whether every row has a place by which it alone can be read again. */
  isPlaced: boolean;
  /** Columns: JSON (null when too large for a page), its size, then the place. */
  rows(question: Question, after: Place | null): Fragment;
  /** Columns: the place. */
  places(question: Question, after: Place | null, limit: number): Fragment;
  /** Columns: JSON (null when too large), its size. */
  row(at: Place): Fragment;
  /** Size and first bytes of the file in a column. */
  fileHead(column: string, at: Place, headBytes: number): Fragment;
  filePiece(column: string, at: Place, start: number, pieceBytes: number): Fragment;
  count(question: Question): Fragment;
  /** The key that names a row. */
  keyOf(place: Place): string;
};

export function toReading(relation: Relation, ask: Ask, recordBytes: number): Reading {
  const json = `cross join lateral (select ${rowJson(shownFields(ask))} as j offset 0) x`;
  const from = `from ${quotedRelation(relation)} t`;
  const terms = orderTerms(relation, ask.orderBy ?? ask.collection.habeas.orderBy);
  const isPlaced = relation.key.length > 0 || relation.hasPlace;
  const unique = isPlaced ? uniqueTerms(relation, terms) : [];
  const where = (question: Question, after: Place | null): Fragment => {
    const condition = questionCondition(relation, question);
    const further = after && "terms" in after ? [" and ", ...afterClause(terms, after.terms)] : [];
    return [" where ", ...condition, ...further];
  };
  const order: Fragment = isPlaced
    ? orderClause(terms)
    : [...orderClause(terms), terms.length > 0 ? ", x.j" : "x.j"];
  const placeColumns = isPlaced ? terms.map((term) => `, ${term.column}::text`).join("") : "";
  const largest = isPlaced ? Math.min(inlineBytes, recordBytes) : recordBytes;
  const at = (place: Place): Fragment => [
    " where ",
    ...atClause(
      unique.map(({ term }) => term),
      "terms" in place ? unique.map(({ index }) => place.terms[index] ?? null) : [],
    ),
  ];
  const bytes = (column: string): string => {
    const isBytes = relation.columns.some(
      ({ name, type, isArray }) => name === column && type === "bytea" && !isArray,
    );
    return isBytes ? `t.${quoted(column)}` : `convert_to(t.${quoted(column)}::text, 'UTF8')`;
  };
  return {
    relation,
    isPlaced,
    rows: (question, after) => [
      `select case when octet_length(x.j) <= ${largest} then x.j end, octet_length(x.j)${placeColumns} ${from} ${json}`,
      ...where(question, after),
      " order by ",
      ...order,
      ...(after && "offset" in after ? [` offset ${Number(after.offset)}`] : []),
    ],
    places: (question, after, limit) => [
      `select ${placeColumns.slice(2)} ${from}`,
      ...where(question, after),
      " order by ",
      ...order,
      ` limit ${Number(limit)}`,
    ],
    row: (place) => [
      `select case when octet_length(x.j) <= ${recordBytes} then x.j end, octet_length(x.j) ${from} ${json}`,
      ...at(place),
    ],
    fileHead: (column, place, headBytes) => [
      `select octet_length(f.c), substring(f.c from 1 for ${headBytes}) ${from} cross join lateral (select ${bytes(column)} as c) f`,
      ...at(place),
    ],
    filePiece: (column, place, start, pieceBytes) => [
      `select substring(f.c from ${start + 1} for ${pieceBytes}) ${from} cross join lateral (select ${bytes(column)} as c) f`,
      ...at(place),
    ],
    count: (question) => [`select count(*) ${from}`, ...where(question, null)],
    keyOf: (place) =>
      JSON.stringify(
        "terms" in place ? unique.map(({ index }) => place.terms[index]) : [String(place.offset)],
      ),
  };
}

/** The terms that make a row the only one, in the order of its key, and where they stand in the order of reading. */
function uniqueTerms(relation: Relation, terms: readonly OrderTerm[]): { term: OrderTerm; index: number }[] {
  const own =
    relation.key.length > 0 ? relation.key.map((name) => `t.${quoted(name)}`) : ["t.tableoid", "t.ctid"];
  return own.map((column) => {
    const index = terms.findIndex((term) => term.column === column);
    return { term: terms[index] as OrderTerm, index };
  });
}
