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
      if (!descriptor.equals(dataDescriptor(entry)) || !isUsual(entry, entries[0])) return [strange(entry)];
      position += descriptor.length;
    }
    const directory = entries.reduce(
      (sum, entry) => sum + sizes.record + entry.fileNameLength + entry.extraFieldLength,
      0,
    );
    const long = entries.length >= 0xffff || position >= longForm;
    const end = position + directory + (long ? sizes.bigEnd : 0);
    if (zip.fileSize !== end + sizes.end) return ["The archive has bytes that belong to no file."];
    const closing = await read(end, sizes.end);
    if (!long && !closing.equals(endRecord(entries.length, directory, position)))
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

/** Fields of the directory that are the same for every file of every bundle. */
function isUsual(entry: Entry, first: Entry | undefined): boolean {
  return (
    entry.versionMadeBy === 0x033f &&
    entry.versionNeededToExtract === (isLong(entry) ? 45 : 20) &&
    entry.generalPurposeBitFlag === 0x0808 &&
    (entry.compressionMethod === 8 || entry.compressionMethod === 0) &&
    entry.lastModFileTime === 12 << 11 &&
    entry.lastModFileDate === first?.lastModFileDate &&
    entry.internalFileAttributes === 0 &&
    entry.externalFileAttributes === (0o100644 << 16) >>> 0 &&
    entry.fileCommentLength === 0 &&
    entry.extraFieldLength === (isLong(entry) ? 28 : 0)
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
