import { demoPeople } from "#lib/demo/people.ts";
import { answerResidence, goOn, send } from "./ask.ts";
import { enterAs, expect, openTab, test, words } from "./fixtures.ts";

test.use({ javaScriptEnabled: false });

const t = words("en", "intake");
const rights = words("en", "rights");

test("Q8, V7: saying no to the sale of her data asks for an address, and for no proof at all", async ({
  page,
}) => {
  const asked: string[] = [];
  const note = async () => asked.push(await page.getByRole("heading", { level: 1 }).innerText());

  await page.goto("/ipc/request/residence");
  await note();
  await answerResidence(page, demoPeople.carlos.residence);
  await goOn(page);
  await note();
  for (const right of ["opt-out-sale", "limit-sensitive"] as const)
    await page.getByRole("checkbox", { name: rights(`title.${right}`), exact: true }).check();
  await goOn(page);
  await note();
  await page.getByRole("textbox").fill(demoPeople.carlos.email ?? "");
  await goOn(page);
  expect(asked).toEqual([t("residence.title"), t("rights.title"), t("contact.addressTitle")]);
  const { reference } = await send(page);
  await expect(page.getByRole("main")).not.toContainText(t("sent.next.check.title"));

  await enterAs(page, "ana");
  await page.goto(`/desk/cases/${reference}`);
  await openTab(page, "Identity");
  await expect(page.getByRole("main")).toContainText("no proof: none is needed");
});
