import { createHash } from "node:crypto";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buffer } from "node:stream/consumers";
import { parse } from "csv-parse/sync";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { composeLetter } from "#lib/decisions/letter.ts";
import type { BundleCategory, BundleGroup, BundleInput } from "../input.ts";
import { manifestSchema } from "../manifest.ts";
import {
  fixedFile,
  fixedRecords,
  sampleGroup,
  sampleInput,
  sampleLetter,
  sampleMessages,
} from "../sample.test.fixture.ts";
import type { BundleRecord } from "../values.ts";
import { writeArchive } from "./archive.ts";
import { bundleAssets } from "./assets.ts";
import { openZip } from "./unzip.ts";

const top = "data-request-HB-7K4Q-2M9X";
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "habeas-archive-"));
});
afterAll(() => rm(folder, { recursive: true }));

async function build(input: BundleInput) {
  const { stream, result } = writeArchive(input, await bundleAssets());
  return { bytes: await buffer(stream), ...(await result) };
}

async function unpack(bytes: Buffer): Promise<Map<string, Buffer>> {
  const file = join(folder, `${createHash("sha256").update(bytes).digest("hex").slice(0, 12)}.zip`);
  await writeFile(file, bytes);
  const zip = await openZip(file);
  const files = new Map<string, Buffer>();
  for (const { fileName } of zip.entries)
    files.set(fileName.slice(top.length + 1), await buffer(zip.stream(fileName)));
  zip.close();
  return files;
}

const oneCategory = (category: Partial<BundleCategory>): BundleInput => {
  const whole: BundleCategory = { ...sampleMessages, files: [], withheld: 0, ...category };
  return sampleInput("en", { data: { collectedOn: "2026-11-12", categories: [whole], notHeld: [] } });
};

const oneGroup = (group: Partial<BundleGroup>): BundleInput =>
  oneCategory({ groups: [{ ...sampleGroup, ...group }] });

describe("the archive", () => {
  it("has the files of the layout in their order, and says of each what it is", async () => {
    const { bytes, manifest, manifestHash, fileCount, sizeBytes, sha256 } = await build(sampleInput());
    const files = await unpack(bytes);
    const category = (slug: string) =>
      ["json", "csv", "html", "schema.json"].map((form) => `3-your-data/${slug}/${slug}.${form}`);
    expect([...files.keys()]).toEqual([
      "1-letter/response.html",
      "2-about-your-data/about.html",
      "2-about-your-data/about.json",
      ...["account", "invoices", "meetings", "support-messages"].flatMap(category),
      "3-your-data/support-messages/files/2025-03-03_receipt-00017.pdf",
      "3-your-data/support-messages/files/evil-gnp.html.txt",
      ...["marketing", "inferences"].flatMap(category),
      "3-your-data/index.html",
      "5-what-we-left-out/left-out.html",
      "5-what-we-left-out/left-out.csv",
      "6-where-we-looked/systems.html",
      "6-where-we-looked/systems.json",
      "7-your-request/history.html",
      "7-your-request/history.json",
      "8-your-rights/your-rights.html",
      "START-HERE.html",
      "START-HERE.txt",
      "assets/style.css",
      "assets/atkinson-hyperlegible-mono.woff2",
      "assets/atkinson-hyperlegible-next.woff2",
      "assets/fonts-licence.txt",
      "manifest.json",
      "checksums.sha256",
    ]);
    expect(fileCount).toBe(files.size);
    expect(sizeBytes).toBe(bytes.length);
    expect(sha256).toBe(createHash("sha256").update(bytes).digest("hex"));
    const written = files.get("manifest.json") ?? Buffer.alloc(0);
    expect(manifestHash).toBe(createHash("sha256").update(written).digest("hex"));
    expect(manifestSchema.parse(JSON.parse(written.toString()))).toEqual(manifest);
    expect(manifest.totals).toMatchObject({ records: 308, categories: 6, files: files.size - 2 });
    for (const { path, bytes: size, sha256: hash } of manifest.files) {
      const content = files.get(path) ?? Buffer.alloc(0);
      expect([path, content.length, createHash("sha256").update(content).digest("hex")]).toEqual([
        path,
        size,
        hash,
      ]);
    }
  });

  it("lists checksums that the usual program accepts", async () => {
    const files = await unpack((await build(sampleInput())).bytes);
    const lines = files.get("checksums.sha256")?.toString().trimEnd().split("\n") ?? [];
    expect(lines).toHaveLength(files.size - 1);
    for (const line of lines) {
      const [, hash, path = ""] = /^([0-9a-f]{64}) \*([!-~]+)$/.exec(line) ?? [];
      expect(
        createHash("sha256")
          .update(files.get(path) ?? "")
          .digest("hex"),
      ).toBe(hash);
    }
  });

  it("is the same, byte for byte, whenever, wherever and from whatever pieces it is built", async () => {
    const zone = process.env["TZ"];
    const hashes = new Set<string>();
    try {
      for (const [machine, perPage] of [
        ["UTC", 7],
        ["Asia/Kolkata", 1],
        ["America/Los_Angeles", 1000],
      ] as const) {
        process.env["TZ"] = machine;
        const { open } = sampleGroup.records;
        const records: BundleRecord[] = [];
        for await (const page of open()) records.push(...page);
        hashes.add((await build(oneGroup({ records: fixedRecords(records, perPage) }))).sha256);
      }
    } finally {
      if (zone === undefined) delete process.env["TZ"];
      else process.env["TZ"] = zone;
    }
    expect(hashes.size).toBe(1);
    expect((await build(sampleInput())).sha256).toBe((await build(sampleInput())).sha256);
  });

  it("changes its manifest with every decided thing", async () => {
    const inputs: Partial<BundleInput>[] = [
      {},
      { leftOut: [] },
      { searched: [] },
      { letter: composeLetter({ ...sampleLetter("en"), personName: "Maya Santo" }) },
      { history: { ...sampleInput().history, throughEvent: 45 } },
      { data: null },
      { redactionReasons: { "other-person-name": "somebody", "other-person-contact": "an address" } },
    ];
    const hashes = await Promise.all(
      inputs.map(async (more) => (await build(sampleInput("en", more))).manifestHash),
    );
    expect(new Set(hashes).size).toBe(inputs.length);
  });

  it("leaves out the folders that the answer does not have", async () => {
    const refusal = sampleInput("en", { about: null, data: null, leftOut: null, searched: null });
    const files = await unpack((await build(refusal)).bytes);
    expect([...files.keys()].filter((path) => /^\d/.test(path))).toEqual([
      "1-letter/response.html",
      "7-your-request/history.html",
      "7-your-request/history.json",
      "8-your-rights/your-rights.html",
    ]);
    const start = files.get("START-HERE.html")?.toString() ?? "";
    expect(start).toContain("Our answer to your request");
    expect(start).not.toMatch(/3-your-data|hold about you/);
  });
});

