import { z } from "zod";
import { isStorable } from "#lib/text.ts";

/**
 * Cost of a new hash: argon2id over 32 MiB, 3 passes, 1 lane, about 80 ms on two small cores. The parameters stand in
 * every stored hash, so raising them here takes effect at each person's next sign-in.
 */
export const cost: HashCost = { memory: 32 * 1024, passes: 3, lanes: 1 };

/** argon2id's parameters (RFC 9106): memory in KiB, passes over it, lanes. */
export type HashCost = { memory: number; passes: number; lanes: number };
export type StoredHash = { cost: HashCost; salt: Uint8Array; hash: Uint8Array };

/** A new password. Length is what makes one hard to guess; nothing is asked of its characters. */
export const passwordSchema = z
  .string()
  .min(12, "Use at least 12 characters.")
  .max(200, "Use at most 200 characters.")
  .refine(isStorable, "Use characters that can be typed.");

/** The one form under which a password is hashed: the same keys on another keyboard give the same bytes (RFC 8265). */
export function canonicalPassword(typed: string): string {
  return typed.normalize("NFC");
}

const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString("base64").replaceAll("=", "");

/** `$argon2id$v=19$m=32768,t=3,p=1$salt$hash`, the form other argon2 libraries read too. */
export function formatHash({ cost: { memory, passes, lanes }, salt, hash }: StoredHash): string {
  return `$argon2id$v=19$m=${memory},t=${passes},p=${lanes}$${base64(salt)}$${base64(hash)}`;
}

const stored =
  /^\$argon2id\$v=19\$m=(\d{1,7}),t=(\d{1,2}),p=(\d{1,2})\$([A-Za-z0-9+/]{11,86})\$([A-Za-z0-9+/]{22,86})$/;

/** Reads a stored hash; null when it is none of ours. */
export function parseHash(text: string): StoredHash | null {
  const [, memory, passes, lanes, salt, hash] = stored.exec(text) ?? [];
  if (!salt || !hash) return null;
  return {
    cost: { memory: Number(memory), passes: Number(passes), lanes: Number(lanes) },
    salt: Buffer.from(salt, "base64"),
    hash: Buffer.from(hash, "base64"),
  };
}

/** Whether a hash was made with other parameters than new ones are, so that it should be made anew. */
export function isOutdated({ cost: held }: StoredHash): boolean {
  return held.memory !== cost.memory || held.passes !== cost.passes || held.lanes !== cost.lanes;
}
