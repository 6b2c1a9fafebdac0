import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buffer } from "node:stream/consumers";
import { parse } from "csv-parse/sync";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import type { BundleField, BundleGroup, BundleInput } from "../input.ts";
import { fixedRecords, sampleInput } from "../sample.test.fixture.ts";
import { redacted, type BundleRecord } from "../values.ts";
import { writeArchive } from "./archive.ts";
import { bundleAssets } from "./assets.ts";
import { checkBundle } from "./check.ts";
import { openZip } from "./unzip.ts";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "habeas-groups-"));
});
afterAll(() => rm(folder, { recursive: true }));

const base = "3-your-data/marketing/marketing";

/** Builds a bundle with one category of these groups, checks it, and gives that category's files. */
async function filesOf(...groups: BundleGroup[]) {
  const categories = [{ id: "marketing", groups, withheld: 0, filesLeftOut: [], namedOnly: [], files: [] }];
  const input: BundleInput = sampleInput("en", {
    data: { collectedOn: "2026-11-12", categories, notHeld: [] },
  });
  const file = join(folder, "bundle.zip");
  await writeFile(file, await buffer(writeArchive(input, await bundleAssets()).stream));
  expect(await checkBundle(file)).toMatchObject({ ok: true, problems: [] });
  const zip = await openZip(file);
  const top = `${zip.entries[0]?.fileName.split("/")[0]}/`;
  const text = (path: string) => zip.text(`${top}${base}${path}`);
  const pages = await Promise.all(
    zip.entries
      .map(({ fileName }) => fileName.slice(top.length))
      .filter((path) => path.startsWith(base) && path.endsWith(".html"))
      .sort((a, b) => a.length - b.length || (a < b ? -1 : 1))
      .map((path) => zip.text(top + path)),
  );
  const found = {
    json: JSON.parse(await text(".json")) as Record<string, unknown>[],
    csv: parse((await text(".csv")).slice(1)) as string[][],
    schema: JSON.parse(await text(".schema.json")) as Record<string, unknown>,
    pages,
  };
  zip.close();
  return found;
}

function group(id: string, fields: BundleField[], records: BundleRecord[], more: Partial<BundleGroup> = {}) {
  const whole = { id, title: `Title of ${id}`, explanation: null, timeField: null, fields };
  return { ...whole, records: fixedRecords(records), ...more };
}

const kind = (codes: Record<string, string>): BundleField => ({
  name: "kind",
  label: "Kind",
  kind: "code",
  codes,
});

const phone = group(
  "calls",
  [
    kind({ A: "answered", M: "missed" }),
    { name: "amount", label: "Cost", kind: "money", currency: "EUR", unit: "minor" },
    { name: "size", label: "Minutes", kind: "number" },
  ],
  [
    { kind: "A", amount: 1840, size: 3 },
    { kind: "M", amount: 0, size: 0 },
  ],
);
const orders = group(
  "orders",
  [
    { name: "no", label: "Order", kind: "text" },
    kind({ A: "abroad", D: "delivered" }),
    { name: "amount", label: "Price", kind: "money", currency: "GBP" },
    { name: "size", label: "Size", kind: "text" },
  ],
  [{ no: "O-1", kind: "A", amount: "18.40", size: "-3" }],
  { explanation: "What you <b>bought</b>." },
);

const cells = (page: string, record: number) => {
  const row = new RegExp(`<tr role="row" data-record="${record}">(.*?)</tr>`, "s").exec(page)?.[1] ?? "";
  return [...row.matchAll(/<td[^>]*>(.*?)<\/td>/gs)].map(([, cell = ""]) => cell.replace(/<[^>]*>/g, ""));
};
const headings = (page: string) => [...page.matchAll(/<h2[^>]*>(.*?)<\/h2>/gs)].map(([, words]) => words);

describe("tables that name their fields alike", () => {
  it("are each read by their own words, kinds and money", async () => {
    const { pages, json, csv } = await filesOf(phone, orders);
    const [page = ""] = pages;
    expect(cells(page, 1)).toEqual(["answered A", "€18.40", "3"]);
    expect(cells(page, 2)).toEqual(["missed M", "€0.00", "0"]);
    expect(cells(page, 3)).toEqual(["O-1", "abroad A", "£18.40", "-3"]);
    expect(page).toContain("<p>What you &lt;b&gt;bought&lt;/b&gt;.</p>");
    expect(json.map((record) => Object.keys(record))).toEqual([
      ["record_type", "kind", "amount", "size"],
      ["record_type", "kind", "amount", "size"],
      ["record_type", "no", "kind", "amount", "size"],
    ]);
    expect(csv).toEqual([
      ["record_type", "kind", "amount", "size", "no"],
      ["calls", "A", "1840", "3", ""],
      ["calls", "M", "0", "0", ""],
      ["orders", "A", "18.40", "'-3", "O-1"],
    ]);
  });

  it("are told apart by a schema that takes no record of one for the other's", async () => {
    const { schema, json } = await filesOf(phone, orders);
    const form = z.fromJSONSchema(schema as never);
    expect(form.safeParse(json).error).toBeUndefined();
    const with3rd = (change: Record<string, unknown>) => [...json.slice(0, 2), { ...json[2], ...change }];
    for (const change of [{ record_type: "calls" }, { record_type: "other" }, { more: 1 }])
      expect(form.safeParse(with3rd(change)).success, JSON.stringify(change)).toBe(false);
    expect(schema["x-habeas"]).toMatchObject({
      key: "record_type",
      groups: [
        { id: "calls", title: "Title of calls", count: 2 },
        { id: "orders", title: "Title of orders", count: 1, explanation: "What you <b>bought</b>." },
      ],
    });
  });

  it("have a heading each, which a table alone does not need", async () => {
    const both = await filesOf(phone, orders);
    expect(headings(both.pages[0] ?? "")).toEqual([
      "All 3 records",
      "Title of calls, 2 records",
      "Title of orders, 1 record",
      "In this folder",
    ]);
    expect(both.pages[0]).toContain('<a href="#records-orders">Title of orders</a>, 1 record');
    const one = await filesOf(phone);
    expect(headings(one.pages[0] ?? "")).toEqual(["All 2 records", "In this folder"]);
  });

  it("leave the name of the key to a field that has it", async () => {
    const odd = group(
      "odd",
      [{ name: "record_type", label: "Type", kind: "text" }],
      [{ record_type: "calls" }],
    );
    const { json, csv, schema } = await filesOf(phone, odd);
    expect(json[2]).toEqual({ record_type_2: "odd", record_type: "calls" });
    expect(csv[0]).toEqual(["record_type_2", "kind", "amount", "size", "record_type"]);
    expect(z.fromJSONSchema(schema as never).safeParse(json).success).toBe(true);
  });
});

