import type { Page } from "@playwright/test";
import { demoPeople } from "#lib/demo/people.ts";
import type { RightId } from "#lib/rights/ids.ts";
import { answerResidence, goOn, send } from "./ask.ts";
import { enterAs, expect, openTab, test, unique, untilReloaded, words } from "./fixtures.ts";
import { enterWithCode } from "./mail.ts";

test.use({ javaScriptEnabled: false });

const t = words("en", "intake");
const rights = words("en", "rights");
const choices = words("en", "preferences");

/** The form up to the question by what she is known. */
async function sayNoTo(page: Page, ...chosen: RightId[]): Promise<string[]> {
  const asked: string[] = [];
  const note = async () => asked.push(await page.getByRole("heading", { level: 1 }).innerText());
  await page.goto("/ipc/request/residence");
  await note();
  await answerResidence(page, demoPeople.carlos.residence);
  await goOn(page);
  await note();
  for (const right of chosen)
    await page.getByRole("checkbox", { name: rights(`title.${right}`), exact: true }).check();
  await goOn(page);
  await note();
  return asked;
}

/** What counts since it was sent, as the page says it. */
const counting = (page: Page, right: "opt-out-sale" | "opt-out-marketing" | "limit-sensitive") =>
  page
    .getByRole("main")
    .getByRole("listitem")
    .filter({ hasText: choices(`choice.${right}`, { what: "" }) });

test("Q8, V7: saying no asks for one thing, a telephone number alone will do, and counts at once without a proof", async ({
  page,
}) => {
  const asked = await sayNoTo(page, "opt-out-sale", "limit-sensitive");
  await page.getByRole("radio", { name: t("contact.byNumber"), exact: true }).check();
  const number = `+1 916 555 ${String(Math.floor(Math.random() * 1e4)).padStart(4, "0")}`;
  await page.getByLabel(t("contact.telephone"), { exact: true }).fill(number);
  await goOn(page);
  expect(asked).toEqual([t("residence.title"), t("rights.title"), t("contact.eitherTitle")]);
  const { reference } = await send(page);
  await expect(page.getByRole("main")).not.toContainText(t("sent.next.check.title"));
  for (const right of ["opt-out-sale", "limit-sensitive"] as const)
    await expect(counting(page, right)).toContainText("Since ");
  await expect(page.getByRole("main")).toContainText(choices("counts.now"));

  await enterAs(page, "ana");
  await page.goto(`/desk/cases/${reference}`);
  await expect(page.getByRole("main").getByText("in force", { exact: true })).toHaveCount(2);
  await openTab(page, "Identity");
  await expect(page.getByRole("main")).toContainText("no proof: none is needed");
  await expect(page.getByRole("button", { name: "Confirm who this is" })).toHaveCount(0);
});

test("Q8: without her mail ever being opened it counts, is passed on, and is taken back in two steps", async ({
  page,
}) => {
  await sayNoTo(page, "opt-out-sale", "opt-out-marketing");
  const address = `${unique("stop").replace(" ", ".")}@mail.example`;
  await page.getByRole("radio", { name: t("contact.byEmail"), exact: true }).check();
  await page.getByLabel(t("contact.email"), { exact: true }).fill(address);
  await goOn(page);
  const { reference } = await send(page);
  await expect(counting(page, "opt-out-marketing")).toContainText("Since ");

  await enterAs(page, "ana");
  await page.goto(`/desk/cases/${reference}/sources`);
  const tell = page.getByText("Tell Sundial Advertising LLC", { exact: true }).first();
  await untilReloaded(page, () => expect(tell).toBeVisible({ timeout: 2000 }));
  const form = page.locator("form").filter({ hasText: "Told on" }).first();
  await form.getByText("Record that they were told").click();
  await form.getByRole("radio", { name: "No answer yet", exact: true }).check();
  await form.getByRole("button", { name: "Record this" }).click();
  await expect(page.getByRole("main")).toContainText("told, no answer yet");

  await page.goto(`/ipc/track/${reference}`);
  await enterWithCode(page, reference);
  await expect(page.getByRole("main")).toContainText(choices("told.heading"));
  await counting(page, "opt-out-marketing").getByRole("link").click();
  await expect(page.getByRole("heading", { level: 1, name: choices("undo.title") })).toBeVisible();
  await page.getByRole("link", { name: choices("undo.no") }).click();
  await counting(page, "opt-out-marketing").getByRole("link").click();
  await page.getByRole("button", { name: choices("undo.yes") }).click();
  await expect(counting(page, "opt-out-marketing")).toContainText("You took this back");
  await expect(counting(page, "opt-out-sale")).toContainText("Since ");

  await page.goto(`/desk/cases/${reference}/sources`);
  await expect(page.getByRole("main").getByText("taken back by the person").first()).toBeVisible();
});
