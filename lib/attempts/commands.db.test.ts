import { eq, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { database, inTransaction } from "#db/client.ts";
import { attempt } from "#db/schema/index.ts";
import { testInstallation } from "#db/testing/installation.ts";
import { ring } from "#lib/keys/ring.ts";
import { countAttempt, countAttempts, giveBack, tidyAttempts } from "./commands.ts";
import { attemptAt } from "./limits.ts";

testInstallation();

const digestOf = (kind: string, key: string) => ring().mac("attempt", JSON.stringify([kind, key]));
const rowsOf = (kind: string, key: string) =>
  database()
    .select()
    .from(attempt)
    .where(eq(attempt.key, digestOf(kind, key)));
const moveBack = (kind: string, key: string, seconds: number) =>
  database()
    .update(attempt)
    .set({ windowStart: sql`${attempt.windowStart} - make_interval(secs => ${seconds})` })
    .where(eq(attempt.key, digestOf(kind, key)));

test("a try is allowed until the limit is reached, and says how long to wait then", async () => {
  const tried = { kind: "test", key: "one", windows: [{ limit: 2, windowSeconds: 600 }] };
  expect(await countAttempt(tried)).toMatchObject({ allowed: true, retryAfterSeconds: 0 });
  expect(await countAttempt(tried)).toMatchObject({ allowed: true });
  const third = await countAttempt(tried);
  expect(third.allowed).toBe(false);
  expect(third.retryAfterSeconds).toBeGreaterThan(590);
  expect(third.retryAfterSeconds).toBeLessThanOrEqual(600);
  expect(await countAttempt({ ...tried, key: "another" })).toMatchObject({ allowed: true });
  expect(await countAttempt({ ...tried, kind: "other" })).toMatchObject({ allowed: true });
});

test("fifty at once: exactly the limit gets through", async () => {
  const tried = { kind: "test", key: "race", windows: [{ limit: 5, windowSeconds: 600 }] };
  const results = await Promise.all(Array.from({ length: 50 }, () => countAttempt(tried)));
  expect(results.filter((result) => result.allowed)).toHaveLength(5);
  const rows = await rowsOf("test", "race");
  expect(rows.reduce((sum, row) => sum + row.tries, 0)).toBe(5);
});

test("the window slides: there is room again only when an old try has left it", async () => {
  const tried = { kind: "test", key: "slide", windows: [{ limit: 2, windowSeconds: 600 }] };
  await countAttempt(tried);
  await moveBack("test", "slide", 590);
  await countAttempt(tried);
  const full = await countAttempt(tried);
  expect(full).toMatchObject({ allowed: false });
  expect(full.retryAfterSeconds).toBeLessThanOrEqual(10);
  await moveBack("test", "slide", 20);
  expect(await countAttempt(tried)).toMatchObject({ allowed: true });
  expect(await countAttempt(tried)).toMatchObject({ allowed: false });
});

test("a try that one rule refuses is counted nowhere", async () => {
  const subject = { kind: "test/subject", key: "s", windows: [{ limit: 1, windowSeconds: 600 }] };
  const network = { kind: "test/network", key: "n", windows: [{ limit: 9, windowSeconds: 600 }] };
  expect(await countAttempts([subject, network])).toMatchObject({ allowed: true });
  expect(await countAttempts([subject, network])).toMatchObject({ allowed: false });
  expect(await rowsOf("test/network", "n")).toHaveLength(1);
});

test("identity checks: five a day and ten in thirty days, whichever comes first", async () => {
  const tried = attemptAt("identity/subject", "maya");
  const day = async () => {
    let allowed = 0;
    for (let i = 0; i < 6; i++) if ((await countAttempt(tried)).allowed) allowed++;
    await moveBack("identity/subject", "maya", 25 * 3600);
    return allowed;
  };
  expect([await day(), await day(), await day()]).toEqual([5, 5, 0]);
});

test("a caller that rolls back gets nothing back", async () => {
  const tried = { kind: "test", key: "rollback", windows: [{ limit: 1, windowSeconds: 600 }] };
  await expect(
    inTransaction(async () => {
      await countAttempt(tried);
      throw new Error("the check failed");
    }),
  ).rejects.toThrow("the check failed");
  expect(await countAttempt(tried)).toMatchObject({ allowed: false });
});

test("what came out well can be taken back, once", async () => {
  const tried = { kind: "test", key: "back", windows: [{ limit: 1, windowSeconds: 600 }] };
  const counted = await countAttempt(tried);
  await giveBack(counted);
  await giveBack(counted);
  expect(await rowsOf("test", "back")).toHaveLength(0);
  expect(await countAttempt(tried)).toMatchObject({ allowed: true });
});

test("nothing readable is stored, and what is too old is forgotten", async () => {
  await countAttempt({ kind: "test", key: "ana@ipc.example", windows: [{ limit: 1, windowSeconds: 600 }] });
  const [row] = await rowsOf("test", "ana@ipc.example");
  expect(row?.key).toHaveLength(32);
  await moveBack("test", "ana@ipc.example", 31 * 24 * 3600);
  expect(await tidyAttempts()).toBeGreaterThanOrEqual(1);
  expect(await rowsOf("test", "ana@ipc.example")).toHaveLength(0);
});

test("a rule that looks back further than tries are kept is a mistake", async () => {
  const tried = { kind: "test", key: "long", windows: [{ limit: 1, windowSeconds: 31 * 24 * 3600 }] };
  await expect(countAttempt(tried)).rejects.toThrow("looks back too far");
});
