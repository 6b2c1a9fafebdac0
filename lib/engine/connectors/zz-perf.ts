import { mkdtempSync, writeFileSync, createWriteStream } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import postgres from "postgres";
const test = async (_n: string, _o: object, f: () => Promise<void>) => f();
import { emptyDatabase } from "#db/testing.ts";
import { parseDatasets } from "#lib/engine/datasets/parse.ts";
import { connectors } from "./index.ts";
const columns = ["id","owner","name","mail","phone","street","town","zip","country","note","created","amount","flag","kind","ref","a","b","c"];
await test("perf", { timeout: 300_000 }, async () => {
  const N = 200_000;
  const db = await emptyDatabase();
  const sql = postgres(db.url, { max: 1, onnotice: () => {} });
  await sql.unsafe(`create table r (id int primary key, owner text, name text, mail text, phone text, street text, town text, zip text, country text, note text, created timestamptz, amount numeric(10,2), flag boolean, kind text, ref bigint, a text, b text, c text)`);
  await sql.unsafe(`insert into r select n, 'maya', 'name '||n, 'mail'||n||'@example.org', '+353 1 '||n, n||' High Street', 'Dublin', 'D0'||n, 'IE', 'some note text that is a little longer '||n, now() + n * interval '1 second', n/7.0, n%2=0, 'k'||n%9, n*1000003::bigint, 'aaaaaaaaaaaaaaa'||n, 'bbbbbbbbbbbbbbbbbb'||n, 'cccccccccccccc'||n from generate_series(1, ${N}) n`);
  await sql.unsafe("create index on r (owner); analyze r");
  await sql.end();
  const parsed = parseDatasets(JSON.stringify({ dataset: [{ fides_key: "d", collections: [{ name: "r", fields: columns.map((name) => ({ name })) }] }] }));
  if (!parsed.ok) throw new Error();
  const u = new URL(db.url);
  const ask = { dataset: parsed.datasets[0]!, collection: parsed.datasets[0]!.collections[0]!, fields: columns, keys: [{ path: ["owner"], values: ["maya"] }], pageRows: 1000 };
  const run = async (kind: "postgres"|"sqlite"|"files", config: any, secrets: any, folders: string[]) => {
    const { connector } = await connectors[kind].client();
    const s = await connector.connect({ config, secrets }, { operator: { hosts: ["*"], folders, own: [] } });
    globalThis.gc?.();
    const c0 = process.cpuUsage(); const t = performance.now(); let n = 0, bytes = 0, rss = 0, pages = 0;
    for await (const page of s.find(ask)) { n += page.rows.length; pages++; bytes += JSON.stringify(page.rows).length; rss = Math.max(rss, process.memoryUsage().rss); }
    const ms = performance.now() - t;
    const c = process.cpuUsage(c0); console.log("cpu", Math.round((c.user+c.system)/1000), kind, n, "rows", pages, "pages", Math.round(ms), "ms", Math.round(n / ms * 1000), "rows/s", Math.round(bytes/1e6), "MB", "rss", Math.round(rss/1e6));
    await s.close();
  };
  try {
    await run("postgres", { host: u.hostname, port: u.port, database: db.name, user: u.username, tls: "off" }, { password: decodeURIComponent(u.password) }, []);
    const f = mkdtempSync(join(tmpdir(), "perf-"));
    const d = new DatabaseSync(join(f, "p.db"));
    d.exec(`create table r (${columns.map((c) => c === "id" ? "id integer primary key" : c + " text").join(",")}); create index o on r(owner); begin`);
    const ins = d.prepare(`insert into r values (${columns.map(() => "?").join(",")})`);
    for (let i = 1; i <= N; i++) ins.run(i, "maya", ...columns.slice(2).map((c) => `${c} some text value ${i}`));
    d.exec("commit"); d.close();
    await run("sqlite", { file: join(f, "p.db") }, {}, [f]);
    for (const kind of ["csv", "ndjson"]) {
      const g = mkdtempSync(join(tmpdir(), "perf-"));
      const out = createWriteStream(join(g, "r." + kind));
      if (kind === "csv") out.write(columns.join(",") + "\n");
      for (let i = 1; i <= N; i++) { const row = [i, "maya", ...columns.slice(2).map((c) => `${c} some text value ${i}`)]; out.write(kind === "csv" ? row.map((v) => `"${v}"`).join(",") + "\n" : JSON.stringify(Object.fromEntries(columns.map((c, k) => [c, row[k]]))) + "\n"); }
      await new Promise((r) => out.end(r));
      await run("files", { folder: g }, {}, [g]);
    }
  } finally { await db.drop(); }
});
