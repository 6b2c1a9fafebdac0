import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from "node:crypto";
import { Decrypter, Encrypter } from "age-encryption";

/**
 * The age file format (C2SP age v1): the header comes from the library, the payload is sealed by `node:crypto`, which is
 * several times as fast and can begin at any chunk. What is written here opens with any age tool, and the other way round.
 */

/** Plain bytes per chunk, the tag of each, and the nonce before them. */
export const chunkBytes = 64 * 1024;
const tagBytes = 16;
const nonceBytes = 16;
const sealedChunkBytes = chunkBytes + tagBytes;

const cipher = "chacha20-poly1305";

function payloadKey(fileKey: Uint8Array, nonce: Uint8Array): Buffer {
  return Buffer.from(hkdfSync("sha256", fileKey, nonce, "payload", 32));
}

/** 11 bytes of counter, big-endian, and one that marks the last chunk. */
function chunkNonce(index: number, isLast: boolean): Buffer {
  const nonce = Buffer.alloc(12);
  nonce.writeBigUInt64BE(BigInt(index), 3);
  nonce.writeUInt8(isLast ? 1 : 0, 11);
  return nonce;
}

function sealChunk(key: Uint8Array, index: number, isLast: boolean, plain: Uint8Array): Buffer {
  const sealer = createCipheriv(cipher, key, chunkNonce(index, isLast), { authTagLength: tagBytes });
  return Buffer.concat([sealer.update(plain), sealer.final(), sealer.getAuthTag()]);
}

/** Throws when a bit is wrong, and when a chunk is not where it was sealed. */
function openChunk(key: Uint8Array, index: number, isLast: boolean, sealed: Uint8Array): Buffer {
  const opener = createDecipheriv(cipher, key, chunkNonce(index, isLast), { authTagLength: tagBytes });
  opener.setAuthTag(sealed.subarray(-tagBytes));
  return Buffer.concat([opener.update(sealed.subarray(0, -tagBytes)), opener.final()]);
}

/** Seals plain bytes to an age recipient (`age1…`). Yields header and payload, a chunk at a time. */
export async function* sealAge(
  recipient: string,
  plain: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  const { header, fileKey } = await newHeader(recipient);
  const nonce = randomBytes(nonceBytes);
  const key = payloadKey(fileKey, nonce);
  yield Buffer.concat([header, nonce]);
  let index = 0;
  let held: Buffer | null = null;
  for await (const chunk of inChunks(plain)) {
    // Only the end of the input says which chunk is the last.
    if (held) yield sealChunk(key, index++, false, held);
    held = chunk;
  }
  yield sealChunk(key, index, true, held ?? new Uint8Array());
}

/** Makes a header and learns the file key in it, by listening as a second recipient that leaves no stanza. */
async function newHeader(recipient: string): Promise<{ header: Uint8Array; fileKey: Uint8Array }> {
  let fileKey = new Uint8Array();
  const encrypter = new Encrypter();
  encrypter.addRecipient(recipient);
  encrypter.addRecipient({
    wrapFileKey(key) {
      fileKey = Uint8Array.from(key);
      return [];
    },
  });
  const empty = await encrypter.encrypt(new Uint8Array());
  return { header: empty.subarray(0, empty.length - nonceBytes - tagBytes), fileKey };
}

/** The same bytes in pieces of exactly one chunk; only the last may be shorter, none is empty. */
async function* inChunks(bytes: AsyncIterable<Uint8Array> | Iterable<Uint8Array>): AsyncGenerator<Buffer> {
  let buffer = Buffer.allocUnsafe(chunkBytes);
  let filled = 0;
  for await (const piece of bytes) {
    let taken = 0;
    while (taken < piece.length) {
      const count = Math.min(chunkBytes - filled, piece.length - taken);
      buffer.set(piece.subarray(taken, taken + count), filled);
      taken += count;
      filled += count;
      if (filled === chunkBytes) {
        yield buffer;
        buffer = Buffer.allocUnsafe(chunkBytes);
        filled = 0;
      }
    }
  }
  if (filled > 0) yield buffer.subarray(0, filled);
}

/** Reads `length` bytes at `offset` of the sealed file; fewer only at its end. */
export type ReadAt = (offset: number, length: number) => Promise<Uint8Array>;

export type OpenAge = {
  /** Of the plain bytes. */
  sizeBytes: number;
  /** Plain bytes from `from` up to, not including, `end`. Throws at the first chunk that is not as it was sealed. */
  read: (from?: number, end?: number) => AsyncGenerator<Buffer>;
};

/** Headers are of a few hundred bytes; nobody has a reason for more. */
const longestHeader = 8 * 1024;

/**
 * Opens a sealed file of `sealedBytes` with an age identity. Throws when it is cut off, no age file or for somebody else.
 */
export async function openAge(identity: string, sealedBytes: number, readAt: ReadAt): Promise<OpenAge> {
  const top = Buffer.from(await readAt(0, longestHeader));
  const mac = top.indexOf("\n--- ");
  const end = mac < 0 ? -1 : top.indexOf("\n", mac + 1);
  if (end < 0) throw new Error("not an age file");
  const decrypter = new Decrypter();
  decrypter.addIdentity(identity);
  const fileKey = await decrypter.decryptHeader(top.subarray(0, end + 1));
  const payload = end + 1 + nonceBytes;
  const key = payloadKey(fileKey, await readAt(end + 1, nonceBytes));
  const sealed = sealedBytes - payload;
  const chunks = Math.max(1, Math.ceil(sealed / sealedChunkBytes));
  const sizeBytes = sealed - chunks * tagBytes;
  const lastChunk = sealed - (chunks - 1) * sealedChunkBytes;
  if (lastChunk < tagBytes || (lastChunk === tagBytes && chunks > 1))
    throw new Error("a sealed file is cut off");
  const chunkAt = async (index: number) =>
    openChunk(
      key,
      index,
      index === chunks - 1,
      await readAt(payload + index * sealedChunkBytes, sealedChunkBytes),
    );
  // Proves that the file ends where it was ended, whatever part of it is asked for.
  await chunkAt(chunks - 1);

  async function* read(from = 0, until = sizeBytes): AsyncGenerator<Buffer> {
    if (from < 0 || until > sizeBytes || from > until) throw new RangeError("outside the file");
    for (let index = Math.floor(from / chunkBytes); index * chunkBytes < until; index += 1) {
      const start = index * chunkBytes;
      const piece = (await chunkAt(index)).subarray(Math.max(0, from - start), until - start);
      if (piece.length > 0) yield piece;
    }
  }

  return { sizeBytes, read };
}
