import type { Page } from "@playwright/test";
import { de } from "#lib/locales/de/index.ts";
import { en } from "#lib/locales/en/index.ts";
import { answerContact, answerFacts, answerResidence, answerWhose, goOn, send } from "./ask.ts";
import { expect, test, words } from "./fixtures.ts";
import { openMail, openAsRecipient } from "./mail.ts";

const t = words("de", "intake");

test.use({ locale: "de-DE" });

test("the form, its confirmation, the mail and the page of the request are German throughout", async ({
  page,
}) => {
  await page.goto("/ipc");
  await expect(page.getByRole("heading", { level: 1, name: t("start.title") })).toBeVisible();
  await isGerman(page);
  await page.getByRole("link", { name: t("start.begin") }).click();
  await isGerman(page);
  await page.getByRole("button", { name: t("go"), exact: true }).click();
  await expect(page.getByRole("main").getByRole("alert")).toContainText(t("errors.area"));
  await isGerman(page);
  await answerResidence(page, "DE", "de");
  await goOn(page, "de");
  await isGerman(page);
  await page.getByRole("checkbox", { name: words("de", "rights")("title.access"), exact: true }).check();
  await goOn(page, "de");
  await answerWhose(page, "me", "de");
  await isGerman(page);
  await page.getByRole("radio", { name: "Ich habe ein Konto bei Ihnen", exact: true }).check();
  await goOn(page, "de");
  await isGerman(page);
  await answerContact(page, { name: "Elif Aydın", email: "elif.aydin@post.example" }, "de");
  await goOn(page, "de");
  await isGerman(page);
  await goOn(page, "de");
  await isGerman(page);
  await answerFacts(page, "elif", ["date-of-birth"], false, "de");
  await goOn(page, "de");
  await isGerman(page);
  const { reference, answerBy } = await send(page, "de");
  expect(answerBy).toMatch(
    /\d{1,2}\. (Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember) \d{4}/,
  );
  await isGerman(page);
  await page.getByRole("link", { name: t("sent.follow") }).click();
  await expect(
    page.getByRole("heading", { level: 1, name: words("de", "tracker")("outside.title") }),
  ).toBeVisible();
  await isGerman(page);

  await openMail(page, reference, subjectOf(de.notices.requestReceived.subject));
  await openAsRecipient(page);
  await isGerman(page);
});

test("a link chooses the language, and it stays chosen", async ({ page }) => {
  await page.goto("/ipc");
  await page.getByRole("link", { name: "English", exact: true }).click();
  await expect(
    page.getByRole("heading", { level: 1, name: words("en", "intake")("start.title") }),
  ).toBeVisible();
  await page.goto("/ipc/track");
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
  await expect(
    page.getByRole("heading", { level: 1, name: words("en", "tracker")("find.title") }),
  ).toBeVisible();
});

const subjectOf = (subject: string) => subject.split("{")[0]?.trim() ?? subject;

/** Says so, and shows none of the English sentences of the same catalogues. */
async function isGerman(page: Page): Promise<void> {
  await expect(page.locator("html")).toHaveAttribute("lang", "de");
  const said = `\n${await page.locator("[data-room=person]").innerText()}\n`;
  const leftovers = english.filter((sentence) => said.includes(`\n${sentence}\n`));
  expect(leftovers, `English on ${page.url()}`).toEqual([]);
}

/** Every English sentence that reads differently in German, where nothing is filled in. */
const english = sentencesOf(["intake", "tracker", "rights", "ui", "cases"] as const);

function sentencesOf(areas: readonly (keyof typeof en)[]): string[] {
  const german = new Set(areas.flatMap((area) => leaves(de[area])));
  return areas
    .flatMap((area) => leaves(en[area]))
    .filter((sentence) => !/[{<]/.test(sentence) && !german.has(sentence));
}

function leaves(node: unknown): string[] {
  if (typeof node === "string") return [node];
  return Object.values(node as Record<string, unknown>).flatMap(leaves);
}
