import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { connect as connectTcp, createServer, type Server, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { setTimeout as sleep } from "node:timers/promises";
import { join } from "node:path";
import { createSecureContext, TLSSocket } from "node:tls";
import postgres from "postgres";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { emptyDatabase, type TestDatabase } from "#db/testing.ts";
import { parseDatasets } from "#lib/engine/datasets/parse.ts";
import type { Dataset } from "#lib/engine/datasets/vocabulary.ts";
import type { Around, Ask, CheckStep, Page, Session, Store } from "../connector.ts";
import { StoreError } from "../store-error.ts";
import { connector } from "./client/connector.ts";
import { toTarget } from "./client/target.ts";
import { openTransaction } from "./client/transaction.ts";

let database: TestDatabase;
let sql: postgres.Sql;
let store: Store & { config: Record<string, unknown> };
let around: Around;
let session: Session;

beforeAll(async () => {
  database = await emptyDatabase();
  sql = postgres(database.url, { max: 1, onnotice: () => {} });
  const url = new URL(database.url);
  store = {
    config: {
      host: url.hostname,
      port: Number(url.port),
      database: database.name,
      user: url.username,
      tls: "off",
    },
    secrets: { password: decodeURIComponent(url.password) },
  };
  around = { operator: { hosts: [url.hostname, "localhost"], folders: [], own: [] } };
  await sql.unsafe(schema);
  session = await connector.connect(store, around);
});
afterAll(async () => {
  await session?.close();
  await sql?.end({ timeout: 1 });
  await database?.drop();
});

const schema = `
  create extension citext;
  create type mood as enum ('glad', 'sad');
  create domain account_no as text check (value ~ '^[A-Z]');
  create type street as (name text, house int);
  create table every_type (
    id int primary key, small int2, big int8, price numeric(38,10), ratio float8, single float4, flag boolean, name text, code char(8),
    short varchar(3), born date, seen timestamp, seen_tz timestamptz, at time, lasted interval, doc json, docb jsonb, tags text[], counts bigint[],
    days timestamptz[], raw bytea, uid uuid, feeling mood, account account_no, home street, span int4range, net inet, cost money, mail citext);
  insert into every_type values (
    1, -32768, 9223372036854775807, 12345678901234567890.1234567890, 0.1, 1.5, false, 'naïve 👋', 'ab', 'abc', '2024-02-29', '2024-02-29 23:59:59.123456',
    '2024-02-29 23:59:59.123456+02', '23:59:59', '1 year 2 mons 3 days', '{"n": 12345678901234567890, "s": "x", "f": 1.10}', '{"a": {"b": [1, 2.5, null, true]}}',
    '{a,"b c",NULL,"d\\"e"}', '{1,9007199254740993}', '{2024-01-01 00:00:00+00}', '\\x00ff10', 'c0ffee00-0000-4000-8000-000000000001', 'glad', 'A-1',
    row('High Street', 4), '[1,5)', '10.0.0.1/8', '20.00', 'Maya@Example.org');
  insert into every_type (id, big, price, ratio, single, born, seen, seen_tz) values
    (2, 42, 'NaN', 'Infinity', '-Infinity', 'infinity', '-infinity', 'infinity'), (3, 9007199254740992, 20.50, 'NaN', 0.1, '0044-03-15 BC', '0001-01-01', '9999-12-31 23:59:59Z');
  insert into every_type (id) values (4);
`;

function datasetFrom(collections: object[], more: object = {}): Dataset {
  const parsed = parseDatasets(JSON.stringify({ dataset: [{ fides_key: "store", ...more, collections }] }));
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.datasets[0] as Dataset;
}

/** A question about a table by its column names; a field may also be written out. */
function askFor(
  name: string,
  fields: (string | object)[],
  keys: Ask["keys"],
  more: Partial<Ask> = {},
  collection: object = {},
  dataset: object = {},
): Ask {
  const declared = fields.map((field) =>
    typeof field === "string" ? { name: field, data_categories: ["user"] } : field,
  );
  const map = datasetFrom([{ name, fields: declared, ...collection }], dataset);
  return {
    dataset: map,
    collection: map.collections[0] as Ask["collection"],
    fields: declared.map((field) => (field as { name: string }).name),
    keys,
    ...more,
  };
}

const key = (path: string, ...values: Ask["keys"][number]["values"]): Ask["keys"][number] => ({
  path: path.split("."),
  values,
});
const pagesOf = (ask: Ask, from: Session = session): Promise<Page[]> => Array.fromAsync(from.find(ask));
const recordsOf = async (ask: Ask, from: Session = session) =>
  (await pagesOf(ask, from)).flatMap((page) => page.rows.map((row) => row.record));
const idsOf = async (ask: Ask, from: Session = session) =>
  (await recordsOf(ask, from)).map((record) => record.id);
const faultOf = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => "no fault",
    (error: unknown) => error,
  );

/** Sees what was just made: the session of the other tests keeps to its own snapshot. */
async function afresh<T>(
  work: (session: Session) => Promise<T>,
  changes: { store?: Store; limits?: Around["limits"]; signal?: AbortSignal } = {},
): Promise<T> {
  const fresh = await connector.connect(changes.store ?? store, {
    ...around,
    ...(changes.limits ? { limits: changes.limits } : {}),
    ...(changes.signal ? { signal: changes.signal } : {}),
  });
  try {
    return await work(fresh);
  } finally {
    await fresh.close();
  }
}

