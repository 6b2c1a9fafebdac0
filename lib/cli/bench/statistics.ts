/** The value below which a share of the values lies, between the two nearest where it falls between them. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (sorted.length - 1) * share;
  const [low = NaN, high = low] = [sorted[Math.floor(at)], sorted[Math.ceil(at)]];
  return low + (high - low) * (at - Math.floor(at));
}

/**
 * Whether one group of measurements tends to be larger than another (Mann-Whitney U, two-sided, normal approximation
 * with the correction for ties; good from about 10 values in each).
 * @returns `larger`: share of all pairs in which the first group's value is the larger one, ties counting half, 0.5 where the
 * groups do not differ; `p`: how often chance alone would show at least such a difference, 0 to 1
 */
export function compareRanks(
  first: readonly number[],
  second: readonly number[],
): { larger: number; p: number } {
  const [n, m] = [first.length, second.length];
  let u = 0;
  for (const a of first) for (const b of second) u += a > b ? 1 : a === b ? 0.5 : 0;
  const all = n + m;
  const ties = [...Map.groupBy([...first, ...second], (value) => value).values()].map((same) => same.length);
  const tied = ties.reduce((sum, size) => sum + (size ** 3 - size), 0);
  const deviation = Math.sqrt(((n * m) / 12) * (all + 1 - tied / (all * (all - 1))));
  const distance = Math.max(0, Math.abs(u - (n * m) / 2) - 0.5);
  return { larger: u / (n * m), p: deviation === 0 ? 1 : Math.min(1, 2 * upperTail(distance / deviation)) };
}

/** The share of a normal distribution above `z` deviations (Abramowitz and Stegun 26.2.17, off by less than 1e-7). */
function upperTail(z: number): number {
  const t = 1 / (1 + 0.2316419 * z);
  const sum =
    t * (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
  return (Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI)) * sum;
}
