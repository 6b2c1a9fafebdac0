import { translator } from "#lib/locales/index.ts";
import { askForCopy } from "./ask.ts";
import { approveAndSend, askApproval, coverEverybodyElse, openFromQueue } from "./desk.ts";
import { enterAs, expect, openTab, test, unique, words } from "./fixtures.ts";
import { enterWithCode, mailText, openAsRecipient, openMail } from "./mail.ts";

const tracker = words("en", "tracker");
const law = translator("en", "law");

test("a request is refused with a reason, appealed, and decided by somebody else", async ({ page }) => {
  test.setTimeout(600_000);
  const why = unique("You had two copies this year already.");
  const grounds = unique("I never got the second copy.");
  const answer = unique("The second copy was sent and opened in March.");
  const { reference } = await askForCopy(page, "samir", {
    rights: ["access"],
    proof: { facts: ["billing-postcode"] },
  });

  await test.step("Ana refuses it, which takes a reason", async () => {
    await enterAs(page, "ana");
    await openFromQueue(page, reference);
    await openTab(page, "Review");
    await coverEverybodyElse(page);
    await openTab(page, "Decision");
    await page.getByRole("radio", { name: "Refused", exact: true }).check();
    await page.getByRole("button", { name: "Decide like this" }).click();
    await expect(page.getByRole("main").getByRole("alert")).toBeVisible();
    await expect(page.getByRole("button", { name: "Ask for approval" })).toHaveCount(0);
    await page.getByRole("radio", { name: "Refused", exact: true }).check();
    await page
      .getByRole("checkbox", { name: law("grounds.too-many.name"), exact: true })
      .and(page.locator("[name=reasons]"))
      .check();
    await page.getByLabel("In your own words").fill(why);
    await page.getByRole("button", { name: "Decide like this" }).click();
    await expect(page.getByRole("main")).toContainText(law("grounds.too-many.letter"));
    await expect(page.getByRole("main")).toContainText(why);
    await askApproval(page);
  });
  await test.step("Tom approves it, Ana sends it", () => approveAndSend(page, reference));

  await test.step("he reads why, and appeals", async () => {
    await enterAs(page, "maya");
    await openMail(page, reference, "Your answer is ready");
    await openAsRecipient(page);
    await enterWithCode(page, reference);
    await page
      .getByRole("link", { name: tracker("answer.letter") })
      .first()
      .click();
    const letter = page.getByRole("main");
    await expect(letter).toContainText(law("grounds.too-many.letter"));
    await expect(letter).toContainText(why);
    await page.goto(`/ipc/track/${reference}`);
    await page
      .getByRole("link", { name: /^Appeal: / })
      .first()
      .click();
    await page.getByRole("button", { name: tracker("appeal.send.appeal") }).click();
    await expect(page.getByRole("main").getByRole("alert")).toContainText(tracker("appeal.empty"));
    await page.getByRole("textbox", { name: tracker("appeal.label"), exact: true }).fill(grounds);
    await page.getByRole("button", { name: tracker("appeal.send.appeal") }).click();
    await expect(page.getByRole("heading", { level: 1, name: tracker("appeal.have.appeal") })).toBeVisible();
    await expect(page.getByRole("main")).toContainText(grounds);
  });

  await test.step("Ana and Tom may not decide it", async () => {
    for (const who of ["ana", "tom"] as const) {
      await enterAs(page, who);
      await page.goto(`/desk/cases/${reference}/decision`);
      await expect(page.getByRole("main")).toContainText(grounds);
      await expect(page.getByRole("main")).toContainText("Somebody else decides this.");
      await expect(page.getByRole("button", { name: "Decide the appeal" })).toHaveCount(0);
    }
  });

  await test.step("Ben finds it among the appeals and decides it", async () => {
    await enterAs(page, "ben");
    await page.goto("/desk?view=appeals");
    await page.getByRole("link", { name: reference }).click();
    await openTab(page, "Decision");
    await page.getByRole("radio", { name: "The first decision stands" }).check();
    await page.getByLabel("Why", { exact: true }).fill(answer);
    await page.getByRole("button", { name: "Decide the appeal" }).click();
    await expect(page.getByRole("main")).toContainText("the first decision stands");
  });

  await test.step("the outcome and the regulator stand in his letter", async () => {
    await page.goto(`/ipc/track/${reference}/appeal?right=access`);
    await expect(page.getByRole("main")).toContainText(answer);
    await expect(page.getByRole("main")).toContainText("Virginia");
  });

  await test.step("Ingrid reads all of it", async () => {
    await enterAs(page, "ingrid");
    await page.goto(`/audit/cases/${reference}`);
    await expect(page.getByRole("heading", { name: "This history is whole" })).toBeVisible();
    const history = page.getByRole("table");
    for (const who of ["Ana Ruiz", "Tom Okafor", "Ben Iweala"]) await expect(history).toContainText(who);
    await expect(history).toContainText(/appeal/i);
    await expect(page.getByRole("main")).not.toContainText("Samir Dutta");
  });
});

