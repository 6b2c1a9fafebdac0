import postgres from "postgres";
import { afterAll, expect, test } from "vitest";
import { clonedDatabase, emptyDatabase, testServer, type TestDatabase } from "./testing.ts";

const made: TestDatabase[] = [];
afterAll(() => Promise.all(made.map((database) => database.drop())));

async function ask<T>(url: string, work: (sql: postgres.Sql) => Promise<T>): Promise<T> {
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  try {
    return await work(sql);
  } finally {
    await sql.end();
  }
}

test("an empty database has no tables, and is gone once dropped", async () => {
  const database = await emptyDatabase();
  await ask(database.url, async (sql) => {
    expect(await sql`select 1 from pg_tables where schemaname = 'public'`).toHaveLength(0);
    await sql`create table kept (id int)`;
  });
  await database.drop();
  const left = await ask(
    await testServer(),
    (sql) => sql`select 1 from pg_database where datname = ${database.name}`,
  );
  expect(left).toHaveLength(0);
});

test("the application's roles may connect, and own nothing", async () => {
  const database = await emptyDatabase();
  made.push(database);
  const [who] = await ask(database.urlAs("web"), (sql) => sql`select current_user as name`);
  expect(who?.name).toBe("habeas_web");
  await expect(ask(database.urlAs("web"), (sql) => sql`create table mine (id int)`)).rejects.toThrow(
    /permission denied/,
  );
});

test("clones are alike, apart from one another, and their template is prepared once for all who ask at once", async () => {
  let prepared = 0;
  const template = `own ${process.pid} ${Date.now()}`;
  const prepare = async (url: string) => {
    prepared++;
    await ask(url, (sql) => sql`create table fruit as select 'pear' as name`);
  };
  const clones = await Promise.all(Array.from({ length: 4 }, () => clonedDatabase(template, prepare)));
  made.push(...clones);
  expect(prepared).toBe(1);
  await ask(clones[0]!.url, (sql) => sql`insert into fruit values ('fig')`);
  const counts = await Promise.all(
    clones.map((clone) => ask(clone.url, async (sql) => (await sql`select * from fruit`).length)),
  );
  expect(counts).toEqual([2, 1, 1, 1]);
});

test("a template whose preparation failed is prepared anew by the next who asks", async () => {
  const template = `broken ${process.pid} ${Date.now()}`;
  await expect(clonedDatabase(template, () => Promise.reject(new Error("no")))).rejects.toThrow("no");
  const clone = await clonedDatabase(template, (url) =>
    ask(url, async (sql) => void (await sql`create table t ()`)),
  );
  made.push(clone);
  expect(await ask(clone.url, (sql) => sql`select 1 from pg_tables where tablename = 't'`)).toHaveLength(1);
});
