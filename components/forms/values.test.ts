import { expect, test } from "vitest";
import { allOf, oneOf, valuesOf } from "./values.ts";

test("one value is a text, several of a name a list; files and React's own fields are left out", () => {
  const form = new FormData();
  form.append("rights", "access");
  form.append("rights", "erasure");
  form.append("name", "Nørah");
  form.append("empty", "");
  form.append("paper", new File(["x"], "x.pdf"));
  form.append("$ACTION_REF_1", "");
  form.append("$ACTION_1:0", "{}");
  expect(valuesOf(form)).toEqual({ rights: ["access", "erasure"], name: "Nørah", empty: "" });
});

test.each([
  [undefined, "", []],
  ["a", "a", ["a"]],
  [["a", "b"], "a", ["a", "b"]],
])("%j read as one and as all", (value, one, all) => {
  expect(oneOf(value)).toBe(one);
  expect(allOf(value)).toEqual(all);
});
