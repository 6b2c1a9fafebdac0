import type { Page } from "@playwright/test";
import { askForCopy } from "./ask.ts";
import { demoBar, enterAs, expect, openTab, test, untilReloaded, words } from "./fixtures.ts";
import { mailText, openAsRecipient, openMail, readCode } from "./mail.ts";
import { readZip } from "./zip.ts";

const tracker = words("en", "tracker");
const covered = "Daniel Whitlock";

test("one request walks the whole house", async ({ page }) => {
  test.setTimeout(600_000);
  let reference = "";

  await test.step("Maya asks, with two facts", async () => {
    const invoice = await lastInvoiceOnTheCard(page, "Maya Santos");
    await enterAs(page, "maya");
    const sent = await askForCopy(page, "maya", { rights: ["access"], proof: { invoice } });
    reference = sent.reference;
    await expect(page.getByRole("main")).toContainText(words("en", "intake")("sent.about", { what: "a copy of my data" }));
    await openMail(page, reference, "We have your request");
    expect(await mailText(page)).toContain(sent.answerBy.split("\n").at(-1) ?? "no day");
  });

  await test.step("she follows the link in her mail and opens the page with a code", async () => {
    await openAsRecipient(page);
    await expect(page.getByRole("heading", { level: 1, name: tracker("outside.title") })).toBeVisible();
    await enterWithCode(page, reference);
    await expect(page.getByRole("main")).toContainText(reference);
  });

  await test.step("Ana finds it in the queue, with everything collected", async () => {
    await enterAs(page, "ana");
    const row = page.getByRole("row").filter({ hasText: reference });
    await untilReloaded(page, () => expect(row).toContainText("reviewing", { timeout: 2000 }));
    await expect(row).toContainText("Maya Santos");
    await expect(row).toContainText("2 facts");
    await row.getByRole("link", { name: reference }).click();
    await expect(page.getByRole("heading", { level: 1, name: reference })).toBeVisible();
    await openTab(page, "Sources");
    await expect(page.getByRole("row").filter({ hasText: /found \d+/ })).toHaveCount(3);
  });

  await test.step("she covers the neighbour", async () => {
    await openTab(page, "Review");
    await coverEverybodyElse(page);
  });

  await test.step("she decides and asks for approval, and cannot approve it herself", async () => {
    await openTab(page, "Decision");
    await page.getByRole("radio", { name: "Granted", exact: true }).check();
    await page.getByRole("button", { name: "Decide like this" }).click();
    await expect(page.getByRole("heading", { name: "Next: ask for approval" })).toBeVisible();
    await page.getByRole("button", { name: "Ask for approval" }).click();
    await expect(page.getByRole("heading", { name: /somebody else approves/ }).first()).toBeVisible({ timeout: 90_000 });
    await expect(page.getByRole("button", { name: /Approve/ })).toHaveCount(0);
  });

  await test.step("Tom approves exactly that", async () => {
    await enterAs(page, "tom");
    await page.goto(`/desk/cases/${reference}/decision`);
    await page.getByRole("button", { name: "Approve this answer" }).click();
    await expect(page.getByRole("main")).toContainText("Tom Okafor");
    await expect(page.getByRole("button", { name: "Approve this answer" })).toHaveCount(0);
  });

  await test.step("Ana sends it", async () => {
    await enterAs(page, "ana");
    await page.goto(`/desk/cases/${reference}/decision`);
    await page.getByRole("button", { name: "Send it" }).click();
    await expect(page.getByRole("button", { name: "Send it" })).toHaveCount(0);
    await expect(page.getByRole("listitem").filter({ hasText: "answered" }).first()).toBeVisible();
  });

  await test.step("Maya opens her mail and downloads what she asked for", async () => {
    await enterAs(page, "maya");
    await openMail(page, reference, "Your answer is ready");
    await openAsRecipient(page);
    await page.goto(`/ipc/track/${reference}`);
    if (await page.getByRole("button", { name: tracker("outside.send") }).isVisible()) await enterWithCode(page, reference);
    await page.getByRole("link", { name: tracker("waiting.answer.go") }).click();
    const started = page.waitForEvent("download");
    await page.getByRole("link", { name: tracker("download.go"), exact: true }).first().click();
    const files = await readZip(await (await started).path());
    const names = [...files.keys()];
    expect(names.some((name) => name.endsWith("START-HERE.html")), names.join("\n")).toBe(true);
    expect(names.some((name) => name.endsWith("3-your-data/index.html")), names.join("\n")).toBe(true);
    for (const [name, content] of files) expect(content.includes(covered), `${covered} stands in ${name}`).toBe(false);
    const everything = Buffer.concat([...files.values()]).toString("utf8");
    expect(everything).toContain("Maya Santos");
  });

  await test.step("Ingrid reads the history and verifies it", async () => {
    await enterAs(page, "ingrid");
    await page.goto("/audit");
    await page.getByRole("link", { name: reference }).click();
    await expect(page.getByRole("heading", { name: "This history is whole" })).toBeVisible();
    const history = page.getByRole("table");
    for (const who of ["Ana Ruiz", "Tom Okafor"]) await expect(history).toContainText(who);
    await expect(page.getByRole("main")).not.toContainText("Maya Santos");
    await page.getByRole("link", { name: "Verify this history again" }).click();
    await expect(page.getByRole("heading", { name: "This history is whole" })).toBeVisible();
    await expect(demoBar(page)).toBeVisible();
  });
});

/** The newest invoice of somebody on the cheat card: "£18.40, October 2026". */
async function lastInvoiceOnTheCard(page: Page, name: string) {
  await page.goto("/demo");
  const text = await page.getByRole("row").filter({ hasText: name }).getByRole("cell").nth(1).innerText();
  const [, amount = "", month = "", year = ""] = /([\d.]+), (\p{L}+) (\d{4})/u.exec(text) ?? [];
  return { amount, month, year };
}

async function enterWithCode(page: Page, reference: string): Promise<void> {
  await page.getByRole("button", { name: tracker("outside.send") }).click();
  await expect(page.getByRole("heading", { level: 1, name: tracker("code.title") })).toBeVisible();
  const here = page.url();
  const code = await readCode(page, reference);
  await page.goto(here);
  await page.getByRole("textbox", { name: tracker("code.label"), exact: true }).fill(code);
  await page.getByRole("button", { name: tracker("code.go") }).click();
  await expect(page.getByRole("heading", { level: 1, name: tracker("code.title") })).toHaveCount(0);
}

/** Goes from one place to the next until nobody else is named undecided. */
async function coverEverybodyElse(page: Page): Promise<void> {
  const next = page.getByRole("link", { name: "Go to the first" });
  const toCover = page.getByRole("button", { name: /^Cover \d+ places?$/ });
  await expect(next).toBeVisible();
  await next.click();
  await expect(page.locator("mark").filter({ hasText: covered }).first()).toBeVisible();
  for (let left = 50; left > 0 && (await next.isVisible()); left--) {
    await next.click();
    const before = await toCover.count();
    await toCover.first().click();
    await expect(toCover).not.toHaveCount(before);
  }
  await expect(page.getByRole("main")).not.toContainText("names someone else");
}
