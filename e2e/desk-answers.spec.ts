import type { Page } from "@playwright/test";
import { demoPeople, spokenAccountNo, type DemoPersonKey } from "#lib/demo/people.ts";
import { approveAndSend, askApproval } from "./desk.ts";
import { enterAs, expect, test, unique, untilReloaded, words } from "./fixtures.ts";
import { enterWithCode, mailText, openAsRecipient, openMail } from "./mail.ts";

const tracker = words("en", "tracker");

/** Somebody's request for a copy as it came by post, searched for and granted; the reference it got. */
async function grantedByPost(page: Page, key: DemoPersonKey, email?: string): Promise<string> {
  const person = demoPeople[key];
  await page.goto("/desk/record");
  await page.getByRole("radio", { name: "Post", exact: true }).check();
  await page.getByRole("textbox", { name: "Name", exact: true }).fill(unique(person.name));
  if (email) await page.getByRole("textbox", { name: /^E-mail/ }).fill(email);
  await page.getByLabel("Lives in").selectOption("GB");
  await page.getByRole("radio", { name: "I have an account with you", exact: true }).check();
  await page.getByRole("checkbox", { name: "Get a copy of my data", exact: true }).check();
  await page.getByLabel(/^Account number/).fill(spokenAccountNo(person.accountNo));
  await page.getByLabel(/^Postcode of your billing address/).fill(person.postcode);
  await page.getByRole("button", { name: "Record this request" }).click();
  await page.waitForURL("**/desk/cases/**");
  const reference = page.url().split("/").at(-1) ?? "";
  await untilReloaded(page, () =>
    expect(page.getByText("reviewing", { exact: true })).toBeVisible({ timeout: 3000 }),
  );
  await page.goto(`/desk/cases/${reference}/decision`);
  await page.getByRole("radio", { name: "Granted", exact: true }).check();
  await page.getByRole("button", { name: "Decide like this" }).click();
  return reference;
}

for (const [what, key, email, offered] of [
  ["no address anywhere", "walter", undefined, [/^A code on paper/, /^A fresh sign-in/, /^On paper/]],
  [
    "a contact changed last week",
    "priya",
    "somebody@mail.example",
    [/on file$/, /^A fresh sign-in/, /given/, /^On paper/],
  ],
] as const)
  test(`with ${what}, it is settled first how the answer is handed over, and only by what can open it`, async ({
    page,
  }) => {
    await enterAs(page, "ana");
    const reference = await grantedByPost(page, key, email);
    const next = page.getByRole("heading", { name: "Next: decide how the answer reaches the person" });
    const ask = page.getByRole("button", { name: "Ask for approval" });
    await expect(next).toBeVisible();
    await expect(ask).toHaveCount(0);
    await page.goto(`/desk/cases/${reference}/identity`);
    const choices = page.getByRole("group", { name: "How it reaches the person" }).getByRole("radio");
    await expect(choices).toHaveCount(offered.length);
    for (const name of offered) await expect(page.getByRole("radio", { name })).toBeVisible();
    await page.getByRole("radio", { name: /^On paper/ }).check();
    await page.getByLabel(/^Why this is safe/).fill("Posted to the billing address on file.");
    await page.getByRole("button", { name: "Hand it over like this" }).click();
    await expect(page.getByRole("main")).toContainText("Handed over on paper");
    await page.goto(`/desk/cases/${reference}/decision`);
    await expect(ask).toBeVisible();
  });