describe("values", () => {
  const columns = [
    "id",
    "small",
    "big",
    "price",
    "ratio",
    "single",
    "flag",
    "name",
    "code",
    "short",
    "born",
    "seen",
    "seen_tz",
    "at",
    "lasted",
    "doc",
    "docb",
    "tags",
    "counts",
    "days",
    "raw",
    "uid",
    "feeling",
    "account",
    "home",
    "span",
    "net",
    "cost",
    "mail",
  ];

  test("of every type lose nothing on the way", async () => {
    const [record] = await recordsOf(askFor("every_type", columns, [key("id", 1)]));
    expect(record).toEqual({
      id: 1,
      small: -32768,
      big: "9223372036854775807",
      price: "12345678901234567890.1234567890",
      ratio: 0.1,
      single: 1.5,
      flag: false,
      name: "naïve 👋",
      code: "ab      ",
      short: "abc",
      born: "2024-02-29",
      seen: "2024-02-29T23:59:59.123456",
      seen_tz: "2024-02-29T21:59:59.123456Z",
      at: "23:59:59",
      lasted: "P1Y2M3D",
      doc: { n: "12345678901234567890", s: "x", f: 1.1 },
      docb: { a: { b: [1, 2.5, null, true] } },
      tags: ["a", "b c", null, 'd"e'],
      counts: [1, "9007199254740993"],
      days: ["2024-01-01T00:00:00Z"],
      raw: "AP8Q",
      uid: "c0ffee00-0000-4000-8000-000000000001",
      feeling: "glad",
      account: "A-1",
      home: { name: "High Street", house: 4 },
      span: "[1,5)",
      net: "10.0.0.1/8",
      cost: "$20.00",
      mail: "Maya@Example.org",
    });
  });

  test("without a number of their own come as text, and NULL as null", async () => {
    const wanted = ["id", "big", "price", "ratio", "single", "born", "seen", "seen_tz"];
    const records = await recordsOf(askFor("every_type", wanted, [key("id", 2, 3, 4)]));
    expect(records).toEqual([
      {
        id: 2,
        big: 42,
        price: "NaN",
        ratio: "Infinity",
        single: "-Infinity",
        born: "infinity",
        seen: "-infinity",
        seen_tz: "infinity",
      },
      {
        id: 3,
        big: 9007199254740992,
        price: 20.5,
        ratio: "NaN",
        single: 0.1,
        born: "0044-03-15 BC",
        seen: "0001-01-01T00:00:00",
        seen_tz: "9999-12-31T23:59:59Z",
      },
      { id: 4, big: null, price: null, ratio: null, single: null, born: null, seen: null, seen_tz: null },
    ]);
  });

  test("serve as keys in every type", async () => {
    const found: [column: string, value: string | number | boolean][] = [
      ["small", -32768],
      ["big", "9223372036854775807"],
      ["price", "12345678901234567890.1234567890"],
      ["ratio", 0.1],
      ["single", 1.5],
      ["flag", false],
      ["name", "naïve 👋"],
      ["code", "ab"],
      ["short", "abc"],
      ["born", "2024-02-29"],
      ["seen", "2024-02-29T23:59:59.123456"],
      ["seen_tz", "2024-02-29T21:59:59.123456Z"],
      ["uid", "C0FFEE00-0000-4000-8000-000000000001"],
      ["feeling", "glad"],
      ["account", "A-1"],
      ["mail", "maya@example.ORG"],
      ["net", "10.0.0.1/8"],
    ];
    for (const [column, value] of found)
      expect(await idsOf(askFor("every_type", ["id"], [key(column, value)])), column).toEqual([1]);
  });

  test("that cannot stand in a column find nothing, and how many is said once, without the values", async () => {
    const unfit: [column: string, ...values: (string | number | boolean)[]][] = [
      ["small", "32768", "1.0", "secret", "01", ""],
      ["big", "9223372036854775808"],
      ["price", "12,50", "1e9999"],
      ["ratio", "1e400", "one"],
      ["single", "3.5e38", "1e-60"],
      ["flag", "yes", 1],
      ["uid", "c0ffee"],
      ["born", "2023-02-29", "29.02.2024", "0000-01-01"],
      ["seen", "2024-02-29T24:30:00", "2024-02-29T10:00:00Z"],
      ["seen_tz", "tomorrow"],
      ["name", "nul\0", "\ud800"],
    ];
    for (const [column, ...values] of unfit) {
      const pages = await pagesOf(askFor("every_type", ["id"], [key(column, ...values)]));
      expect(
        pages.flatMap((page) => page.rows),
        column,
      ).toEqual([]);
      const problems = pages.flatMap((page) => page.problems);
      expect(problems, column).toHaveLength(1);
      expect(problems[0]?.says).toContain(`${values.length} of the values`);
      for (const value of values.filter((one) => String(one).length > 3))
        expect(problems[0]?.says).not.toContain(String(value));
    }
  });

  test("longer than the column are not cut to fit", async () => {
    expect(await idsOf(askFor("every_type", ["id"], [key("short", "abcdef")]))).toEqual([]);
    expect(await idsOf(askFor("every_type", ["id"], [key("code", "ab      x")]))).toEqual([]);
  });

  test("inside arrays, objects and JSON find their row; only the matching elements of an array stay", async () => {
    await sql.unsafe(`create table nested (id int primary key, people jsonb, mails text[], doc json, home street);
      insert into nested values
        (1, '[{"mail": "maya@example.org", "n": 1}, {"mail": "noah@example.org", "n": 2}]', '{maya@example.org,noah@example.org}', '{"owner": {"id": 7}}', row('A', 1)),
        (2, '{"mail": "maya@example.org", "n": 3}', null, '{"owner": {"id": "7"}}', row('B', 2)), (3, '[]', '{}', '[{"owner": [{"id": 7}, {"id": 8}]}]', null), (4, null, null, '{"owner": {"id": 70}}', null)`);
    const people = {
      name: "people",
      fides_meta: { data_type: "object[]" },
      fields: [{ name: "mail" }, { name: "n" }],
    };
    await afresh(async (fresh) => {
      const found = await recordsOf(
        askFor("nested", ["id", people], [key("people.mail", "maya@example.org")]),
        fresh,
      );
      expect(found).toEqual([
        { id: 1, people: [{ mail: "maya@example.org", n: 1 }] },
        { id: 2, people: { mail: "maya@example.org", n: 3 } },
      ]);
      expect(
        await recordsOf(askFor("nested", ["id", "mails"], [key("mails", "noah@example.org")]), fresh),
      ).toEqual([{ id: 1, mails: ["noah@example.org"] }]);
      const doc = { name: "doc", fields: [{ name: "owner", fields: [{ name: "id" }] }] };
      expect(await idsOf(askFor("nested", ["id", doc], [key("doc.owner.id", 7)]), fresh)).toEqual([1, 2, 3]);
      const home = { name: "home", fields: [{ name: "name" }, { name: "house" }] };
      expect(await recordsOf(askFor("nested", ["id", home], [key("home.name", "B")]), fresh)).toEqual([
        { id: 2, home: { name: "B", house: 2 } },
      ]);
      expect(await idsOf(askFor("nested", ["id"], [key('doc."owner" ? (true)', 7)]), fresh)).toEqual([]);
    });
  });
});

