import { joined, type Fragment } from "./fragment.ts";

/** One column of the order in which a collection is read. */
export type OrderTerm = {
  /** The quoted column. */
  column: string;
  direction: "asc" | "desc";
  isNullable: boolean;
  /** A cursor's value as this column's type. */
  bound(value: string): Fragment;
};

/**
 * Where a row stands: the values of the order's terms as text, or, in a view without a key, how many rows came before it
 * (that one included).
 */
export type Place = { terms: (string | null)[] } | { offset: number };

/** What a page's cursor says: which question was being asked, and the row it had come to. */
export type Cursor = { question: number; place: Place | null };

/** `order by` with nulls last whatever the direction, so that every row has its place. */
export function orderClause(terms: readonly OrderTerm[]): Fragment {
  return [
    terms.map((term) => `${term.column} ${term.direction}${term.isNullable ? " nulls last" : ""}`).join(", "),
  ];
}

/**
 * The condition that a row stands after a place in that order. Terms end in a unique key, so no row is missed or doubled.
 * @param place the terms' values as text, null for NULL
 */
export function afterClause(terms: readonly OrderTerm[], place: readonly (string | null)[]): Fragment {
  if (terms.length > 1 && terms.every((term) => !term.isNullable && term.direction === "asc")) {
    // Row comparison is what an index over several columns can follow.
    const values = terms.map((term, index) => term.bound(place[index] ?? ""));
    return [`(${terms.map((term) => term.column).join(", ")}) > (`, ...joined(values, ", "), ")"];
  }
  const ways = terms.flatMap((term, index) => {
    const beyond = beyondClause(term, place[index] ?? null);
    if (!beyond) return [];
    const same = terms.slice(0, index).map((earlier, at) => sameClause(earlier, place[at] ?? null));
    return [["(", ...joined([...same, beyond], " and "), ")"]];
  });
  return ["(", ...joined(ways, " or "), ")"];
}

function beyondClause(term: OrderTerm, value: string | null): Fragment | null {
  if (value === null) return null;
  const further: Fragment = [term.column, term.direction === "asc" ? " > " : " < ", ...term.bound(value)];
  return term.isNullable ? ["(", ...further, ` or ${term.column} is null)`] : further;
}

function sameClause(term: OrderTerm, value: string | null): Fragment {
  return value === null ? [`${term.column} is null`] : [term.column, " = ", ...term.bound(value)];
}

/** The condition that a row is the one at a place. */
export function atClause(terms: readonly OrderTerm[], place: readonly (string | null)[]): Fragment {
  return joined(
    terms.map((term, index) => sameClause(term, place[index] ?? null)),
    " and ",
  );
}
