import type { Page } from "@playwright/test";
import { answerContact, answerFacts, answerResidence, answerWhose, goOn, send } from "./ask.ts";
import { lookAt } from "./axe.ts";
import { enterAs, expect, test, words } from "./fixtures.ts";
import { enterWithCode } from "./mail.ts";

const t = words("en", "intake");
const tracker = words("en", "tracker");

test.setTimeout(600_000);

test("the form, in every step and with every mistake, and the page of the request", async ({ page }) => {
  const look = (what: string) => lookAt(page, what, { isPublic: true });
  await page.goto("/ipc");
  await look("start");
  await page.goto("/ipc/request/residence");
  await look("residence");
  await mistake(page, "residence");
  await answerResidence(page, "GB");
  await goOn(page);
  await look("rights");
  await mistake(page, "rights");
  for (const right of ["access", "rectification"] as const) {
    await page.getByRole("checkbox", { name: words("en", "rights")(`title.${right}`), exact: true }).check();
  }
  await goOn(page);
  await look("whose");
  await mistake(page, "whose");
  await answerWhose(page, "me");
  await look("details");
  await mistake(page, "details");
  await page.locator('[name="details-rectification"]').fill("My street is wrong.");
  await goOn(page);
  await look("relationship");
  await mistake(page, "relationship");
  await page.getByRole("radio", { name: "I have an account with you", exact: true }).check();
  await goOn(page);
  await look("contact");
  await mistake(page, "contact");
  await answerContact(page, { name: "Rosa Oduya", email: "rosa.oduya@mail.example" });
  await goOn(page);
  await look("narrow");
  await goOn(page);
  await look("proof");
  await mistake(page, "proof");
  await answerFacts(page, "rosa", ["date-of-birth"]);
  await look("proof, with its facts open");
  await goOn(page);
  await look("files");
  await page.goto(`${page.url()}?files=empty`);
  await look("files, with a mistake");
  await goOn(page);
  await look("check");
  const { reference } = await send(page);
  await look("sent");

  await page.goto("/ipc/track");
  await look("find");
  await page.getByRole("button", { name: tracker("find.go") }).click();
  await expect(page.getByRole("main").getByRole("alert")).toBeVisible();
  await look("find, with a mistake");
  await page.goto(`/ipc/track/${reference}`);
  await look("a request, from outside");
  await page.goto(`/ipc/track/${reference}?code=sent`);
  await look("the code");
  await page.getByRole("button", { name: tracker("code.go") }).click();
  await expect(page.getByRole("main").getByRole("alert")).toBeVisible();
  await look("the code, with a mistake");
  await page.goto(`/ipc/track/${reference}`);
  await enterWithCode(page, reference);
  await look("a request, from inside");
  for (const part of ["record", "withdraw", "appeal", "download"]) {
    await page.goto(`/ipc/track/${reference}/${part}`);
    await look(part);
  }
});

test("an answered request, its letter, its download and the way to disagree", async ({ page }) => {
  await enterAs(page, "leo");
  await lookAt(page, "an answered request", { isPublic: true });
  const home = new URL(page.url()).pathname;
  for (const part of ["letter", "download", "appeal", "record", "withdraw"]) {
    await page.goto(`${home}/${part}`);
    await lookAt(page, part, { isPublic: true });
  }
});

test("the declaration that California asks for, the sign-in of the company, and German", async ({ page }) => {
  await page.goto("/ipc/request/residence?language=de");
  await lookAt(page, "German", { isPublic: true });
  await page.goto("/ipc/request/residence?language=en");
  await answerResidence(page, "US-CA");
  await goOn(page);
  await page.getByRole("checkbox", { name: words("en", "rights")("title.access"), exact: true }).check();
  await goOn(page);
  await answerWhose(page, "me");
  await page.getByRole("radio", { name: "I have an account with you", exact: true }).check();
  await goOn(page);
  await answerContact(page, { name: "Dara Amini", email: "dara.amini@mail.example" });
  await goOn(page);
  await goOn(page);
  await answerFacts(page, "dara", ["billing-postcode", "card-last4"]);
  await goOn(page);
  await lookAt(page, "declaration", { isPublic: true });
  await mistake(page, "declaration");
  await page.goto("/ipc/request/proof?change=1");
  await page.getByRole("radio", { name: t("proof.login"), exact: true }).check();
  await goOn(page);
  await lookAt(page, "sign-in step", { isPublic: true });
  await page.getByRole("button", { name: t("signIn.button") }).click();
  await expect(
    page.getByRole("heading", { level: 1, name: words("en", "signin")("provider.heading") }),
  ).toBeVisible();
  await lookAt(page, "the company's sign-in", { isPublic: true });
});

