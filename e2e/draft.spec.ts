import type { Page } from "@playwright/test";
import { answerContact, answerResidence, answerWhose, goOn } from "./ask.ts";
import { expect, test, words } from "./fixtures.ts";

const t = words("en", "intake");
const edge = words("en", "signin");

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with scripts" : "without scripts", () => {
    test.use({ javaScriptEnabled });

    test("an answer to a form that has ended is kept, and the others are asked again", async ({
      page,
      context,
    }) => {
      await fillUntilContact(page);
      await answerContact(page, { name: "عائشة 'O’Neill' \u{1F642}", email: "aisha@mail.example" });
      await context.clearCookies({ name: /draft/ });
      await page.getByRole("button", { name: t("go"), exact: true }).click();
      await expect(page.getByRole("heading", { level: 1, name: t("residence.title") })).toBeVisible();
      await expect(page.getByRole("main")).toContainText(t("lost"));
      await answerUntilContact(page);
      await expect(page.getByRole("textbox", { name: t("contact.name"), exact: true })).toHaveValue(
        "عائشة 'O’Neill' \u{1F642}",
      );

      // Another organisation knows nothing of it, nor of its cookie.
      const [cookie] = (await context.cookies()).filter(({ name }) => name.endsWith("draft-ipc"));
      await context.addCookies([{ ...cookie!, name: cookie!.name.replace("ipc", "informetric") }]);
      await page.goto("/informetric/request/contact");
      await expect(page).toHaveURL(/\/informetric\/request\/residence\?gone=1$/);
      await expect(page.getByRole("main")).toContainText(t("gone"));
    });
  });
}

const crafted: [what: string, name: string, says: string][] = [
  ["a NUL", "Maya\u0000Santos", edge("edge.unstorable")],
  ["too much", "x".repeat(201), edge("edge.tooLong")],
  ["nothing but blanks", " \u00a0\u3000 ", t("errors.name")],
];

test("what cannot be kept is refused with a sentence, and what was typed beside it stays", async ({
  browser,
}) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await fillUntilContact(page);
  const here = page.url();
  const form = await page
    .locator("main form")
    .first()
    .evaluate((element) =>
      Object.fromEntries(
        [...element.querySelectorAll("input")].map(({ name, value }) => [name, value] as const),
      ),
    );
  for (const [what, name, says] of crafted) {
    const answer = await page.request.post(here, {
      multipart: { ...form, name, email: "maya@mail.example" },
      headers: { Origin: new URL(here).origin },
    });
    const text = await answer.text();
    expect(text, what).toContain(says);
    expect(text, what).toContain('value="maya@mail.example"');
  }
  await context.close();
});

test("two hundred characters, one word and any script are names", async ({ page }) => {
  await fillUntilContact(page);
  for (const name of ["ع".repeat(200), "李", "=cmd|' /C calc'!A0", "<script>alert(1)</script>"]) {
    await answerContact(page, { name, email: "maya@mail.example" });
    await goOn(page);
    await page.goBack();
    await expect(page.getByRole("textbox", { name: t("contact.name"), exact: true })).toHaveValue(name);
  }
});

async function fillUntilContact(page: Page): Promise<void> {
  await page.goto("/ipc/request/residence");
  await answerUntilContact(page);
}

async function answerUntilContact(page: Page): Promise<void> {
  await answerResidence(page, "GB");
  await goOn(page);
  await page.getByRole("checkbox", { name: words("en", "rights")("title.access"), exact: true }).check();
  await goOn(page);
  await answerWhose(page, "me");
  await page.getByRole("radio", { name: "I have an account with you", exact: true }).check();
  await goOn(page);
  await expect(page.getByRole("heading", { level: 1, name: t("contact.title") })).toBeVisible();
}
