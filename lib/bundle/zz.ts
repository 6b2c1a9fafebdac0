import { createWriteStream } from "node:fs";
import { pipeline } from "node:stream/promises";
import { writeArchive } from "./client/archive.ts";
import { bundleAssets } from "./client/assets.ts";
import { sampleInput } from "./sample.test.fixture.ts";
for (const locale of ["en", "de"] as const) {
  const { stream, result } = writeArchive(sampleInput(locale), await bundleAssets());
  await pipeline(stream, createWriteStream(`/tmp/bundle-${locale}.zip`));
  const { manifest, ...rest } = await result;
  console.log(rest, manifest.totals);
}
import { checkBundle } from "./client/check.ts";
for (const locale of ["en", "de"]) {
  console.time("check");
  console.log(await checkBundle(`/tmp/bundle-${locale}.zip`));
  console.timeEnd("check");
}
