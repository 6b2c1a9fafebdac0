import type { Page } from "@playwright/test";
import { demoBar, enterAs, expect, test, words } from "./fixtures.ts";

/*
 * What staff of the second organisation get to see of the first's: nothing by searching, counting, filtering or paging, and
 * no other page for a source, a colleague or a case that is there than for one that is not.
 */

const find = words("en", "ui")("desk.find");

async function references(page: Page, address: string): Promise<string[]> {
  await page.goto(address);
  return [...new Set((await page.getByRole("main").innerText()).match(/HB-[0-9A-Z]{4}-[0-9A-Z]{4}/g) ?? [])];
}

test("another organisation's cases are found by no search, filter, page or address", async ({
  page,
  browser,
}) => {
  const context = await browser.newContext();
  const ana = await context.newPage();
  await enterAs(ana, "ana");
  const theirs = await references(ana, "/desk");
  expect(theirs.length).toBeGreaterThan(5);
  await ana.getByLabel(find).fill("Maya Santos");
  await Promise.all([ana.waitForURL(/find=|cases\//), ana.keyboard.press("Enter")]);
  const search = ana.url();
  await ana.goto("/desk/sources");
  const source = new URL(ana.url()).pathname;
  await context.close();

  await enterAs(page, "nils");
  const own = await references(page, "/desk");
  expect(own.length).toBeGreaterThan(0);
  for (const address of [
    "/desk",
    "/desk?view=answered",
    "/desk?view=appeals",
    "/desk?view=late",
    `/desk?after=2020-01-01~${"0".repeat(8)}-0000-7000-8000-${"0".repeat(12)}`,
    search,
  ]) {
    const seen = await references(page, address);
    expect([address, ...seen.filter((one) => theirs.includes(one))]).toEqual([address]);
  }
  for (const wanted of ["Maya Santos", theirs[0] ?? ""]) {
    await page.goto("/desk");
    await page.getByLabel(find).fill(wanted);
    await Promise.all([page.waitForURL(/find=|cases\//), page.keyboard.press("Enter")]);
    const links = await page.getByRole("main").getByRole("link", { name: /^HB-/ }).allInnerTexts();
    expect(links.filter((one) => theirs.includes(one.trim()))).toEqual([]);
  }
  const there = await page.goto(source);
  const said = await wholeText(page);
  const nowhere = await page.goto("/desk/sources/00000000-0000-7000-8000-000000000000");
  expect(there?.status()).toBe(nowhere?.status());
  expect(there?.status()).toBe(404);
  expect(said).toBe(await wholeText(page));
});

/** All that a page says but for the demo's bar, which counts the mails of everybody else meanwhile. */
async function wholeText(page: Page): Promise<string> {
  await demoBar(page).evaluate((bar: HTMLElement) => {
    bar.hidden = true;
  });
  return page.locator("body").innerText();
}