describe("order and place", () => {
  test("a table without a key is read by the place of its rows, twins included, and resumed there", async () => {
    await sql.unsafe(
      "create table keyless (owner text, n int); insert into keyless select 'maya', n / 2 from generate_series(0, 999) n; insert into keyless values ('noah', 1)",
    );
    await afresh(async (fresh) => {
      const ask = askFor("keyless", ["owner", "n"], [key("owner", "maya")], { pageRows: 300 });
      const pages = await pagesOf(ask, fresh);
      expect(pages.map((page) => page.rows.length)).toEqual([300, 300, 300, 100]);
      const rest = await recordsOf({ ...ask, cursor: pages[1]?.cursor ?? null }, fresh);
      expect(rest.map((record) => record.n)).toEqual(
        pages.slice(2).flatMap((page) => page.rows.map((row) => row.record.n)),
      );
    });
  });

  test("a view is read in a fixed order and resumed by count, twins included", async () => {
    await sql.unsafe("create view seen_keyless as select owner, n from keyless");
    await afresh(async (fresh) => {
      const ask = askFor("seen_keyless", ["owner", "n"], [key("owner", "maya")], { pageRows: 400 });
      const pages = await pagesOf(ask, fresh);
      const all = pages.flatMap((page) => page.rows.map((row) => row.record.n));
      expect(all).toHaveLength(1_000);
      const rest = await recordsOf({ ...ask, cursor: pages[0]?.cursor ?? null }, fresh);
      expect(rest.map((record) => record.n)).toEqual(all.slice(400));
    });
  });

  test("a composite key orders by all its columns, and a declared order with ties and nulls still gives each row once", async () => {
    await sql.unsafe(`create table lines (a text, b timestamptz, owner text, due date, primary key (a, b));
      insert into lines select 'a' || (n % 7), timestamptz '2024-01-01Z' + n * interval '1 microsecond', 'maya', case when n % 3 > 0 then date '2024-01-01' + n % 5 end from generate_series(1, 500) n`);
    await afresh(async (fresh) => {
      for (const orderBy of [
        [],
        ["due"],
        [{ field: "due", direction: "desc" }],
        [{ field: "due", direction: "desc" }, "b"],
        [{ field: "a", direction: "desc" }],
      ]) {
        const ask = askFor(
          "lines",
          ["a", "b", "due"],
          [key("owner", "maya")],
          { pageRows: 37 },
          orderBy.length > 0 ? { habeas_meta: { order_by: orderBy } } : {},
        );
        const whole = await recordsOf(ask, fresh);
        const seen: unknown[] = [];
        for (let cursor: string | null = null; ;) {
          const iterator = fresh.find({ ...ask, cursor })[Symbol.asyncIterator]();
          const next: IteratorResult<Page> = await iterator.next();
          await iterator.return?.();
          if (next.done) break;
          seen.push(...next.value.rows.map((row) => row.record));
          cursor = next.value.cursor;
        }
        expect(seen, JSON.stringify(orderBy)).toEqual(whole);
        expect(new Set(whole.map((record) => JSON.stringify([record.a, record.b]))).size).toBe(500);
      }
      const newest = askFor("lines", ["due"], [key("owner", "maya")], {
        limit: 1,
        orderBy: [{ field: "due", direction: "desc" }],
      });
      expect(await recordsOf(newest, fresh)).toEqual([{ due: "2024-01-05" }]);
    });
  });

  test("one session is one snapshot: what others do meanwhile is not half seen", async () => {
    await sql.unsafe(
      "create table moving (id int primary key, owner text); insert into moving select n, 'maya' from generate_series(1, 300) n",
    );
    await afresh(async (fresh) => {
      const seen: unknown[] = [];
      for await (const page of fresh.find(
        askFor("moving", ["id"], [key("owner", "maya")], { pageRows: 50 }),
      )) {
        seen.push(...page.rows.map((row) => row.record.id));
        await sql.unsafe(
          "delete from moving where id % 50 = 0; insert into moving select max(id) + 1, 'maya' from moving",
        );
      }
      expect(seen).toEqual(Array.from({ length: 300 }, (_, index) => index + 1));
    });
  });

  test("the schema of the dataset's namespace counts before that of the settings", async () => {
    await sql.unsafe(
      "create schema backup; create table backup.moving (id int primary key, owner text); insert into backup.moving values (77, 'maya')",
    );
    const ask = (namespace: object) => askFor("moving", ["id"], [key("owner", "maya")], {}, {}, namespace);
    await afresh(async (fresh) => {
      expect(
        await idsOf(
          ask({ fides_meta: { namespace: { connection_type: "postgres", schema: "backup" } } }),
          fresh,
        ),
      ).toEqual([77]);
      expect(
        await faultOf(idsOf(ask({ fides_meta: { namespace: { schema: "nowhere" } } }), fresh)),
      ).toMatchObject({ fault: "table-gone" });
    });
    await afresh(async (fresh) => expect(await idsOf(ask({}), fresh)).toEqual([77]), {
      store: { ...store, config: { ...store.config, schema: "backup" } },
    });
  });
});