test("the demo, its mailbox, signing in, and pages that are not there", async ({ page }) => {
  for (const address of [
    "/demo",
    "/demo/mailbox",
    "/demo/mailbox?reference=HB-0000-0000",
    "/nobody-here",
    "/ipc/nobody-here",
    "/ipc/request/sent",
    "/sign-in/failed",
    "/sign-in",
  ]) {
    await page.goto(address);
    await lookAt(page, address, { isPublic: true });
  }
  await page.getByRole("button", { name: words("en", "signin")("staff.submit") }).click();
  await expect(page.getByRole("main").getByRole("alert")).toBeVisible();
  await lookAt(page, "signing in, with a mistake", { isPublic: true });
  await page.goto("/demo/mailbox");
  await page.getByRole("table").getByRole("link").first().click();
  await expect(page.getByText("Message-ID")).toBeVisible();
  await lookAt(page, "a mail");
});

test("the desk: the queue and every tab of a case", async ({ page }) => {
  await enterAs(page, "ana");
  for (const address of [
    "/desk",
    "/desk?view=late",
    "/desk?view=appeals",
    "/desk/record",
    "/sign-in/sessions",
    "/sign-in/out",
  ]) {
    await page.goto(address);
    await lookAt(page, address);
  }
  for (const state of ["reviewing", "not verified", "to approve", "appeal"]) {
    await page.goto("/desk");
    const row = page
      .getByRole("row")
      .filter({ has: page.getByText(state, { exact: true }) })
      .first();
    const reference = (await row.getByRole("link").first().innerText()).trim();
    const tabs =
      state === "reviewing"
        ? [
            "",
            "/identity",
            "/sources",
            "/review",
            "/review?as=delivered",
            "/decision",
            "/messages",
            "/history",
          ]
        : ["", "/identity", "/decision"];
    for (const tab of tabs) {
      await page.goto(`/desk/cases/${reference}${tab}`);
      await lookAt(page, `${state}${tab}`);
    }
  }
});

test("sources and settings", async ({ page }) => {
  await enterAs(page, "rafa");
  await page.goto("/desk/sources");
  await lookAt(page, "a source");
  await page.goto(`${new URL(page.url()).pathname}/dataset`);
  await lookAt(page, "how records are found");
  await page.goto("/desk/sources/new");
  await lookAt(page, "a new source");
  await page.goto("/desk");
  await lookAt(page, "refused");
});

test("the audit room", async ({ page }) => {
  await enterAs(page, "ingrid");
  await page.goto("/audit");
  await lookAt(page, "register");
  await page.getByRole("table").getByRole("link").first().click();
  await expect(page.getByRole("heading", { name: "This history is whole" })).toBeVisible();
  await lookAt(page, "a history");
  await page.goto("/audit/events");
  await lookAt(page, "events");
});

test("whoever decides about what was passed on, and the register of controllers", async ({ page }) => {
  const t = words("en", "controllers");
  await enterAs(page, "elena");
  await lookAt(page, "the link", { isPublic: true });
  await page.getByRole("button", { name: t("page.open.go") }).click();
  await expect(page.getByRole("heading", { name: t("page.person") })).toBeVisible();
  await lookAt(page, "what was passed on", { isPublic: true });
  await page.goto("/immediate-connect/controller/used-or-never-made");
  await lookAt(page, "a link that is none", { isPublic: true });
  await enterAs(page, "rafa");
  await page.goto("/desk/controllers");
  await lookAt(page, "an empty register");
  await page.goto("/desk/controllers/new");
  await lookAt(page, "a new controller");
});

/** Goes on without an answer, and looks at what the page then says. */
async function mistake(page: Page, what: string): Promise<void> {
  await page.getByRole("button", { name: t("go"), exact: true }).click();
  await expect(page.getByRole("main").getByRole("alert")).toBeVisible();
  await lookAt(page, `${what}, with a mistake`, { isPublic: true });
}
