import { expect, test as base, type Locator, type Page } from "@playwright/test";
import { ipcPolicy } from "#db/seed/ipc/policy.ts";
import { cast, type CastKey } from "#lib/demo/cast.ts";
import { translator, type Locale } from "#lib/locales/index.ts";

/** Guards against a page that never comes, long before the test itself is given up; not a measure of speed. */
export const test = base.extend({ actionTimeout: 45_000, navigationTimeout: 60_000 });
export { expect };

/** What stands after "Enter as" on somebody's card. */
export const firstName = (key: CastKey) => cast[key].name.split(" ")[0] ?? "";

/** Presses somebody's card on the demo's first page, and waits until the house has let her in. */
export async function enterAs(page: Page, key: CastKey): Promise<void> {
  await page.goto("/demo");
  await page.getByRole("button", { name: `Enter as ${firstName(key)}`, exact: true }).click();
  await page.waitForURL((url) => url.pathname !== "/demo");
}

export const demoBar = (page: Page): Locator => page.getByRole("region", { name: "Demo" });

/** Chooses a tab of a case, or of any other page with tabs. */
export async function openTab(page: Page, name: string): Promise<void> {
  await page
    .getByRole("main")
    .getByRole("link", { name: new RegExp(`^${name}`) })
    .first()
    .click();
  await expect(page.locator('[aria-current="page"]', { hasText: name }).first()).toBeVisible();
}

/** The names of the facts as the form shows them. */
export function factLabel(id: string, locale: Locale = "en"): string {
  const { locator, facts } = ipcPolicy.proof;
  const found = [locator, ...facts].find((fact) => fact.id === id);
  if (!found) throw new Error(`the policy knows no fact called ${id}`);
  return found.label[locale];
}

/** Reloads a page until something holds on it: for what the worker does meanwhile. */
export async function untilReloaded(page: Page, holds: () => Promise<void>): Promise<void> {
  await expect(async () => {
    await page.reload();
    await holds();
  }).toPass({ timeout: 120_000, intervals: [500, 1000, 2000, 3000] });
}

/** A word for what a spec sends, so that it finds its own and nobody else's. */
export const unique = (what: string) =>
  `${what} ${Date.now().toString(36)}${Math.floor(Math.random() * 1e6).toString(36)}`;

/** The sentences of one area, for names of labels and buttons. */
export const words = translator;
