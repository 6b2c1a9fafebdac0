import type { Page } from "@playwright/test";
import {
  answerWhose,
  answerContact,
  answerFacts,
  answerResidence,
  askForCopy,
  goOn,
  fillUntilContact,
} from "./ask.ts";
import { expect, test, words } from "./fixtures.ts";
import { readCode } from "./mail.ts";

test.use({ javaScriptEnabled: false });

const t = words("en", "intake");
const tracker = words("en", "tracker");
const problem = words("en", "ui")("form.problem");

test("a question left empty comes back with what was typed, and says what to mend", async ({ page }) => {
  await page.goto("/ipc/request/residence");
  await page.getByRole("button", { name: t("go"), exact: true }).click();
  await expect(summary(page)).toContainText(t("errors.area"));
  await expect(page).toHaveTitle(/^Error: /);

  await answerResidence(page, "GB");
  await goOn(page);
  await page.getByRole("checkbox", { name: words("en", "rights")("title.access"), exact: true }).check();
  await goOn(page);
  await answerWhose(page, "me");
  await page.getByRole("radio", { name: "I have an account with you", exact: true }).check();
  await goOn(page);
  await answerContact(page, { name: "Claire <b>Lovett</b> O’Neill", email: "claire.lovett" });
  await page.getByRole("button", { name: t("go"), exact: true }).click();
  await expect(summary(page).getByRole("link", { name: t("errors.email") })).toBeVisible();
  await expect(page.getByRole("textbox", { name: t("contact.name"), exact: true })).toHaveValue(
    "Claire <b>Lovett</b> O’Neill",
  );
  const address = page.getByRole("textbox", { name: t("contact.email"), exact: true });
  await expect(address).toHaveValue("claire.lovett");
  await expect(address).toHaveAttribute("aria-invalid", "true");
});

test("right and wrong facts get the same page, and her page opens with a code", async ({ page, browser }) => {
  const right = await askForCopy(page, "claire", {
    rights: ["access"],
    narrow: "only my invoices",
    proof: { facts: ["billing-postcode"] },
  });
  const own = await pageWithout(page, right);

  const context = await browser.newContext({ javaScriptEnabled: false });
  const other = await context.newPage();
  const wrong = await askForCopy(other, "claire", {
    rights: ["access"],
    narrow: "only my invoices",
    proof: { facts: ["billing-postcode"], wrong: true },
  });
  expect(await pageWithout(other, wrong)).toBe(own);
  await context.close();

  await page.getByRole("link", { name: t("sent.follow") }).click();
  await expect(page.getByRole("heading", { level: 1, name: tracker("outside.title") })).toBeVisible();
  await page.getByRole("button", { name: tracker("outside.send") }).click();
  const here = page.url();
  await page.getByRole("button", { name: tracker("code.go") }).click();
  await expect(summary(page)).toContainText(tracker("code.missing"));
  const code = await readCode(page, right.reference);
  await page.goto(here);
  const typed = page.getByRole("textbox", { name: tracker("code.label"), exact: true });
  await typed.fill(code === "000000" ? "000001" : "000000");
  await page.getByRole("button", { name: tracker("code.go") }).click();
  await expect(summary(page)).toContainText(words("en", "signin")("code.refused"));
  await typed.fill(` ${code.slice(0, 3)} ${code.slice(3)}`);
  await page.getByRole("button", { name: tracker("code.go") }).click();
  await expect(page).not.toHaveURL(/code=/);
  await expect(page.getByRole("main")).toContainText(right.reference);

  await page.locator("textarea[name=body]").fill("Only the ones of 2025, please.");
  await page.getByRole("button", { name: tracker("messages.send") }).click();
  await expect(page.getByRole("main")).toContainText(tracker("messages.sent"));
  await expect(page.getByRole("main")).toContainText("Only the ones of 2025, please.");

  await page.getByRole("link", { name: tracker("withdraw.link") }).click();
  await page.getByRole("button", { name: tracker("withdraw.go") }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(tracker("state.withdrawn"));
});

test("the facts that are missing are named, and what was typed stays", async ({ page }) => {
  await fillUntilContact(page, { name: "Rosa Oduya", email: "rosa.oduya@mail.example" });
  await goOn(page);
  await goOn(page);
  await answerFacts(page, "rosa", []);
  await page.getByRole("button", { name: t("go"), exact: true }).click();
  await expect(summary(page)).toContainText(t("errors.factsOne"));
  await expect(page.getByRole("textbox", { name: "Account number", exact: true })).toHaveValue(
    "IP 4337 7160",
  );
});

const summary = (page: Page) =>
  page
    .getByRole("main")
    .getByRole("alert")
    .filter({ has: page.getByRole("heading", { name: problem }) });

/** What the page says, without what is each request's own. */
async function pageWithout(page: Page, { reference }: { reference: string }): Promise<string> {
  const text = await page.getByRole("main").innerText();
  return text
    .replaceAll(reference, "REFERENCE")
    .replace(/\b\d{1,2}:\d{2}\b/g, "TIME")
    .replace(/^.*(?:\b[A-Z0-9]\b[ ,.…]*){4,}.*$/gm, "SPELLED")
    .replace(/Say it like this:.*/g, "SPELLED");
}
