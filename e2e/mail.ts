import type { Page } from "@playwright/test";
import { expect, untilReloaded, words } from "./fixtures.ts";

const tracker = words("en", "tracker");

/** Opens the newest mail about a case whose subject begins so; the demo's mailbox shows it as soon as the worker has sent it. */
export async function openMail(page: Page, reference: string, subject: string, to?: string): Promise<void> {
  await page.goto(`/demo/mailbox?to=people&reference=${reference}`);
  const rows = page
    .getByRole("row")
    .filter({ has: page.getByRole("link", { name: new RegExp(`^${subject}`) }) });
  const row = (to ? rows.filter({ hasText: to }) : rows).first();
  await untilReloaded(page, () => expect(row).toContainText("Delivered", { timeout: 1000 }));
  await row.getByRole("link").click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText(reference);
}

/** What the mail on this page says as text. */
export async function mailText(page: Page): Promise<string> {
  await page.getByRole("link", { name: "As text" }).click();
  return page.locator("main pre").innerText();
}

/** Reads the six digits out of the newest mail with a code. */
export async function readCode(page: Page, reference: string, to?: string): Promise<string> {
  await openMail(page, reference, "Your code", to);
  const code = /\b\d{6}\b/.exec(await mailText(page))?.[0] ?? "";
  expect(code, "the mail holds a code").toMatch(/^\d{6}$/);
  return code;
}

/** Leaves the mailbox by the way its recipient would. */
export async function openAsRecipient(page: Page): Promise<void> {
  await page.getByRole("link", { name: "Open as recipient" }).click();
}

/** On the page that outsiders see: asks for a code, reads it in the mailbox, and enters with it. */
export async function enterWithCode(page: Page, reference: string): Promise<void> {
  await page.getByRole("button", { name: tracker("outside.send") }).click();
  await expect(page.getByRole("heading", { level: 1, name: tracker("code.title") })).toBeVisible();
  const here = page.url();
  // The mail is written after the answer; until it has come, an earlier one is the newest.
  await expect(async () => {
    const code = await readCode(page, reference);
    await page.goto(here);
    await page.getByRole("textbox", { name: tracker("code.label"), exact: true }).fill(code);
    await page.getByRole("button", { name: tracker("code.go") }).click();
    await page.waitForURL((url) => url.href !== here, { timeout: 10_000 });
  }).toPass({ intervals: [500, 1000, 2000] });
}