test("an answer on paper is told so in mail, page and history, opened by nothing, and printed by staff", async ({
  page,
}) => {
  test.setTimeout(600_000);
  const grounds = unique("There must be more.");
  const answer = unique("We looked again.");
  await enterAs(page, "ana");
  const reference = await grantedByPost(page, "walter", "somebody@mail.example");
  await expect(
    page.getByRole("heading", { name: "Next: decide how the answer reaches the person" }),
  ).toBeVisible();

  await test.step("Ana settles it, Tom approves, Ana prints and sends", async () => {
    await page.goto(`/desk/cases/${reference}/identity`);
    await page.getByRole("radio", { name: /^On paper/ }).check();
    await page.getByLabel(/^Why this is safe/).fill("Posted to the billing address on file.");
    await page.getByRole("button", { name: "Hand it over like this" }).click();
    await expect(page.getByRole("main")).toContainText("Handed over on paper");
    await page.goto(`/desk/cases/${reference}/decision`);
    await expect(page.getByRole("main")).toContainText("on the pages that come with this letter");
    await askApproval(page);
    await approveAndSend(page, reference);
    await expect(page.getByRole("heading", { name: "It goes out on paper" })).toBeVisible();
    const printed = page.getByRole("link", { name: "Open what the person gets", exact: true });
    const address = (await printed.getAttribute("href")) ?? "";
    expect((await page.request.get(address)).headers()["content-type"]).toBe("application/zip");
    await page.goto(`/desk/cases/${reference}/messages`);
    await page.getByRole("link", { name: "Answer on paper", exact: true }).click();
    await expect(page.getByRole("article").first()).toContainText(/Walter Quill27 Beech GroveLS6 2DB Leeds/);
    await page.getByRole("radio", { name: "Registered letter" }).check();
    await page.getByLabel(/^Number for following it/).fill("RR 4711");
    await page.getByRole("button", { name: "Record that it was posted" }).click();
    await expect(page.getByRole("main")).toContainText(/registered letter RR 4711/);
    await page.goto(`/desk/cases/${reference}/history`);
    await expect(page.getByRole("main")).toContainText("Settled how the answer is handed over: on paper");
    await expect(page.getByRole("main")).toContainText("Sent answer 1 on paper");
  });

  await test.step("the mail and her page say that it comes by post, and until when she can disagree", async () => {
    await openMail(page, reference, "Our answer comes by post");
    const until = /you can tell us on the same page until (\d+ \w+ \d{4})\./;
    const [sentence = "no last day"] = until.exec(await mailText(page)) ?? [];
    await page.goBack();
    await openAsRecipient(page);
    await enterWithCode(page, reference);
    const main = page.getByRole("main");
    await expect(page.getByRole("heading", { level: 1, name: tracker("state.posted") })).toBeVisible();
    await expect(main).toContainText(sentence);
    await expect(main).toContainText("It cannot be opened here.");
    for (const name of [tracker("answer.letter"), tracker("download.go")])
      await expect(main.getByRole("link", { name, exact: true })).toHaveCount(0);
    await page.goto(`/ipc/track/${reference}/letter`);
    await expect(main).not.toContainText("Walter");
    await page.goto(`/ipc/track/${reference}/appeal?right=access`);
    await expect(page.getByRole("button", { name: tracker("appeal.send.complaint") })).toBeVisible();
    await expect(main).not.toContainText(tracker("appeal.we"));
  });

  await test.step("a complaint that came by post is recorded, and its answer printed", async () => {
    await enterAs(page, "ana");
    await page.goto(`/desk/cases/${reference}/decision`);
    await page.getByText("Record an appeal or complaint that came in another way").click();
    await page.getByLabel(/^What the person wrote or said/).fill(grounds);
    await page.getByRole("button", { name: "Record it" }).click();
    await expect(page.getByRole("main")).toContainText("confirm by");
    await expect(page.getByRole("main")).toContainText(grounds);
    await enterAs(page, "ben");
    await page.goto(`/desk/cases/${reference}/decision`);
    await page.getByRole("radio", { name: "The first decision stands" }).check();
    await page.getByLabel("Why", { exact: true }).fill(answer);
    await page.getByRole("button", { name: "Decide the complaint" }).click();
    await expect(page.getByRole("main")).toContainText("Print this letter and post it.");
    await openMail(page, reference, "We have looked at our answer again");
    expect(await mailText(page)).toContain("The result goes to you by post");
  });
});
