import { expect, test } from "vitest";
import { z } from "zod";
import { errorsOf } from "./errors-of.ts";

const schema = z
  .object({
    rights: z.union([z.string(), z.array(z.string().max(3))], { error: "rights.missing" }),
    name: z.string().min(1, "name.missing").regex(/^\S/, "name.space"),
    list: z.array(z.object({ day: z.string() })).optional(),
  })
  .refine((values) => values.name !== "both", { error: "Somebody changed this" });

function errors(values: unknown, messages?: Record<string, string>) {
  const parsed = schema.safeParse(values);
  return parsed.success ? {} : errorsOf(parsed.error.issues, messages);
}

test("each field gives its first sentence, by its key where there is one", () => {
  expect(errors({ name: "" }, { "name.missing": "Enter your name" })).toEqual({
    rights: "rights.missing",
    name: "Enter your name",
  });
});

test("what lies deeper goes by the field it lies in, and the rest by the form", () => {
  expect(Object.keys(errors({ rights: "a", name: "x", list: [{ day: 1 }] }))).toEqual(["list"]);
  expect(errors({ rights: "a", name: "both" })).toEqual({ form: "Somebody changed this" });
  expect(errors({ rights: ["a"], name: "x" })).toEqual({});
});