describe("rows that will not decode", () => {
  test("in a view, which gives its rows no place, end its reading with a fault; the other tables go on", async () => {
    await sql.unsafe(`create table raw_numbers (id int primary key, owner text, text text); insert into raw_numbers select n, 'maya', case when n in (2, 251) then 'secret' else n::text end from generate_series(1, 260) n;
      create view computed as select id, owner, text::int as n from raw_numbers`);
    await afresh(async (fresh) => {
      const error = (await faultOf(
        pagesOf(askFor("computed", ["id", "n"], [key("owner", "maya")]), fresh),
      )) as StoreError;
      expect(error).toMatchObject({ fault: "unreadable" });
      expect(error.message).not.toContain("secret");
      expect(await idsOf(askFor("raw_numbers", ["id"], [key("id", 1)]), fresh)).toEqual([1]);
    });
  });

  test("bytes that are no text, in a database that does not check them", async () => {
    const name = `${database.name}_ascii`;
    await sql.unsafe(
      `create database ${name} encoding 'SQL_ASCII' locale_provider libc locale 'C' template template0`,
    );
    const other = postgres(database.url.replace(`/${database.name}`, `/${name}`), {
      max: 1,
      onnotice: () => {},
    });
    try {
      await other.unsafe("create table notes (id int primary key, owner text, note text)");
      await other.unsafe(
        "insert into notes select n, 'maya', case when n % 100 = 7 then convert_from('\\xff41', 'SQL_ASCII') else 'fine' end from generate_series(1, 350) n",
      );
      await afresh(
        async (fresh) => {
          const pages = await pagesOf(
            askFor("notes", ["id", "note"], [key("owner", "maya")], { pageRows: 100 }),
            fresh,
          );
          expect(pages.flatMap((page) => page.rows)).toHaveLength(346);
          expect(
            pages.flatMap((page) => page.problems.map((problem) => [problem.kind, problem.key])),
          ).toEqual([
            ["record", '["7"]'],
            ["record", '["107"]'],
            ["record", '["207"]'],
            ["record", '["307"]'],
          ]);
          expect(pages[0]?.problems[0]?.says).toMatch(/bytes that are no text/);
        },
        { store: { ...store, config: { ...store.config, database: name } } },
      );
    } finally {
      await other.end({ timeout: 1 });
      await sql.unsafe(`drop database ${name} with (force)`);
    }
  });

  test("a row the server itself cannot give is passed over and the others are read one by one", async ({
    skip,
  }) => {
    const [server] = await sql`select current_setting('server_version_num')::int as version`;
    // A column that is computed when it is read is the one honest way to make a single row fail.
    if (server?.version < 180_000) skip("virtual columns came with Postgres 18");
    await sql.unsafe(`create table halves (id int primary key, owner text, top int, bottom int, half int generated always as (top / bottom) virtual);
      insert into halves (id, owner, top, bottom) select n, 'maya', n, case when n in (3, 240) then 0 else 2 end from generate_series(1, 250) n`);
    await afresh(async (fresh) => {
      const ask = askFor("halves", ["id", "half"], [key("owner", "maya")], { pageRows: 60 });
      const pages = await pagesOf(ask, fresh);
      expect(pages.flatMap((page) => page.rows.map((row) => row.record.id))).toEqual(
        Array.from({ length: 250 }, (_, index) => index + 1).filter((id) => id !== 3 && id !== 240),
      );
      expect(pages.flatMap((page) => page.problems.map((problem) => problem.key))).toEqual([
        '["3"]',
        '["240"]',
      ]);
      expect(pages[0]?.problems[0]?.says).toMatch(/division by zero/);
      const rest = await pagesOf({ ...ask, cursor: pages[0]?.cursor ?? null }, fresh);
      expect(rest.flatMap((page) => page.problems.map((problem) => problem.key))).toEqual(['["240"]']);
    });
  });

  test("JSON nested without end is a problem, not the end", async () => {
    await sql.unsafe(
      `create table deep (id int primary key, owner text, doc json); insert into deep values (1, 'maya', (repeat('[', 5000) || repeat(']', 5000))::json), (2, 'maya', '{"__proto__": {"polluted": 1}, "e": 1e400}')`,
    );
    await afresh(async (fresh) => {
      const [page] = await pagesOf(askFor("deep", ["id", "doc"], [key("owner", "maya")]), fresh);
      expect(page?.problems.map((problem) => problem.key)).toEqual(['["1"]']);
      expect(JSON.stringify(page?.rows[0]?.record)).toBe(
        '{"id":2,"doc":{"__proto__":{"polluted":1},"e":"1e400"}}',
      );
      expect(({} as { polluted?: number }).polluted).toBeUndefined();
    });
  });
});

