import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { expect } from "./fixtures.ts";

const levels = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

/**
 * Lets axe look at the page as it stands, in light and in dark. What is wrong is noted, and the test goes on, so that one
 * run tells all of it.
 * @param what how the page is named where it fails
 */
export async function lookAt(page: Page, what: string, { isPublic = false } = {}): Promise<void> {
  await page.emulateMedia({ colorScheme: "light", reducedMotion: "reduce" });
  await note(page, `${what}, light`, new AxeBuilder({ page }).withTags(levels));
  await page.emulateMedia({ colorScheme: "dark", reducedMotion: "reduce" });
  await note(
    page,
    `${what}, dark`,
    new AxeBuilder({ page }).withRules(["color-contrast", "link-in-text-block"]),
  );
  await page.emulateMedia({ colorScheme: "light" });
  if (isPublic) await fitsInto(page, what, 320);
}

async function note(page: Page, what: string, builder: AxeBuilder): Promise<void> {
  // The frame around a mail runs no scripts, so axe cannot look inside; without other frames no helper page is needed.
  const { violations } = await builder.exclude("iframe").setLegacyMode().analyze();
  const found = violations.map(
    ({ id, nodes }) =>
      `${id}: ${nodes.map(({ target, failureSummary }) => `${target.join(" ")} (${failureSummary ?? ""})`).join("\n")}`,
  );
  expect.soft(found, `${what}: ${new URL(page.url()).pathname}`).toEqual([]);
}

/** Nothing reaches over the edge of a narrow window: there is no scrolling sideways (WCAG 1.4.10). */
async function fitsInto(page: Page, what: string, width: number): Promise<void> {
  const usual = page.viewportSize();
  await page.setViewportSize({ width, height: 800 });
  const wide = await page.evaluate(() => document.documentElement.scrollWidth);
  expect
    .soft(wide, `${what} is wider than ${width} pixels: ${new URL(page.url()).pathname}`)
    .toBeLessThanOrEqual(width);
  if (usual) await page.setViewportSize(usual);
}
