import { createHash } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import postgres from "postgres";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { emptyDatabase, type TestDatabase } from "#db/testing.ts";
import { parseDatasets } from "#lib/engine/datasets/parse.ts";
import type { Scalar } from "#lib/engine/datasets/values.ts";
import type { Dataset } from "#lib/engine/datasets/vocabulary.ts";
import type { Around, Ask, Page, Session, Store } from "./connector.ts";
import { connectors } from "./index.ts";
import type { ConnectorKind } from "./kinds.ts";
import { StoreError } from "./store-error.ts";

/** One contract for every kind of store, run against real ones. What only one kind can do is tested beside that kind. */

type Table = {
  name: string;
  columns: Record<string, "text" | "integer">;
  rows: (string | number | null)[][];
};

/** A real store that tests fill as they like. */
type TestStore = {
  store: Store;
  around: Around;
  /** Whether values keep their types; a CSV file knows text only. */
  isTyped: boolean;
  put(table: Table): Promise<void>;
  remove(table: string): Promise<void>;
  /** A digest of everything in the store, to show that reading changes nothing. */
  digest(): Promise<string>;
  end(): Promise<void>;
};

const variants: { name: string; kind: ConnectorKind; open: () => Promise<TestStore> }[] = [
  { name: "postgres", kind: "postgres", open: openPostgres },
  { name: "sqlite", kind: "sqlite", open: openSqlite },
  { name: "files: csv", kind: "files", open: () => openFolder("csv") },
  { name: "files: json array", kind: "files", open: () => openFolder("json") },
  { name: "files: json lines", kind: "files", open: () => openFolder("ndjson") },
];

async function openPostgres(): Promise<TestStore> {
  const database: TestDatabase = await emptyDatabase();
  const sql = postgres(database.url, { max: 1, onnotice: () => {} });
  const url = new URL(database.url);
  const name = (text: string) => `"${text.replaceAll('"', '""')}"`;
  const tables = new Map<string, string[]>();
  return {
    store: {
      config: {
        host: url.hostname,
        port: Number(url.port),
        database: database.name,
        user: url.username,
        tls: "off",
      },
      secrets: { password: decodeURIComponent(url.password) },
    },
    around: { operator: { hosts: [url.hostname], folders: [], own: [] } },
    isTyped: true,
    async put(table) {
      const columns = Object.entries(table.columns).map(([column, type]) => `${name(column)} ${type}`);
      await sql.unsafe(
        `create table ${name(table.name)} (${columns.join(", ")}, primary key (${name(Object.keys(table.columns)[0] as string)}))`,
      );
      tables.set(table.name, Object.keys(table.columns));
      for (let start = 0; start < table.rows.length; start += 500) {
        const rows = table.rows.slice(start, start + 500);
        const marks = rows.map(
          (row, at) => `(${row.map((_, index) => `$${at * row.length + index + 1}`).join(", ")})`,
        );
        await sql.unsafe(`insert into ${name(table.name)} values ${marks.join(", ")}`, rows.flat());
      }
    },
    async remove(table) {
      tables.delete(table);
      await sql.unsafe(`drop table ${name(table)}`);
    },
    async digest() {
      const rows = [];
      for (const table of tables.keys())
        rows.push(await sql.unsafe(`select * from ${name(table)} order by 1`));
      return createHash("sha256").update(JSON.stringify(rows)).digest("hex");
    },
    async end() {
      await sql.end({ timeout: 1 });
      await database.drop();
    },
  };
}

async function openSqlite(): Promise<TestStore> {
  const folder = mkdtempSync(join(tmpdir(), "habeas-sqlite-"));
  const file = join(folder, "store.db");
  const database = new DatabaseSync(file);
  const name = (text: string) => `"${text.replaceAll('"', '""')}"`;
  return {
    store: { config: { file }, secrets: {} },
    around: { operator: { hosts: [], folders: [folder], own: [] } },
    isTyped: true,
    async put(table) {
      const columns = Object.entries(table.columns).map(([column, type]) => `${name(column)} ${type}`);
      database.exec(
        `create table ${name(table.name)} (${columns.join(", ")}, primary key (${name(Object.keys(table.columns)[0] as string)}))`,
      );
      const insert = database.prepare(
        `insert into ${name(table.name)} values (${Object.keys(table.columns)
          .map(() => "?")
          .join(", ")})`,
      );
      database.exec("begin");
      for (const row of table.rows) insert.run(...row);
      database.exec("commit");
    },
    remove: async (table) => database.exec(`drop table ${name(table)}`),
    digest: async () => createHash("sha256").update(readFileSync(file)).digest("hex"),
    async end() {
      database.close();
      rmSync(folder, { recursive: true });
    },
  };
}

