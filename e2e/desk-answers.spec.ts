import type { Page } from "@playwright/test";
import { demoPeople, spokenAccountNo, type DemoPersonKey } from "#lib/demo/people.ts";
import { enterAs, expect, test, unique, untilReloaded } from "./fixtures.ts";

/** Somebody's request for a copy as it came by post, searched for and granted; the reference it got. */
async function grantedByPost(page: Page, key: DemoPersonKey, email?: string): Promise<string> {
  const person = demoPeople[key];
  await page.goto("/desk/record");
  await page.getByRole("radio", { name: "Post, or handed over", exact: true }).check();
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
  ["no address anywhere", "walter", undefined, [/sign-in/, /^On paper/]],
  [
    "a contact changed last week",
    "priya",
    "somebody@mail.example",
    [/on file$/, /sign-in/, /given/, /^On paper/],
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