describe("the same records in every form", () => {
  it("agree in JSON, CSV and HTML, read by other programs", async () => {
    const files = await unpack((await build(sampleInput())).bytes);
    const json = JSON.parse(files.get("3-your-data/meetings/meetings.json")?.toString() ?? "") as Record<
      string,
      unknown
    >[];
    const csv = parse(files.get("3-your-data/meetings/meetings.csv") ?? "", {
      bom: true,
      columns: true,
    }) as Record<string, string>[];
    const html = files.get("3-your-data/meetings/meetings.html")?.toString() ?? "";
    const rows = [...html.matchAll(/<tr role="row" data-record="(\d+)">(.*?)<\/tr>/gs)].map(
      ([, number, row = ""]) => ({
        number,
        at: /datetime="([^"]*)"/.exec(row)?.[1],
        cells: [...row.matchAll(/<td[^>]*>(.*?)<\/td>/gs)].map(([, cell = ""]) => cell),
      }),
    );
    expect([json.length, csv.length, rows.length]).toEqual([212, 212, 212]);
    json.forEach((record, index) => {
      expect(Object.keys(record)[0]).toBe("record_type");
      expect(csv[index]).toEqual(
        Object.fromEntries(Object.entries(record).map(([key, value]) => [key, String(value)])),
      );
      expect(rows[index]?.at).toBe(record["started_at"]);
      expect(rows[index]?.cells[1]).toBe(
        String(record["title"]).replaceAll("<", "&lt;").replaceAll(">", "&gt;"),
      );
      expect(rows[index]?.cells[2]).toBe(String(record["minutes"]));
    });
  });

  it("has JSON files that their schemas accept, and that refuse another record", async () => {
    const files = await unpack((await build(sampleInput())).bytes);
    for (const slug of ["account", "invoices", "meetings", "support-messages", "marketing", "inferences"]) {
      const schema = z.fromJSONSchema(
        JSON.parse(files.get(`3-your-data/${slug}/${slug}.schema.json`)?.toString() ?? "") as never,
      );
      const records = JSON.parse(files.get(`3-your-data/${slug}/${slug}.json`)?.toString() ?? "") as Record<
        string,
        unknown
      >[];
      expect(schema.safeParse(records).error).toBeUndefined();
      expect(schema.safeParse(records.map((record) => ({ ...record, more: 1 }))).success).toBe(
        records.length === 0,
      );
    }
  });

  it("shows the first of many, and says where the rest is", async () => {
    const many = Array.from({ length: 5001 }, (_, index) => ({ body: `number ${index + 1}` }));
    const fields = [{ name: "body", label: "Message", kind: "text" as const }];
    const files = await unpack(
      (await build(oneGroup({ fields, timeField: null, records: fixedRecords(many, 1000) }))).bytes,
    );
    const page = (name: string) => files.get(`3-your-data/support-messages/${name}`)?.toString() ?? "";
    expect(page("support-messages.html")).toContain("The first 1,000 of 5,001 records");
    expect(page("support-messages.html")).toContain("The JSON and CSV files have all 5,001.");
    expect(page("support-messages.html").match(/data-record=/g)).toHaveLength(500);
    expect(page("support-messages-2.html")).toContain("number 1000<");
    expect(page("support-messages-3.html")).toBe("");
    expect(JSON.parse(page("support-messages.json"))).toHaveLength(5001);
    expect(page("support-messages.csv").split("\r\n")).toHaveLength(5003);
  });
});

