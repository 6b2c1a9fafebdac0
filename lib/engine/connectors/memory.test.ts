import { execFile } from "node:child_process";
import { createWriteStream, mkdtempSync, rmSync } from "node:fs";
import { once } from "node:events";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { promisify } from "node:util";
import postgres from "postgres";
import { afterAll, beforeAll, expect, test } from "vitest";
import { emptyDatabase, type TestDatabase } from "#db/testing.ts";
import type { ConnectorKind } from "./kinds.ts";

/** 60 MB of one person's records: more than the reading process may hold, so that keeping them would end it. */
const records = 60_000;
const note = "n".repeat(1_000);
const heapMegabytes = 48;

let database: TestDatabase;
let folder: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "habeas-memory-"));
  database = await emptyDatabase();
  const sql = postgres(database.url, { max: 1, onnotice: () => {} });
  await sql.unsafe(
    `create table many (id int primary key, owner text, note text); insert into many select n, 'maya', '${note}' from generate_series(1, ${records}) n`,
  );
  await sql.end();
  const file = new DatabaseSync(join(folder, "many.db"));
  file.exec(`create table many (id integer primary key, owner text, note text);
    with recursive n(n) as (select 1 union all select n + 1 from n where n < ${records}) insert into many select n, 'maya', '${note}' from n`);
  file.close();
  const written = {
    csv: createWriteStream(join(folder, "many.csv")),
    ndjson: createWriteStream(join(folder, "lines.ndjson")),
  };
  written.csv.write("id,owner,note\n");
  for (let id = 1; id <= records; id++) {
    if (!written.csv.write(`${id},maya,"${note}"\n`)) await once(written.csv, "drain");
    if (!written.ndjson.write(`{"id":${id},"owner":"maya","note":"${note}"}\n`))
      await once(written.ndjson, "drain");
  }
  await Promise.all(Object.values(written).map((stream) => new Promise<void>((done) => stream.end(done))));
});
afterAll(async () => {
  await database?.drop();
  if (folder) rmSync(folder, { recursive: true });
});

/** Reads a collection to its end in a process of its own and gives the number of records it saw. */
async function readApart(
  kind: ConnectorKind,
  config: object,
  secrets: object,
  collection: string,
): Promise<number> {
  const code = `
    const [kind, store, folder, name] = JSON.parse(process.argv[1]);
    const { parseDatasets } = await import("#lib/engine/datasets/parse.ts");
    const { connectors } = await import("#lib/engine/connectors/index.ts");
    const fields = ["id", "owner", "note"];
    const { datasets: [dataset] } = parseDatasets(JSON.stringify({ dataset: [{ fides_key: "d", collections: [{ name, fields: fields.map((name) => ({ name })) }] }] }));
    const { connector } = await connectors[kind].client();
    const session = await connector.connect(store, { operator: { hosts: ["*"], folders: [folder], own: [] } });
    let seen = 0;
    for await (const page of session.find({ dataset, collection: dataset.collections[0], fields, keys: [{ path: ["owner"], values: ["maya"] }] })) seen += page.rows.length;
    await session.close();
    console.log(seen);`;
  const argument = JSON.stringify([kind, { config, secrets }, folder, collection]);
  const { stdout } = await promisify(execFile)(process.execPath, [
    `--max-old-space-size=${heapMegabytes}`,
    "--input-type=module",
    "-e",
    code,
    argument,
  ]);
  return Number(stdout);
}

test("a Postgres table larger than the memory", async () => {
  const url = new URL(database.url);
  const config = {
    host: url.hostname,
    port: url.port,
    database: database.name,
    user: url.username,
    tls: "off",
  };
  expect(await readApart("postgres", config, { password: decodeURIComponent(url.password) }, "many")).toBe(
    records,
  );
});

test("a SQLite table larger than the memory", async () => {
  expect(await readApart("sqlite", { file: join(folder, "many.db") }, {}, "many")).toBe(records);
});

test.each(["many.csv", "lines"])("the file %s, larger than the memory", async (collection) => {
  expect(await readApart("files", { folder }, {}, collection)).toBe(records);
});