async function openFolder(ending: "csv" | "json" | "ndjson"): Promise<TestStore> {
  const folder = mkdtempSync(join(tmpdir(), "habeas-files-"));
  const cell = (value: string | number | null) =>
    value === null ? "" : `"${String(value).replaceAll('"', '""')}"`;
  const record = (table: Table, row: Table["rows"][number]) =>
    Object.fromEntries(Object.keys(table.columns).map((column, index) => [column, row[index]]));
  const text = {
    csv: (table: Table) =>
      [Object.keys(table.columns), ...table.rows].map((row) => row.map(cell).join(",")).join("\r\n"),
    json: (table: Table) =>
      JSON.stringify(
        table.rows.map((row) => record(table, row)),
        null,
        1,
      ),
    ndjson: (table: Table) => table.rows.map((row) => JSON.stringify(record(table, row))).join("\n"),
  };
  return {
    store: { config: { folder }, secrets: {} },
    around: { operator: { hosts: [], folders: [folder], own: [] } },
    isTyped: ending !== "csv",
    put: async (table) => writeFileSync(join(folder, `${table.name}.${ending}`), text[ending](table)),
    remove: async (table) => rmSync(join(folder, `${table}.${ending}`)),
    async digest() {
      const names = readdirSync(folder).sort();
      return createHash("sha256")
        .update(JSON.stringify(names.map((name) => [name, readFileSync(join(folder, name), "latin1")])))
        .digest("hex");
    },
    end: async () => rmSync(folder, { recursive: true }),
  };
}

/** A dataset that declares tables with nothing but their names and columns. */
function datasetOf(...tables: Pick<Table, "name" | "columns">[]): Dataset {
  const collections = tables.map(({ name, columns }) => ({
    name,
    fields: Object.entries(columns).map(([column, type]) => ({
      name: column,
      data_categories: ["user"],
      ...(type === "integer" ? { fides_meta: { data_type: "integer" } } : {}),
    })),
  }));
  const parsed = parseDatasets(JSON.stringify({ dataset: [{ fides_key: "store", collections }] }));
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.datasets[0] as Dataset;
}

function askOf(
  table: Pick<Table, "name" | "columns">,
  keys: Record<string, Scalar[]>,
  more: Partial<Ask> = {},
): Ask {
  const dataset = datasetOf(table);
  return {
    dataset,
    collection: dataset.collections[0] as Ask["collection"],
    fields: Object.keys(table.columns),
    keys: Object.entries(keys).map(([name, values]) => ({ path: [name], values })),
    ...more,
  };
}

async function pagesOf(session: Session, ask: Ask): Promise<Page[]> {
  return Array.fromAsync(session.find(ask));
}

async function recordsOf(session: Session, ask: Ask): Promise<Record<string, unknown>[]> {
  return (await pagesOf(session, ask)).flatMap((page) => page.rows.map((row) => row.record));
}

const people: Table = {
  name: "people",
  columns: { id: "integer", mail: "text", town: "text" },
  rows: [
    [1, "maya@example.org", "Leeds"],
    [2, "noah@example.org", null],
    [3, "maya@example.org", "York"],
    [4, "MAYA@example.org", "Bath"],
  ],
};

/** Keys that break whoever builds queries by gluing text. */
const awkward = [
  "O'Brien",
  "'; drop table people; --",
  'quote " mark',
  "100%",
  "under_score",
  "back\\slash",
  "tab\tinside",
  "line\nbreak",
  "ünïcödé",
  "cafe\u0301",
  "日本語",
  "שלום עולם",
  "مرحبا",
  "👩‍👩‍👧‍👦",
  "{curly}",
  "[1,2]",
  "$1",
  "?1",
  "${x}",
  " leading and trailing ",
  "NULL",
  "true",
  "0",
  "x".repeat(200),
];

