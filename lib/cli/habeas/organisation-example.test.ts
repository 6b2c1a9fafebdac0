import { parse } from "yaml";
import { expect, test } from "vitest";
import { z } from "zod";
import { policySchema } from "#lib/organisations/policy.ts";
import { exampleFile } from "./organisation-example.ts";
import { readOrganisationFile } from "./organisation-file.ts";

type Kind = { path: string; schema: z.ZodObject; values: object[] };

/** Every kind of object that a schema knows, with all values of it; a kind that stands in two places is one. */
function kindsIn(
  schema: z.core.$ZodType,
  values: readonly unknown[],
  path: string,
  kinds: Map<unknown, Kind>,
) {
  const given = values.filter((value) => value !== null && value !== undefined);
  if (schema instanceof z.ZodObject) {
    const kind = kinds.get(schema) ?? { path, schema, values: [] };
    const objects = given.filter((value) => typeof value === "object");
    kind.values.push(...objects);
    kinds.set(schema, kind);
    for (const [key, inside] of Object.entries(schema.shape as Record<string, z.core.$ZodType>)) {
      const shown = objects.map((one) => (one as Record<string, unknown>)[key]);
      kindsIn(inside, shown, path ? `${path}.${key}` : key, kinds);
    }
  } else if (schema instanceof z.ZodArray) kindsIn(schema.element, given.flat(), `${path}[]`, kinds);
  else if (schema instanceof z.ZodPipe) kindsIn(schema.in, given, path, kinds);
  else if (schema instanceof z.ZodUnion) for (const one of schema.options) kindsIn(one, given, path, kinds);
  else if (
    schema instanceof z.ZodOptional ||
    schema instanceof z.ZodNullable ||
    schema instanceof z.ZodDefault
  )
    kindsIn(schema.unwrap(), given, path, kinds);
  return kinds;
}

/** The fields of a policy that a file does not show, whether they may be left out or not. */
function missing(text: string): string[] {
  const { policy } = parse(text) as { policy: unknown };
  return [...kindsIn(policySchema, [policy], "", new Map()).values()].flatMap(({ path, schema, values }) =>
    Object.keys(schema.shape)
      .filter((key) => !values.some((value) => key in value))
      .map((key) => (path ? `${path}.${key}` : key)),
  );
}

test("the example is a file that can be added", () => {
  expect(readOrganisationFile(exampleFile())).toMatchObject({ ok: true, slug: "harbour-books" });
});

test("it shows every field a policy may have", () => {
  expect(missing(exampleFile())).toEqual([]);
});

test.each([
  ["a field of its own", /^ {2}imprint: .*\n/m, "imprint"],
  ["one that may be left out", /^ +dealing: .*\n/gm, "register[].recipients[].dealing"],
  ["one of a kind that stands in two places", /^ +latestBy: .*\n/m, "proof.locator.latestBy"],
  ["a list with all that is in it", /^ +recipients:\n[^]*?(?=^ +origin)/m, "register[].recipients[].name"],
])("%s is missed when it is taken out", (_what, pattern, field) => {
  expect(missing(exampleFile().replace(pattern, ""))).toContain(field);
});
