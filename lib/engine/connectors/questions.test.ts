import fc from "fast-check";
import { expect, test } from "vitest";
import type { Key } from "#lib/engine/datasets/keys.ts";
import { questionsFor } from "./questions.ts";

const key = (name: string, ...values: number[]): Key => ({ path: [name], values });

test("few values are one question", () => {
  expect(questionsFor([key("a", 1, 2), key("b", 3)], 10, () => false)).toEqual([
    { any: [key("a", 1, 2), key("b", 3)], none: [] },
  ]);
  expect(questionsFor([], 10, () => true)).toEqual([]);
  expect(questionsFor([key("a")], 10, () => true)).toEqual([]);
});

test("many values are chunks; where a record could match two of them, later ones leave out what was asked before", () => {
  expect(questionsFor([key("a", 1, 2, 3)], 2, () => true)).toEqual([
    { any: [key("a", 1, 2)], none: [] },
    { any: [key("a", 3)], none: [] },
  ]);
  expect(questionsFor([key("a", 1, 2, 3), key("b", 4)], 2, () => true)).toEqual([
    { any: [key("a", 1, 2)], none: [] },
    { any: [key("a", 3), key("b", 4)], none: [key("a", 1, 2)] },
  ]);
});

test("every record that matches is found by exactly one question", () => {
  const values = fc.uniqueArray(fc.integer({ min: 0, max: 30 }), { maxLength: 12 });
  fc.assert(
    fc.property(values, values, fc.integer({ min: 1, max: 5 }), (a, b, chunk) => {
      const questions = questionsFor([key("a", ...a), key("b", ...b)], chunk, () => true);
      for (const record of [
        { a: a[0] ?? -1, b: b.at(-1) ?? -1 },
        { a: a.at(-1) ?? -1, b: -1 },
        { a: -1, b: -1 },
        { a: a[3] ?? -1, b: b[3] ?? -1 },
      ]) {
        const matches = (keys: Key[]) =>
          keys.some(({ path, values: list }) => list.includes(record[path[0] as "a" | "b"]));
        const asked = questions.filter(({ any, none }) => matches(any) && !matches(none));
        expect(asked).toHaveLength(a.includes(record.a) || b.includes(record.b) ? 1 : 0);
        for (const { any } of questions)
          expect(any.flatMap((one) => one.values).length).toBeLessThanOrEqual(chunk);
      }
    }),
  );
});
