import { sameDigest } from "#lib/digest.ts";
import { parseEntry, type Entry } from "./entry.ts";

/** One stored event, as bytes, with what is computed anew from them. */
export type StoredEvent = { seq: number; bytes: Uint8Array; mac: Uint8Array; expectedMac: Uint8Array };

export type Verdict =
  | { whole: true; count: number }
  | { whole: false; brokenAt: number; because: "changed" | "missing" | "does-not-follow" };

/**
 * Checks a case's history from its stored bytes, first to last: every entry has the MAC that only the application can
 * make, none is missing, and each begins in the state where the one before it ended. Names the first that does not fit.
 */
export function verifyHistory(events: readonly StoredEvent[]): Verdict {
  let state: string | null = null;
  for (const [index, event] of events.entries()) {
    if (event.seq !== index + 1) return { whole: false, brokenAt: index + 1, because: "missing" };
    if (!sameDigest(event.mac, event.expectedMac))
      return { whole: false, brokenAt: event.seq, because: "changed" };
    const entry: Entry = parseEntry(event.bytes);
    if (entry.state !== null) {
      if (entry.prev_state !== state)
        return { whole: false, brokenAt: event.seq, because: "does-not-follow" };
      state = entry.state;
    }
  }
  return { whole: true, count: events.length };
}
