import { createHash } from "node:crypto";
import { canonicalBytes } from "./canonical.ts";

/** The newest form of an entry. Older forms stay readable for ever. */
export const entryVersion = 1;

/** The tile format of transparency logs counts an entry's bytes in 16 bits (C2SP tlog-tiles). */
export const longestEntryBytes = 65_535;

/** What an entry says. Pseudonyms and codes only: no name, address, free text, file name, IP or case reference. */
export type Entry = {
  v: typeof entryVersion;
  id: number;
  /** RFC 3339, UTC, milliseconds: the installation's clock. */
  at: string;
  type: string;
  org: string;
  case: string | null;
  actor: string;
  role: string;
  prev_state: string | null;
  state: string | null;
  /** Opaque ids of what the event was about: claims, sources, bundles. */
  obj: string[];
  reason: string | null;
  /** SHA-256 over a per-event salt and the payload, base64. */
  commit: string;
};

/** `SHA-256("habeas-audit-v1" || salt || canonical(payload))`: hides the payload, and binds it. `salt` is 32 random bytes. */
export function commitment(salt: Uint8Array, payload: unknown): Buffer {
  return createHash("sha256").update("habeas-audit-v1").update(salt).update(canonicalBytes(payload)).digest();
}

/** The exact bytes that are stored, authenticated and later hashed into the Merkle log. */
export function entryBytes(entry: Entry): Buffer {
  const bytes = canonicalBytes(entry);
  if (bytes.length > longestEntryBytes) throw new RangeError("an audit entry is longer than 65,535 bytes");
  return bytes;
}

/** Reads an entry back from its bytes. */
export function parseEntry(bytes: Uint8Array): Entry {
  return JSON.parse(Buffer.from(bytes).toString("utf8")) as Entry;
}
