import { expect, test } from "vitest";
import { parseDatasets } from "#lib/engine/datasets/parse.ts";
import type { Field } from "#lib/engine/datasets/vocabulary.ts";
import { toOpener, typedCell } from "./open-text.ts";

function fieldFrom(written: object): Field {
  const parsed = parseDatasets(
    JSON.stringify({
      dataset: [{ fides_key: "d", collections: [{ name: "c", fields: [{ name: "x", ...written }] }] }],
    }),
  );
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.datasets[0]?.collections[0]?.fields[0] as Field;
}

test.each<[text: string, written: object, opened: unknown]>([
  ['{"a":1}', { fields: [{ name: "a" }] }, { a: 1 }],
  ["[1,2]", { fides_meta: { data_type: "integer[]" } }, [1, 2]],
  ['{"a":1}', { fides_meta: { data_type: "object" } }, { a: 1 }],
  ['{"a":1}', {}, '{"a":1}'],
  ['{"a":', { fields: [{ name: "a" }] }, '{"a":'],
  ["17", { fields: [{ name: "a" }] }, "17"],
  ["null", { fields: [{ name: "a" }] }, "null"],
  ['"x"', { fides_meta: { data_type: "string[]" } }, '"x"'],
])("%s as %j", (text, written, opened) => {
  expect(toOpener([fieldFrom(written)])({ x: text, y: "[1]" })).toEqual({ x: opened, y: "[1]" });
});

test.each<[text: string, type: string | null, value: unknown]>([
  ["42", "integer", 42],
  ["042", "integer", "042"],
  ["+42", "integer", "+42"],
  ["9007199254740993", "integer", "9007199254740993"],
  ["4.5", "integer", "4.5"],
  ["1.5", "float", 1.5],
  ["1.50", "float", "1.50"],
  ["1,5", "float", "1,5"],
  ["TRUE", "boolean", true],
  ["0", "boolean", "0"],
  ["", "integer", ""],
  ["", "boolean", ""],
  ["42", "string", "42"],
  ["42", null, "42"],
  ["[1]", "integer[]", "[1]"],
])("the cell %j as %s", (text, type, value) => {
  expect(typedCell(text, fieldFrom(type ? { fides_meta: { data_type: type } } : {}))).toEqual(value);
});
