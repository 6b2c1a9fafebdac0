import { inspect } from "node:util";
import { eq, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { cases, organisation } from "#db/schema/index.ts";
import { testInstallation } from "#db/testing/installation.ts";
import { newId } from "#lib/ids.ts";
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
  expect(error?.cause).toMatchObject({ name: "PostgresError", code: "22P02", routine: "string_to_uuid" });
  expect(inspect(error, { showHidden: true, depth: 9 })).not.toContain("maya@mail.example");
});

test("what Postgres quotes of a row is forgotten, the name of the rule stays", async () => {
  const error = await database()
    .execute(sql`insert into ${organisation} (id, slug) values (${newId()}::uuid, 'Maya Santos')`)
    .then(
      () => null,
      (thrown: Error) => thrown,
    );
  expect(error?.cause).toMatchObject({ code: "23502", table_name: "organisation" });
  expect(inspect(error?.cause, { showHidden: true, depth: 9 })).not.toContain("Maya Santos");
});
