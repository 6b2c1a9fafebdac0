import { createHash } from "node:crypto";
import { createWriteStream } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buffer } from "node:stream/consumers";
import { pipeline } from "node:stream/promises";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { BundleInput } from "../input.ts";
import { sampleCategory, sampleGroup, sampleInput } from "../sample.test.fixture.ts";
import type { BundleRecord } from "../values.ts";
import { writeArchive } from "./archive.ts";
import { checkBundle } from "./check.ts";
import { openZip } from "./unzip.ts";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "habeas-long-"));
});
afterAll(() => rm(folder, { recursive: true }));

const perPage = 1000;

/** So many records of about 500 bytes, made while they are read. */
function large(count: number): BundleInput {
  const record = (number: number): BundleRecord => ({
    sent_at: new Date(Date.UTC(2020, 0, 1) + number * 60_000).toISOString(),
    author_kind: number % 2 === 0 ? "customer" : "agent",
    body: createHash("sha256").update(String(number)).digest("hex").repeat(6),
    attachments: null,
  });
  const open = async function* () {
    for (let from = 0; from < count; from += perPage) {
      yield Array.from({ length: Math.min(perPage, count - from) }, (_, index) => record(from + index));
    }
  };
  const category = sampleCategory("support-messages", { ...sampleGroup, records: { count, open } });
  return sampleInput("en", { data: { collectedOn: "2026-11-12", categories: [category], notHeld: [] } });
}

async function peakWhileWriting(count: number): Promise<{ peak: number; file: string }> {
  const file = join(folder, `${count}.zip`);
  const { stream, result } = writeArchive(large(count), []);
  let peak = 0;
  stream.on("data", () => {
    peak = Math.max(peak, process.memoryUsage().rss);
  });
  stream.pause();
  await pipeline(stream, createWriteStream(file));
  expect((await result).manifest.totals.records).toBe(count);
  return { peak, file };
}

// Room for the collector to wait; the records themselves would be 900 MB.
it("writes ten times the records in the same memory, and the checker reads them in it too", async () => {
  const small = await peakWhileWriting(100_000);
  const big = await peakWhileWriting(1_000_000);
  expect(big.peak - small.peak).toBeLessThan(150_000_000);
  const before = process.memoryUsage().rss;
  expect(await checkBundle(big.file)).toMatchObject({ ok: true, records: 1_000_000 });
  expect(process.memoryUsage().rss - before).toBeLessThan(150_000_000);
});

/** Every file as a program unpacks it, and its name. */
async function unpacked(file: string): Promise<string> {
  const zip = await openZip(file);
  const hash = createHash("sha256");
  for (const { fileName } of zip.entries) {
    hash.update(fileName);
    for await (const chunk of zip.stream(fileName)) hash.update(chunk);
  }
  zip.close();
  return hash.digest("hex");
}

// A text that repeats itself can be squeezed in more than one way; what comes out of the same is the same bundle.
it("finds every changed byte of a small bundle that changes anything", async () => {
  const { stream } = writeArchive(
    sampleInput("en", { about: null, data: null, leftOut: null, searched: null }),
    [],
  );
  const good = await buffer(stream);
  const file = join(folder, "changed.zip");
  await writeFile(file, good);
  const asMade = await unpacked(file);
  const missed: number[] = [];
  for (let position = 0; position < good.length; position += 1) {
    const changed = Buffer.from(good);
    changed[position] = (changed[position] ?? 0) ^ 0xff;
    await writeFile(file, changed);
    if ((await checkBundle(file)).ok && (await unpacked(file)) !== asMade) missed.push(position);
  }
  expect(missed).toEqual([]);
});
