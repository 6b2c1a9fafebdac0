import postgres from "postgres";
import { afterAll, beforeAll, expect, test } from "vitest";
import { emptyDatabase, type TestDatabase } from "#db/testing/databases.ts";
import { parseEnv, type Mode } from "#lib/env.ts";
import { forgetWorker, prepareDatabase, variablesFor } from "./installation.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await emptyDatabase();
});
afterAll(() => database.drop());

function parts(mode: Mode, at = database) {
  const parsed = parseEnv({ HABEAS_MODE: "demo", SMTP_URL: "smtp://mail.example.org" });
  if (!parsed.ok) throw new Error();
  const accounts = { url: "postgres://ipc@127.0.0.1:15432/ipc_accounts", schema: "public" };
  const databases = {
    ownerUrl: at.url,
    webUrl: at.urlAs("web"),
    workerUrl: at.urlAs("worker"),
    accounts,
    embedded: null,
  };
  return { env: { ...parsed.env, mode }, databases, authSecret: "secret", providerPort: 15_001 };
}

async function sql(statement: string, at = database): Promise<unknown[]> {
  const connection = postgres(at.url, { max: 1, onnotice: () => {} });
  return [...(await connection.unsafe(statement).finally(() => connection.end()))];
}

const prepare = (mode: Mode, at = database) => prepareDatabase(parts(mode, at), () => {});
const anOrganisation =
  "insert into organisation (id, slug, ref, created_at) values (gen_random_uuid(), 'acme', gen_random_uuid(), now())";

test("a demo's database never becomes production, and stays a demo's", async () => {
  await prepare("demo");
  await prepare("demo");
  await sql(anOrganisation);
  await prepare("demo");
  await expect(prepare("production")).rejects.toThrow(/filled by a demo.*HABEAS_MODE=demo/);
});

test("no demo is poured into a real installation", async () => {
  await sql("delete from installation where key = 'demo'");
  await prepare("production");
  await expect(prepare("demo")).rejects.toThrow(/holds a real installation/);
});

test.each<[Mode, RegExp]>([
  ["production", /filled by a demo/],
  ["demo", /holds a real installation/],
])("%s refuses a database of the other kind before it changes anything there", async (mode, sentence) => {
  const old = await emptyDatabase();
  try {
    await sql("create table installation (key text, value jsonb, changed_at timestamptz)", old);
    await sql("create table organisation (id uuid)", old);
    if (mode === "production") await sql("insert into installation values ('demo', 'true', now())", old);
    else await sql("insert into organisation values (gen_random_uuid())", old);
    await expect(prepare(mode, old)).rejects.toThrow(sentence);
    expect(
      await sql("select nspname from pg_namespace where nspname in ('drizzle', '${queueSchema}')", old),
    ).toEqual([]);
  } finally {
    await old.drop();
  }
});

test("the worker of before is forgotten, everything else stays", async () => {
  await sql(
    "insert into installation (key, value, changed_at) values ('worker', '{}', now()), ('clock', '{}', now())",
  );
  await forgetWorker(database.url);
  expect(await sql("select key from installation where key in ('worker', 'clock')")).toEqual([
    { key: "clock" },
  ]);
});

test("each part gets the database addresses it needs, and no others", () => {
  const addresses = (part: "web" | "worker" | "tool") => {
    const { DATABASE_URL, DATABASE_WORKER_URL, DATABASE_OWNER_URL } = variablesFor(part, parts("production"));
    return [DATABASE_URL, DATABASE_WORKER_URL, DATABASE_OWNER_URL].map((url) => url && new URL(url).username);
  };
  expect(addresses("web")).toEqual(["habeas_web", undefined, undefined]);
  expect(addresses("worker")).toEqual(["habeas_web", "habeas_worker", undefined]);
  expect(addresses("tool")).toEqual(["habeas_web", undefined, "habeas_owner"]);
});

test("the demo's stores are allowed, and mail kept back, in demo mode only", () => {
  const demo = variablesFor("worker", parts("demo"));
  expect(demo.SMTP_URL).toBeUndefined();
  expect(demo.HABEAS_ALLOWED_HOSTS).toBe("127.0.0.1:15432");
  expect(demo.HABEAS_ALLOWED_FOLDERS).toMatch(/demo$/);
  expect(demo.HABEAS_DEMO_PROVIDER_URL).toBe("http://127.0.0.1:15001");
  expect(variablesFor("worker", parts("production"))).toMatchObject({
    HABEAS_ALLOWED_HOSTS: "",
    HABEAS_ALLOWED_FOLDERS: "",
    HABEAS_DEMO_ACCOUNTS_URL: undefined,
    SMTP_URL: "smtp://mail.example.org",
  });
});