describe("hostile values", () => {
  const nasty = [
    "<img src=x onerror=alert(1)>",
    "</td></tr></table><script>alert(1)</script>",
    '" onmouseover="alert(1)',
    "=cmd|' /C calc'!A0",
    "@SUM(1+1)",
    "../../etc/passwd",
    "\u202Egnp.exe",
    "x".repeat(200),
    "{{constructor}} ${7*7}",
    "]]></style>",
  ];

  it.each(nasty)("%j stays a text wherever it may stand", async (value) => {
    const input = sampleInput("en", {
      personName: value,
      organisation: { ...sampleInput().organisation, name: value },
      letter: composeLetter({
        ...sampleLetter("en"),
        personName: value,
        sentWithout: [{ place: value, reason: value, records: 0 }],
      }),
      leftOut: [{ kind: "withheld", what: value, count: null, reason: value, law: value, ask: value }],
      searched: [
        {
          name: value,
          what: value,
          identifiers: [value],
          searchedAt: null,
          unreadable: 0,
          unopened: [],
          outcome: { kind: "failed", sentWithout: value },
        },
        {
          name: value,
          what: value,
          identifiers: [],
          searchedAt: null,
          unreadable: 0,
          unopened: [],
          outcome: { kind: "read-in-part", records: 2, sentWithout: value },
        },
      ],
      history: {
        throughEvent: 1,
        events: [{ number: 1, at: "2026-11-03T08:12:00Z", who: value, sentence: value }],
        messages: [{ at: "2026-11-03T08:12:00Z", from: "you", text: value }],
      },
      redactionReasons: { "other-person-name": value, "other-person-contact": value },
      data: {
        collectedOn: "2026-11-12",
        notHeld: [value],
        categories: [
          {
            ...sampleMessages,
            groups: [
              {
                ...sampleGroup,
                title: value,
                explanation: value,
                fields: [
                  { name: value, label: value, explanation: value, kind: "text" },
                  { name: "code", label: value, kind: "code", codes: { [value]: value } },
                  {
                    name: "more",
                    label: "More",
                    kind: "nested",
                    fields: [{ name: value, label: value, kind: "text" }],
                  },
                ],
                timeField: null,
                records: fixedRecords([
                  { [value]: value, code: value, more: { [value]: value, [`${value}2`]: [value] } },
                ]),
              },
            ],
            files: [fixedFile("f", value, null, "text/plain", value)],
          },
        ],
      },
    });
    const { bytes, manifest } = await build(input);
    const files = await unpack(bytes);
    expect(files.size).toBe(manifest.files.length + 2);
    for (const [path, content] of files) {
      expect(path).toMatch(/^[A-Za-z0-9][A-Za-z0-9._/-]*$/);
      expect(path).not.toMatch(/\.\.|\/\//);
      if (!path.endsWith(".html")) continue;
      const tags = content.toString().match(/<[^>]*>/g) ?? [];
      expect(
        tags.filter((tag) =>
          /^<(script|img)|\son[a-z]+="/i.test(
            tag
              .replace(/="[^"]*"/g, '=""')
              .replace(
                / (lang|class|role|scope|href|id|aria-[a-z]+|data-[a-z]+|tabindex|datetime|value|rel|dir|content|charset|name|http-equiv)=""/g,
                "",
              ),
          ),
        ),
      ).toEqual([]);
    }
    const csv = files.get("3-your-data/support-messages/support-messages.csv")?.toString() ?? "";
    for (const cell of parse(csv, { bom: true }).flat() as string[]) expect(cell).not.toMatch(/^[=+\-@\t\r]/);
    const [record] = JSON.parse(
      files.get("3-your-data/support-messages/support-messages.json")?.toString() ?? "",
    ) as Record<string, unknown>[];
    expect(record?.[value]).toBe(value);
  });

  it("keeps names of files apart that would collide on some systems", async () => {
    const names = [
      "a.txt",
      "A.TXT",
      "á.txt",
      "con",
      "CON.txt",
      "../a.txt",
      "..",
      null,
      null,
      `${"n".repeat(300)}.txt`,
      "nul\0.txt",
    ];
    const files = names.map((name, index) =>
      fixedFile(String(index), name, null, "text/plain", String(index)),
    );
    const unpacked = await unpack((await build(oneCategory({ files }))).bytes);
    const inside = [...unpacked.keys()].filter((path) => path.includes("/files/"));
    expect(inside).toHaveLength(names.length);
    expect(new Set(inside.map((path) => path.toLowerCase())).size).toBe(names.length);
    for (const path of inside) expect(`${top}/${path}`.length).toBeLessThanOrEqual(160);
  });
});

