import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { dark, light } from "./tokens.ts";

/** The portal's colours, as its stylesheet declares them: name, by day, by night. */
const portal = new Map(
  [
    ...readFileSync(join(import.meta.dirname, "../../../app/globals.css"), "utf8").matchAll(
      /^\s*--([\w-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\);/gim,
    ),
  ].map(([, name, day, night]) => [name ?? "", [day?.toLowerCase(), night?.toLowerCase()]]),
);

test.each(Object.keys(light) as (keyof typeof light)[])("the bundle's %s is the portal's", (name) => {
  expect([light[name].toLowerCase(), dark[name].toLowerCase()]).toEqual(portal.get(name));
});
