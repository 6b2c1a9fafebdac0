import { spawn } from "node:child_process";
import { once } from "node:events";
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { DatabaseSync } from "node:sqlite";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { parseDatasets } from "#lib/engine/datasets/parse.ts";
import type { Dataset } from "#lib/engine/datasets/vocabulary.ts";
import type { Around, Ask, Page, Session } from "../connector.ts";
import { connector } from "./client/connector.ts";
import { openReadOnly } from "./client/open.ts";

let folder: string;
let file: string;
let database: DatabaseSync;
let around: Around;
let session: Session;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "habeas-sqlite-"));
  file = join(folder, "store.db");
  mkdirSync(join(folder, "attachments"));
  database = new DatabaseSync(file);
  around = { operator: { hosts: [], folders: [folder], own: [] } };
  session = await connector.connect(
    { config: { file, attachments: join(folder, "attachments") }, secrets: {} },
    around,
  );
});
afterAll(async () => {
  await session?.close();
  database?.close();
  if (folder) rmSync(folder, { recursive: true });
});

function askFor(
  name: string,
  fields: (string | object)[],
  keys: Ask["keys"],
  more: Partial<Ask> = {},
  collection: object = {},
): Ask {
  const declared = fields.map((field) => (typeof field === "string" ? { name: field } : field));
  const parsed = parseDatasets(
    JSON.stringify({
      dataset: [{ fides_key: "store", collections: [{ name, fields: declared, ...collection }] }],
    }),
  );
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  const [dataset] = parsed.datasets as [Dataset];
  return {
    dataset,
    collection: dataset.collections[0] as Ask["collection"],
    fields: declared.map((field) => (field as { name: string }).name),
    keys,
    ...more,
  };
}

const key = (path: string, ...values: Ask["keys"][number]["values"]): Ask["keys"][number] => ({
  path: path.split("."),
  values,
});
const pagesOf = (ask: Ask): Promise<Page[]> => Array.fromAsync(session.find(ask));
const recordsOf = async (ask: Ask) =>
  (await pagesOf(ask)).flatMap((page) => page.rows.map((row) => row.record));
const idsOf = async (ask: Ask) => (await recordsOf(ask)).map((record) => record.id);

