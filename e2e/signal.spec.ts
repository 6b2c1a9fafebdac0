import type { Page } from "@playwright/test";
import { ipcPolicy } from "#db/seed/ipc/policy.ts";
import { demoPeople } from "#lib/demo/people.ts";
import { answerResidence, goOn } from "./ask.ts";
import { lookAt } from "./axe.ts";
import { expect, test, words } from "./fixtures.ts";

const t = words("en", "preferences");
const provider = words("en", "signin");

const signal = { "sec-gpc": "1" };
const gpc = (page: Page) => page.getByRole("complementary", { name: "Global Privacy Control" });
const look = (page: Page, what: string) => lookAt(page, what, { isPublic: true });

test("a browser's signal is seen on every page, counts for the account that signs in, and ends with the browser", async ({
  page,
}) => {
  await page.setExtraHTTPHeaders(signal);
  for (const path of ["/ipc", "/ipc/track", "/informetric/request/residence"]) {
    await page.goto(path);
    await expect(gpc(page)).toContainText("for this browser");
  }
  await page.goto("/ipc/preferences");
  await expect(page.getByRole("main")).toContainText("It sends the opt-out signal");
  await look(page, "choices of a browser");

  const { username, password } = demoPeople.carlos.login ?? { username: "", password: "" };
  await page.getByRole("button", { name: t("account.signInGo") }).click();
  await page.getByLabel(provider("provider.username"), { exact: true }).fill(username);
  await page.getByLabel(provider("provider.password"), { exact: true }).fill(password);
  await page.getByRole("button", { name: provider("provider.submit") }).click();
  await page.waitForURL("**/ipc/preferences");
  await expect(gpc(page)).toContainText("for your account");
  const sale = page
    .getByRole("main")
    .getByRole("listitem")
    .filter({ hasText: t("choice.opt-out-sale", { what: "" }) });
  await expect(sale).toContainText("Since ");
  await look(page, "choices of an account");

  // The browser changes its mind: what the account holds stays.
  await page.setExtraHTTPHeaders({});
  await page.reload();
  await expect(gpc(page)).toHaveCount(0);
  await expect(page.getByRole("main")).toContainText("It does not send it any more");
  await expect(page.getByRole("main")).toContainText(t("account.stays"));

  await sale.getByRole("link").click();
  await look(page, "taking a choice back");
  await page.getByRole("button", { name: t("undo.yes") }).click();
  await expect(page.getByRole("main")).toContainText(t("undo.done"));
  await expect(sale).toContainText("You took this back");
});

test("a robot reads that it counts, and only the signal itself is one", async ({ request }) => {
  const file = await request.get("/.well-known/gpc.json");
  expect(file.headers()["content-type"]).toBe("application/json");
  expect(await file.json()).toMatchObject({
    gpc: true,
    lastUpdate: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
  });
  for (const [header, isHeard] of [
    ["1", true],
    ["0", false],
    ["1;x", false],
    ["0, 2", false],
  ] as const) {
    const answer = await request.get("/ipc", { headers: { "sec-gpc": header } });
    expect([header, (await answer.text()).includes("Global Privacy Control")]).toEqual([header, isHeard]);
  }
});

test("the questions about consents and about one thing to be known by, in German on a narrow page", async ({
  page,
}) => {
  const de = words("de", "intake");
  await page.setExtraHTTPHeaders(signal);
  await page.goto("/ipc/preferences?language=de");
  await look(page, "choices in German");
  await page.goto("/ipc/request/residence");
  await answerResidence(page, "DE", "de");
  await goOn(page, "de");
  await page
    .getByRole("checkbox", { name: words("de", "rights")("title.withdraw-consent"), exact: true })
    .check();
  await goOn(page, "de");
  await look(page, "consents in German");
  const [cookies] = ipcPolicy.consents ?? [];
  await page.getByRole("checkbox", { name: cookies?.label.de ?? "", exact: true }).check();
  await goOn(page, "de");
  await page.getByRole("button", { name: de("go"), exact: true }).click();
  await expect(page.getByRole("main").getByRole("alert")).toContainText(de("errors.by"));
  await look(page, "one thing to be known by, in German, with a mistake");
});