describe("how a group is set", () => {
  const texts = (...names: string[]): BundleField[] =>
    names.map((name) => ({ name, label: name, kind: "text" }));
  const key: BundleField = { name: "id", label: "Number", kind: "number", technical: true };

  it("shows what only joins records last, and drops nothing", async () => {
    const { pages, json } = await filesOf(
      group("notes", [key, ...texts("said")], [{ id: 7, said: "hello" }]),
      phone,
    );
    expect(cells(pages[0] ?? "", 1)).toEqual(["hello", "7"]);
    expect(Object.keys(json[0] ?? {})).toEqual(["record_type", "id", "said"]);
  });

  it("gives long and covered texts room", async () => {
    const { pages } = await filesOf(
      group("notes", texts("a", "b", "c"), [
        { a: "x".repeat(81), b: "short", c: redacted("other-person-name") },
      ]),
    );
    expect(pages[0]?.match(/<th scope="col" role="columnheader"[^>]*>/g)).toEqual([
      '<th scope="col" role="columnheader" class="t long">',
      '<th scope="col" role="columnheader" class="t">',
      '<th scope="col" role="columnheader" class="t">',
    ]);
  });

  it("decides for each group whether it is a table or cards", async () => {
    const many = texts("a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "l");
    const record = Object.fromEntries(many.map(({ name }) => [name, name]));
    const { pages } = await filesOf(phone, group("wide", many, [record]));
    expect(pages[0]?.match(/<table class="card"/g)).toHaveLength(1);
    expect(pages[0]?.match(/<tr role="row" data-record/g)).toHaveLength(2);
  });

  it("counts every record without a date, those of groups that have none too: the table comes to what is there", async () => {
    const dated = Array.from({ length: 9 }, (_, index) => ({
      on: index === 0 ? null : `202${index % 3}-01-01`,
    }));
    const { pages } = await filesOf(
      group("dated", [{ name: "on", label: "On", kind: "date" }], dated, { timeField: "on" }),
      phone,
    );
    expect(pages[0]).toMatch(/<th scope="row">no date<\/th><td class="r">3<\/td>/);
    expect(pages[0]).toContain("11 records from January 2020 to January 2022");
  });
});

describe("more records than fit a page", () => {
  const fields: BundleField[] = [{ name: "n", label: "Number", kind: "number" }];
  const counted = (id: string, count: number) =>
    group(
      id,
      fields,
      Array.from({ length: count }, (_, n) => ({ n: n + 1 })),
    );

  it("go on under the heading of their group", async () => {
    const { pages, json } = await filesOf(counted("a", 400), counted("b", 450), counted("c", 3));
    expect(json).toHaveLength(853);
    expect(pages.map(headings)).toEqual([
      ["All 853 records", "Title of a, 400 records", "Title of b, 450 records", "In this folder"],
      ["Title of b, 450 records, continued", "Title of c, 3 records", "In this folder"],
    ]);
    expect(pages[0]).toContain('<a href="marketing-2.html#records-c">Title of c</a>');
    expect(pages[1]).toContain("Title of b, records 101 to 450");
    expect(cells(pages[1] ?? "", 501)).toEqual(["101"]);
    expect(cells(pages[1] ?? "", 853)).toEqual(["3"]);
  });

  it("show a share of every group where there are too many", async () => {
    const { pages } = await filesOf(counted("a", 5000), counted("b", 2), counted("c", 4000));
    expect(pages.map(headings)).toEqual([
      [
        "1,000 of 9,002 records",
        "Title of a, the first 499 of 5,000 records",
        "Title of b, 2 records",
        "In this folder",
      ],
      ["Title of b, 2 records, continued", "Title of c, the first 499 of 4,000 records", "In this folder"],
    ]);
    expect(pages[0]).toContain("The pages show 1,000 of them. The JSON and CSV files have all 9,002.");
    expect(cells(pages[1] ?? "", 5003)).toEqual(["1"]);
  });
});
