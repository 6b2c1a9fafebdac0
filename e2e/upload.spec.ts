import type { Page } from "@playwright/test";
import { aPdf, aPicture } from "#lib/files/samples.test.kit.ts";
import { uploadSentence } from "#lib/files/outcomes.ts";
import { escaped, goOn, send, fillUntilContact } from "./ask.ts";
import { enterAs, expect, test, unique, words } from "./fixtures.ts";
import { enterWithCode } from "./mail.ts";

const t = words("en", "intake");
const says = (result: string) => uploadSentence("en", result)?.says ?? "";

test.describe("without scripts", () => {
  test.use({ javaScriptEnabled: false });
  test("files are added, looked at, removed and sent; what is wrong with one costs nothing else", async ({
    page,
  }) => {
    await fillUntilFiles(page);
    await expect(page.getByRole("main")).toContainText("PDF, PNG or JPG. At most 10 MB.");

    const picture = await aPicture("png");
    const wrong: [result: string, name: string, bytes: Buffer][] = [
      ["empty", "empty.pdf", Buffer.alloc(0)],
      ["not-what-it-says", "liar.pdf", picture],
      ["wrong-type", "page.html", Buffer.from("<script>alert(1)</script>")],
      ["locked", "locked.pdf", aPdf({ encrypt: true })],
      ["damaged", "torn.pdf", aPdf().subarray(0, 200)],
      ["too-big", "big.pdf", Buffer.alloc(10 * 1024 * 1024 + 1, "x")],
    ];
    for (const [result, name, bytes] of wrong) {
      await choose(page, name, bytes);
      await add(page);
      await isTold(page, result);
    }
    await add(page);
    await isTold(page, "none-chosen");

    const long = `${"long ".repeat(39)}name.pdf`;
    const good: [name: string, shown: string, bytes: Buffer][] = [
      ["../../etc/proof.pdf", "proof.pdf", aPdf({ text: "one" })],
      [long, `${"long ".repeat(23)}l.pdf`, aPdf({ text: "two" })],
      ["عقد \u202Efdp.png", "عقد fdp.png", picture],
      ["<img src=x onerror=alert(1)>'\".pdf", "-img src=x onerror=alert(1)-'-.pdf", aPdf({ text: "four" })],
      ["five.pdf", "five.pdf", aPdf({ text: "five" })],
    ];
    // The last one is chosen, and Continue pressed at once: it is taken, and looked at before anything goes on.
    for (const [index, [name, shown, bytes]] of good.entries()) {
      await choose(page, name, bytes);
      if (index < good.length - 1) await add(page);
      else await page.getByRole("button", { name: t("go"), exact: true }).click();
      await expect(page.getByRole("main")).toContainText(says("added"));
      await expect(remove(page, shown)).toBeVisible();
    }
    await expect(page.locator('input[type="file"]')).toHaveCount(0);
    await remove(page, "five.pdf").click();
    await expect(page.getByRole("main")).toContainText(says("removed"));
    await choose(page, "again.pdf", aPdf({ text: "one" }));
    await add(page);
    await isTold(page, "already-here");

    await goOn(page);
    await expect(page.getByRole("main")).toContainText("proof.pdf");
    await expect(page.getByRole("main")).not.toContainText("five.pdf");
    const { reference } = await send(page);
    await expect(page.getByRole("main")).toContainText("4 files came with it.");
    await enterAs(page, "ana");
    await page.goto(`/desk/cases/${reference}/messages`);
    await expect(page.getByRole("main")).toContainText("عقد fdp.png");
    await expect(page.getByRole("main")).toContainText("in quarantine");
    await expect(page.getByRole("link", { name: "proof.pdf" })).toHaveCount(0);
  });
});

test("with scripts it is the same; from the check everybody can add one, and her page shows it", async ({
  page,
}) => {
  await fillUntilFiles(page);
  await choose(page, "liar.png", aPdf());
  await add(page);
  await isTold(page, "not-what-it-says");
  await expect(page.getByRole("alert").filter({ hasText: says("not-what-it-says") })).toBeFocused();
  await goOn(page);
  await page.getByRole("link", { name: new RegExp(`^Change ?: ${t("files.short")}$`) }).click();
  await choose(page, "letter.pdf", aPdf({ text: unique("letter") }));
  await page.getByRole("button", { name: t("files.add"), exact: true }).dblclick();
  await expect(page.getByRole("main")).toContainText(says("added"));
  await expect(page.getByRole("button", { name: /^Remove/ })).toHaveCount(1);
  await goOn(page);
  const { reference } = await send(page);
  await expect(page.getByRole("main")).toContainText("One file came with it.");
  // Back leads to a page that says that it was sent, and no file can be added any more.
  await page.goto("/ipc/request/files");
  await expect(page.getByRole("heading", { level: 1, name: t("already.title") })).toBeVisible();
  await page.goto(`/ipc/track/${reference}`);
  await enterWithCode(page, reference);
  await expect(page.getByRole("main")).toContainText("letter.pdf");
});

test("files for a form that is not there lead to its first question", async ({ page }) => {
  await page.goto("/ipc/request/files");
  await expect(page).toHaveURL(/\/ipc\/request\/residence\?gone=1$/);
  await expect(page.getByRole("main")).toContainText(t("gone"));
});

/** A copy for somebody without an account, up to the question for files. */
async function fillUntilFiles(page: Page): Promise<void> {
  await fillUntilContact(page, { name: "Rosa Oduya", email: "rosa.oduya@mail.example" });
  await goOn(page);
  await goOn(page);
  await page.getByRole("radio", { name: t("proof.other"), exact: true }).check();
  await goOn(page);
  await expect(page.getByRole("heading", { level: 1, name: t("files.title") })).toBeVisible();
}

const choose = (page: Page, name: string, buffer: Buffer) =>
  page.locator('input[type="file"]').setInputFiles({ name, mimeType: "application/pdf", buffer });

const remove = (page: Page, name: string) =>
  page.getByRole("button", { name: new RegExp(`^Remove ?: ${escaped(name)}$`) });

async function add(page: Page): Promise<void> {
  const answered = page.waitForResponse((response) => response.request().method() === "GET");
  await page.getByRole("button", { name: t("files.add"), exact: true }).click();
  await answered;
}

async function isTold(page: Page, result: string): Promise<void> {
  await expect(
    page
      .getByRole("main")
      .getByRole("alert")
      .filter({ hasText: says(result) }),
  ).toBeVisible();
  await expect(page).toHaveTitle(/^Error: /);
}