describe("files", () => {
  test("in a column travel apart from their record, with the type their bytes tell, in pieces", async () => {
    const image = Buffer.concat([
      Buffer.from("89504e470d0a1a0a0000000d49484452", "hex"),
      Buffer.alloc(9_000_000, 7),
    ]);
    await sql.unsafe(
      "create table scans (id int primary key, owner text, name text, claimed text, body bytea)",
    );
    await sql`insert into scans values (1, 'maya', 'passport.pdf', 'application/pdf', ${image}), (2, 'maya', null, null, null), (3, 'maya', 'note', 'text/html', ${Buffer.from("<script>alert(1)</script>")})`;
    const meta = { habeas_meta: { attachment: { content: "body", name: "name", media_type: "claimed" } } };
    await afresh(async (fresh) => {
      const [page] = await pagesOf(
        askFor(
          "scans",
          ["id", "name", "claimed", "body"],
          [key("owner", "maya")],
          { fields: ["id", "name", "body"] },
          meta,
        ),
        fresh,
      );
      expect(page?.rows.map((row) => row.record)).toEqual([
        { id: 1, name: "passport.pdf" },
        { id: 2, name: null },
        { id: 3, name: "note" },
      ]);
      expect(
        page?.rows.map((row) =>
          row.files.map(({ name, mediaType, sizeBytes }) => ({ name, mediaType, sizeBytes })),
        ),
      ).toEqual([
        [{ name: "passport.pdf", mediaType: "image/png", sizeBytes: image.length }],
        [],
        [{ name: "note", mediaType: "text/plain", sizeBytes: 25 }],
      ]);
      const pieces = await Array.fromAsync(page?.rows[0]?.files[0]?.open() ?? []);
      expect(pieces.length).toBeGreaterThan(1);
      expect(Buffer.concat(pieces).equals(image)).toBe(true);
    });
  });
});

describe("what is refused", () => {
  test("a table this account may not read, while the others go on", async () => {
    await sql.unsafe(
      "create table hidden (id int primary key); create table shown (id int primary key, secret text); insert into shown values (1, 'x')",
    );
    const role = `reader_${database.name.slice(5)}`;
    await sql.unsafe(`create role ${role} login password 'pw'; grant select (id) on shown to ${role}`);
    const reader = { config: { ...store.config, user: role }, secrets: { password: "pw" } };
    try {
      await afresh(
        async (fresh) => {
          expect(await faultOf(idsOf(askFor("hidden", ["id"], [key("id", 1)]), fresh))).toMatchObject({
            fault: "permission-refused",
          });
          expect(
            await faultOf(idsOf(askFor("shown", ["id", "secret"], [key("id", 1)]), fresh)),
          ).toMatchObject({ fault: "permission-refused" });
          expect(await idsOf(askFor("shown", ["id"], [key("id", 1)]), fresh)).toEqual([1]);
        },
        { store: reader },
      );
      const map = datasetFrom([
        { name: "hidden", fields: [{ name: "id", fides_meta: { identity: "id" } }] },
        { name: "shown", fields: [{ name: "id" }, { name: "secret" }] },
      ]);
      const steps = await connector.check(reader, around, { datasets: [map] });
      expect(steps.filter((step) => !step.ok).map((step) => step.says)).toEqual([
        "This account may not read all columns of hidden.",
        "This account may not read all columns of shown.",
      ]);
      expect(steps.map((step) => step.says)).toContain("May read and may not write, as it should be.");
      expect(steps.map((step) => step.says)).toContain(
        "Looking up one person by hidden.id uses the index hidden_pkey.",
      );
    } finally {
      await sql.unsafe(`revoke all on shown from ${role}; drop role ${role}`);
    }
  });

  test("anything that would write, however it is hidden", async () => {
    await sql.unsafe(`create table ledger (id int primary key, owner text); insert into ledger values (1, 'maya'); create sequence numbers;
      create function sneak() returns int language plpgsql as $$ begin insert into ledger values (99, 'thief'); return 1; end $$;
      create view writing as select id, owner, sneak() as n from ledger; create view counting as select id, owner, nextval('numbers') as n from ledger`);
    await afresh(async (fresh) => {
      for (const view of ["writing", "counting"]) {
        expect(
          await faultOf(pagesOf(askFor(view, ["id", "n"], [key("owner", "maya")]), fresh)),
          view,
        ).toMatchObject({ fault: "write-refused" });
      }
      expect(await idsOf(askFor("ledger", ["id"], [key("owner", "maya")]), fresh)).toEqual([1]);
    });
    expect(await sql`select id from ledger`).toEqual([{ id: 1 }]);
  });

  test("a wrong password, an unknown user, an unknown database", async () => {
    const trials: [Store, string][] = [
      [{ ...store, secrets: { password: "wrong-horse" } }, "sign-in-refused"],
      [{ ...store, config: { ...store.config, user: "nobody_here" } }, "sign-in-refused"],
      [{ ...store, config: { ...store.config, database: "not_there" } }, "not-there"],
    ];
    for (const [trial, fault] of trials) {
      const error = (await faultOf(connector.connect(trial, around))) as StoreError;
      expect(error).toMatchObject({ fault, isTransient: false });
      expect(error.message).not.toContain("wrong-horse");
      const steps = await connector.check(trial, around, { datasets: [] });
      expect(steps.at(-1)).toMatchObject({ ok: false, says: error.says });
      expect(JSON.stringify(steps)).not.toContain("wrong-horse");
    }
  });

  test("Habeas's own database, under each of its names, but for a schema that is declared open", async () => {
    const { host, port } = store.config as { host: string; port: number };
    const own = (name: string, openSchemas: string[] = []): Around => ({
      operator: {
        hosts: ["*"],
        folders: [],
        own: [{ host: name, port, database: database.name, openSchemas }],
      },
    });
    for (const name of [host, "localhost", "127.0.0.1", "LOCALHOST.", "::1"]) {
      expect(await faultOf(connector.connect(store, own(name))), name).toMatchObject({
        fault: "not-allowed",
      });
    }
    expect(
      await faultOf(
        connector.connect({ ...store, config: { ...store.config, host: "127.0.0.2" } }, own("127.0.0.1")),
      ),
    ).toMatchObject({ fault: "not-allowed" });
    const open = { ...store, config: { ...store.config, schema: "backup" } };
    const fresh = await connector.connect(open, own(host, ["backup"]));
    try {
      expect(await idsOf(askFor("moving", ["id"], [key("owner", "maya")]), fresh)).toEqual([77]);
      const elsewhere = askFor(
        "moving",
        ["id"],
        [key("owner", "maya")],
        {},
        {},
        { fides_meta: { namespace: { schema: "public" } } },
      );
      expect(await faultOf(idsOf(elsewhere, fresh))).toMatchObject({ fault: "not-allowed" });
    } finally {
      await fresh.close();
    }
  });
});

