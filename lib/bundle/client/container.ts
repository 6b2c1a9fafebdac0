import { open } from "node:fs/promises";
import type { Entry } from "yauzl";
import type { ZipReader } from "./unzip.ts";

const sizes = {
  localHeader: 30,
  descriptor: 16,
  bigDescriptor: 24,
  record: 46,
  end: 22,
  bigEnd: 56 + 20,
} as const;

/** Sizes and offsets from here on need the long form (ZIP64). */
const longForm = 0xffff_ffff;

/**
 * What is wrong with the archive around its contents: bytes between, before or behind the entries, and headers that
 * say something else than this writer says. Together with the hashes of the contents it accounts for every byte.
 */
export async function containerProblems(file: string, { entries, zip }: ZipReader): Promise<string[]> {
  const handle = await open(file);
  try {
    const read = async (position: number, length: number) =>
      (await handle.read(Buffer.alloc(length), 0, length, position)).buffer;
    let position = 0;
    for (const entry of entries) {
      const name = Buffer.from(entry.fileName, "utf8");
      const header = await read(position, sizes.localHeader + name.length);
      if (entry.relativeOffsetOfLocalHeader !== position || !header.equals(localHeader(entry, name)))
        return [strange(entry)];
      position += header.length + entry.compressedSize;
      const descriptor = await read(position, isLong(entry) ? sizes.bigDescriptor : sizes.descriptor);
      if (!descriptor.equals(dataDescriptor(entry))) return [strange(entry)];
      position += descriptor.length;
    }
    const records = Buffer.concat(
      entries.map((entry) => directoryRecord(entry, entries[0]?.lastModFileDate ?? 0)),
    );
    if (!(await read(position, records.length)).equals(records))
      return ["The directory of the archive was changed."];
    const long = entries.length >= 0xffff || position >= longForm;
    const end = position + records.length + (long ? sizes.bigEnd : 0);
    if (zip.fileSize !== end + sizes.end) return ["The archive has bytes that belong to no file."];
    const closing = await read(end, sizes.end);
    if (!long && !closing.equals(endRecord(entries.length, records.length, position)))
      return ["The end of the archive was changed."];
    return [];
  } finally {
    await handle.close();
  }
}

function strange(entry: Entry): string {
  return `The header of "${entry.fileName}" is not one that Habeas writes.`;
}

function isLong(entry: Entry): boolean {
  return [entry.uncompressedSize, entry.compressedSize, entry.relativeOffsetOfLocalHeader].some(
    (value) => value >= longForm,
  );
}

function localHeader(entry: Entry, name: Buffer): Buffer {
  const header = Buffer.alloc(sizes.localHeader);
  header.writeUInt32LE(0x04034b50, 0);
  header.writeUInt16LE(20, 4);
  header.writeUInt16LE(0x0808, 6);
  header.writeUInt16LE(entry.compressionMethod, 8);
  header.writeUInt16LE(entry.lastModFileTime, 10);
  header.writeUInt16LE(entry.lastModFileDate, 12);
  header.writeUInt16LE(name.length, 26);
  return Buffer.concat([header, name]);
}

/** All but name, sizes, CRC, offset and day is the same for every file of every bundle. */
function directoryRecord(entry: Entry, day: number): Buffer {
  const long = isLong(entry);
  const size = (value: number) => (long ? longForm : value);
  const record = Buffer.alloc(sizes.record);
  record.writeUInt32LE(0x02014b50, 0);
  record.writeUInt16LE(0x033f, 4);
  record.writeUInt16LE(long ? 45 : 20, 6);
  record.writeUInt16LE(0x0808, 8);
  record.writeUInt16LE(entry.compressionMethod === 0 ? 0 : 8, 10);
  record.writeUInt16LE(12 << 11, 12);
  record.writeUInt16LE(day, 14);
  record.writeUInt32LE(entry.crc32, 16);
  record.writeUInt32LE(size(entry.compressedSize), 20);
  record.writeUInt32LE(size(entry.uncompressedSize), 24);
  record.writeUInt16LE(Buffer.byteLength(entry.fileName), 28);
  record.writeUInt16LE(long ? 28 : 0, 30);
  record.writeUInt32LE((0o100644 << 16) >>> 0, 38);
  record.writeUInt32LE(size(entry.relativeOffsetOfLocalHeader), 42);
  return Buffer.concat([
    record,
    Buffer.from(entry.fileName, "utf8"),
    long ? longSizes(entry) : Buffer.alloc(0),
  ]);
}

/** The extra field of ZIP64 with the real sizes. */
function longSizes(entry: Entry): Buffer {
  const extra = Buffer.alloc(28);
  extra.writeUInt16LE(1, 0);
  extra.writeUInt16LE(24, 2);
  extra.writeBigUInt64LE(BigInt(entry.uncompressedSize), 4);
  extra.writeBigUInt64LE(BigInt(entry.compressedSize), 12);
  extra.writeBigUInt64LE(BigInt(entry.relativeOffsetOfLocalHeader), 20);
  return extra;
}

function dataDescriptor(entry: Entry): Buffer {
  const long = isLong(entry);
  const descriptor = Buffer.alloc(long ? sizes.bigDescriptor : sizes.descriptor);
  descriptor.writeUInt32LE(0x08074b50, 0);
  descriptor.writeUInt32LE(entry.crc32, 4);
  if (long) {
    descriptor.writeBigUInt64LE(BigInt(entry.compressedSize), 8);
    descriptor.writeBigUInt64LE(BigInt(entry.uncompressedSize), 16);
  } else {
    descriptor.writeUInt32LE(entry.compressedSize, 8);
    descriptor.writeUInt32LE(entry.uncompressedSize, 12);
  }
  return descriptor;
}

function endRecord(count: number, directory: number, offset: number): Buffer {
  const end = Buffer.alloc(sizes.end);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(count, 8);
  end.writeUInt16LE(count, 10);
  end.writeUInt32LE(directory, 12);
  end.writeUInt32LE(offset, 16);
  return end;
}
