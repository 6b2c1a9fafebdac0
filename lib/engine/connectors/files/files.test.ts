import { appendFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { parseDatasets } from "#lib/engine/datasets/parse.ts";
import type { Dataset } from "#lib/engine/datasets/vocabulary.ts";
import type { Ask, Page } from "../connector.ts";
import { connector } from "./client/connector.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "habeas-files-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

const around = () => ({ operator: { hosts: [], folders: [folder], own: [] } });
const put = (name: string, content: string | Buffer) => writeFileSync(join(folder, name), content);

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

async function pagesOf(ask: Ask, config: object = {}): Promise<Page[]> {
  const session = await connector.connect({ config: { folder, ...config }, secrets: {} }, around());
  return Array.fromAsync(session.find(ask));
}
const recordsOf = async (ask: Ask, config: object = {}) =>
  (await pagesOf(ask, config)).flatMap((page) => page.rows.map((row) => row.record));
const problemsOf = async (ask: Ask) =>
  (await pagesOf(ask)).flatMap((page) => page.problems.map((problem) => problem.says));
const hers = key("mail", "maya@example.org");

describe("CSV", () => {
  test.each<[what: string, content: string | Buffer, config?: object]>([
    ["with commas", "id,mail,name\n1,maya@example.org,Maya\n"],
    ["with semicolons and CRLF", "id;mail;name\r\n1;maya@example.org;Maya\r\n"],
    ["with tabs, no final newline", "id\tmail\tname\n1\tmaya@example.org\tMaya"],
    ["with a byte order mark and quotes", '\ufeff"id","mail","name"\n"1","maya@example.org","Maya"\n'],
    [
      "with columns in another order, spaces in the heading and further columns",
      "name, other ,mail,id\nMaya,x,maya@example.org,1\n",
    ],
    ["with old Mac line ends", "id,mail,name\r1,maya@example.org,Maya\r"],
    ["with empty lines and trailing separators", "id,mail,name\n\n1,maya@example.org,Maya,,\n\n"],
  ])("%s", async (_, content, config = {}) => {
    put("contacts.csv", content);
    expect(await recordsOf(askFor("contacts", ["id", "mail", "name"], [hers]), config)).toEqual([
      { id: "1", mail: "maya@example.org", name: "Maya" },
    ]);
  });

  test("cells keep line breaks, quotes and formula signs; declared types hold where they lose nothing", async () => {
    put(
      "c.csv",
      'id,mail,n,f,b,z\n1,maya@example.org,42,1.5,true,"=1+1\n""x"", y"\n2,maya@example.org,042,1.50,TRUE,\n',
    );
    const typed = (name: string, type: string) => ({ name, fides_meta: { data_type: type } });
    expect(
      await recordsOf(
        askFor(
          "c",
          [
            typed("id", "integer"),
            "mail",
            typed("n", "integer"),
            typed("f", "float"),
            typed("b", "boolean"),
            "z",
          ],
          [hers],
        ),
      ),
    ).toEqual([
      { id: 1, mail: "maya@example.org", n: 42, f: 1.5, b: true, z: '=1+1\n"x", y' },
      { id: 2, mail: "maya@example.org", n: "042", f: "1.50", b: true, z: "" },
    ]);
  });

  test("in a Western encoding, when the settings say so", async () => {
    put("c.csv", Buffer.from("id,mail,name\n1,maya@example.org,M\xfcller \x80\n", "latin1"));
    expect(await recordsOf(askFor("c", ["name"], [hers]), { encoding: "windows-1252" })).toEqual([
      { name: "Müller €" },
    ]);
  });

  test("lines that will not do become problems with their number and without their content; the others come", async () => {
    put(
      "c.csv",
      Buffer.concat([
        Buffer.from("id,mail,name\n1,maya@example.org,first\n2,maya@example.org\n3,maya@example.org,"),
        Buffer.from([0xff, 0xfe]),
        Buffer.from("\n4,noah@example.org,"),
        Buffer.from([0xff]),
        Buffer.from(
          '\n5,maya@example.org,"never closed\n6,maya@example.org,last but one\n7,maya@example.org,"a ""b"" c"\n',
        ),
      ]),
    );
    const ask = askFor("c", ["id", "mail", "name"], [hers]);
    expect((await recordsOf(ask)).map((record) => record.id)).toEqual(["1", "6", "7"]);
    expect(await problemsOf(ask)).toEqual([
      "Record 2 of c could not be read: it has 2 cells where the heading has 3.",
      "Record 3 of c could not be read: it holds bytes that are no text in the encoding of the file.",
      "Record 5 of c could not be read: its quotation marks do not match, or it is too large.",
    ]);
  });

  test("a quotation mark in the middle of a cell is taken as it is", async () => {
    put(
      "c.csv",
      'id,mail,name\n1,maya@example.org,5\'10" tall\n2,maya@example.org,"a" b\n3,maya@example.org,"fine"\n',
    );
    expect(await recordsOf(askFor("c", ["name"], [hers]))).toEqual([
      { name: "5'10\" tall" },
      { name: '"a" b' },
      { name: "fine" },
    ]);
  });

  test("resumes exactly, problems included", async () => {
    const rows = Array.from({ length: 90 }, (_, index) =>
      index % 30 === 7 ? `${index},maya@example.org` : `${index},maya@example.org,"x\n${index}"`,
    );
    put("c.csv", `\ufeffid,mail,name\r\n${rows.join("\r\n")}`);
    const ask = askFor("c", ["id", "mail", "name"], [hers], { pageRows: 20 });
    const whole = await pagesOf(ask);
    const told = (pages: Page[]) =>
      pages.flatMap((page) => [
        ...page.rows.map((row) => row.key),
        ...page.problems.map((problem) => problem.key),
      ]);
    expect(told(whole)).toHaveLength(90);
    for (const [index, page] of whole.entries()) {
      const rest = told(await pagesOf({ ...ask, cursor: page.cursor }));
      expect(new Set(rest)).toEqual(new Set(told(whole.slice(index + 1))));
      expect(rest).toHaveLength(new Set(rest).size);
    }
  });

  test.each<[what: string, content: string | Buffer, fault: string]>([
    ["without a heading", "", "unreadable"],
    ["whose heading names a declared column twice", "id,mail,mail\n1,a,b\n", "unreadable"],
    ["without a declared column", "id,name\n1,Maya\n", "column-gone"],
    ["in UTF-16", Buffer.from("\ufeffid,mail\n1,maya@example.org\n", "utf16le"), "unreadable"],
  ])("a file %s is a fault", async (_, content, fault) => {
    put("c.csv", content);
    await expect(pagesOf(askFor("c", ["id", "mail"], [hers]))).rejects.toMatchObject({ fault });
  });
});

describe("JSON", () => {
  const record =
    '{"id": 9007199254740993, "mail": "maya@example.org", "n": 1.10, "more": {"a": [1, 12345678901234567890.5]}}';
  const expected = [
    { id: "9007199254740993", mail: "maya@example.org", n: 1.1, more: { a: [1, "12345678901234567890.5"] } },
  ];
  test.each<[what: string, name: string, content: string]>([
    ["an array", "c.json", `[${record}]`],
    [
      "an array with a byte order mark over several lines",
      "c.json",
      `\ufeff\n[\n${record.replaceAll(",", ",\n")}\n]\n`,
    ],
    ["lines", "c.ndjson", `\n${record}\n{"id": 2, "mail": "noah@example.org"}\n`],
    ["lines in a .json file", "c.json", `${record}\n{"id": 2, "mail": "noah@example.org"}`],
    ["one object over several lines", "c.json", record.replaceAll(",", ",\n")],
    ["lines that each hold a list", "c.jsonl", `[1]\n${record}`],
  ])("%s", async (_, name, content) => {
    put(name, content);
    expect(await recordsOf(askFor("c", ["id", "mail", "n", "more"], [hers]))).toEqual(expected);
  });

  test("is searched inside lists and objects; only declared members and matching elements come", async () => {
    put(
      "c.json",
      '[{"id": 1, "secret": 1, "people": [{"mail": "maya@example.org", "pin": 1}, {"mail": "noah@example.org"}]}, {"id": 2, "people": {"mail": "noah@example.org"}}, {"id": 3}]',
    );
    const people = { name: "people", fides_meta: { data_type: "object[]" }, fields: [{ name: "mail" }] };
    expect(await recordsOf(askFor("c", ["id", people], [key("people.mail", "maya@example.org")]))).toEqual([
      { id: 1, people: [{ mail: "maya@example.org" }] },
    ]);
  });

  test("damaged records become problems with their number; the others come", async () => {
    const deep = `{"mail": ${"[".repeat(5_000)}${"]".repeat(5_000)}}`;
    put(
      "c.json",
      `[{"id": 1, "mail": "maya@example.org"}, {"id": 2, "mail": maya}, 17, "text", null, [1], ${deep}, {"id": 3, "mail": "maya@example.org", "__proto__": {"x": 1}}]`,
    );
    const ask = askFor("c", ["id", "mail"], [hers]);
    expect((await recordsOf(ask)).map((row) => row.id)).toEqual([1, 3]);
    expect(await problemsOf(ask)).toEqual([
      "Record 2 of c could not be read: it is no JSON.",
      "Record 3 of c could not be read: it is no object.",
      "Record 4 of c could not be read: it is no object.",
      "Record 5 of c could not be read: it is no object.",
      "Record 6 of c could not be read: it is no object.",
      "Record 7 of c could not be read: it is no JSON.",
    ]);
    expect(({} as { x?: number }).x).toBeUndefined();
  });

  test("an array that is cut off gives what it has and says so", async () => {
    put("c.json", '[{"id": 1, "mail": "maya@example.org"}, {"id": 2, "mail": "ma');
    const ask = askFor("c", ["id", "mail"], [hers]);
    expect((await recordsOf(ask)).map((row) => row.id)).toEqual([1]);
    expect(await problemsOf(ask)).toEqual([
      "Record 2 of c could not be read: it is no JSON.",
      expect.stringMatching(/the array is never closed/),
    ]);
  });
});

describe("the folder", () => {
  test("names leading out of it are refused, however they are written", async () => {
    const outside = mkdtempSync(join(tmpdir(), "habeas-outside-"));
    try {
      writeFileSync(join(outside, "people.csv"), "id,mail\n1,maya@example.org\n");
      symlinkSync(join(outside, "people.csv"), join(folder, "link.csv"));
      symlinkSync(outside, join(folder, "linked"));
      for (const name of [
        `../${basename(outside)}/people`,
        `${outside}/people`,
        "link",
        "linked/people",
        "x/../../people.csv",
      ]) {
        await expect(pagesOf(askFor(name, ["id", "mail"], [hers])), name).rejects.toMatchObject({
          fault: expect.stringMatching(/not-allowed|table-gone/),
        });
      }
      symlinkSync(outside, join(folder, "whole"));
      await expect(
        connector.connect({ config: { folder: join(folder, "whole") }, secrets: {} }, around()),
      ).rejects.toMatchObject({ fault: "not-allowed" });
    } finally {
      rmSync(outside, { recursive: true });
    }
  });

  test("a collection that could be either of two files is not guessed", async () => {
    put("c.csv", "id,mail\n");
    put("c.json", "[]");
    await expect(pagesOf(askFor("c", ["id", "mail"], [hers]))).rejects.toMatchObject({
      fault: "bad-settings",
    });
    expect(await pagesOf(askFor("c.csv", ["id", "mail"], [hers]))).toEqual([]);
    mkdirSync(join(folder, "d.csv"));
    await expect(pagesOf(askFor("d", ["id", "mail"], [hers]))).rejects.toMatchObject({ fault: "table-gone" });
  });

  test("a file that changes between two pages has to be read anew; one that grows while it is read is read as it was", async () => {
    const rows = Array.from({ length: 50 }, (_, index) => `{"id": ${index}, "mail": "maya@example.org"}`);
    put("c.ndjson", rows.join("\n"));
    const ask = askFor("c", ["id", "mail"], [hers], { pageRows: 20 });
    const [first] = await pagesOf(ask);
    put("c.ndjson", rows.slice(10).join("\n"));
    await expect(pagesOf({ ...ask, cursor: first?.cursor ?? null })).rejects.toMatchObject({
      fault: "changed",
      isTransient: true,
    });
    const session = await connector.connect({ config: { folder }, secrets: {} }, around());
    const seen = [];
    for await (const page of session.find(ask)) {
      seen.push(...page.rows);
      appendFileSync(join(folder, "c.ndjson"), '\n{"id": 99, "mail": "maya@example.org"}');
    }
    expect(seen).toHaveLength(40);
  });

  test("attachments come with their record", async () => {
    put("letter.txt", "Dear Maya");
    put(
      "c.json",
      '[{"mail": "maya@example.org", "file": "letter.txt"}, {"mail": "maya@example.org", "file": "../letter.txt"}]',
    );
    const [page] = await pagesOf(
      askFor("c", ["mail", "file"], [hers], {}, { habeas_meta: { attachment: { path: "file" } } }),
    );
    expect(page?.rows.map((row) => row.files.length)).toEqual([1, 0]);
    expect(page?.rows[0]?.files[0]).toMatchObject({
      name: "letter.txt",
      mediaType: "text/plain",
      sizeBytes: 9,
    });
    expect(Buffer.concat(await Array.fromAsync(page?.rows[0]?.files[0]?.open() ?? [])).toString()).toBe(
      "Dear Maya",
    );
    expect(page?.problems).toHaveLength(1);
  });
});