describe.each(variants)("$name", ({ kind, open }) => {
  let real: TestStore;
  let session: Session;

  beforeAll(async () => {
    real = await open();
    await real.put(people);
    const { connector } = await connectors[kind].client();
    session = await connector.connect(real.store, real.around);
  });
  afterAll(async () => {
    await session?.close();
    await real?.end();
  });

  const connect = async (store: Store, around: Around = real.around) =>
    (await connectors[kind].client()).connector.connect(store, around);
  const check = async (store: Store, around: Around, dataset: Dataset) =>
    (await connectors[kind].client()).connector.check(store, around, { datasets: [dataset] });

  test("found: every record that matches, whole, and nobody else's", async () => {
    expect(await recordsOf(session, askOf(people, { mail: ["maya@example.org"] }))).toEqual([
      { id: 1, mail: "maya@example.org", town: "Leeds" },
      { id: 3, mail: "maya@example.org", town: "York" },
    ]);
  });

  test("nothing held: no pages, and no error", async () => {
    expect(await pagesOf(session, askOf(people, { mail: ["nobody@example.org"] }))).toEqual([]);
    expect(await session.count(askOf(people, { mail: ["nobody@example.org"] }))).toBe(0);
  });

  test("without keys nothing is read, so that no question can mean everybody", async () => {
    expect(await pagesOf(session, askOf(people, {}))).toEqual([]);
    expect(await pagesOf(session, askOf(people, { mail: [] }))).toEqual([]);
    expect(await session.count(askOf(people, {}))).toBe(0);
  });

  test("not known here: a table that is not in the store is a fault with what to do, not an empty answer", async () => {
    const gone = { name: "invoice_archive", columns: { id: "integer" as const } };
    const error = await recordsOf(session, askOf(gone, { id: [1] })).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(StoreError);
    expect(error).toMatchObject({ fault: "table-gone", isTransient: false });
    expect((error as StoreError).message).toMatch(/invoice_archive.* Ask whoever runs the store/);
    // The next collection of the same store goes on.
    expect(await recordsOf(session, askOf(people, { id: [2] }))).toHaveLength(1);
  });

  test("a table that goes while the session is open is named, and a null stays what it is", async () => {
    const brief: Table = { name: "brief", columns: { id: "integer", note: "text" }, rows: [[1, null]] };
    await real.put(brief);
    const fresh = await connect(real.store);
    try {
      expect(await recordsOf(fresh, askOf(brief, { id: [1] }))).toEqual([
        { id: 1, note: real.isTyped ? null : "" },
      ]);
    } finally {
      await fresh.close();
    }
    await real.remove("brief");
    const later = await connect(real.store);
    try {
      await expect(recordsOf(later, askOf(brief, { id: [1] }))).rejects.toMatchObject({
        fault: "table-gone",
      });
    } finally {
      await later.close();
    }
  });

  test("any of several keys finds a record, once", async () => {
    const records = await recordsOf(
      session,
      askOf(people, { mail: ["maya@example.org"], id: [3, 2], town: ["York"] }),
    );
    expect(records.map((record) => record.id)).toEqual([1, 2, 3]);
    expect(
      await session.count(askOf(people, { mail: ["maya@example.org"], id: [3, 2], town: ["York"] })),
    ).toBe(3);
  });

  test("a key that is text finds a number and the other way round, but never a different spelling", async () => {
    expect(await recordsOf(session, askOf(people, { id: ["2"] }))).toHaveLength(1);
    expect(await recordsOf(session, askOf(people, { id: ["02", "2.0", " 2", "2e0", "two"] }))).toEqual([]);
  });

  test("awkward keys are found exactly, each its own record", async () => {
    const names: Table = {
      name: "names",
      columns: { id: "integer", name: "text" },
      rows: awkward.map((name, id) => [id, name]),
    };
    await real.put(names);
    const fresh = await connect(real.store);
    try {
      for (const [id, name] of awkward.entries()) {
        expect(await recordsOf(fresh, askOf(names, { name: [name] })), name).toEqual([{ id, name }]);
      }
      expect(
        await recordsOf(fresh, askOf(names, { name: ["%", "_", "x%", "o'brien", "caf\u00e9", ""] })),
      ).toEqual([]);
      expect(await fresh.count(askOf(names, { name: awkward }))).toBe(awkward.length);
    } finally {
      await fresh.close();
    }
    expect(await recordsOf(session, askOf(people, { mail: ["maya@example.org"] }))).toHaveLength(2);
  });

  test("0, false and the empty text are keys like any other", async () => {
    const empty: Table = {
      name: "empties",
      columns: { id: "integer", code: "text" },
      rows: [
        [0, ""],
        [1, "0"],
        [2, "false"],
        [3, null],
      ],
    };
    await real.put(empty);
    const fresh = await connect(real.store);
    try {
      const ids = async (keys: Record<string, Scalar[]>) =>
        (await recordsOf(fresh, askOf(empty, keys))).map((record) => record.id);
      expect(await ids({ id: [0] })).toEqual([0]);
      expect(await ids({ code: ["0"] })).toEqual([1]);
      expect(await ids({ code: [false] })).toEqual([2]);
      // A CSV file cannot tell an empty text from nothing.
      expect(await ids({ code: [""] })).toEqual(real.isTyped ? [0] : [0, 3]);
    } finally {
      await fresh.close();
    }
  });

  describe("5,000 records of one person", () => {
    const many: Table = {
      name: "many",
      columns: { id: "integer", owner: "text", note: "text" },
      rows: Array.from({ length: 5_000 }, (_, index) => [
        index * 3 + 1,
        index % 5 === 4 ? "somebody else" : "maya",
        `note ${index}`,
      ]),
    };
    const hers = many.rows.filter(([, owner]) => owner === "maya").map(([id]) => id);
    let large: Session;
    beforeAll(async () => {
      await real.put(many);
      large = await connect(real.store);
    });
    afterAll(() => large?.close());

    test("come in pages of 500, in order, each once", async () => {
      const pages = await pagesOf(large, askOf(many, { owner: ["maya"] }, { pageRows: 500 }));
      expect(pages.map((page) => page.rows.length)).toEqual(Array.from({ length: 8 }, () => 500));
      expect(pages.flatMap((page) => page.rows.map((row) => row.record.id))).toEqual(hers);
      const keys = pages.flatMap((page) => page.rows.map((row) => row.key));
      expect(new Set(keys).size).toBe(hers.length);
    });

    test("go on after any page without missing or doubling one, in a session of its own", async () => {
      const seen: unknown[] = [];
      let cursor: string | null = null;
      for (let pages = 0; ; pages++) {
        const anew = await connect(real.store);
        try {
          const iterator: AsyncIterator<Page> = anew
            .find(askOf(many, { owner: ["maya"] }, { pageRows: 700, cursor }))
            [Symbol.asyncIterator]();
          const next: IteratorResult<Page> = await iterator.next();
          await iterator.return?.();
          if (next.done) break;
          seen.push(...next.value.rows.map((row) => row.record.id));
          cursor = next.value.cursor;
        } finally {
          await anew.close();
        }
        expect(pages).toBeLessThan(10);
      }
      expect(seen).toEqual(hers);
    });

    test("are asked for in chunks when the keys are many, each record still once", async () => {
      const ids = many.rows.map(([id]) => id as number);
      const byId = await recordsOf(large, askOf(many, { id: ids }));
      expect(byId.map((record) => record.id).sort((a, b) => Number(a) - Number(b))).toEqual(ids);
      const both = await recordsOf(
        large,
        askOf(many, {
          id: ids.slice(0, 2_500),
          note: many.rows.slice(1_000).map(([, , note]) => note as string),
        }),
      );
      expect(both.map((record) => record.id).sort((a, b) => Number(a) - Number(b))).toEqual(ids);
      expect(
        await large.count(
          askOf(many, {
            id: ids.slice(0, 2_500),
            note: many.rows.slice(1_000).map(([, , note]) => note as string),
          }),
        ),
      ).toBe(5_000);
    });

    test("resume in the middle of the chunks", async () => {
      const keys = { id: many.rows.slice(0, 2_500).map(([id]) => id as number), owner: ["somebody else"] };
      const whole = (await recordsOf(large, askOf(many, keys))).map((record) => record.id);
      const resumed: unknown[] = [];
      let cursor: string | null = null;
      for (let pages = 0; pages < 40; pages++) {
        const [page]: Page[] = await Array.fromAsync(
          firstPage(large, askOf(many, keys, { pageRows: 150, cursor })),
        );
        if (!page) break;
        resumed.push(...page.rows.map((row) => row.record.id));
        cursor = page.cursor;
      }
      expect(resumed).toEqual(whole);
      expect(new Set(resumed).size).toBe(3_000);
    });

    test("stop at a limit, and the newest come first when asked", async () => {
      const ask = askOf(
        many,
        { owner: ["maya"] },
        { limit: 2, orderBy: [{ field: "id", direction: "desc" }] },
      );
      expect((await recordsOf(large, ask)).map((record) => record.id)).toEqual(hers.slice(-2).reverse());
      expect(await recordsOf(large, askOf(many, { owner: ["maya"] }, { limit: 1 }))).toHaveLength(1);
      expect(await recordsOf(large, askOf(many, { owner: ["maya"] }, { limit: 0 }))).toEqual([]);
    });

    test("end early when the reader goes away, and the session still works", async () => {
      for await (const page of large.find(askOf(many, { owner: ["maya"] }, { pageRows: 10 }))) {
        expect(page.rows).toHaveLength(10);
        break;
      }
      expect(await recordsOf(large, askOf(many, { id: [1] }))).toHaveLength(1);
    });

    test("make pages by size too", async () => {
      const small = await connect(real.store, { ...real.around, limits: { pageBytes: 2_000 } });
      try {
        const pages = await pagesOf(small, askOf(many, { owner: ["maya"] }));
        expect(pages.length).toBeGreaterThan(20);
        expect(pages.flatMap((page) => page.rows.map((row) => row.record.id))).toEqual(hers);
      } finally {
        await small.close();
      }
    });

    test("stop when the signal says so, with a fault of its own", async () => {
      const controller = new AbortController();
      const read = async () => {
        for await (const page of large.find(
          askOf(many, { owner: ["maya"] }, { pageRows: 100, signal: controller.signal }),
        )) {
          if (page.rows.length > 0) controller.abort();
        }
      };
      await expect(read()).rejects.toMatchObject({ fault: "cancelled" });
      expect(await recordsOf(large, askOf(many, { id: [1] }))).toHaveLength(1);
    });

    test("two readings at once do not disturb one another", async () => {
      const [one, other] = await Promise.all([
        recordsOf(large, askOf(many, { owner: ["maya"] }, { pageRows: 90 })),
        recordsOf(large, askOf(many, { owner: ["somebody else"] }, { pageRows: 110 })),
      ]);
      expect(one).toHaveLength(4_000);
      expect(other).toHaveLength(1_000);
    });

    test("too large a record becomes a problem in its place, and the others come", async () => {
      const mixed: Table = {
        name: "mixed",
        columns: { id: "integer", owner: "text", note: "text" },
        rows: [
          [1, "maya", "a"],
          [2, "maya", "b".repeat(5_000)],
          [3, "maya", "c"],
        ],
      };
      await real.put(mixed);
      const fresh = await connect(real.store, { ...real.around, limits: { recordBytes: 200 } });
      try {
        const pages = await pagesOf(fresh, askOf(mixed, { owner: ["maya"] }));
        const isCapped = kind !== "files" || real.isTyped;
        expect(pages.flatMap((page) => page.rows.map((row) => row.record.id))).toEqual(
          isCapped ? [1, 3] : [1, 2, 3],
        );
        expect(pages.flatMap((page) => page.problems.map((problem) => problem.kind))).toEqual(
          isCapped ? ["record"] : [],
        );
        expect(JSON.stringify(pages.flatMap((page) => page.problems))).not.toContain("bbbb");
      } finally {
        await fresh.close();
      }
    });
  });

  test.each([
    'people"; drop table people; --',
    "people; select 1",
    "PEOPLE",
    "public.people",
    "pg_catalog.pg_shadow",
    "pg_read_file('/etc/passwd')",
    "(select 1)",
    "people p",
    "people/*",
    "../people",
    "../../../../etc/passwd",
    "/etc/passwd",
    ".",
    "",
    "*",
    "sqlite_master",
  ])("a collection named %j is looked up, never interpreted", async (name) => {
    const table = { name: name || " ", columns: { id: "integer" as const } };
    const error = await recordsOf(session, askOf(table, { id: [1] })).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(StoreError);
    expect(["table-gone", "not-allowed"]).toContain((error as StoreError).fault);
  });

  test.each([
    'id"; drop table people; --',
    "id) or (1=1",
    "id, (select 1)",
    "ID ",
    "1",
    "*",
    "count(*)",
    "ctid",
    "tableoid",
  ])("a field named %j is looked up, never interpreted", async (name) => {
    const table = { name: "people", columns: { id: "integer" as const, [name]: "text" as const } };
    const outcome = await recordsOf(session, askOf(table, { id: [1] })).catch((thrown: unknown) => thrown);
    if (kind === "files" && real.isTyped) expect(outcome).toEqual([{ id: 1 }]);
    else expect(outcome).toMatchObject({ fault: "column-gone" });
    const searched = await recordsOf(session, askOf(table, { [name]: ["1"] }, { fields: ["id"] })).catch(
      (thrown: unknown) => thrown,
    );
    if (kind === "files" && real.isTyped) expect(searched).toEqual([]);
    else expect(searched).toMatchObject({ fault: "column-gone" });
  });

  test("a name may hold quotation marks, dots and spaces, as long as it is the store's own", async () => {
    const odd: Table = {
      name: 'odd "name" 1',
      columns: { id: "integer", 'a "b" c.d': "text" },
      rows: [[1, "x"]],
    };
    await real.put(odd);
    const fresh = await connect(real.store);
    try {
      expect(await recordsOf(fresh, askOf(odd, { 'a "b" c.d': ["x"] }))).toEqual([
        { id: 1, 'a "b" c.d': "x" },
      ]);
    } finally {
      await fresh.close();
    }
  });

  test("reading changes nothing", async () => {
    const before = await real.digest();
    await recordsOf(session, askOf(people, { mail: ["maya@example.org"] }));
    await check(real.store, real.around, datasetOf(people));
    expect(await real.digest()).toBe(before);
  });

  test("a store that is not on the operator's list is refused before it is touched", async () => {
    const error = await connect(real.store, {
      operator: { hosts: ["elsewhere.example"], folders: [], own: [] },
    }).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ fault: "not-allowed" });
    expect(
      (await check(real.store, { operator: { hosts: [], folders: [], own: [] } }, datasetOf(people))).at(-1),
    ).toMatchObject({ ok: false });
  });

  test("settings that make no sense are told as such", async () => {
    await expect(connect({ config: {}, secrets: {} })).rejects.toMatchObject({ fault: "bad-settings" });
    await expect(
      connect({ config: { ...(real.store.config as object), unknown: 1 }, secrets: {} }),
    ).rejects.toMatchObject({ fault: "bad-settings" });
  });

  test("the connection test tells each step in words, and what is missing", async () => {
    const whole = await check(real.store, real.around, datasetOf(people));
    expect(whole.every((step) => step.ok)).toBe(true);
    expect(whole.every((step) => /^[A-Z].*\.$/s.test(step.says) && step.milliseconds >= 0)).toBe(true);
    const partly = await check(
      real.store,
      real.around,
      datasetOf(people, { name: "nowhere", columns: { id: "integer" } }),
    );
    const failed = partly.filter((step) => !step.ok);
    expect(failed).toHaveLength(1);
    expect(failed[0]?.says).toContain("nowhere");
    expect(failed[0]?.todo).toBeTruthy();
  });
});

async function* firstPage(session: Session, ask: Ask): AsyncGenerator<Page> {
  for await (const page of session.find(ask)) {
    yield page;
    return;
  }
}

test("a folder may hold folders, and a collection may lie in one", async () => {
  const folder = mkdtempSync(join(tmpdir(), "habeas-files-"));
  try {
    await mkdir(join(folder, "2026"));
    writeFileSync(join(folder, "2026", "people.csv"), "id,mail\n1,maya@example.org\n");
    const { connector } = await connectors.files.client();
    const session = await connector.connect(
      { config: { folder }, secrets: {} },
      { operator: { hosts: [], folders: [folder], own: [] } },
    );
    const table = { name: "2026/people", columns: { id: "integer" as const, mail: "text" as const } };
    expect(await recordsOf(session, askOf(table, { mail: ["maya@example.org"] }))).toEqual([
      { id: 1, mail: "maya@example.org" },
    ]);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
