import { createInterface } from "node:readline";
import { pipeline, Readable } from "node:stream";
import { createInflateRaw, crc32 } from "node:zlib";
import { openPromise, type Entry, type ZipFile } from "yauzl";

/** An archive opened for reading, entry by entry in any order. */
export type ZipReader = {
  /** In the order of the archive, with their full names. */
  entries: readonly Entry[];
  /** The file underneath, for checks of the container itself. */
  zip: ZipFile;
  /** What is stored under a full name; throws if it is not there or not what its entry announces. */
  stream: (name: string) => AsyncGenerator<Buffer>;
  /** The whole of a small file as UTF-8; throws on bytes that are none. */
  text: (name: string) => Promise<string>;
  /** Line by line, without the ends of lines. */
  lines: (name: string) => AsyncGenerator<string>;
  close: () => void;
};

/** Opens an archive; throws when the file is none, or names an entry outside it. */
export async function openZip(file: string): Promise<ZipReader> {
  const zip = await openPromise(file, { lazyEntries: true, autoClose: false, strictFileNames: true });
  const entries: Entry[] = [];
  try {
    for await (const entry of zip.eachEntry()) entries.push(entry);
  } catch (fault) {
    zip.close();
    throw fault;
  }
  const byName = new Map(entries.map((entry) => [entry.fileName, entry]));
  const stream = async function* (name: string) {
    const entry = byName.get(name);
    if (!entry) throw new Error(`there is no ${name}`);
    yield* contents(zip, entry);
  };
  return {
    entries,
    zip,
    stream,
    text: async (name) => {
      const chunks: Buffer[] = [];
      for await (const chunk of stream(name)) chunks.push(chunk);
      return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(Buffer.concat(chunks));
    },
    lines: async function* (name) {
      yield* createInterface({
        input: Readable.from(stream(name), { objectMode: false }),
        crlfDelay: Number.POSITIVE_INFINITY,
      });
    },
    close: () => zip.close(),
  };
}

/** Unpacks one entry and holds it to what it announces: size, CRC, and that nothing hides behind its end. */
async function* contents(zip: ZipFile, entry: Entry): AsyncGenerator<Buffer> {
  const stored = await zip.openReadStreamPromise(entry, { decodeFileData: false });
  const inflate = entry.compressionMethod === 8 ? createInflateRaw() : null;
  const source = inflate ? pipeline(stored, inflate, () => undefined) : stored;
  let [size, crc] = [0, 0];
  for await (const chunk of source as AsyncIterable<Buffer>) {
    size += chunk.length;
    crc = crc32(chunk, crc);
    yield chunk;
  }
  const taken = inflate ? inflate.bytesWritten : size;
  if (size !== entry.uncompressedSize || crc !== entry.crc32 || taken !== entry.compressedSize) {
    throw new Error(`${entry.fileName} is not what its entry announces`);
  }
}
