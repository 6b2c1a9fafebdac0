import { expect, test } from "vitest";
import { compareRanks, quantile } from "./statistics.ts";

const upTo = (last: number, step = 1) => Array.from({ length: last }, (_, index) => (index + 1) * step);

test.each([
  [[3, 1, 2], 0.5, 2],
  [[1, 2, 3, 4], 0.5, 2.5],
  [upTo(101), 0.95, 96],
  [[7], 0.95, 7],
])("the quantile of %j at %d is %d", (values, share, expected) => {
  expect(quantile(values, share)).toBeCloseTo(expected, 10);
});

test("the same values do not differ", () => {
  expect(compareRanks(upTo(20), upTo(20))).toEqual({ larger: 0.5, p: expect.closeTo(1, 2) });
  expect(compareRanks([5, 5, 5], [5, 5, 5])).toEqual({ larger: 0.5, p: 1 });
});

test("values that all lie above differ, whichever group comes first", () => {
  const above = compareRanks(
    upTo(20).map((value) => value + 100),
    upTo(20),
  );
  expect(above.larger).toBe(1);
  expect(above.p).toBeLessThan(1e-6);
  const below = compareRanks(
    upTo(20),
    upTo(20).map((value) => value + 100),
  );
  expect(below).toEqual({ larger: 0, p: above.p });
});

test("a known example: 10 and 10 values with U = 24", () => {
  const first = [1, 2, 3, 4, 5, 6, 7, 16, 17, 18];
  const second = [8, 9, 10, 11, 12, 13, 14, 15, 19, 20];
  // U of the first group is the sum of its ranks less 55; z = (|U - 50| - 0.5) / sqrt(175).
  const u = first.reduce((sum, rank) => sum + rank, 0) - 55;
  expect(u).toBe(24);
  expect(compareRanks(first, second).larger).toBeCloseTo(0.24, 10);
  expect(compareRanks(first, second).p).toBeCloseTo(0.0539, 3);
});