describe("the connection test", () => {
  test("warns of an account that may write, of missing indexes and of row-level security", async () => {
    await sql.unsafe(
      "create table guarded (id int primary key, mail text); alter table guarded enable row level security",
    );
    const map = datasetFrom([
      { name: "guarded", fields: [{ name: "id" }, { name: "mail", fides_meta: { identity: "email" } }] },
    ]);
    const steps = await connector.check(store, around, { datasets: [map] });
    const warnings = steps.filter((step: CheckStep) => step.isWarning).map((step) => step.says);
    expect(warnings).toEqual([
      expect.stringMatching(/^This account may write/),
      expect.stringMatching(/^Row-level security is on for guarded/),
      expect.stringMatching(/^Looking up one person by guarded.mail uses no index/),
    ]);
    expect(steps.every((step) => step.ok)).toBe(true);
    await sql.unsafe("create index by_mail on guarded (mail)");
    const locators = [{ dataset: "store", collection: "guarded", path: ["id"] }];
    const again = (await connector.check(store, around, { datasets: [map], locators })).map(
      (step) => step.says,
    );
    expect(again).toContain("Looking up one person by guarded.mail uses the index by_mail.");
    expect(again).toContain("Looking up one person by guarded.id uses the index guarded_pkey.");
  });
});

