import type { Page } from "@playwright/test";
import { answerResidence, goOn, send } from "./ask.ts";
import { approveAndSend, askApproval } from "./desk.ts";
import { enterAs, expect, openTab, test, unique, untilReloaded, words } from "./fixtures.ts";
import { enterWithCode, mailText, openAsRecipient, openMail } from "./mail.ts";

const t = words("en", "intake");
const rights = words("en", "rights");
const address = () => `${unique("light").replace(" ", ".")}@mail.example`;

/** How long there is, counted in the organisation's days: those of today and, near midnight, of yesterday. */
const left = (page: Page, days: number) =>
  expect(page.getByRole("region", { name: "About this case" })).toContainText(
    new RegExp(`\\b(${days}|${days - 1}) days left`),
  );

test("Shine the Light, through the portal: certified, answered from the register, once a year", async ({
  page,
}) => {
  const lastName = unique("Santos");
  const ask = async () => {
    // As from another browser: this one would say that the request is sent.
    await page.context().clearCookies();
    await page.goto("/ipc/request/residence");
    await answerResidence(page, "US-CA");
    await goOn(page);
    await page.getByRole("checkbox", { name: rights("title.shine-the-light"), exact: true }).check();
    await goOn(page);
    await page.getByRole("textbox").fill(address());
    await goOn(page);
    await page.getByRole("textbox", { name: t("notice.first"), exact: true }).fill("Maya");
    await page.getByRole("textbox", { name: t("notice.last"), exact: true }).fill(lastName);
    await page.getByRole("textbox", { name: t("notice.address"), exact: true }).fill("1 Sun Road, Reno, CA");
    await goOn(page);
    await page.getByRole("radio", { name: t("certificate.own"), exact: true }).check();
    await page.getByRole("checkbox").check();
    await goOn(page);
    return (await send(page)).reference;
  };
  const reference = await ask();
  const second = await ask();
  await enterAs(page, "ana");
  await page.goto(`/desk/cases/${second}`);
  await expect(page.getByRole("main")).toContainText(
    `The same was asked in this calendar year already: ${reference}`,
  );
  await page.goto(`/desk/cases/${reference}`);
  await left(page, 30);
  await expect(page.getByText("Missing", { exact: true })).toHaveCount(0);
  const open = page.getByText("reviewing", { exact: true });
  await untilReloaded(page, () => expect(open).toBeVisible({ timeout: 3000 }));
  await openTab(page, "Decision");
  await page.getByRole("radio", { name: "Granted", exact: true }).check();
  await page.getByRole("button", { name: "Decide like this" }).click();
  await askApproval(page);
  await approveAndSend(page, reference);
  await openMail(page, reference, "Your answer is ready");
  await openAsRecipient(page);
  await enterWithCode(page, reference);
  await page
    .getByRole("link", { name: words("en", "tracker")("answer.letter"), exact: true })
    .first()
    .click();
  await expect(page.getByRole("main")).toContainText("Sundial Advertising LLC");
});

test("Shine the Light, by another way: on the longer clock, told what it lacks, and completed", async ({
  page,
}) => {
  const email = address();
  await enterAs(page, "ana");
  await page.goto("/desk/record");
  await page.getByRole("radio", { name: "Phone", exact: true }).check();
  await page.getByRole("textbox", { name: "Name", exact: true }).fill(unique("Nora Night"));
  await page.getByRole("textbox", { name: /^E-mail/ }).fill(email);
  await page.getByLabel("Lives in").selectOption("US-CA");
  await page.getByRole("radio", { name: "I have an account with you", exact: true }).check();
  await page.getByRole("checkbox", { name: rights("title.shine-the-light"), exact: true }).check();
  await page.getByRole("radio", { name: "privacy@ipc.example", exact: true }).check();
  await page.getByRole("textbox", { name: /^First name/ }).fill("Nora");
  await page.getByRole("button", { name: "Record this request" }).click();
  const wrong = page.getByText(/^What came this way did not come to that address/).first();
  await expect(wrong).toBeVisible();
  await page.getByRole("radio", { name: "Anywhere else", exact: true }).check();
  await page.getByRole("button", { name: "Record this request" }).click();
  await page.waitForURL("**/desk/cases/**");
  const reference = page.url().split("/").at(-1) ?? "";
  await left(page, 150);
  await expect(page.getByRole("main")).toContainText("certificate of residence");

  await openMail(page, reference, "We have your request", email);
  const mail = await mailText(page);
  for (const part of ["name", "address", "certificate"] as const)
    expect(mail).toContain(words("en", "notices")(`requestReceived.lacking.${part}`));
  await page.goto(`/ipc/track/${reference}`);
  await enterWithCode(page, reference);
  const missing = words("en", "notices")("requestReceived.lacks");
  await expect(page.getByRole("main")).toContainText(missing);

  await enterAs(page, "ana");
  await page.goto(`/desk/cases/${reference}`);
  await page.getByText("The person sent what was missing").click();
  await page.getByRole("checkbox", { name: /Shine the Light Request/ }).check();
  await page.getByRole("textbox", { name: /^Last name/ }).fill("Night");
  await page.getByRole("textbox", { name: /^Mailing address/ }).fill("2 Moon Road, Reno, CA");
  for (const [index, part] of ["Day", "Month", "Year"].entries())
    await page.getByRole("textbox", { name: part, exact: true }).fill(["3", "11", "2026"][index] ?? "");
  await page.getByRole("button", { name: "Record what the notice says" }).click();
  await expect(page.getByText("Missing", { exact: true })).toHaveCount(0);
  await expect(page.getByRole("main")).toContainText("certified on 3 November 2026");
  await left(page, 150);
});
