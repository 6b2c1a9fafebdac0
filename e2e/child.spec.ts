import type { Page } from "@playwright/test";
import { connactPolicy } from "#db/seed/connact/policy.ts";
import { connactPeople } from "#db/seed/connact/people.ts";
import { answerContact, answerResidence, answerWhose, goOn, send } from "./ask.ts";
import { lookAt } from "./axe.ts";
import { expect, test, unique, untilReloaded, words } from "./fixtures.ts";

const t = words("en", "intake");
const { toby } = connactPeople;

/** The form of connact up to the child, whose day of birth is filled in and not sent yet. */
async function fillChild(page: Page, name: string, [day, month, year]: [string, string, string]) {
  await page.goto("/connact/request/residence");
  await answerResidence(page, "GB");
  await goOn(page);
  await page.getByRole("checkbox", { name: words("en", "rights")("title.access"), exact: true }).check();
  await goOn(page);
  await answerWhose(page, "child");
  await page.getByRole("textbox", { name: t("child.name"), exact: true }).fill(name);
  await page.locator('[name="born-day"]').fill(day);
  await page.locator('[name="born-month"]').fill(month);
  await page.locator('[name="born-year"]').fill(year);
  await page
    .getByRole("radio", { name: connactPolicy.children.relations[0]?.label.en ?? "", exact: true })
    .check();
}

test.describe("without scripts", () => {
  test.use({ javaScriptEnabled: false });

  test("a child who is old enough asks herself: a page says how, and nothing that was typed is lost", async ({
    page,
  }) => {
    const { age } = connactPolicy.children;
    await fillChild(page, "Robin Vale", ["3", "jan", "2007"]);
    await goOn(page);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(
      t("grownUp.title", { name: "Robin Vale" }),
    );
    await expect(page.getByRole("main")).toContainText(t("grownUp.kept"));
    // No way leads past it.
    await page.goto("/connact/request/check");
    await expect(page).toHaveURL(/\/connact\/request\/grown-up/);

    await page.getByRole("link", { name: t("grownUp.change"), exact: true }).click();
    await expect(page.getByRole("textbox", { name: t("child.name"), exact: true })).toHaveValue("Robin Vale");
    await expect(page.locator('[name="born-year"]')).toHaveValue("2007");
    await expect(page.getByRole("main")).toContainText(t("child.why", { age }));
    await page.locator('[name="born-year"]').fill("2015");
    await goOn(page);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(t("relationship.childTitle"));
  });
});

test("a mother asks for her son: she cannot sign in for him, and nothing is gathered before it is recorded that she may", async ({
  page,
}) => {
  const [year = "", month = "", day = ""] = toby.born.split("-");
  const mother = unique("Rachel");
  await fillChild(page, toby.name, [day, month, year]);
  await lookAt(page, "the child", { isPublic: true });
  await goOn(page);
  await page
    .getByRole("radio", { name: connactPolicy.relationships[0]?.label.en ?? "", exact: true })
    .check();
  await goOn(page);
  await answerContact(page, { name: mother, email: "rachel.lawson@mail.example" });
  await goOn(page);
  await goOn(page);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(t("proof.childTitle"));
  await expect(page.getByRole("radio", { name: t("proof.login"), exact: true })).toHaveCount(0);
  await page.getByRole("radio", { name: t("proof.facts", { count: 2 }), exact: true }).check();
  const { locator, facts } = connactPolicy.proof;
  const postcode = facts.find(({ id }) => id === "postcode")?.label.en ?? "";
  await page.getByRole("textbox", { name: locator.label.en, exact: true }).fill(toby.workspaceNo);
  await page.getByRole("radio", { name: postcode, exact: true }).check();
  await page.getByRole("textbox", { name: postcode, exact: true }).fill(toby.postcode);
  await goOn(page);
  await expect(page.getByRole("main")).toContainText(toby.name);
  const { reference } = await send(page);
  await expect(page.getByRole("main")).toContainText(t("sent.next.relation.title"));

  await page.goto("/sign-in");
  await page.locator('[name="email"]').fill("edith@connact.example");
  await page.locator('[name="password"]').fill("demo-edith");
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await page.waitForURL(/\/desk/);
  await page.goto(`/desk/cases/${reference}/identity`);
  const main = page.getByRole("main");
  await expect(main).toContainText(`a child, asked for by ${mother}`);
  await expect(main).toContainText("May this person act for the child?");
  await untilReloaded(page, () => expect(main).toContainText("By the records", { timeout: 2000 }));
  await page.getByRole("radio", { name: "May act for the child", exact: true }).check();
  await page.getByRole("textbox", { name: "What you looked at" }).fill("Birth certificate, number covered.");
  await page.getByRole("button", { name: "Record this", exact: true }).click();
  await expect(main).toContainText("Birth certificate, number covered.");
  await untilReloaded(page, () =>
    expect(page.getByText("reviewing", { exact: true })).toBeVisible({ timeout: 2000 }),
  );
  await expect(main).not.toContainText("given with the request, which you have checked");
});
