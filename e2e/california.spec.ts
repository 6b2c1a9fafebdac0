import { demoPeople } from "#lib/demo/people.ts";
import { fillForm, goOn, send } from "./ask.ts";
import { enterAs, expect, openTab, test, untilReloaded, words } from "./fixtures.ts";

const t = words("en", "intake");

test("V4: a whole copy in California takes three facts and a declaration", async ({ page }) => {
  await fillForm(page, "carlos", {
    rights: ["access"],
    proof: { facts: ["billing-postcode", "card-last4"] },
  });
  await expect(page.getByRole("heading", { level: 1, name: t("declaration.title") })).toBeVisible();
  await page.getByRole("button", { name: t("go"), exact: true }).click();
  await expect(page).toHaveTitle(/^Error: /);
  await expect(page.getByRole("main")).toContainText(words("en", "intake")("errors.declared"));
  await page.getByRole("textbox", { name: t("declaration.name") }).fill(demoPeople.carlos.name);
  await page.getByRole("textbox", { name: t("declaration.place") }).fill("Sacramento, California");
  await page.getByRole("checkbox", { name: t("declaration.agree") }).check();
  await goOn(page);
  const { reference } = await send(page);

  await enterAs(page, "ana");
  await page.goto(`/desk/cases/${reference}/identity`);
  await untilReloaded(page, () =>
    expect(page.getByRole("table").first().getByText("matched", { exact: true })).toHaveCount(3, {
      timeout: 2000,
    }),
  );
  await expect(page.getByRole("main")).toContainText("penalty of perjury");
  await openTab(page, "Overview");
  await expect(page.getByRole("main")).not.toContainText("kinds of data only");
});

test("V4: two facts give the kinds of data only, and staff are told", async ({ page }) => {
  await fillForm(page, "carlos", { rights: ["access"], proof: { facts: ["billing-postcode"] } });
  const { reference } = await send(page);
  await enterAs(page, "ana");
  await page.goto(`/desk/cases/${reference}`);
  await untilReloaded(page, () =>
    expect(page.getByRole("main")).toContainText("kinds of data only", { timeout: 2000 }),
  );
});
