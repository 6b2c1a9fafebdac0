import { inspect } from "node:util";
import { eq, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { cases } from "#db/schema/index.ts";
import { testInstallation } from "#db/testing/installation.ts";
import { database } from "./client.ts";

testInstallation();

test.each<[string, () => PromiseLike<unknown>]>([
  ["a query by the tables", () => database().select().from(cases).where(eq(cases.id, "maya@mail.example"))],
  ["a statement of one's own", () => database().execute(sql`select ${"maya@mail.example"}::uuid`)],
  [
    "a query in a transaction",
    () => database().transaction((tx) => tx.delete(cases).where(eq(cases.id, "maya@mail.example"))),
  ],
])("the error of %s tells its text and no value", async (_what, run) => {
  const error = await Promise.resolve()
    .then(run)
    .then(
      () => null,
      (thrown: Error) => thrown,
    );
  expect(error?.message).toContain("Failed query");
  expect(error?.message).toContain("$1");
  expect(inspect(Object.assign(error ?? {}, { cause: null }), { showHidden: true })).not.toContain(
    "maya@mail.example",
  );
});
