import { DatabaseSync } from "node:sqlite";
import fc from "fast-check";
import { expect, test } from "vitest";
import { bind, render } from "./fragment.ts";
import { afterClause, atClause, orderClause, type OrderTerm } from "./keyset.ts";

const term = (name: string, direction: "asc" | "desc", isNullable: boolean): OrderTerm => ({
  column: name,
  direction,
  isNullable,
  bound: (value) => ["cast(", bind(value), " as integer)"],
});

test("columns without nulls in rising order are compared as a row, which an index can follow", () => {
  const { text } = render(
    afterClause([term("a", "asc", false), term("b", "asc", false)], ["1", "2"]),
    () => "?",
  );
  expect(text).toBe("(a, b) > (cast(? as integer), cast(? as integer))");
});

test("in any order, with ties and nulls, the rows after each place are exactly the rest", () => {
  const database = new DatabaseSync(":memory:");
  const cell = fc.option(fc.integer({ min: 0, max: 3 }), { freq: 3 });
  const direction = fc.constantFrom("asc" as const, "desc" as const);
  fc.assert(
    fc.property(
      fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 14 }),
      direction,
      direction,
      direction,
      (rows, one, two, three) => {
        database.exec(
          "drop table if exists t; create table t (id integer primary key, a integer, b integer)",
        );
        const insert = database.prepare("insert into t (a, b) values (?, ?)");
        for (const row of rows) insert.run(...row);
        const terms = [term("a", one, true), term("b", two, true), term("id", three, false)];
        const select = (where: string, values: unknown[]) =>
          database
            .prepare(
              `select id, a, b from t where ${where} order by ${render(orderClause(terms), () => "?").text}`,
            )
            .all(...(values as never[]));
        const whole = select("true", []);
        for (const [index, row] of whole.entries()) {
          const place = [row.a, row.b, row.id].map((value) => (value === null ? null : String(value)));
          const after = render(afterClause(terms, place), () => "?");
          expect(select(after.text, after.values)).toEqual(whole.slice(index + 1));
          const at = render(atClause(terms, place), () => "?");
          expect(select(at.text, at.values)).toEqual([row]);
        }
      },
    ),
    { numRuns: 60 },
  );
});
