import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Page } from "@playwright/test";
import { askForCopy } from "./ask.ts";
import { approveAndSend, askApproval, coverEverybodyElse, openFromQueue } from "./desk.ts";
import { demoBar, enterAs, expect, openTab, test, words } from "./fixtures.ts";
import { enterWithCode, mailText, openAsRecipient, openMail } from "./mail.ts";
import { readZip } from "./zip.ts";

const tracker = words("en", "tracker");
const covered = "Daniel Whitlock";

test("one request walks the whole house", async ({ page, browser }) => {
  test.setTimeout(600_000);
  let reference = "";

  await test.step("Maya asks, with two facts", async () => {
    const invoice = await lastInvoiceOnTheCard(page, "Maya Santos");
    await enterAs(page, "maya");
    const sent = await askForCopy(page, "maya", { rights: ["access"], proof: { invoice } });
    reference = sent.reference;
    await expect(page.getByRole("main")).toContainText(
      words("en", "intake")("sent.about", { what: "a copy of my data" }),
    );
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
    await page.goto(`/demo/mailbox?to=team&reference=${reference}`);
    await page
      .getByRole("link", { name: /^New request/ })
      .first()
      .click();
    await openAsRecipient(page);
    await expect(page.getByRole("heading", { level: 1, name: reference })).toBeVisible();
    await openFromQueue(page, reference);
    await expect(page.getByRole("main")).toContainText("Maya Santos");
    await expect(page.getByRole("main")).toContainText("2 facts");
    await openTab(page, "Sources");
    await expect(page.getByRole("row").filter({ hasText: /found \d+/ })).toHaveCount(3);
  });

  await test.step("she covers the neighbour", async () => {
    await openTab(page, "Review");
    await page.getByRole("link", { name: "Go to the first" }).click();
    await expect(page.locator("mark").filter({ hasText: covered }).first()).toBeVisible();
    await coverEverybodyElse(page);
    await expect(page.getByRole("link", { name: "Go to the first" })).toHaveCount(0);
  });

  await test.step("she decides and asks for approval, and cannot approve it herself", async () => {
    await openTab(page, "Decision");
    await page.getByRole("radio", { name: "Granted", exact: true }).check();
    await page.getByRole("button", { name: "Decide like this" }).click();
    await askApproval(page);
    await expect(page.getByRole("button", { name: /Approve/ })).toHaveCount(0);
  });

  await test.step("Tom approves exactly that, Ana sends it", () => approveAndSend(page, reference));

  let folder = "";
  await test.step("Maya opens her mail and downloads what she asked for", async () => {
    await enterAs(page, "maya");
    await openMail(page, reference, "Your answer is ready");
    await openAsRecipient(page);
    await page.waitForURL(`/ipc/track/${reference}**`);
    if (await page.getByRole("button", { name: tracker("outside.send") }).isVisible())
      await enterWithCode(page, reference);
    await page.getByRole("link", { name: tracker("waiting.answer.go") }).click();
    const started = page.waitForEvent("download");
    await page
      .getByRole("link", { name: tracker("download.go"), exact: true })
      .first()
      .click();
    const files = await readZip(await (await started).path());
    const names = [...files.keys()];
    expect(
      names.some((name) => name.endsWith("START-HERE.html")),
      names.join("\n"),
    ).toBe(true);
    expect(
      names.some((name) => name.endsWith("3-your-data/index.html")),
      names.join("\n"),
    ).toBe(true);
    for (const [name, content] of files)
      expect(content.includes(covered), `${covered} stands in ${name}`).toBe(false);
    const everything = Buffer.concat([...files.values()]).toString("utf8");
    expect(everything).toContain("Maya Santos");
    folder = await unpack(files);
  });

  await test.step("it opens from her disk, on a phone, by night, and asks nobody for anything (B1, B3)", async () => {
    const phone = await browser.newContext({
      viewport: { width: 390, height: 800 },
      colorScheme: "dark",
      offline: true,
    });
    const sheet = await phone.newPage();
    const wrong: string[] = [];
    sheet.on("request", (request) => request.url().startsWith("file:") || wrong.push(request.url()));
    sheet.on("console", (message) => wrong.push(message.text()));
    const start = pathToFileURL(join(folder, `data-request-${reference}`, "START-HERE.html")).href;
    await sheet.goto(start);
    const links = await sheet
      .getByRole("main")
      .getByRole("link")
      .evaluateAll((all) => all.map((link) => (link as HTMLAnchorElement).href));
    for (const page of new Set([start, ...links].map((link) => link.split("#")[0] ?? ""))) {
      await sheet.goto(page);
      await expect(sheet.getByRole("heading", { level: 1 })).toBeVisible();
      const width = await sheet.evaluate(() => document.documentElement.scrollWidth);
      if (width > 390) wrong.push(`${page} is ${width} pixels wide`);
    }
    expect(links.length).toBeGreaterThan(10);
    expect(wrong).toEqual([]);
    await phone.close();
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

/** As a person does it: the archive becomes a folder on her disk. */
async function unpack(files: ReadonlyMap<string, Buffer>): Promise<string> {
  const folder = test.info().outputPath("unpacked");
  for (const [name, content] of files) {
    const path = join(folder, name);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, content);
  }
  return folder;
}