describe("values", () => {
  test("lose nothing on the way", async () => {
    database.exec(`create table every (id integer primary key, big integer, real real, text text, blob blob, plain, flag boolean, price decimal(10,2));
      insert into every values (1, 9223372036854775807, 0.1, 'naïve 👋', x'00ff10', 'x', 1, 12.50), (2, 9007199254740992, 9e999, 'a' || char(0) || 'b', x'', 7, 0, -9e999), (3, null, null, null, null, null, null, null)`);
    expect(
      await recordsOf(
        askFor(
          "every",
          ["id", "big", "real", "text", "blob", "plain", "flag", "price"],
          [key("id", 1, 2, 3)],
        ),
      ),
    ).toEqual([
      {
        id: 1,
        big: "9223372036854775807",
        real: 0.1,
        text: "naïve 👋",
        blob: "AP8Q",
        plain: "x",
        flag: 1,
        price: 12.5,
      },
      {
        id: 2,
        big: 9007199254740992,
        real: "Infinity",
        text: "a\0b",
        blob: "",
        plain: 7,
        flag: 0,
        price: "-Infinity",
      },
      { id: 3, big: null, real: null, text: null, blob: null, plain: null, flag: null, price: null },
    ]);
  });

  test.each<[column: string, values: (string | number | boolean)[], ids: number[]]>([
    ["id", ["1", 2], [1, 2]],
    ["id", ["01", "1.0", " 1", "1e0", "one"], []],
    ["big", ["9223372036854775807"], [1]],
    ["big", ["9223372036854775808"], []],
    ["real", [0.1, "0.1"], [1]],
    ["real", ["0.10000000000000000001"], []],
    ["text", ["naïve 👋"], [1]],
    ["text", ["a"], []],
    ["plain", [7], [2]],
    ["plain", ["7", "x"], [1, 2]],
    ["flag", [true], [1]],
    ["flag", [false], [2]],
    ["price", ["12.50"], [1]],
  ])("%s is found by %j as %j", async (column, values, ids) => {
    expect(await idsOf(askFor("every", ["id"], [key(column, ...values)]))).toEqual(ids);
  });

  test("a number column may hold text, and is found by it", async () => {
    database.exec(
      "create table mixed (id integer primary key, code integer); insert into mixed values (1, 'A-7'), (2, '42'), (3, 42)",
    );
    expect(await idsOf(askFor("mixed", ["id"], [key("code", "A-7")]))).toEqual([1]);
    expect(await idsOf(askFor("mixed", ["id"], [key("code", "42")]))).toEqual([2, 3]);
  });

  test("lists and objects kept as JSON text are opened, searched and cut to what matched", async () => {
    database.exec(`create table tickets (id integer primary key, people text, tags text, meta text);
      insert into tickets values (1, '[{"mail":"maya@example.org"},{"mail":"noah@example.org"}]', '["a","b"]', '{"owner":{"id":7}}'),
        (2, '{"mail":"maya@example.org"}', 'a', '{"owner":[{"id":"7"},{"id":8}]}'), (3, 'no json', '["b"]', 'no json'), (4, null, null, '{"owner":{"id":70}}')`);
    const people = { name: "people", fields: [{ name: "mail" }] };
    expect(
      await recordsOf(askFor("tickets", ["id", people], [key("people.mail", "maya@example.org")])),
    ).toEqual([
      { id: 1, people: [{ mail: "maya@example.org" }] },
      { id: 2, people: { mail: "maya@example.org" } },
    ]);
    const tags = { name: "tags", fides_meta: { data_type: "string[]" } };
    expect(await recordsOf(askFor("tickets", ["id", tags], [key("tags", "a")]))).toEqual([
      { id: 1, tags: ["a"] },
      { id: 2, tags: "a" },
    ]);
    const meta = { name: "meta", fields: [{ name: "owner", fields: [{ name: "id" }] }] };
    expect(await recordsOf(askFor("tickets", ["id", meta], [key("meta.owner.id", 7)]))).toEqual([
      { id: 1, meta: { owner: { id: 7 } } },
      { id: 2, meta: { owner: [{ id: "7" }] } },
    ]);
  });
});

describe("rows", () => {
  test("that hold bytes which are no text become problems; the others, and a true U+FFFD, come", async () => {
    database.exec(`create table notes (id integer primary key, owner text, note text);
      insert into notes values (1, 'maya', 'fine'), (2, 'maya', cast(x'41ff42' as text)), (3, 'maya', char(65533)), (4, 'maya', 'fine too')`);
    const [page] = await pagesOf(askFor("notes", ["id", "note"], [key("owner", "maya")]));
    expect(page?.rows.map((row) => row.record)).toEqual([
      { id: 1, note: "fine" },
      { id: 3, note: "\ufffd" },
      { id: 4, note: "fine too" },
    ]);
    expect(page?.problems).toEqual([
      { kind: "record", key: '["2"]', says: expect.stringMatching(/no text in UTF-8/) },
    ]);
  });

  test.each([
    ["a table by row id", "create table t1 (owner text, n int)", "t1"],
    ["a table whose column is called rowid", "create table t2 (owner text, n int, rowid text)", "t2"],
    [
      "a table without row ids",
      "create table t3 (owner text, n int, primary key (owner, n)) without rowid",
      "t3",
    ],
    ["a text key", "create table t4 (n text primary key, owner text)", "t4"],
    ["a view", "create table under (owner text, n int); create view t5 as select owner, n from under", "t5"],
  ])("of %s are read once each and in order, also after a resume", async (_, ddl, name) => {
    database.exec(ddl);
    const target = name === "t5" ? "under" : name;
    const insert = database.prepare(`insert into ${target} (owner, n) values ('maya', ?)`);
    database.exec("begin");
    for (let n = 0; n < 250; n++) insert.run(n);
    database.exec("commit");
    const ask = askFor(name, ["n"], [key("owner", "maya")], { pageRows: 80 });
    const pages = await pagesOf(ask);
    const whole = pages.flatMap((page) => page.rows.map((row) => row.record.n));
    expect(new Set(whole).size).toBe(250);
    const rest = await recordsOf({ ...ask, cursor: pages[0]?.cursor ?? null });
    expect(rest.map((record) => record.n)).toEqual(whole.slice(80));
  });

  test("follow a declared order, nulls last, ties told apart by the key", async () => {
    database.exec("create table dated (id integer primary key, owner text, due text)");
    const insert = database.prepare("insert into dated (owner, due) values ('maya', ?)");
    database.exec("begin");
    for (let n = 0; n < 120; n++) insert.run(n % 4 ? `2024-01-0${n % 3}` : null);
    database.exec("commit");
    const ask = askFor(
      "dated",
      ["id", "due"],
      [key("owner", "maya")],
      { pageRows: 7 },
      { habeas_meta: { order_by: { field: "due", direction: "desc" } } },
    );
    const pages = await pagesOf(ask);
    const whole = pages.flatMap((page) => page.rows.map((row) => row.record.id));
    expect(new Set(whole).size).toBe(120);
    expect(pages.at(-1)?.rows.at(-1)?.record.due).toBeNull();
    for (const [index, page] of pages.entries()) {
      expect(await idsOf({ ...ask, cursor: page.cursor })).toEqual(whole.slice((index + 1) * 7));
    }
  });
});

