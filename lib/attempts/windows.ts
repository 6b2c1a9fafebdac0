/** One rule: at most `limit` tries within any span of `windowSeconds`. */
export type Window = { limit: number; windowSeconds: number };

/** Tries made at one instant. */
export type Tries = { at: Date; tries: number };

/**
 * Seconds until one more try fits into every window; 0 when it fits now. The windows slide: what counts is any span
 * of that length, so nobody gets twice the limit around midnight.
 * @param made earlier tries in any order
 */
export function secondsUntilAllowed(windows: readonly Window[], made: readonly Tries[], now: Date): number {
  const newestFirst = made.toSorted((a, b) => b.at.getTime() - a.at.getTime());
  return Math.max(0, ...windows.map((window) => secondsUntilRoom(window, newestFirst, now)));
}

function secondsUntilRoom(
  { limit, windowSeconds }: Window,
  newestFirst: readonly Tries[],
  now: Date,
): number {
  let counted = 0;
  for (const { at, tries } of newestFirst) {
    const secondsLeft = (at.getTime() - now.getTime()) / 1000 + windowSeconds;
    if (secondsLeft <= 0) return 0;
    counted += tries;
    if (counted >= limit) return Math.ceil(secondsLeft);
  }
  return 0;
}
