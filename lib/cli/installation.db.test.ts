import postgres from "postgres";
import { afterAll, beforeAll, expect, test } from "vitest";
import { emptyDatabase, type TestDatabase } from "#db/testing/databases.ts";
import { parseEnv, type Mode } from "#lib/env.ts";
import { prepareDatabase, variablesFor } from "./installation.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await emptyDatabase();
});
afterAll(() => database.drop());

function parts(mode: Mode) {
  const parsed = parseEnv({ HABEAS_MODE: "demo", SMTP_URL: "smtp://mail.example.org" });
  if (!parsed.ok) throw new Error();
  const accounts = { url: "postgres://ipc@127.0.0.1:15432/ipc_accounts", schema: "public" };
  const databases = {
    ownerUrl: database.url,
    webUrl: database.urlAs("web"),
    workerUrl: database.urlAs("worker"),
    accounts,
    embedded: null,
  };
  return { env: { ...parsed.env, mode }, databases, authSecret: "secret", providerPort: 15_001 };
}

async function sql(statement: string): Promise<void> {
  const connection = postgres(database.url, { max: 1, onnotice: () => {} });
  await connection.unsafe(statement).finally(() => connection.end());
}

const prepare = (mode: Mode) => prepareDatabase(parts(mode), () => {});
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