/** A view that looks for ever for a row it does not have. */
const endless = `create view endless as with recursive c(x) as (select 1 union all select x + 1 from c)
  select x as id, 'noah' as owner from c`;
const isUnix = existsSync("/proc/self/stat");

/** Processes that a process has started and that still run. */
function childrenOf(parent: number): number[] {
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .filter((pid) => {
      try {
        const [state, ppid] = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ").at(-1)?.split(" ") ?? [];
        return state !== "Z" && ppid === String(parent);
      } catch {
        return false;
      }
    })
    .map(Number);
}

describe("a statement without an end", () => {
  const never = () => askFor("endless", ["id"], [key("owner", "maya")]);
  beforeAll(() => {
    database.exec(endless);
    database.exec("create table beside (id integer primary key); insert into beside values (1)");
  });

  test.each<[string, string, { pageMs?: number; stopsAfter?: number; asksWith?: number }]>([
    ["takes too long", "too-slow", { pageMs: 1_500 }],
    ["is not wanted any more", "cancelled", { stopsAfter: 400 }],
    ["is not wanted any more by whoever asked", "cancelled", { asksWith: 400 }],
  ])("is given up when it %s, and nothing else stands still meanwhile", async (_, fault, when) => {
    const stop = new AbortController();
    const limits = when.pageMs ? { pageMs: when.pageMs } : {};
    const own = await connector.connect(
      { config: { file }, secrets: {} },
      { ...around, limits, signal: stop.signal },
    );
    if (when.stopsAfter) setTimeout(() => stop.abort(), when.stopsAfter);
    let ticks = 0;
    const clock = setInterval(() => ticks++, 20);
    try {
      const ask = never();
      if (when.asksWith) ask.signal = AbortSignal.timeout(when.asksWith);
      await expect(Array.fromAsync(own.find(ask))).rejects.toMatchObject({ fault, isTransient: true });
      expect(ticks).toBeGreaterThan(5);
      if (when.pageMs) await expect(own.count(never())).rejects.toMatchObject({ fault: "too-slow" });
      if (when.stopsAfter) return;
      // The other tables can still be read.
      expect(await own.count(askFor("beside", ["id"], [key("id", 1)]))).toBe(1);
    } finally {
      clearInterval(clock);
      await own.close();
    }
  });

  test.skipIf(!isUnix)("leaves no process behind, not even where the one that asked is killed", async () => {
    const before = childrenOf(process.pid);
    const own = await connector.connect(
      { config: { file }, secrets: {} },
      { ...around, limits: { pageMs: 300 } },
    );
    await expect(own.count(never())).rejects.toMatchObject({ fault: "too-slow" });
    await own.close();
    expect(childrenOf(process.pid)).toEqual(before);

    const code = `
      const { connector } = await import("#lib/engine/connectors/sqlite/client/connector.ts");
      const [file, folder, ask] = JSON.parse(process.argv[1]);
      const session = await connector.connect({ config: { file }, secrets: {} }, { operator: { hosts: [], folders: [folder], own: [] } });
      console.log("open");
      await session.count(ask);`;
    const asker = spawn(
      process.execPath,
      ["--input-type=module", "-e", code, JSON.stringify([file, folder, never()])],
      { stdio: ["ignore", "pipe", "inherit"] },
    );
    await once(asker.stdout, "data");
    const [reader] = childrenOf(asker.pid as number);
    expect(reader).toBeDefined();
    await sleep(300);
    asker.kill("SIGKILL");
    await expect.poll(() => existsSync(`/proc/${reader}/stat`), { timeout: 60_000 }).toBe(false);
  });
});

