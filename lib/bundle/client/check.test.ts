import { createHash } from "node:crypto";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ZipFile } from "yazl";
import { checksumsText, manifestText, type Manifest } from "../manifest.ts";
import { sampleInput } from "../sample.test.fixture.ts";
import { writeArchive } from "./archive.ts";
import { bundleAssets } from "./assets.ts";
import { checkBundle } from "./check.ts";
import { openZip } from "./unzip.ts";

const top = "data-request-HB-7K4Q-2M9X/";
let folder: string;
let good: Buffer;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "habeas-check-"));
  const { stream } = writeArchive(sampleInput(), await bundleAssets());
  good = await buffer(stream);
});
afterAll(() => rm(folder, { recursive: true }));

let checked = 0;
async function check(bytes: Buffer) {
  const file = join(folder, `${(checked += 1)}.zip`);
  await writeFile(file, bytes);
  return checkBundle(file);
}

/** Packs the good bundle again with changed files, as our writer would; `resum` makes manifest and checksums fit. */
async function repacked(change: (files: Map<string, Buffer>) => void, resum: boolean): Promise<Buffer> {
  const file = join(folder, `good-${(checked += 1)}.zip`);
  await writeFile(file, good);
  const zip = await openZip(file);
  const files = new Map<string, Buffer>();
  for (const { fileName } of zip.entries)
    files.set(fileName.slice(top.length), await buffer(zip.stream(fileName)));
  zip.close();
  change(files);
  if (resum) {
    const manifest = JSON.parse(files.get("manifest.json")?.toString() ?? "") as Manifest;
    const sums = manifest.files.map((entry) => {
      const content = files.get(entry.path) ?? Buffer.alloc(0);
      return { ...entry, bytes: content.length, sha256: createHash("sha256").update(content).digest("hex") };
    });
    const totals = { ...manifest.totals, bytes: sums.reduce((sum, { bytes }) => sum + bytes, 0) };
    const text = manifestText({ ...manifest, files: sums, totals });
    files.set("manifest.json", Buffer.from(text));
    files.set(
      "checksums.sha256",
      Buffer.from(
        checksumsText([
          ...sums,
          { path: "manifest.json", sha256: createHash("sha256").update(text).digest("hex") },
        ]),
      ),
    );
  }
  const packed = new ZipFile();
  for (const [path, content] of files)
    packed.addReadStreamLazy(
      top + path,
      {
        mtime: new Date(2026, 10, 24, 12),
        mode: 0o100644,
        forceDosTimestamp: true,
        compressionLevel: path.endsWith(".woff2") || path.endsWith(".pdf") ? 0 : 1,
      },
      (give) => give(null, Readable.from([content])),
    );
  packed.end();
  return buffer(packed.outputStream);
}

const edit = (path: string, from: string | RegExp, to: string) => (files: Map<string, Buffer>) => {
  const text = files.get(path)?.toString() ?? "";
  const edited = text.replace(from, to);
  if (edited === text) throw new Error(`nothing to edit in ${path}`);
  files.set(path, Buffer.from(edited));
};

describe("a good bundle", () => {
  it("passes, and its manifest hash is told", async () => {
    const { result, stream } = writeArchive(sampleInput("de"), await bundleAssets());
    const report = await check(await buffer(stream));
    expect(report).toEqual({
      ok: true,
      problems: [],
      files: 45,
      records: 308,
      manifestHash: (await result).manifestHash,
    });
  });
});

describe("any changed byte is found", () => {
  it("in headers, contents, directory and end", async () => {
    const positions = new Set([
      0,
      1,
      4,
      6,
      8,
      10,
      13,
      20,
      30,
      40,
      60,
      good.length - 1,
      good.length - 2,
      good.length - 22,
      good.length - 10,
      good.length - 14,
    ]);
    for (let position = 97; position < good.length; position += 5501) positions.add(position);
    for (let position = good.length - 4200; position < good.length; position += 401) positions.add(position);
    const missed: number[] = [];
    for (const position of positions) {
      const changed = Buffer.from(good);
      changed[position] = (changed[position] ?? 0) ^ 0x41;
      if ((await check(changed)).ok) missed.push(position);
    }
    expect(missed).toEqual([]);
  });

  it.each<[string, () => Buffer]>([
    ["one more at the end", () => Buffer.concat([good, Buffer.from("x")])],
    ["one more in front", () => Buffer.concat([Buffer.from("x"), good])],
    ["the last one gone", () => good.subarray(0, -1)],
    ["nothing at all", () => Buffer.alloc(0)],
    ["no archive", () => Buffer.from("not an archive, whatever its name says".repeat(20))],
  ])("%s", async (_name, bytes) => {
    const report = await check(bytes());
    expect(report.ok).toBe(false);
    expect(report.problems.length).toBeGreaterThan(0);
  });
});

describe("files", () => {
  it.each<[string, (files: Map<string, Buffer>) => void, string, RegExp]>([
    [
      "changed",
      edit("1-letter/response.html", "Maya", "Mayo"),
      "1-letter/response.html",
      /not what the manifest says/,
    ],
    [
      "gone",
      (files) => files.delete("5-what-we-left-out/left-out.csv"),
      "5-what-we-left-out/left-out.csv",
      /missing in the archive/,
    ],
    ["added", (files) => files.set("9-more/x.txt", Buffer.from("x")), "9-more/x.txt", /not in the manifest/],
    [
      "without manifest",
      (files) => files.delete("manifest.json"),
      "manifest.json",
      /missing or cannot be read/,
    ],
    [
      "without checksums",
      (files) => files.delete("checksums.sha256"),
      "checksums.sha256",
      /missing or cannot be read/,
    ],
  ])("%s", async (_name, change, path, says) => {
    const { ok, problems } = await check(await repacked(change, false));
    expect(ok).toBe(false);
    expect(problems.some((problem) => problem.path === path && says.test(problem.says))).toBe(true);
  });
});

