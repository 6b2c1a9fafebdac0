import { readFileSync } from "node:fs";
import { join } from "node:path";
import { eq, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { connect, database } from "#db/client.ts";
import { aCase, anOrganisation } from "#db/factories.ts";
import { cases } from "#db/schema/index.ts";
import { testInstallation } from "#db/testing/installation.ts";
import type { Delivery } from "#lib/cases/guards.ts";
import { loginIndex } from "#lib/cases/commands/open.ts";
import { newId } from "#lib/ids.ts";

/* What "on paper" meant before it had a word of its own, and how the migration that gave it one tells it apart. */

const installation = testInstallation();
const statements = readFileSync(
  join(import.meta.dirname, "migrations", "0002_paper-and-sealed-reasons.sql"),
  "utf8",
).split("--> statement-breakpoint");
const index = () => loginIndex({ issuer: "https://id.example", subject: "leo" });

test.each<[string, { delivery: Delivery | null; isProved: boolean; login: boolean }, Delivery | null]>([
  ["a sign-in that no account stands behind", { delivery: "login", isProved: true, login: false }, "paper"],
  ["a sign-in to an account", { delivery: "login", isProved: true, login: true }, "login"],
  ["a code", { delivery: "code", isProved: true, login: false }, "code"],
  ["a request that needs no proof", { delivery: "given", isProved: false, login: false }, "given"],
  ["nothing settled", { delivery: null, isProved: true, login: false }, null],
])("%s", async (_what, { delivery, isProved, login }, after) => {
  const organisation = await anOrganisation(`o${newId().slice(-8)}`);
  const { id } = await aCase(organisation);
  await database()
    .update(cases)
    .set({ delivery, proofId: isProved ? newId() : null, subjectIndex: login ? index() : null })
    .where(eq(cases.id, id));
  const [update] = statements.filter((statement) => statement.includes("UPDATE"));
  await database().execute(sql.raw(update ?? ""));
  const [row] = await database().select().from(cases).where(eq(cases.id, id));
  expect(row?.delivery).toBe(after);
});

test("no other word is stored", async () => {
  const owner = connect(installation.database.url);
  const { id } = await aCase(await anOrganisation("harbour"));
  await expect(
    owner.db.execute(sql`update cases set delivery = 'pigeon' where id = ${id}`),
  ).rejects.toThrow();
  await owner.end();
});