describe("files", () => {
  test("named by path come with their record, with the type their bytes tell", async () => {
    writeFileSync(join(folder, "attachments", "scan.pdf"), "%PDF-1.7\n%âãÏÓ\n");
    writeFileSync(join(folder, "attachments", "page.png"), "<html><script>alert(1)</script>");
    writeFileSync(join(folder, "secret.txt"), "not for anybody");
    symlinkSync(join(folder, "secret.txt"), join(folder, "attachments", "link.txt"));
    database.exec(`create table files (id integer primary key, owner text, path text, name text);
      insert into files values (1, 'maya', 'scan.pdf', 'Passport'), (2, 'maya', 'page.png', null), (3, 'maya', '../secret.txt', null), (4, 'maya', 'link.txt', null),
        (5, 'maya', '/etc/passwd', null), (6, 'maya', 'gone.txt', null), (7, 'maya', null, null), (8, 'maya', '.', null)`);
    const [page] = await pagesOf(
      askFor(
        "files",
        ["id", "path", "name"],
        [key("owner", "maya")],
        {},
        { habeas_meta: { attachment: { path: "path", name: "name" } } },
      ),
    );
    expect(page?.rows.map((row) => row.files.map(({ name, mediaType }) => [name, mediaType]))).toEqual([
      [["Passport", "application/pdf"]],
      [["page.png", "text/plain"]],
      [],
      [],
      [],
      [],
      [],
      [],
    ]);
    expect(
      page?.problems.map((problem) => [
        problem.kind,
        problem.key,
        /outside|not there/.exec(problem.says)?.[0],
      ]),
    ).toEqual([
      ["file", '["3"]', "outside"],
      ["file", '["4"]', "outside"],
      ["file", '["5"]', "outside"],
      ["file", '["6"]', "not there"],
      ["file", '["8"]', "not there"],
    ]);
    const content = await Array.fromAsync(page?.rows[0]?.files[0]?.open() ?? []);
    expect(Buffer.concat(content)).toEqual(readFileSync(join(folder, "attachments", "scan.pdf")));
  });

  test("in a column travel apart from their record, in pieces", async () => {
    const content = Buffer.alloc(9_500_000, "habeas ");
    database.exec("create table scans (id integer primary key, owner text, name text, body blob)");
    database
      .prepare("insert into scans values (1, 'maya', 'note.txt', ?), (2, 'maya', 'none', null)")
      .run(content);
    const [page] = await pagesOf(
      askFor(
        "scans",
        ["id", "body"],
        [key("owner", "maya")],
        {},
        { habeas_meta: { attachment: { content: "body" } } },
      ),
    );
    expect(page?.rows.map((row) => row.record)).toEqual([{ id: 1 }, { id: 2 }]);
    const [found] = page?.rows[0]?.files ?? [];
    expect(found).toMatchObject({ name: "body", mediaType: "text/plain", sizeBytes: content.length });
    const pieces = await Array.fromAsync(found?.open() ?? []);
    expect(pieces.length).toBe(3);
    expect(Buffer.concat(pieces).equals(content)).toBe(true);
  });
});

