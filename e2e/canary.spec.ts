import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { rawEnv } from "#lib/env.ts";
import { answerContact, fillForm, goOn, send } from "./ask.ts";
import { enterAs, expect, openTab, test, unique, words } from "./fixtures.ts";

/*
 * Values that nobody else has are typed wherever somebody can type; then they are looked for where none may ever stand:
 * in addresses, headers and, where the portal's folder is known, in every log.
 */

type Heard = { urls: string[]; headers: string[] };

function listen(page: Page): Heard {
  const heard: Heard = { urls: [], headers: [] };
  page.on("request", (request) => heard.urls.push(decodeURIComponent(request.url())));
  page.on("response", (response) => {
    const { "set-cookie": _sealed, ...headers } = response.headers();
    heard.headers.push(JSON.stringify(headers));
  });
  return heard;
}

/** What web, worker and provider have written, where they write into files. */
function logs(): string[] {
  const folder = join(rawEnv()["HABEAS_DATA"] ?? "", "logs");
  if (!rawEnv()["HABEAS_DATA"] || !existsSync(folder)) return [];
  return readdirSync(folder).map((name) => readFileSync(join(folder, name), "utf8"));
}

test("what people type stands in no address, no header and no log", async ({ page }) => {
  const heard = listen(page);
  const word = unique("").trim();
  const canary = {
    name: `Quill ${word}haven`,
    email: `${word}@marrowby.example`,
    narrow: `letters about ${word}finches`,
    message: `an answer with ${word}whales`,
    nobody: `Nobody ${word}`,
  };
  await fillForm(page, "leo", {
    rights: ["access"],
    narrow: canary.narrow,
    proof: { facts: ["billing-postcode"], wrong: true },
  });
  await page.goto("/ipc/request/contact");
  await answerContact(page, { name: canary.name, email: canary.email });
  await goOn(page);
  await page.goto("/ipc/request/check");
  const { reference } = await send(page);

  await enterAs(page, "ana");
  const find = page.getByLabel(words("en", "ui")("desk.find"));
  for (const wanted of [canary.nobody, canary.email, canary.name]) {
    await page.goto("/desk");
    await find.fill(wanted);
    await Promise.all([page.waitForURL(/find=|cases\//), page.keyboard.press("Enter")]);
  }
  await page.goto(`/desk/cases/${reference}`);
  await expect(page.getByRole("main")).toContainText(canary.name);
  await openTab(page, "Messages");
  await page.getByRole("textbox", { name: "Message", exact: true }).fill(canary.message);
  await page.getByRole("button", { name: /^Send to / }).click();
  await expect(page.getByRole("main").getByText(canary.message)).toBeVisible();
  await page.goto("/demo/mailbox");

  const places = { addresses: heard.urls, headers: heard.headers, logs: logs() };
  expect(heard.urls.length).toBeGreaterThan(20);
  for (const [place, texts] of Object.entries(places)) {
    const found = texts.filter((text) => text.includes(word)).map((text) => text.slice(0, 300));
    expect([place, ...found]).toEqual([place]);
  }
});
