import { createHash } from "node:crypto";
import { Readable, Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import { ZipFile } from "yazl";
import { bundleEntries } from "../entries.ts";
import { mediaTypes, type BundleEntry } from "../entry.ts";
import type { BundleAsset, BundleInput } from "../input.ts";
import { dayIn } from "../instants.ts";
import { paths } from "../layout.ts";
import { checksumsText, manifestFor, manifestText, type Manifest, type ManifestFile } from "../manifest.ts";
import { assertPath, topFolder } from "../names.ts";
import { inBlocks } from "./blocks.ts";

export type ArchiveResult = {
  sizeBytes: number;
  /** Of the whole archive, in hex: what the person compares after the download. */
  sha256: string;
  manifest: Manifest;
  /** SHA-256 of the bytes of manifest.json in hex: what the second person approves. */
  manifestHash: string;
  fileCount: number;
};

/** `stream` gives the archive's bytes and must be read to its end or destroyed; `result` follows. */
export type Archive = { stream: Readable; result: Promise<ArchiveResult> };

/**
 * Writes the archive as a stream, in constant memory. The same input gives the same bytes (B11): entries in fixed
 * order, one time stamp, contents deflated in blocks that do not depend on how they arrived. A fault while
 * rendering destroys the stream and rejects `result`: half an archive is never taken for a whole one.
 */
export function writeArchive(input: BundleInput, assets: readonly BundleAsset[]): Archive {
  const zip = new ZipFile();
  const meter = new Meter();
  const stopped = new AbortController();
  const result = Promise.all([
    writeEntries(zip, input, assets, stopped.signal).catch((fault: unknown) => {
      meter.destroy(fault as Error);
      throw fault;
    }),
    pipeline(zip.outputStream, meter).catch((fault: unknown) => {
      stopped.abort(fault);
      throw fault;
    }),
  ]).then(([written]) => ({ ...written, ...meter.total() }));
  // Whoever reads only the stream learns of the fault there; an unread promise must not end the process.
  result.catch(() => undefined);
  return { stream: meter, result };
}

async function writeEntries(
  zip: ZipFile,
  input: BundleInput,
  assets: readonly BundleAsset[],
  signal: AbortSignal,
) {
  const writer = new EntryWriter(zip, input, signal);
  const files: ManifestFile[] = [];
  for await (const entry of bundleEntries(input, assets)) files.push(await writer.add(entry));
  const manifest = manifestFor(input, files);
  const written = await writer.add({
    path: paths.manifest,
    mediaType: mediaTypes.json,
    content: manifestText(manifest),
  });
  const sums = checksumsText([...files, written]);
  await writer.add({ path: paths.checksums, mediaType: mediaTypes.text, content: sums });
  zip.end();
  return { manifest, manifestHash: written.sha256, fileCount: files.length + 2 };
}

/** Adds entries one after the other and tells size and hash of each. */
class EntryWriter {
  readonly #zip: ZipFile;
  readonly #signal: AbortSignal;
  readonly #folder: string;
  readonly #mtime: Date;
  readonly #taken = new Set<string>();

  constructor(zip: ZipFile, input: BundleInput, signal: AbortSignal) {
    this.#zip = zip;
    this.#signal = signal;
    this.#folder = topFolder(input.reference);
    this.#mtime = noonOf(dayIn(input.zone, Date.parse(input.createdAt)));
  }

  async add(entry: BundleEntry): Promise<ManifestFile> {
    const path = assertPath(`${this.#folder}/${entry.path}`, this.#taken);
    const hash = createHash("sha256");
    let bytes = 0;
    const source = Readable.from(
      inBlocks(entry.content, (block) => {
        hash.update(block);
        bytes += block.length;
      }),
      { objectMode: false },
    );
    const done = new Promise<void>((resolve, reject) => {
      source
        .once("end", resolve)
        .once("error", reject)
        .once("close", () => reject(new Error("the entry was cut short")));
    });
    const stop = () => source.destroy(this.#signal.reason as Error);
    this.#signal.addEventListener("abort", stop, { once: true });
    if (this.#signal.aborted) stop();
    try {
      this.#zip.addReadStream(source, path, {
        mtime: this.#mtime,
        mode: 0o100644,
        // The other kind of time stamp would say UTC and differ with the zone of the machine that builds.
        forceDosTimestamp: true,
        compressionLevel: isCompressed(entry.mediaType) ? 0 : 1,
      });
      await done;
    } finally {
      this.#signal.removeEventListener("abort", stop);
    }
    const { category, records, mediaType } = entry;
    return {
      path: entry.path,
      bytes,
      sha256: hash.digest("hex"),
      mediaType,
      ...(category === undefined ? {} : { category }),
      ...(records === undefined ? {} : { records }),
    };
  }
}

/** Counts and hashes what passes. */
class Meter extends Transform {
  readonly #hash = createHash("sha256");
  #sizeBytes = 0;

  override _transform(
    chunk: Buffer,
    _encoding: BufferEncoding,
    done: (fault: Error | null, chunk: Buffer) => void,
  ): void {
    this.#hash.update(chunk);
    this.#sizeBytes += chunk.length;
    done(null, chunk);
  }

  total() {
    return { sizeBytes: this.#sizeBytes, sha256: this.#hash.digest("hex") };
  }
}

/** Zip time stamps are local time without a zone: noon of that day exists on every machine's clock. */
function noonOf(day: string): Date {
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  return new Date(year, month - 1, date, 12);
}

/** Kinds of files that deflate would only make longer. */
function isCompressed(mediaType: string): boolean {
  return /^(image\/(?!bmp|svg|tiff)|video\/|audio\/(?!wav)|font\/woff|application\/(pdf|zip|gzip|x-7z-compressed|vnd\.openxmlformats-))/.test(
    mediaType,
  );
}