describe("the database file", () => {
  const connect = (path: string, folders = [folder]) =>
    connector.connect(
      { config: { file: path }, secrets: {} },
      { operator: { hosts: [], folders, own: [] }, limits: { connectMs: 100 } },
    );

  test("cannot be written through us", () => {
    const ours = openReadOnly(file, 100);
    for (const statement of [
      "insert into every (id) values (9)",
      "drop table every",
      "create table x (y)",
      "vacuum",
      "pragma user_version = 7",
    ]) {
      expect(() => ours.exec(statement), statement).toThrow(/readonly/);
    }
    ours.close();
  });

  test("is refused outside the operator's folders, by link and by dots too", async () => {
    const outside = mkdtempSync(join(tmpdir(), "habeas-outside-"));
    try {
      new DatabaseSync(join(outside, "other.db")).close();
      symlinkSync(join(outside, "other.db"), join(folder, "link.db"));
      for (const path of [
        join(outside, "other.db"),
        join(folder, "link.db"),
        `${folder}/../${outside.split("/").at(-1)}/other.db`,
        "/etc/passwd",
        join(outside, "not-there.db"),
      ]) {
        await expect(connect(path), path).rejects.toMatchObject({ fault: "not-allowed" });
      }
      await expect(connect("store.db")).rejects.toMatchObject({ fault: "bad-settings" });
      await expect(connect(`${file}\0.txt`)).rejects.toMatchObject({ fault: "not-there" });
      await expect(connect(join(folder, "not-there.db"))).rejects.toMatchObject({ fault: "not-there" });
      await expect(connect(folder)).rejects.toMatchObject({ fault: "bad-settings" });
      // A folder that shares the beginning of its name is another folder.
      await expect(connect(file, [folder.slice(0, -1)])).rejects.toMatchObject({ fault: "not-allowed" });
    } finally {
      rmSync(outside, { recursive: true });
    }
  });

  test("that is no database, or a damaged one, is told as such", async () => {
    const text = join(folder, "text.db");
    writeFileSync(text, "this is no database, however long one looks at it".repeat(50));
    await expect(connect(text)).rejects.toMatchObject({
      fault: "unreadable",
      says: "The file is no SQLite database.",
    });
  });

  test("is waited for while somebody writes, and told when that takes too long", async () => {
    const rollback = join(folder, "rollback.db");
    const writer = new DatabaseSync(rollback);
    writer.exec("create table people (id integer primary key); insert into people values (1)");
    const reader = await connect(rollback);
    try {
      writer.exec("begin exclusive");
      await expect(
        Array.fromAsync(reader.find(askFor("people", ["id"], [key("id", 1)]))),
      ).rejects.toMatchObject({ fault: "busy", isTransient: true });
      writer.exec("rollback");
      expect(await Array.fromAsync(reader.find(askFor("people", ["id"], [key("id", 1)])))).toHaveLength(1);
    } finally {
      await reader.close();
      writer.close();
    }
  });

  test("test of the connection: indexes, and a file that this server could write", async () => {
    database.exec(
      "create table indexed (id integer primary key, mail text, name text); create index by_mail on indexed (mail)",
    );
    const fields = [
      { name: "id", fides_meta: { identity: "id" } },
      { name: "mail", fides_meta: { identity: "email" } },
      { name: "name", fides_meta: { identity: "name" } },
    ];
    const { dataset } = askFor("indexed", fields, []);
    chmodSync(file, 0o644);
    const steps = await connector.check({ config: { file }, secrets: {} }, around, { datasets: [dataset] });
    expect(steps.map((step) => step.says)).toEqual([
      "Opened the database file for reading only.",
      expect.stringMatching(/^This server could write|^May read and may not write/),
      "Found 1 of 1 tables of the dataset store.",
      "Looking up one person by indexed.id uses the index of its row ids.",
      "Looking up one person by indexed.mail uses the index by_mail.",
      expect.stringMatching(/^Looking up one person by indexed.name uses no index/),
    ]);
  });
});
