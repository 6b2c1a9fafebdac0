import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  hkdfSync,
  randomBytes,
  type KeyObject,
} from "node:crypto";

/**
 * Sealed bytes: `0x01 | key version (uint32 BE) | IV (12) | ciphertext | tag (16)`, AES-256-GCM.
 * `place` is authenticated with it, so that a value moved to another row or column does not open.
 */
export function seal(key: Uint8Array, keyVersion: number, place: string, plain: Uint8Array): Uint8Array {
  const head = Buffer.alloc(5);
  head.writeUInt8(1, 0);
  head.writeUInt32BE(keyVersion, 1);
  const iv = randomBytes(12);
  const cipher = createCipheriv("aes-256-gcm", key, iv);
  cipher.setAAD(Buffer.from(place, "utf8"));
  return Buffer.concat([head, iv, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
}

/** Opens what `seal` made. Throws when key, place or bytes are not the ones it was sealed with. */
export function open(key: Uint8Array, place: string, sealed: Uint8Array): Buffer {
  const bytes = Buffer.from(sealed.buffer, sealed.byteOffset, sealed.byteLength);
  if (bytes.length < 33 || bytes[0] !== 1) throw new Error("not a sealed value of a known form");
  const decipher = createDecipheriv("aes-256-gcm", key, bytes.subarray(5, 17));
  decipher.setAAD(Buffer.from(place, "utf8"));
  decipher.setAuthTag(bytes.subarray(-16));
  return Buffer.concat([decipher.update(bytes.subarray(17, -16)), decipher.final()]);
}

/** The key version a sealed value names. */
export function sealedVersion(sealed: Uint8Array): number {
  return Buffer.from(sealed.buffer, sealed.byteOffset, sealed.byteLength).readUInt32BE(1);
}

/** A key for one purpose, derived from a root (HKDF-SHA-256, RFC 5869). */
export function derive(root: Uint8Array, purpose: string): Buffer {
  return Buffer.from(hkdfSync("sha256", root, Buffer.alloc(0), `habeas/${purpose}`, 32));
}

/** HMAC-SHA-256 of a text or bytes. A key given as bytes is made a key anew each time, which costs more than the digest. */
export function mac(key: KeyObject | Uint8Array, value: string | Uint8Array): Buffer {
  return createHmac("sha256", key).update(value).digest();
}
