import { randomBytes } from "node:crypto";
import { createServer, type AddressInfo } from "node:net";
import postgres from "postgres";
import { afterAll, expect, test } from "vitest";
import { emptyDatabase, type TestDatabase } from "#db/testing/databases.ts";
import { testServer } from "#db/testing/server.ts";
import { parseEnv } from "#lib/env.ts";
import { makeAccounts, openDatabases } from "./databases.ts";
import { checkServer, problemOf, problemWith } from "./server-check.ts";

const cleanUp: (() => unknown)[] = [];
afterAll(async () => {
  for (const work of cleanUp.reverse()) await work();
});

async function onServer(work: (sql: postgres.Sql) => Promise<unknown>): Promise<void> {
  const sql = postgres(await testServer(), { max: 1, onnotice: () => {} });
  await work(sql).finally(() => sql.end());
}

async function database(): Promise<TestDatabase> {
  const made = await emptyDatabase();
  cleanUp.push(() => made.drop());
  return made;
}

/** A role that may log in and nothing else, and its address for a database. */
async function plainRole(target: TestDatabase): Promise<string> {
  const name = `test_role_${randomBytes(4).toString("hex")}`;
  await onServer((sql) => sql.unsafe(`create role ${name} login password 'pw'`));
  cleanUp.unshift(() => onServer((sql) => sql.unsafe(`drop role ${name}`)));
  const url = new URL(target.url);
  [url.username, url.password] = [name, "pw"];
  return url.href;
}

function at(url: string, change: (url: URL) => void): string {
  const changed = new URL(url);
  change(changed);
  return changed.href;
}

test("a server that will do is described", async () => {
  const { url, name } = await database();
  expect(await checkServer(url, "own")).toEqual({
    ok: true,
    facts: expect.objectContaining({ role: "habeas_owner", database: name, mayCreateDatabases: true }),
  });
});

test("a role without rights may connect, but not own", async () => {
  const url = await plainRole(await database());
  expect(await checkServer(url, "connect")).toMatchObject({ ok: true });
  expect(await checkServer(url, "own")).toEqual({
    ok: false,
    problem: expect.stringMatching(/may not create tables in .*grant create on database.*DATABASE_OWNER_URL/),
  });
});

test("a wrong password, an unknown database, nobody there: each is said in words, and never with the password", async () => {
  const { url } = await database();
  const free = await new Promise<number>((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
  const tries: [string, RegExp][] = [
    [at(url, (u) => (u.password = "guessed-word")), /refused the user habeas_owner: wrong password/],
    [at(url, (u) => (u.pathname = "/nowhere")), /There is no database nowhere .*create database "nowhere"/],
    [at(url, (u) => (u.port = String(free))), /No Postgres answers at 127\.0\.0\.1:/],
  ];
  for (const [address, sentence] of tries) {
    const check = await checkServer(address, "connect");
    expect(check).toEqual({ ok: false, problem: expect.stringMatching(sentence) });
    expect(JSON.stringify(check)).not.toContain(new URL(address).password);
  }
});

test.each([
  [{ number: 140_011, version: "14.11" }, /version 14\.11; Habeas needs 15 or newer/],
  [{ encoding: "SQL_ASCII" }, /encoded as SQL_ASCII.*encoding 'UTF8'/],
  [{ number: 150_000 }, null],
])("a server with %o", (difference, sentence) => {
  const row = {
    number: 180_004,
    version: "18.4",
    encoding: "UTF8",
    role: "r",
    database: "d",
    mayCreate: true,
    mayCreateDatabases: false,
  };
  const problem = problemWith({ ...row, ...difference }, "own");
  if (sentence) expect(problem).toMatch(sentence);
  else expect(problem).toBeNull();
});

test.each([
  [{ code: "ENOTFOUND" }, /host db\.example\.org is not known/],
  [{ code: "CONNECT_TIMEOUT" }, /db\.example\.org:5432 does not answer/],
  [{ code: "53300" }, /has no connection left/],
  [{ code: "XX000" }, /could not be asked \(XX000\)/],
])("%o is said in words", (error, sentence) => {
  expect(problemOf(error, "postgres://u:pw@db.example.org/habeas")).toMatch(sentence);
});

function demoOn(urls: Record<string, string>) {
  const parsed = parseEnv({ HABEAS_MODE: "demo", ...urls });
  if (!parsed.ok) throw new Error(parsed.problems.join());
  return openDatabases(parsed.env, () => {});
}

test("the demo's account store gets a database of its own beside Habeas's, found again at the next start", async () => {
  const own = await database();
  const first = await makeAccounts(own.url);
  cleanUp.push(() => onServer((sql) => sql.unsafe(`drop database ${own.name}_ipc_accounts`)));
  expect(first).toEqual({
    url: at(own.url, (u) => (u.pathname = `/${own.name}_ipc_accounts`)),
    schema: "public",
  });
  expect(await makeAccounts(own.url)).toEqual(first);
});

test("where the role may not create a database, the store is a schema of its own", async () => {
  const own = await database();
  const url = await plainRole(own);
  const role = new URL(url).username;
  const sql = postgres(own.url, { max: 1 });
  await sql.unsafe(
    `grant create on database ${own.name} to ${role}; grant create, usage on schema public to ${role}`,
  );
  await sql.end();
  const { embedded } = await demoOn({ DATABASE_URL: url });
  expect(embedded).toBeNull();
  expect(await makeAccounts(url)).toEqual({ url, schema: "ipc_accounts" });
});

test("looking at an operator's server changes nothing there", async () => {
  const own = await database();
  await demoOn({ DATABASE_URL: own.urlAs("web"), DATABASE_OWNER_URL: own.url });
  const sql = postgres(own.url, { max: 1 });
  const made = await sql`select 1 from pg_database where datname = ${`${own.name}_ipc_accounts`}`;
  await sql.end();
  expect(made).toHaveLength(0);
});

test("an unreachable server stops the start with a sentence", async () => {
  await expect(demoOn({ DATABASE_URL: "postgres://u:pw@127.0.0.1:1/habeas" })).rejects.toThrow(
    /No Postgres answers/,
  );
});
