import { immediateConnectPeople } from "#db/seed/immediate-connect/people.ts";
import { immediateConnectPolicy } from "#db/seed/immediate-connect/policy.ts";
import { instantConnectPolicy } from "#db/seed/instant-connect/policy.ts";
import { answerContact, answerResidence, answerWhose, goOn, send } from "./ask.ts";
import { expect, test, untilReloaded, words } from "./fixtures.ts";

test.use({ javaScriptEnabled: false });

/* What the other organisations promise that the walked one does not. */

const t = words("en", "intake");
const rights = words("en", "rights");

test("instant-connect: people of whom another notice tells are led there, and may ask here all the same", async ({
  page,
}) => {
  const staff = instantConnectPolicy.relationships.find((one) => one.id === "staff");
  await page.goto("/instant-connect/request/residence");
  await answerResidence(page, "US-IL");
  await goOn(page);
  await page.getByRole("checkbox", { name: rights("title.access"), exact: true }).check();
  await goOn(page);
  await answerWhose(page, "me");
  await page.getByRole("radio", { name: staff?.label.en ?? "", exact: true }).check();
  await goOn(page);
  await expect(page.getByRole("heading", { level: 1, name: t("elsewhere.title") })).toBeVisible();
  await expect(page.getByRole("main")).toContainText(staff?.elsewhere?.text.en ?? "nothing");
  await expect(page.getByRole("link", { name: t("elsewhere.notice") })).toHaveAttribute(
    "href",
    staff?.elsewhere?.notice ?? "",
  );
  // The pages after it wait until she has gone on by herself.
  await page.goto("/instant-connect/request/contact");
  await expect(page).toHaveURL(/\/instant-connect\/request\/elsewhere/);
  await page.getByRole("button", { name: t("elsewhere.go"), exact: true }).click();
  await expect(page.getByRole("heading", { level: 1, name: t("contact.title") })).toBeVisible();
});

test("immediate-connect: taking a consent back warns before it is sent, and reaches the desk with its facts matched", async ({
  page,
}) => {
  const { annelie } = immediateConnectPeople;
  const { locator, facts } = immediateConnectPolicy.proof;
  const warning = immediateConnectPolicy.warnings?.["withdraw-consent"]?.en ?? "nothing";
  await page.goto("/immediate-connect/request/residence");
  await answerResidence(page, "DE");
  await goOn(page);
  await page.getByRole("checkbox", { name: rights("title.withdraw-consent"), exact: true }).check();
  await goOn(page);
  await answerWhose(page, "me");
  await page.getByRole("textbox").fill("No more measuring of my visits.");
  await goOn(page);
  await page.getByRole("radio", { name: "I am a member", exact: true }).check();
  await goOn(page);
  await answerContact(page, annelie);
  await goOn(page);
  await page.getByRole("radio", { name: t("proof.facts", { count: 2 }), exact: true }).check();
  await page.getByRole("textbox", { name: locator.label.en, exact: true }).fill("im 7310-5248");
  const postcode = facts.find((fact) => fact.id === "postcode")?.label.en ?? "";
  await page.getByRole("radio", { name: postcode, exact: true }).check();
  await page.getByRole("textbox", { name: postcode, exact: true }).fill(annelie.postcode);
  await goOn(page);
  await expect(page.getByRole("main")).toContainText(warning);
  const { reference } = await send(page);

  await page.goto("/sign-in");
  await page.getByLabel("E-mail address").fill("aoife@immediate-connect.example");
  await page.getByLabel("Password", { exact: true }).fill("demo-aoife");
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await page.waitForURL("**/desk**");
  await page.goto(`/desk/cases/${reference}/identity`);
  await untilReloaded(page, () =>
    expect(page.getByRole("table").first().getByText("matched", { exact: true })).toHaveCount(2, {
      timeout: 2000,
    }),
  );
});
