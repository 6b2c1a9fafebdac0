import { answerContact, answerResidence, answerWhose, goOn } from "./ask.ts";
import { expect, test, unique, untilReloaded, words } from "./fixtures.ts";
import { enterWithCode, mailText, openMail } from "./mail.ts";

test.use({ javaScriptEnabled: false });

/* A partner's customer asks the company that only processes: it is passed on, answered there, and told here. */

const t = words("en", "controllers");
const intake = words("en", "intake");
const rights = words("en", "rights");

test("a partner's customer is passed on to the partner, whose answer she reads on her page", async ({
  page,
}) => {
  const name = unique("Renate");
  await page.goto("/immediate-connect/request/residence");
  await answerResidence(page, "DE");
  await goOn(page);
  await page.getByRole("checkbox", { name: rights("title.access"), exact: true }).check();
  await goOn(page);
  await answerWhose(page, "me");
  await page.getByRole("radio", { name: "I am a customer of one of your partners", exact: true }).check();
  await goOn(page);
  await expect(page.getByRole("heading", { level: 1, name: t("question.title") })).toBeVisible();
  await page.getByRole("button", { name: intake("go"), exact: true }).click();
  await expect(page.getByRole("main").getByRole("alert")).toContainText(t("errors.controller"));
  await page.getByRole("radio", { name: "Sol de Casa", exact: true }).check();
  await goOn(page);
  await answerContact(page, { name, email: "renate@mail.example" });
  await goOn(page);
  await goOn(page);
  // Who she is, is for the partner to ask: the check comes next.
  await expect(page.getByRole("heading", { level: 1, name: intake("check.title") })).toBeVisible();
  await page.getByRole("button", { name: intake("send"), exact: true }).click();
  await expect(page.getByRole("heading", { level: 1, name: intake("sent.title") })).toBeVisible();
  const reference = /HB-[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(await page.getByRole("main").innerText())?.[0] ?? "";
  // Nothing of it is ours to answer: no day of ours is named.
  await expect(page.getByRole("main")).not.toContainText(intake("sent.dueBy"));
  await expect(page.getByRole("main")).toContainText(intake("sent.next.pass.title"));

  await openMail(page, reference, "A request of one of your people");
  const mail = await mailText(page);
  expect(mail).not.toContain(name);
  const link = /\/immediate-connect\/controller\/[\w-]{43}/.exec(mail)?.[0] ?? "";
  await page.goto(link);
  await page.getByRole("button", { name: t("page.open.go") }).click();
  await expect(page.getByRole("heading", { name: t("page.person") })).toBeVisible();
  await expect(page.getByRole("main")).toContainText(name);
  await page.goto(`${link}?language=de`);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(
    words("de", "controllers")("page.ended.title"),
  );
  await page.goto("/immediate-connect/controller?language=de");
  await page.setViewportSize({ width: 320, height: 800 });
  await expect(page.getByRole("main")).toContainText(words("de", "controllers")("page.person"));
  const isTooWide = () =>
    page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);
  expect(await isTooWide()).toBe(false);
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.goto("/immediate-connect/controller?language=en");
  await page.getByRole("radio", { name: t("page.answer.nothing-held"), exact: true }).check();
  await page.getByLabel(t("page.forWhom")).fill("No roof of ours there.");
  await page.getByRole("button", { name: t("page.send", { organisation: "Immediate Connect" }) }).click();
  await expect(page.getByRole("main")).toContainText(t("page.done"));

  await page.goto(`/immediate-connect/track/${reference}`);
  await enterWithCode(page, reference);
  await untilReloaded(page, () =>
    expect(page.getByRole("main")).toContainText("Sol de Casa told us that it has no data about you.", {
      timeout: 2000,
    }),
  );
  await expect(page.getByRole("main")).toContainText("No roof of ours there.");
});
