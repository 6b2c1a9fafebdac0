import type { Page } from "@playwright/test";
import { enterAs, expect, untilReloaded, words } from "./fixtures.ts";

/** Finds a case by its reference, and waits on its page until everything about it is collected. */
export async function openFromQueue(page: Page, reference: string): Promise<void> {
  await page.goto("/desk");
  await page.getByLabel(words("en", "ui")("desk.find")).fill(reference);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: reference })).toBeVisible();
  await untilReloaded(page, () =>
    expect(page.getByText("reviewing", { exact: true })).toBeVisible({ timeout: 3000 }),
  );
}

/** On the review: goes from one place to the next, and covers the words or leaves the file out, until nobody else is named undecided. */
export async function coverEverybodyElse(page: Page): Promise<void> {
  const next = page.getByRole("link", { name: "Go to the first" });
  const cover = page.getByRole("button", { name: /^(Cover \d+ places?|Leave the (file|\d+ files) out)/ });
  for (let left = 50; left > 0 && (await next.isVisible()); left--) {
    await next.click();
    const record = cover.first().locator("xpath=ancestor::tr");
    await expect(record).toContainText("names someone else");
    const title = page.getByRole("heading", { name: /^Next: decide on \d+ place/ });
    const before = await title.innerText();
    await cover.first().click();
    await expect(title.filter({ hasText: before })).toHaveCount(0);
  }
}

/** On the decision: asks a second person to approve, and waits until the answer is built. */
export async function askApproval(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Ask for approval" }).click();
  await expect(page.getByRole("heading", { name: "Next: somebody else approves" }).first()).toBeVisible({
    timeout: 90_000,
  });
}

/** Approves what a colleague prepared, and lets her send it. */
export async function approveAndSend(page: Page, reference: string): Promise<void> {
  await enterAs(page, "tom");
  await page.goto(`/desk/cases/${reference}/decision`);
  await page.getByRole("button", { name: "Approve this answer" }).click();
  await expect(page.getByRole("button", { name: "Approve this answer" })).toHaveCount(0);
  await expect(page.getByRole("main")).toContainText("Tom Okafor");
  await enterAs(page, "ana");
  await page.goto(`/desk/cases/${reference}/decision`);
  await page.getByRole("button", { name: "Send it" }).click();
  await expect(page.getByRole("button", { name: "Send it" })).toHaveCount(0);
  await expect(page.getByRole("main")).toContainText("answered");
}
