import { demoPeople } from "#lib/demo/people.ts";
import { fillForm, send } from "./ask.ts";
import { enterAs, expect, openTab, test, untilReloaded, words } from "./fixtures.ts";

const provider = words("en", "signin");
const intake = words("en", "intake");

test("a sign-in to her account is proof enough", async ({ page }) => {
  const { username, password } = demoPeople.carlos.login ?? { username: "", password: "" };

  await fillForm(page, "carlos", { rights: ["access"], proof: "login" });
  await expect(page.getByRole("heading", { level: 1, name: intake("signIn.title") })).toBeVisible();
  await page.getByRole("button", { name: intake("signIn.button") }).click();

  await expect(page.getByRole("heading", { level: 1, name: provider("provider.heading") })).toBeVisible();
  await page.getByLabel(provider("provider.username"), { exact: true }).fill(username);
  await page.getByLabel(provider("provider.password"), { exact: true }).fill("not the password");
  await page.getByRole("button", { name: provider("provider.submit") }).click();
  await expect(page.getByRole("main")).toContainText(provider("provider.refused"));
  await page.getByLabel(provider("provider.password"), { exact: true }).fill(password);
  await page.getByRole("button", { name: provider("provider.submit") }).click();

  await expect(page.getByRole("main")).toContainText(intake("check.method.login"));
  const { reference } = await send(page);

  await page.getByRole("link", { name: intake("sent.follow") }).click();
  await expect(page.getByRole("heading", { level: 1 })).not.toHaveText(
    words("en", "tracker")("outside.title"),
  );
  await expect(page.getByRole("main")).toContainText(reference);

  await enterAs(page, "ana");
  await page.goto(`/desk/cases/${reference}/identity`);
  await untilReloaded(page, () =>
    expect(page.getByRole("main")).toContainText("signed in to the account", { timeout: 2000 }),
  );
  await openTab(page, "Overview");
  await expect(page.getByRole("main")).toContainText("login");
});
