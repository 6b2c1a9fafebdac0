import { z } from "zod";
import { recordsOf } from "./groups.ts";
import type { BundleInput } from "./input.ts";
import { jsonFile } from "./json.ts";

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

const manifestFileSchema = z.object({
  /** Below the top folder. */
  path: z.string(),
  bytes: z.number().int().min(0),
  sha256,
  mediaType: z.string(),
  category: z.string().optional(),
  /** Records in this file; a page shows only its own. */
  records: z.number().int().min(0).optional(),
});
export type ManifestFile = z.infer<typeof manifestFileSchema>;

export const manifestSchema = z.object({
  format: z.literal("habeas-bundle/1"),
  bundleId: z.string(),
  reference: z.string(),
  created: z.string(),
  product: z.object({ name: z.literal("Habeas"), version: z.string() }),
  locale: z.string(),
  timeZone: z.string(),
  /** The event up to which folder 7 tells the history. */
  throughEvent: z.number().int(),
  part: z.object({ number: z.number().int(), of: z.number().int() }),
  totals: z.object({
    files: z.number().int(),
    bytes: z.number().int(),
    records: z.number().int(),
    categories: z.number().int(),
  }),
  files: z.array(manifestFileSchema),
});
/** What is in the bundle. Approval is given to the SHA-256 of its bytes (P6), which settles every other byte too. */
export type Manifest = z.infer<typeof manifestSchema>;

/** `files`: all but the manifest itself and the checksums, in the order of the archive. */
export function manifestFor(input: BundleInput, files: readonly ManifestFile[]): Manifest {
  const categories = input.data?.categories ?? [];
  return {
    format: "habeas-bundle/1",
    bundleId: input.bundleId,
    reference: input.reference,
    created: input.createdAt,
    product: { name: "Habeas", version: input.productVersion },
    locale: input.locale,
    timeZone: input.zone,
    throughEvent: input.history.throughEvent,
    part: { number: 1, of: 1 },
    totals: {
      files: files.length,
      bytes: files.reduce((sum, file) => sum + file.bytes, 0),
      records: categories.reduce((sum, category) => sum + recordsOf(category), 0),
      categories: categories.length,
    },
    files: [...files],
  };
}

export function manifestText(manifest: Manifest): string {
  return jsonFile(manifest);
}

/** The list that `sha256sum -c` reads (binary mode, paths below the top folder). */
export function checksumsText(files: readonly Pick<ManifestFile, "path" | "sha256">[]): string {
  return files.map(({ path, sha256: hash }) => `${hash} *${path}\n`).join("");
}

/** Reads a list of checksums; null where a line has another form. */
export function parseChecksums(text: string): Map<string, string> | null {
  const sums = new Map<string, string>();
  for (const line of text.split("\n").filter((entry) => entry !== "")) {
    const [, hash, path] = /^([0-9a-f]{64}) [ *](.+)$/.exec(line) ?? [];
    if (hash === undefined || path === undefined || sums.has(path)) return null;
    sums.set(path, hash);
  }
  return sums;
}
