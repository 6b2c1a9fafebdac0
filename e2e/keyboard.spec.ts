import type { Page } from "@playwright/test";
import { askForCopy } from "./ask.ts";
import { enterAs, expect, test, untilReloaded, words } from "./fixtures.ts";

/** More than any page here has to pass. */
const mostStops = 90;

test("records are covered and kept back, and a request is decided, with the keyboard alone (W8)", async ({
  page,
}) => {
  const { reference } = await askForCopy(page, "juniper", {
    rights: ["access"],
    proof: { facts: ["billing-postcode"] },
  });
  await enterAs(page, "ana");
  await page.goto("/desk");
  await page.keyboard.press("/");
  await page.keyboard.type(reference);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: reference })).toBeVisible();
  await untilReloaded(page, () =>
    expect(page.getByText("reviewing", { exact: true })).toBeVisible({ timeout: 3000 }),
  );

  await skipToMain(page);
  await press(page, "a", /^Review/);
  await expect(page.getByText("Cover or keep back").first()).toBeVisible();
  await skipToMain(page);
  await press(page, "summary", /^Cover or keep back/);
  await stopAt(page, "select", /./);
  await page.keyboard.press("ArrowDown");
  await stopAt(page, "button", /^Cover it/);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("row").filter({ hasText: "covered, 1 place" })).toHaveCount(1);
  await skipToMain(page);
  await press(page, "summary", /^Cover or keep back/);
  await press(page, "button", /^Keep the record back/);
  await expect(page.getByRole("row").filter({ hasText: "kept back" })).toHaveCount(1);

  await page.keyboard.press("End");
  await page.keyboard.press("?");
  await expect(page.getByText(words("en", "ui")("desk.keysHeading"))).toBeInViewport();
  await page.keyboard.press("Escape");

  await skipToMain(page);
  await press(page, "a", /^Decision/);
  await expect(page.getByRole("radio", { name: "Refused", exact: true })).toBeVisible();
  await skipToMain(page);
  await stopAt(page, "input", /^Granted$/);
  await page.keyboard.press("Space");
  await page.keyboard.press("ArrowUp");
  await expect(page.getByRole("radio", { name: "Refused", exact: true })).toBeChecked();
  await press(page, "button", /^Decide like this/);
  const problem = page.getByRole("main").getByRole("alert").first();
  await expect(problem).toBeFocused();
  await stopAt(page, "a", /./);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("checkbox").filter({ visible: true }).first()).toBeFocused();
});

/** Begins at the top of the page, and passes what stands above every page by the link that comes first (W7). */
async function skipToMain(page: Page): Promise<void> {
  await page.reload();
  await press(page, "a", /^Skip to the main part$/);
  await expect(page.locator("#main")).toBeFocused();
}

/** Goes on from stop to stop until this one, and presses it. */
async function press(page: Page, tag: string, name: RegExp): Promise<void> {
  await stopAt(page, tag, name);
  await page.keyboard.press("Enter");
}

/** Goes on from stop to stop until this one. Each stop on the way shows where it is (W3). */
async function stopAt(page: Page, tag: string, name: RegExp): Promise<void> {
  for (let stop = 0; stop < mostStops; stop++) {
    await page.keyboard.press("Tab");
    const here = await page.evaluate(focused);
    expect(here.isMarked, `${here.tag} “${here.name}” shows that it has the focus`).toBe(true);
    if (here.tag === tag && name.test(here.name)) return;
  }
  throw new Error(`no stop is ${tag} ${name}`);
}

function focused() {
  const element = document.activeElement;
  if (!element) return { tag: "", name: "", isMarked: false };
  const label = element instanceof HTMLInputElement ? element.labels?.[0]?.textContent : undefined;
  const { outlineStyle, outlineWidth } = getComputedStyle(element);
  return {
    tag: element.tagName.toLowerCase(),
    name: (element.getAttribute("aria-label") ?? label ?? element.textContent).trim(),
    isMarked: outlineStyle !== "none" && Number.parseFloat(outlineWidth) >= 2,
  };
}
