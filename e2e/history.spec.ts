import type { Page } from "@playwright/test";
import { enterAs, expect, test } from "./fixtures.ts";

test("an auditor narrows a history down by what, who and day, and turns it around (A1)", async ({ page }) => {
  await enterAs(page, "ingrid");
  // One of the demo's own, with days and people enough to choose from, which no other trial touches: Nora's copy.
  await page.goto("/audit/cases/HB-5TQ3-9QNX");
  await expect(page.getByRole("heading", { name: "This history is whole" })).toBeVisible();
  const all = await numbers(page);
  expect(all).toEqual(all.toSorted((a, b) => b - a));

  await choose(page, "Order", "oldest first");
  expect((await numbers(page)).at(0)).toBe(1);
  await choose(page, "Who", "Ana Ruiz");
  const hers = await numbers(page);
  expect(hers.length).toBeLessThan(all.length);
  expect(hers).toEqual(hers.toSorted((a, b) => a - b));
  await expect(events(page).filter({ hasNotText: "Ana Ruiz" })).toHaveCount(0);

  await page.getByRole("button", { name: /^Day/ }).click();
  await page.getByRole("menuitem").last().click();
  await expect(page).toHaveURL(/who=Ana\+Ruiz.*day=\d{4}-\d\d-\d\d/);
  const narrowed = page.url();
  await page.goBack();
  expect(await numbers(page)).toEqual(hers);

  // Every filter counts, whatever the others leave: here that is nothing, and the page says so and what to do.
  await page.goto(`${narrowed}&kind=mail`);
  await expect(page.getByRole("main")).toContainText("No event fits these filters.");
  await expect(page.getByText(/^0 of \d+ events$/)).toBeVisible();
  await page.getByRole("link", { name: "Clear all" }).click();
  await expect(events(page)).not.toHaveCount(0);
  expect((await numbers(page)).at(0)).toBe(1);
});

const events = (page: Page) => page.getByRole("row").filter({ hasText: /\d\d:\d\d:\d\d\.\d{3}/ });

async function numbers(page: Page): Promise<number[]> {
  await expect(events(page)).not.toHaveCount(0);
  return (await events(page).allInnerTexts()).map((text) => Number.parseInt(text, 10));
}

async function choose(page: Page, filter: string, value: string): Promise<void> {
  const before = page.url();
  await page.getByRole("button", { name: new RegExp(`^${filter}`) }).click();
  await page.getByRole("menuitem", { name: value }).click();
  await page.waitForURL((url) => url.href !== before);
}