describe("pages that do not say what the data says, with checksums made to fit", () => {
  const meetings = "3-your-data/meetings/meetings";
  const messages = "3-your-data/support-messages/support-messages";
  it.each<[string, (files: Map<string, Buffer>) => void, string, RegExp]>([
    [
      "a row changed",
      edit(`${meetings}.html`, "Choir rehearsal 7<", "Choir rehearsal 77<"),
      `${meetings}.html`,
      /record 7 otherwise/,
    ],
    [
      "a row gone",
      edit(`${meetings}.html`, /<tr role="row" data-record="9">.*?<\/tr>\n/s, ""),
      `${meetings}.html`,
      /211 records instead of 212/,
    ],
    [
      "a line of CSV changed",
      edit(`${meetings}.csv`, "Choir rehearsal 7,", "Choir rehearsal 77,"),
      `${meetings}.csv`,
      /does not say the same/,
    ],
    [
      "a record gone",
      edit(`${meetings}.json`, /\{[^}]*rehearsal 9"[^}]*\},\n/, ""),
      `${meetings}.json`,
      /212 records; the JSON file has 211/,
    ],
    ["no JSON", edit(`${meetings}.json`, "{", "{,"), "null", /"meetings" cannot be compared/],
    [
      "a covered place uncovered",
      edit("3-your-data/support-messages/support-messages.html", /<span class="black">[^<]*<\/span>/, "Sam"),
      "3-your-data/support-messages/support-messages.html",
      /otherwise than the JSON/,
    ],
    [
      "a heading over other records",
      edit(`${messages}.html`, ">Messages, 16 records<", ">Matters, 16 records<"),
      `${messages}.html`,
      /does not head the records from 1 to 16/,
    ],
    [
      "a column called otherwise",
      edit(`${messages}.html`, ">Message <span", ">Note <span"),
      `${messages}.html`,
      /does not head the records from 1 to 16/,
    ],
    [
      "a record moved under another heading",
      (files) => {
        const path = `${messages}.html`;
        const [row = ""] =
          /<tr role="row" data-record="3">.*?<\/tr>\n/s.exec(files.get(path)?.toString() ?? "") ?? [];
        edit(path, row, "")(files);
        edit(path, '<tr role="row" data-record="4">', `${row}<tr role="row" data-record="4">`)(files);
      },
      `${messages}.html`,
      /record 3 otherwise/,
    ],
    [
      "a record of another group in the CSV",
      edit(`${messages}.csv`, "\ntickets,88", "\nmessages,88"),
      `${messages}.csv`,
      /does not say the same/,
    ],
    [
      "a record of another group in the JSON",
      edit(`${messages}.json`, '"record_type":"tickets"', '"record_type":"messages"'),
      `${messages}.schema.json`,
      /announces 3 records of "tickets"; the JSON file has 2/,
    ],
    [
      "a record of no group in the JSON",
      edit(`${messages}.json`, '"record_type":"tickets"', '"record_type":"others"'),
      "null",
      /"support-messages" cannot be compared: a record names no group/,
    ],
    [
      "a network address",
      edit("START-HERE.html", "</body>", '<img src="https://evil.example/x.gif"></body>'),
      "START-HERE.html",
      /loads something/,
    ],
    [
      "a script",
      edit("START-HERE.html", "</body>", "<script>1</script></body>"),
      "START-HERE.html",
      /has a script/,
    ],
    [
      "a style from elsewhere",
      edit("assets/style.css", 'url("atkinson', 'url("https://evil.example/atkinson'),
      "assets/style.css",
      /network/,
    ],
    ["no policy", edit("START-HERE.html", "default-src 'none';", ""), "START-HERE.html", /does not forbid/],
  ])("%s", async (_name, change, path, says) => {
    const { problems } = await check(await repacked(change, true));
    expect(
      problems
        .map((problem) => `${problem.path}: ${problem.says}`)
        .filter((line) => line.startsWith(path) && says.test(line)),
    ).not.toEqual([]);
  });

  it("packs the same bytes again when nothing changed, so the cases above change only what they say", async () => {
    const again = await repacked(() => undefined, true);
    expect(await check(again)).toMatchObject({ ok: true });
    expect(again.length).toBe(good.length);
  });
});

describe("archives of others", () => {
  it.each(["../evil.txt", "/evil.txt", "a\\..\\evil.txt", "data-request-HB-7K4Q-2M9X/../../evil.txt"])(
    "refuses the entry %j",
    async (name) => {
      const zip = new ZipFile();
      zip.addBuffer(Buffer.from("x"), `${top}${"x".repeat(40)}.txt`);
      const innocent = "y".repeat(name.length);
      zip.addBuffer(Buffer.from("x"), innocent);
      zip.end();
      const bytes = Buffer.from(
        (await buffer(zip.outputStream)).toString("latin1").replaceAll(innocent, name),
        "latin1",
      );
      expect((await check(bytes)).ok).toBe(false);
    },
  );

  it("throws only where there is no file", async () => {
    await expect(checkBundle(join(folder, "no-such-file.zip"))).rejects.toThrow(/ENOENT/);
  });
});
