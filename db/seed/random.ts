import { createHash } from "node:crypto";

/** Choices that look random and are the same every time for the same text. */
export type Random = {
  /** A whole number between two others, both included. */
  int(from: number, to: number): number;
  pick<T>(list: readonly T[]): T;
  /** True in `percent` of a hundred cases. */
  chance(percent: number): boolean;
  /** A digit string of this length. */
  digits(length: number): string;
};

/** Everybody gets a generator of his own, so that one more person in a list changes nobody else's data. */
export function randomFor(text: string): Random {
  let state = createHash("sha256").update(text).digest().readUInt32LE(0);
  // mulberry32
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const int = (from: number, to: number) => from + Math.floor(next() * (to - from + 1));
  return {
    int,
    pick: <T>(list: readonly T[]) => list[int(0, list.length - 1)] as T,
    chance: (percent) => next() * 100 < percent,
    digits: (length) => Array.from({ length }, () => int(0, 9)).join(""),
  };
}
