import type { Page } from "@playwright/test";
import { askForCopy } from "./ask.ts";
import { expect, test, words } from "./fixtures.ts";
import { readCode } from "./mail.ts";

const tracker = words("en", "tracker");
const refused = words("en", "signin")("code.refused");

test("a code works once, however it is typed, and no longer than until the next one is asked for (V5, V6)", async ({
  page,
}) => {
  const { reference } = await askForCopy(page, "daniel", {
    rights: ["access"],
    proof: { facts: ["billing-postcode"], wrong: true },
  });
  const home = `/ipc/track/${reference}`;
  await ask(page, home);
  const first = await readCode(page, reference);
  await ask(page, home);
  let second = first;
  await expect(async () => {
    second = await readCode(page, reference);
    expect(second).not.toBe(first);
  }).toPass();

  await type(page, home, first);
  await isRefused(page);
  await type(page, home, "12345x");
  await isRefused(page);
  await type(page, home, ` ${second.slice(0, 3)}-${second.slice(3)} `);
  await expect(page.getByRole("main")).toContainText(reference);
  await expect(page).not.toHaveURL(/code=sent/);

  await page.context().clearCookies();
  await type(page, home, second);
  await isRefused(page);
  await page.goto(home);
  await expect(page.getByRole("heading", { level: 1, name: tracker("outside.title") })).toBeVisible();
});

async function ask(page: Page, home: string): Promise<void> {
  await page.goto(home);
  await page.getByRole("button", { name: tracker("outside.send") }).click();
  await expect(page.getByRole("heading", { level: 1, name: tracker("code.title") })).toBeVisible();
}

async function type(page: Page, home: string, code: string): Promise<void> {
  await page.goto(`${home}?code=sent`);
  await page.getByRole("textbox", { name: tracker("code.label"), exact: true }).fill(code);
  await page.getByRole("button", { name: tracker("code.go") }).click();
}

/** One sentence for all of them, and the focus where it stands (E1). */
async function isRefused(page: Page): Promise<void> {
  const problem = page.getByRole("main").getByRole("alert");
  await expect(problem).toContainText(refused);
  await expect(problem).toBeFocused();
}
