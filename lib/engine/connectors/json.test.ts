import fc from "fast-check";
import { expect, test } from "vitest";
import { parseExactJson } from "./json.ts";

test.each<[text: string, value: unknown]>([
  ["9007199254740991", 9007199254740991],
  ["9007199254740993", "9007199254740993"],
  ["-9007199254740993", "-9007199254740993"],
  ["9007199254740992", 9007199254740992],
  ["0.1", 0.1],
  ["1.10", 1.1],
  ["0.12345678901234567", "0.12345678901234567"],
  ["12345678901234567890.1234567890", "12345678901234567890.1234567890"],
  ["1e400", "1e400"],
  ["1e3", 1000],
  ["1E-7", 1e-7],
  ["123456789012345678901234567890000", "123456789012345678901234567890000"],
  ["100000000000000000000", 100000000000000000000],
  ['"9007199254740993"', "9007199254740993"],
  ['{"a":[{"b":12345678901234567890}]}', { a: [{ b: "12345678901234567890" }] }],
])("%s", (text, value) => {
  expect(parseExactJson(text)).toEqual(value);
});

test("a member named __proto__ is a member", () => {
  const value = parseExactJson('{"__proto__": {"a": 1e2}, "b": 12345678901234567890}') as object;
  expect(Object.keys(value)).toEqual(["__proto__", "b"]);
  expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
});

test("what is nested without end is refused before it exhausts the stack; brackets in texts do not count", () => {
  expect(() => parseExactJson("[".repeat(201) + "]".repeat(201))).toThrow(/levels/);
  expect(() => parseExactJson('{"a":'.repeat(300_000))).toThrow(SyntaxError);
  expect(parseExactJson("[".repeat(200) + "]".repeat(200))).toBeTruthy();
  expect(parseExactJson(JSON.stringify(`\\"${"[".repeat(500)}`))).toBe(`\\"${"[".repeat(500)}`);
  expect(parseExactJson(`[${Array.from({ length: 500 }, () => "[]").join(",")}]`)).toHaveLength(500);
});

test("every JSON value that doubles can hold comes back as it is", () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect(parseExactJson(JSON.stringify(value))).toEqual(JSON.parse(JSON.stringify(value)));
    }),
  );
});

test("every decimal comes back with the value it was written with", () => {
  const digits = fc.stringMatching(/^-?(0|[1-9]\d{0,25})(\.\d{1,25})?$/);
  fc.assert(
    fc.property(digits, (text) => {
      const value = parseExactJson(text);
      const plain = (one: string) =>
        one
          .replace(/^(-?)0+(?=\d)/, "$1")
          .replace(/(\.\d*?)0+$/, "$1")
          .replace(/\.$/, "")
          .replace(/^-0$/, "0");
      if (typeof value === "string") expect(value).toBe(text);
      else if (typeof value === "number" && Math.abs(value) < 1e21 && Math.abs(value) > 1e-6)
        expect(plain(String(value))).toBe(plain(text));
    }),
  );
});
