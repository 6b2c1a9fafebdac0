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

/** Two groups of four such symbols: 8 of 24, 37 bits. */
function newSymbols(): string {
  const symbols = Array.from({ length: 8 }, () => alphabet[randomInt(0, alphabet.length)]).join("");
  return `${symbols.slice(0, 4)}-${symbols.slice(4)}`;
}

/** A case reference such as `HB-7K4Q-2M9X` (it opens nothing by itself). */
export function newReference(): string {
  return `HB-${newSymbols()}`;
}

/** A one-time code for a letter such as `7K4Q-2M9X`: long enough to be valid for weeks. */
export function newPostedCode(): string {
  return newSymbols();
}

export { randomBytes };
