import type { Page } from "@playwright/test";
import { fillForm, send } from "./ask.ts";
import { expect, test, words } from "./fixtures.ts";

const t = words("en", "intake");

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with scripts" : "without scripts", () => {
    test.use({ javaScriptEnabled });

    test("what another tab changed is shown before it is sent; sent once, it stays one", async ({
      page,
      context,
    }) => {
      await fillForm(page, "rosa", { rights: ["access"], proof: { facts: ["billing-postcode"] } });
      const other = await context.newPage();
      await other.goto("/ipc/request/narrow?change=1");
      await other.getByRole("textbox").fill("only my invoices");
      await other.getByRole("button", { name: t("go"), exact: true }).click();
      await expect(other.getByRole("heading", { level: 1, name: t("check.title") })).toBeVisible();

      await page.getByRole("button", { name: t("send") }).click();
      await expect(page.getByRole("main")).toContainText(t("check.changed"));
      await expect(page.getByRole("main")).toContainText("only my invoices");

      // Both tabs show the same now: the first one sends, twice; the other one is told.
      await other.reload();
      await page.getByRole("button", { name: t("send") }).dblclick();
      await expect(page.getByRole("heading", { level: 1, name: t("sent.title") })).toBeVisible();
      const reference = await referenceOn(page);
      await other.getByRole("button", { name: t("send") }).click();
      await expect(other.getByRole("heading", { level: 1, name: t("sent.title") })).toBeVisible();
      expect(await referenceOn(other)).toBe(reference);

      await page.goBack();
      await expect(page.getByRole("heading", { level: 1, name: t("already.title") })).toBeVisible();
      await page.goto("/ipc/request/narrow");
      await expect(page.getByRole("heading", { level: 1, name: t("already.title") })).toBeVisible();
      await page.getByRole("link", { name: t("already.show") }).click();
      expect(await referenceOn(page)).toBe(reference);
      await page.getByRole("button", { name: t("already.again") }).click();
      await expect(page.getByRole("heading", { level: 1, name: t("residence.title") })).toBeVisible();
    });
  });
}

async function referenceOn(page: Page): Promise<string> {
  await expect(page.getByRole("heading", { level: 1, name: t("sent.title") })).toBeVisible();
  return /HB-[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(await page.getByRole("main").innerText())?.[0] ?? "";
}

test("a page that is shown again from the browser's memory sends nothing twice", async ({ page }) => {
  await fillForm(page, "rosa", { rights: ["access"], proof: { facts: ["billing-postcode"] } });
  // The form as it was, sent once more after it has been sent.
  const sentForm = page.waitForRequest((request) => request.method() === "POST");
  const { reference } = await send(page);
  const request = await sentForm;
  const answer = await page.request.fetch(request.url(), {
    method: "POST",
    headers: await request.allHeaders(),
    data: request.postDataBuffer() ?? Buffer.alloc(0),
    maxRedirects: 0,
  });
  expect(answer.headers()["x-action-redirect"] ?? answer.headers()["location"]).toContain(
    "/ipc/request/sent",
  );
  await page.goto("/ipc/request/sent");
  expect(await referenceOn(page)).toBe(reference);
});