describe("faults", () => {
  const failing = (after: number): BundleGroup["records"] => ({
    count: 5,
    open: async function* () {
      yield Array.from({ length: after }, () => ({ body: "x" }));
      throw new Error("the store went away");
    },
  });
  const fields = [{ name: "body", label: "Message", kind: "text" as const }];

  it.each<[string, BundleInput, RegExp]>([
    [
      "fewer records than announced",
      oneGroup({ fields, timeField: null, records: { ...fixedRecords([{ body: "x" }]), count: 2 } }),
      /announces 2 records and gives 1/,
    ],
    [
      "more records than announced",
      oneGroup({
        fields,
        timeField: null,
        records: { ...fixedRecords([{ body: "x" }, { body: "y" }]), count: 1 },
      }),
      /announces 1 records and gives 2/,
    ],
    [
      "a store that goes away",
      oneGroup({ fields, timeField: null, records: failing(2) }),
      /the store went away/,
    ],
    [
      "an attachment of another size",
      oneCategory({ files: [{ ...fixedFile("f", "a", null, "text/plain", "abc"), sizeBytes: 4 }] }),
      /announces 4 bytes and gives 3/,
    ],
    [
      "a field nobody described",
      oneGroup({ fields, timeField: null, records: fixedRecords([{ other: "SECRET" }]) }),
      /not described: other/,
    ],
    ["another case's letter", sampleInput("en", { reference: "HB-0000-0000" }), /another case/],
    [
      "a letter in another language",
      sampleInput("en", { letter: composeLetter(sampleLetter("de")) }),
      /different languages/,
    ],
    ["a category nobody described", sampleInput("en", { about: null }), /not described under/],
  ])("%s: no archive, and the same fault on the stream and the result", async (_name, input, fault) => {
    const { stream, result } = writeArchive(input, []);
    await expect(buffer(stream)).rejects.toThrow(fault);
    await expect(result).rejects.toThrow(fault);
  });

  it("lets go of the records when nobody reads on", async () => {
    let opened = 0;
    let closed = 0;
    const records: BundleGroup["records"] = {
      count: 1_000_000,
      open: async function* () {
        opened += 1;
        try {
          for (;;)
            yield Array.from({ length: 1000 }, (_, index) => ({ body: `${Math.sin(index)}`.repeat(20) }));
        } finally {
          closed += 1;
        }
      },
    };
    const { stream, result } = writeArchive(oneGroup({ fields, timeField: null, records }), []);
    await new Promise((resolve) => stream.once("data", resolve));
    while (opened === 0) await new Promise((resolve) => stream.once("data", resolve));
    stream.destroy(new Error("the reader left"));
    await expect(result).rejects.toThrow();
    expect([opened, closed]).toEqual([1, 1]);
  });
});
