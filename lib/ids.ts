import { randomBytes, randomInt, randomUUID } from "node:crypto";

/** A random v4 UUID: row ids and the pseudonyms of the audit log. */
export function newId(): string {
  return randomUUID();
}

/** 256 random bits as base64url: session ids, one-time links. Only its SHA-256 is ever stored. */
export function newToken(): string {
  return randomBytes(32).toString("base64url");
}

/** Six random digits, evenly distributed (crypto rejection sampling inside `randomInt`). */
export function newCode(): string {
  return String(randomInt(0, 1_000_000)).padStart(6, "0");
}

/** Letters and digits that cannot be mistaken for one another when read aloud or copied by hand. */
const alphabet = "23456789CDFGHJKMNPQRTVWX";

/** A case reference such as `HB-7K4Q-2M9X` (8 symbols of 24: 37 bits; it opens nothing by itself). */
export function newReference(): string {
  const symbols = Array.from({ length: 8 }, () => alphabet[randomInt(0, alphabet.length)]).join("");
  return `HB-${symbols.slice(0, 4)}-${symbols.slice(4)}`;
}

export { randomBytes };
