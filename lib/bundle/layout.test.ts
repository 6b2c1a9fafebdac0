import { describe, expect, it } from "vitest";
import { categoryPaths, htmlPages, linkFrom, paths } from "./layout.ts";
import { limits, topFolder } from "./names.ts";

it.each([
  [paths.start, paths.letter, "1-letter/response.html"],
  [paths.letter, paths.start, "../START-HERE.html"],
  [categoryPaths("account").page(1), paths.data, "../index.html"],
  [categoryPaths("account").page(1), categoryPaths("account").page(2), "account-2.html"],
  [categoryPaths("account").page(2), categoryPaths("orders").page(1), "../orders/orders.html"],
  [categoryPaths("account").page(1), paths.style, "../../assets/style.css"],
])("from %s to %s the link is %s", (from, to, link) => {
  expect(linkFrom(from, to)).toBe(link);
  expect(new URL(link, `file:///x/${from}`).pathname).toBe(`/x/${to}`);
});

describe("pages of a category", () => {
  it.each([
    [0, 0, [[]]],
    [1, 1, [[[1, 1]]]],
    [500, 500, [[[1, 500]]]],
    [501, 501, [[[1, 500]], [[501, 501]]]],
    [5000, 5000, null],
    [5001, 1000, [[[1, 500]], [[501, 1000]]]],
    [100_000, 1000, [[[1, 500]], [[501, 1000]]]],
  ] as const)("%i records show %i", (records, shown, pages) => {
    const cut = htmlPages([records]);
    expect(cut.shown).toEqual([shown]);
    if (pages) expect(cut.pages.map((slices) => slices.map(({ from, to }) => [from, to]))).toEqual(pages);
    else expect(cut.pages).toHaveLength(10);
  });

  it("go on from one group to the next, and every group has its share where not all are shown", () => {
    const cutAs = (...counts: number[]) =>
      htmlPages(counts).pages.map((slices) =>
        slices.map(({ group, from, to }) => `${group}: ${from}-${to}`).join(", "),
      );
    expect(cutAs()).toEqual([""]);
    expect(cutAs(300, 0, 450, 1)).toEqual(["0: 1-300, 2: 1-200", "2: 201-450, 3: 1-1"]);
    expect(cutAs(500, 1)).toEqual(["0: 1-500", "1: 1-1"]);
    expect(cutAs(9000, 3, 800)).toEqual(["0: 1-499, 1: 1-1", "1: 2-3, 2: 1-498"]);
    expect(htmlPages([9000, 3, 800]).shown).toEqual([499, 3, 498]);
  });
});

it("keeps the longest possible path within the limit", () => {
  const slug = "x".repeat(limits.slug);
  const longest = categoryPaths(slug).file("y".repeat(limits.name));
  expect(`${topFolder("HB-7K4Q-2M9X")}/${longest}`.length).toBeLessThanOrEqual(limits.path);
  expect(categoryPaths(slug).schema.split("/").at(-1)?.length).toBeLessThanOrEqual(limits.name);
});
