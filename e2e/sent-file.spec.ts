import { askForCopy } from "./ask.ts";
import { enterAs, expect, test, words } from "./fixtures.ts";
import { enterWithCode } from "./mail.ts";

const tracker = words("en", "tracker");
/** One grey dot. */
const picture = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==",
  "base64",
);

test("a file the person sends waits in quarantine, until staff say why it can be opened", async ({
  page,
}) => {
  const { reference } = await askForCopy(page, "priya", {
    rights: ["access"],
    proof: { facts: ["billing-postcode"] },
  });
  await page.goto(`/ipc/track/${reference}`);
  await enterWithCode(page, reference);
  await page.getByText(tracker("messages.addFile"), { exact: true }).click();
  await page
    .locator('input[type="file"]')
    .setInputFiles({ name: "letter of 2025.png", mimeType: "image/png", buffer: picture });
  await page.getByRole("button", { name: tracker("messages.sendFile") }).click();
  await expect(page.getByRole("main")).toContainText("letter of 2025.png");

  await enterAs(page, "ana");
  await page.goto(`/desk/cases/${reference}/messages`);
  await expect(page.getByRole("main")).toContainText("in quarantine");
  await expect(page.getByRole("link", { name: "letter of 2025.png" })).toHaveCount(0);
  await page.getByText("Release letter of 2025.png").click();
  await page.getByRole("button", { name: "Release this file" }).click();
  await expect(page.getByRole("main")).toContainText("Say why this file can be opened");
  await page.getByRole("textbox", { name: "Why it can be opened" }).fill("Scanned, one page");
  await page.getByRole("button", { name: "Release this file" }).click();
  const download = page.waitForEvent("download");
  await page.getByRole("link", { name: "letter of 2025.png" }).click();
  expect((await download).suggestedFilename()).toBe("letter of 2025.png");
  await expect(page.getByRole("main")).toContainText("Scanned, one page");
});
