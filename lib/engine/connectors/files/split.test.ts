import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Splitter, type Shape } from "./split.ts";

/** Splits a text that arrives in chunks of a size; gives the pieces as text, null for one that is too large. */
function split(
  shape: Shape,
  text: string,
  chunkBytes: number,
  mostBytes = 1_000,
): { pieces: (string | null)[]; ends: number[]; isOver: boolean } {
  const bytes = Buffer.from(text);
  const splitter = new Splitter(shape, 0, mostBytes);
  const found = [];
  for (let start = 0; start < bytes.length; start += chunkBytes)
    found.push(...splitter.push(bytes.subarray(start, start + chunkBytes)));
  found.push(...splitter.finish());
  return {
    pieces: found.map((piece) => piece.bytes?.toString() ?? null),
    ends: found.map((piece) => piece.end),
    isOver: splitter.isOver,
  };
}

describe.each([1, 2, 3, 7, 1_000])("in chunks of %i bytes", (chunkBytes) => {
  test.each<[what: string, shape: Shape, text: string, pieces: string[], isOver: boolean]>([
    [
      "elements of an array",
      "array",
      ' {"a":1} , {"a":"]},{[\\"x"},\n[1,[2]], 17 ,"s, ]",null]',
      ['{"a":1}', '{"a":"]},{[\\"x"}', "[1,[2]]", "17", '"s, ]"', "null"],
      true,
    ],
    ["an empty array", "array", " ] ", [], true],
    ["what follows an array is no record", "array", '{"a":1}] {"b":2}', ['{"a":1}'], true],
    ["an array that is cut off", "array", '{"a":1},{"b":', ['{"a":1}', '{"b":'], false],
    ["a number just before the end", "array", "1]", ["1"], true],
    ["lines", "lines", '{"a":1}\n\n  \n{"b":2}\r\n{"c":', ['{"a":1}', '{"b":2}\r', '{"c":'], false],
    [
      "a damaged line does not swallow the next",
      "lines",
      '{"a":"1\n{"b":2}\n',
      ['{"a":"1', '{"b":2}'],
      false,
    ],
    [
      "values one after another",
      "values",
      '{"a":{"b":[]}}{"c":1}\n\n[2] "x" 3 ',
      ['{"a":{"b":[]}}', '{"c":1}', "[2]", '"x"', "3"],
      false,
    ],
    [
      "escapes before a quotation mark",
      "values",
      '{"a":"\\\\"}{"b":"\\\\\\""}',
      ['{"a":"\\\\"}', '{"b":"\\\\\\""}'],
      false,
    ],
    ["nothing", "values", " \n ", [], false],
  ])("%s", (_, shape, text, pieces, isOver) => {
    expect(split(shape, text, chunkBytes)).toMatchObject({ pieces, isOver });
  });
});

test("a record that is too large is passed over without being kept, and the next one comes", () => {
  expect(split("array", `{"a":"${"x".repeat(60)}"},{"b":2}]`, 5, 50).pieces).toEqual([null, '{"b":2}']);
});

test("reading can begin again at the end of any record", () => {
  const text = '{"a":1}, 2 ,{"b":"]"},[3]]';
  const { pieces, ends } = split("array", text, 4);
  for (const [index, end] of ends.entries()) {
    expect(split("array", text.slice(end), 3).pieces).toEqual(pieces.slice(index + 1));
  }
});

test("any JSON values come back as they were, however they are written and cut", () => {
  fc.assert(
    fc.property(
      fc.array(fc.jsonValue()),
      fc.integer({ min: 1, max: 40 }),
      fc.constantFrom(0, 2),
      (values, chunkBytes, indent) => {
        const written = JSON.stringify(values, null, indent).trimStart().slice(1);
        const { pieces } = split("array", written, chunkBytes, 1_000_000);
        expect(pieces.map((piece) => JSON.parse(piece ?? ""))).toEqual(JSON.parse(JSON.stringify(values)));
        const lines = split(
          "lines",
          values.map((value) => JSON.stringify(value)).join("\n"),
          chunkBytes,
          1_000_000,
        );
        expect(lines.pieces.map((piece) => JSON.parse(piece ?? ""))).toEqual(
          JSON.parse(JSON.stringify(values)),
        );
      },
    ),
  );
});
