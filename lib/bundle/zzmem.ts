import { createHash } from "node:crypto";
import { createWriteStream } from "node:fs";
import { pipeline } from "node:stream/promises";
import { sampleInput, sampleMessages } from "./sample.test.fixture.ts";
import { writeArchive } from "./client/archive.ts";
import { checkBundle } from "./client/check.ts";
const body = createHash("sha256").update("x").digest("hex").repeat(6);
function large(count: number) {
  const open = async function* () {
    for (let from = 0; from < count; from += 1000)
      yield Array.from({ length: Math.min(1000, count - from) }, (_, i) => ({
        sent_at: new Date(Date.UTC(2020, 0, 1) + (from + i) * 60_000).toISOString(),
        author_kind: i % 2 === 0 ? "customer" : "agent",
        body: body + i,
        attachments: null,
      }));
  };
  return sampleInput("en", {
    data: {
      collectedOn: "2026-11-12",
      categories: [{ ...sampleMessages, files: [], records: { count, open } }],
      notHeld: [],
    },
  });
}
for (const n of [100_000, 200_000, 1_000_000, 3_000_000]) {
  const t = performance.now();
  let peak = 0;
  const timer = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage().rss);
  }, 20);
  const { stream, result } = writeArchive(large(n), []);
  await pipeline(stream, createWriteStream("/tmp/mem.zip"));
  clearInterval(timer);
  const s = (performance.now() - t) / 1000;
  console.log(
    n,
    "rss MB",
    Math.round(peak / 1e6),
    "s",
    s.toFixed(1),
    "rows/s",
    Math.round(n / s),
    "MB",
    Math.round((await result).manifest.totals.bytes / 1e6),
  );
}
