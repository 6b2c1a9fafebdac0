import { createHmac, timingSafeEqual } from "node:crypto";
import type { FactKind } from "./kinds.ts";
import { normalise, normaliserVersion } from "./normalise.ts";

export type FactOutcome = "matched" | "not-matched" | "ambiguous" | "not-comparable";

/** What staff see of one fact. Never the value, neither the typed nor the stored one. */
export type FactResult = { fact: string; outcome: FactOutcome; normaliserVersion: number };

/** A fact as typed, beside every value the sources hold for the one person the locator found. */
export type FactToCheck = {
  fact: string;
  kind: FactKind;
  typed: string;
  /** Values on file; several where the person has several rows (only the newest where the policy says so). */
  held: readonly unknown[];
};

/**
 * Compares facts with what is held: every fact every time, exactly and in constant time, under a key drawn for this one
 * decision. `candidates` is how many people the locator found: more than one makes everything ambiguous.
 */
export function compareFacts(
  facts: readonly FactToCheck[],
  candidates: number,
  key: Uint8Array,
  country?: string,
): FactResult[] {
  return facts.map(({ fact, kind, typed, held }) => {
    const wanted = normalise(kind, typed, country ? { country } : {});
    const known = held
      .map((value) => normalise(kind, value, country ? { country } : {}))
      .filter((value) => value !== null);
    let hits = 0;
    for (const value of known) hits += equal(key, wanted ?? "", value) && wanted !== null ? 1 : 0;
    const outcome: FactOutcome =
      candidates > 1
        ? "ambiguous"
        : wanted === null || known.length === 0
          ? "not-comparable"
          : hits > 0
            ? "matched"
            : "not-matched";
    return { fact, outcome, normaliserVersion };
  });
}

/** Digests always have one length, so that the comparison tells nothing by its time. */
function equal(key: Uint8Array, left: string, right: string): boolean {
  const digest = (value: string) => createHmac("sha256", key).update(value).digest();
  return timingSafeEqual(digest(left), digest(right));
}

/** How many facts confirmed the same one person. */
export function matchedCount(results: readonly FactResult[]): number {
  return results.filter((result) => result.outcome === "matched").length;
}