/** A real TCP server between us and Postgres that misbehaves in one way. */
describe("the network", () => {
  const servers: Server[] = [];
  const sockets = new Set<Socket>();
  afterEach(async () => {
    for (const socket of sockets) socket.destroy();
    sockets.clear();
    await Promise.all(servers.splice(0).map((server) => new Promise((resolve) => server.close(resolve))));
  });

  async function between(onConnect: (client: Socket, upstream: () => Socket) => void): Promise<Store> {
    const { host, port } = store.config as { host: string; port: number };
    const keep = (socket: Socket) => (sockets.add(socket), socket.on("error", () => {}));
    const server = createServer((client) => {
      keep(client);
      onConnect(client, () => keep(connectTcp(port, host)));
    });
    servers.push(server);
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const address = server.address() as { port: number };
    return { ...store, config: { ...store.config, host: "127.0.0.1", port: address.port } };
  }

  const connect = (to: Store, limits: Around["limits"] = {}, signal?: AbortSignal) =>
    connector.connect(to, {
      operator: { hosts: ["127.0.0.1", "localhost", "192.0.2.1"], folders: [], own: [] },
      limits,
      ...(signal ? { signal } : {}),
    });

  test("nothing listens; no such host; nobody answers", async () => {
    const silent = await between(() => {});
    const port = (silent.config as { port: number }).port;
    await new Promise((resolve) => servers.splice(0)[0]?.close(resolve));
    expect(
      await faultOf(connect({ ...store, config: { ...store.config, host: "127.0.0.1", port } })),
    ).toMatchObject({ fault: "unreachable", isTransient: true });
    const mute = await between(() => {});
    expect(await faultOf(connect(mute, { connectMs: 200 }))).toMatchObject({ fault: "unreachable" });
    const gone = { ...store, config: { ...store.config, host: "no-such-host.invalid" } };
    expect(
      await faultOf(connector.connect(gone, { operator: { hosts: ["*"], folders: [], own: [] } })),
    ).toMatchObject({ fault: "unreachable" });
  });

  /** A message of the protocol by which a server asks how somebody signs in, or lets her in (0). */
  const signIn = (way: number, more = "") =>
    Buffer.concat([Buffer.from([82, 0, 0, 0, 8 + more.length, 0, 0, 0, way]), Buffer.from(more)]);
  const ready = Buffer.from([90, 0, 0, 0, 5, 73]);
  const once = (answer: (client: Socket) => void) => (client: Socket) =>
    client.once("data", () => answer(client));

  test.each<[string, string, (client: Socket) => void]>([
    ["hangs up at once", "unreachable", (client) => client.end()],
    ["resets the connection", "unreachable", (client) => client.resetAndDestroy()],
    ["hangs up instead of an answer", "unreachable", once((client) => client.end())],
    [
      "hangs up once the password is asked for",
      "unreachable",
      once((client) => client.end(signIn(5, "salt"))),
    ],
    ["hangs up once we are in", "unreachable", once((client) => client.end(signIn(0)))],
    ["is a web server", "unreachable", once((client) => client.end("HTTP/1.1 400 Bad Request\r\n\r\n"))],
    ["falls silent once we are in", "unreachable", once((client) => client.write(signIn(0)))],
    [
      "falls silent once it is ready",
      "unreachable",
      once((client) => client.write(Buffer.concat([signIn(0), ready]))),
    ],
    [
      "answers nonsense while we sign in",
      "unreachable",
      once((client) => {
        client.write(signIn(10, "SCRAM-SHA-256\0\0"));
        client.once("data", () => client.write(signIn(11, "nonsense")));
      }),
    ],
    ["wants a ticket of Kerberos", "sign-in-refused", once((client) => client.write(signIn(7)))],
  ])("what answers %s: it is dialled once and given up", async (_, fault, answer) => {
    let dials = 0;
    const odd = await between((client) => {
      dials++;
      answer(client);
    });
    expect(await faultOf(connect(odd, { connectMs: 400 }))).toMatchObject({ fault });
    const everywhere = { ...around.operator, hosts: ["*"] };
    const steps = await connector.check(
      odd,
      { operator: everywhere, limits: { connectMs: 400 } },
      { datasets: [] },
    );
    expect(steps.at(-1)).toMatchObject({ ok: false, says: expect.not.stringMatching(/middle/) });
    await sleep(100);
    // Once to open it; in the test once to reach it and, where that went well, once to open it.
    expect(dials).toBeLessThanOrEqual(3);
  });

  test("an abort ends signing in where nothing answers", async () => {
    const mute = await between(() => {});
    const controller = new AbortController();
    const opening = faultOf(connect(mute, { connectMs: 60_000 }, controller.signal));
    setTimeout(() => controller.abort(), 50);
    expect(await opening).toMatchObject({ fault: "cancelled" });
  });

  test("the addresses that were checked are connected to, whatever the name of the host means by then", async () => {
    const target = await toTarget(store, around);
    // A name that nobody can look up stands for one whose answer has changed since.
    const renamed = { ...target, config: { ...target.config, host: "moved.invalid" } };
    const tx = await openTransaction(renamed);
    try {
      expect(await tx.run(["select 1"])).toHaveLength(1);
    } finally {
      await tx.end();
    }
  });

  test("the connection ends in the middle", async () => {
    let upstream: Socket | undefined;
    const cut = await between((client, connectUp) => {
      upstream = connectUp().on("close", () => client.resetAndDestroy());
      client.pipe(upstream).pipe(client);
    });
    const fresh = await connect(cut);
    try {
      expect(await idsOf(askFor("every_type", ["id"], [key("id", 1)]), fresh)).toEqual([1]);
      upstream?.resetAndDestroy();
      expect(await faultOf(idsOf(askFor("every_type", ["id"], [key("id", 1)]), fresh))).toMatchObject({
        fault: "lost",
        isTransient: true,
      });
      expect(await faultOf(idsOf(askFor("every_type", ["id"], [key("id", 1)]), fresh))).toMatchObject({
        fault: "lost",
      });
    } finally {
      await fresh.close();
    }
  });

  test("the store falls silent: a connection that swallows everything is given up", async () => {
    let isSilent = false;
    const hole = await between((client, connectUp) => {
      const upstream = connectUp();
      client.on("data", (bytes) => isSilent || upstream.write(bytes));
      upstream.on("data", (bytes) => isSilent || client.write(bytes));
    });
    const fresh = await connect(hole, { idleMs: 200 });
    try {
      isSilent = true;
      expect(await faultOf(idsOf(askFor("every_type", ["id"], [key("id", 1)]), fresh))).toMatchObject({
        fault: "too-slow",
        isTransient: true,
      });
    } finally {
      await fresh.close();
    }
  });

  test("an answer that takes too long is cut off by the server itself", async () => {
    await sql.unsafe("create view slow as select 1 as id, pg_sleep(30)::text as nap");
    const fresh = await connect(store, { pageMs: 200, idleMs: 60_000 });
    try {
      expect(await faultOf(recordsOf(askFor("slow", ["id", "nap"], [key("id", 1)]), fresh))).toMatchObject({
        fault: "too-slow",
      });
      expect(await idsOf(askFor("every_type", ["id"], [key("id", 1)]), fresh)).toEqual([1]);
    } finally {
      await fresh.close();
    }
  });

  test("an abort ends a question that is under way", async () => {
    const controller = new AbortController();
    const fresh = await connect(store, {}, controller.signal);
    try {
      const asked = faultOf(recordsOf(askFor("slow", ["id", "nap"], [key("id", 1)]), fresh));
      setTimeout(() => controller.abort(), 50);
      expect(await asked).toMatchObject({ fault: "cancelled" });
      // The server stops working on it too.
      const isAsleep = async () =>
        (
          await sql`select 1 from pg_stat_activity where query ~ 'from found' and state = 'active' and pid <> pg_backend_pid()`
        ).length > 0;
      while (await isAsleep()) await sleep(20);
    } finally {
      await fresh.close();
    }
  });

  test("a server without TLS is refused rather than spoken to in the clear", async () => {
    const heard: Buffer[] = [];
    const plain = await between((client, connectUp) => {
      const upstream = connectUp();
      client.on("data", (bytes) => heard.push(bytes));
      client.pipe(upstream).pipe(client);
    });
    const error = await faultOf(
      connect({ ...plain, config: { ...(plain.config as object), tls: "verify" } }),
    );
    expect(error).toMatchObject({ fault: "tls-refused" });
    expect(Buffer.concat(heard).includes("habeas")).toBe(false);
  });

  describe.skipIf(!hasOpenssl())("TLS", () => {
    const folder = mkdtempSync(join(tmpdir(), "habeas-tls-"));
    afterAll(() => rmSync(folder, { recursive: true }));

    /** A server certificate and the authority that signed it. */
    function certificates(names: string, days: string): { ca: string; cert: string; key: string } {
      const at = (name: string) => join(folder, name);
      const run = (...args: string[]) => execFileSync("openssl", args, { stdio: "ignore" });
      run(
        "req",
        "-x509",
        "-newkey",
        "rsa:2048",
        "-nodes",
        "-keyout",
        at("ca.key"),
        "-out",
        at("ca.pem"),
        "-days",
        "2",
        "-subj",
        "/CN=test authority",
      );
      run(
        "req",
        "-newkey",
        "rsa:2048",
        "-nodes",
        "-keyout",
        at("server.key"),
        "-out",
        at("server.csr"),
        "-subj",
        "/CN=server",
      );
      writeFileSync(at("names.cnf"), `subjectAltName=${names}`);
      run(
        "x509",
        "-req",
        "-in",
        at("server.csr"),
        "-CA",
        at("ca.pem"),
        "-CAkey",
        at("ca.key"),
        "-CAcreateserial",
        "-out",
        at("server.pem"),
        "-days",
        days,
        "-extfile",
        at("names.cnf"),
      );
      const read = (name: string) => readFileSync(at(name), "utf8");
      return { ca: read("ca.pem"), cert: read("server.pem"), key: read("server.key") };
    }

    /** Answers Postgres's request for TLS and hands what is inside to the real server. */
    const tlsServer = (pair: { cert: string; key: string }) =>
      between((client, connectUp) => {
        client.once("data", () => {
          client.write("S");
          const inside = new TLSSocket(client, { isServer: true, secureContext: createSecureContext(pair) });
          inside.on("error", () => {});
          inside.pipe(connectUp()).pipe(inside);
        });
      });

    test("the name counts for the certificate, the address that was checked for the way there", async () => {
      const named = certificates("DNS:store.invalid", "2");
      const served = await tlsServer(named);
      const target = await toTarget(served, { operator: { hosts: ["*"], folders: [], own: [] } });
      const secure = { ...target.config, tls: "verify" as const, ca: named.ca };
      const tx = await openTransaction({ ...target, config: { ...secure, host: "store.invalid" } });
      await tx.end();
      const misnamed = { ...target, config: { ...secure, host: "other.invalid" } };
      expect(await faultOf(openTransaction(misnamed))).toMatchObject({ fault: "tls-refused" });
    });

    test("a certificate of the given authority for this host is accepted; any other is not", async () => {
      const good = certificates("IP:127.0.0.1,DNS:localhost", "2");
      const served = await tlsServer(good);
      const config = { ...(served.config as object), tls: "verify" };
      for (const host of ["127.0.0.1", "localhost"]) {
        const fresh = await connect({ ...served, config: { ...config, host, ca: good.ca } });
        expect(await idsOf(askFor("every_type", ["id"], [key("id", 1)]), fresh)).toEqual([1]);
        await fresh.close();
      }
      expect(await faultOf(connect({ ...served, config }))).toMatchObject({
        fault: "tls-refused",
        says: expect.stringMatching(/not signed by an authority/),
      });
      const another = certificates("DNS:other.example", "2");
      const misnamed = await tlsServer(another);
      const wrongHost = {
        ...misnamed,
        config: { ...(misnamed.config as object), tls: "verify", ca: another.ca },
      };
      expect(await faultOf(connect(wrongHost))).toMatchObject({
        fault: "tls-refused",
        says: expect.stringMatching(/for another host/),
      });
    });
  });
});

function hasOpenssl(): boolean {
  try {
    execFileSync("openssl", ["version"], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}