test("refused as unverified, she complains with a code to the address she gave, and her request opens again", async ({
  page,
}) => {
  test.setTimeout(600_000);
  const grounds = unique("It was me who asked.");
  const answer = unique("We could have asked for one more fact.");
  const { reference } = await askForCopy(page, "maya", {
    rights: ["access"],
    proof: { facts: ["billing-postcode"], wrong: true },
  });

  await test.step("Ana refuses, Tom approves, Ana sends", async () => {
    await enterAs(page, "ana");
    await page.goto(`/desk/cases/${reference}/decision`);
    await page.getByRole("radio", { name: "Refused", exact: true }).check();
    await page
      .getByRole("checkbox", { name: law("grounds.not-verified.name"), exact: true })
      .and(page.locator("[name=reasons]"))
      .check();
    await page.getByRole("button", { name: "Decide like this" }).click();
    await askApproval(page);
    await approveAndSend(page, reference);
  });

  await test.step("mail, page and letter name the same last day, and the letter nothing about her", async () => {
    await enterAs(page, "maya");
    await openMail(page, reference, "Your answer is ready");
    const until = /you can tell us on the same page until (\d+ \w+ \d{4})\./;
    const [sentence = "no last day", day = ""] = until.exec(await mailText(page)) ?? [];
    await page.goto(`/ipc/track/${reference}`);
    await enterWithCode(page, reference);
    const main = page.getByRole("main");
    await expect(main).toContainText(sentence);
    await page.getByRole("link", { name: tracker("answer.letter") }).click();
    await expect(main).toContainText(`from the day we sent you this answer: until ${day}.`);
    await expect(main).toContainText("does not say whether we have any data about you");
    await expect(main).not.toContainText("Maya");
  });

  await test.step("she complains, and learns by when it is confirmed", async () => {
    await page.goto(`/ipc/track/${reference}/appeal?right=access`);
    await page.getByRole("textbox", { name: tracker("appeal.label"), exact: true }).fill(grounds);
    await page.getByRole("button", { name: tracker("appeal.send.complaint") }).click();
    await expect(page.getByRole("main")).toContainText(tracker("appeal.by.complaint"));
  });

  await test.step("Ben overturns it in part, and it is to be decided anew", async () => {
    await enterAs(page, "ben");
    await page.goto(`/desk/cases/${reference}/decision`);
    await expect(page.getByRole("main")).toContainText("confirm by");
    await page.getByRole("radio", { name: "Overturned in part: the request opens again" }).check();
    await page.getByLabel("Why", { exact: true }).fill(answer);
    await page.getByRole("button", { name: "Decide the complaint" }).click();
    await expect(page.getByRole("main")).toContainText("overturned in part");
    await expect(page.getByRole("main")).toContainText("to decide");
    await expect(page.getByRole("button", { name: "Ask for approval" })).toHaveCount(0);
  });

  await test.step("she reads why, whom else she can ask, and by when she is answered", async () => {
    await page.goto(`/ipc/track/${reference}`);
    await expect(page.getByRole("main")).toContainText(tracker("due.by"));
    // The answer that was sent before has its place and its day, and nothing of it is left to disagree with.
    await expect(page.getByRole("heading", { level: 2, name: /^Our first answer, of \d/ })).toBeVisible();
    await expect(page.getByRole("main")).not.toContainText("you can tell us on the same page until");
    await page.getByRole("link", { name: /^Your complaint: / }).click();
    await expect(page.getByRole("main")).toContainText(answer);
    await expect(page.getByRole("main")).toContainText("Information Commissioner");
  });
});

test("Leo, refused weeks ago, reads why and where to turn", async ({ page }) => {
  await enterAs(page, "leo");
  await page.waitForURL(/\/ipc\/track\//);
  await page
    .getByRole("link", { name: tracker("answer.letter") })
    .first()
    .click();
  await expect(page.getByRole("main")).toContainText(law("grounds.legal-claims.letter"));
  await expect(page.getByRole("main")).toContainText("Your bank and we still disagree about one charge.");
  await expect(page.getByRole("main")).toContainText("Virginia");
  await page.goBack();
  await expect(page.getByRole("link", { name: /appeal/i }).first()).toBeVisible();
});
