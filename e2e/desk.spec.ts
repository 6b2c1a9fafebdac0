import type { Page } from "@playwright/test";
import { cast } from "#lib/demo/cast.ts";
import { demoBar, enterAs, expect, openTab, test, unique } from "./fixtures.ts";

type Recorded = {
  name?: string;
  day?: readonly [string, string, string];
  time?: string;
  /** Account number and postcode. */
  facts?: readonly [string, string];
};

/** Types a request that came by phone into the desk's form, and presses its button. */
async function record(
  page: Page,
  { name = unique("Caller"), day, time, facts }: Recorded = {},
): Promise<void> {
  await page.goto("/desk/record");
  await page.getByRole("radio", { name: "Phone", exact: true }).check();
  const came = page.getByRole("group", { name: "Day it came" });
  for (const [index, part] of ["Day", "Month", "Year"].entries())
    if (day) await came.getByRole("textbox", { name: part, exact: true }).fill(day[index] ?? "");
  if (time) await page.getByRole("textbox", { name: /^Time it came/ }).fill(time);
  await page.getByRole("textbox", { name: "Name", exact: true }).fill(name);
  await page.getByLabel("Lives in").selectOption("GB");
  await page.getByRole("radio", { name: "I have an account with you", exact: true }).check();
  await page.getByRole("checkbox", { name: "Get a copy of my data", exact: true }).check();
  if (facts) {
    await page.getByLabel(/^Account number/).fill(facts[0]);
    await page.getByLabel(/^Postcode of your billing address/).fill(facts[1]);
  }
  await page.getByRole("button", { name: "Record this request" }).click();
}

/** The same, and the reference it got. */
async function recorded(page: Page, what: Recorded = {}): Promise<string> {
  await record(page, what);
  await page.waitForURL("**/desk/cases/**");
  return page.url().split("/").at(-1) ?? "";
}

async function find(page: Page, words: string): Promise<void> {
  await page.getByRole("searchbox").fill(words);
  await page.keyboard.press("Enter");
}

const rows = (page: Page) => page.getByRole("main").getByRole("row").filter({ hasText: /HB-/ });

test("the bar makes one who is next, and has the facts to type", async ({ page }) => {
  await page.goto("/demo");
  const next = demoBar(page).getByRole("button", { name: /^as / });
  const [, firstName = ""] = /^as (\w+),/.exec(await next.innerText()) ?? [];
  const who = Object.values(cast).find((one) => one.name.startsWith(`${firstName} `));
  await next.click();
  await expect(demoBar(page)).toContainText(`You are ${who?.name}`);
  await enterAs(page, "maya");
  await demoBar(page).getByText("Your facts").click();
  await expect(demoBar(page).getByText("IP 4471 0936")).toBeVisible();
});

test("what came by phone begins on the day it came, and on no other", async ({ page }) => {
  await enterAs(page, "ana");
  const name = unique("Ona O'Dell");
  const problem = page.getByRole("alert").first();
  for (const [wrong, says] of [
    [{ day: ["30", "2", "2026"] }, "Enter the day it came"],
    [{ day: ["1", "1", "2126"] }, "That day has not come yet"],
    [{ day: ["24", "5", "2018"] }, "That is too long ago"],
    [{ time: "25:61" }, "Enter the time as 14:30"],
  ] as const) {
    await record(page, { name, ...wrong });
    await expect(problem).toContainText(says);
    await expect(page).toHaveTitle(/^Error: /);
    await expect(page.getByRole("textbox", { name: "Name", exact: true })).toHaveValue(name);
  }
  await recorded(page, { name, day: ["3", "November", "2025"] });
  await expect(page.getByRole("main")).toContainText(/3 November 2025, .*by phone/);
});

test("cases are found by the whole name however it is typed, and chosen and assigned by keys", async ({
  page,
}) => {
  await enterAs(page, "ana");
  const name = unique("Nuala O’Brien");
  const first = await recorded(page, { name });
  await recorded(page, { name });
  await find(page, name.replace("’", "'").toUpperCase());
  await expect(page.getByRole("heading", { level: 1, name: "Found" })).toBeVisible();
  await expect(rows(page)).toHaveCount(2);
  await expect(rows(page).filter({ hasText: "nobody" })).toHaveCount(2);
  for (const key of ["j", "x", "j", "x"]) await page.keyboard.press(key);
  await expect(page.getByText("2 chosen")).toBeVisible();
  await page.keyboard.press("a");
  await expect(rows(page).filter({ hasText: "Ana Ruiz" })).toHaveCount(2);
  await find(page, first.slice(3).replace("-", " ").toLowerCase());
  await expect(page.getByRole("heading", { level: 1, name: first })).toBeVisible();
  await find(page, name.slice(0, -1));
  await expect(page.getByText("Nothing is exactly that")).toBeVisible();
  await find(page, " ");
  await expect(page.getByRole("heading", { level: 1, name: "Queue" })).toBeVisible();
});

test("from a case one goes on to its neighbours in the list it was opened from, and back to that list", async ({
  page,
}) => {
  await enterAs(page, "ana");
  const name = unique("Ona Neighbour");
  for (let times = 0; times < 3; times++) await recorded(page, { name });
  await find(page, name);
  await expect(rows(page)).toHaveCount(3);
  const order = await rows(page).getByRole("link").allInnerTexts();
  const stands = (position: number) =>
    Promise.all([
      expect(page.getByRole("heading", { level: 1 })).toHaveText(order[position - 1] ?? ""),
      expect(page.getByText(`${position} of 3`, { exact: true })).toBeVisible(),
    ]);
  const link = (label: string) => page.getByRole("main").getByRole("link", { name: label, exact: true });
  await link(order[0] ?? "").click();
  await stands(1);
  await expect(link("Previous")).toHaveCount(0);
  await page.keyboard.press("j");
  await stands(2);
  await openTab(page, "Decision");
  await stands(2);
  await link("Next").click();
  await stands(3);
  // On the same tab: whoever approves or reviews goes from one to the next.
  expect(new URL(page.url()).pathname).toBe(`/desk/cases/${order[2]}/decision`);
  await expect(link("Next")).toHaveCount(0);
  await openTab(page, "Overview");
  await page.getByRole("button", { name: "Assign to me" }).click();
  await expect(page.getByRole("button", { name: "Give it back to the queue" })).toBeVisible();
  await stands(3);
  await page.keyboard.press("k");
  await stands(2);
  await link("Found").click();
  await expect(rows(page)).toHaveCount(3);
  expect(page.url()).not.toContain(encodeURIComponent(name));
});

test("whoever loses a race is told what changed and keeps her words", async ({ page, browser }) => {
  await enterAs(page, "ana");
  const reference = await recorded(page);
  const other = await (await browser.newContext()).newPage();
  await enterAs(other, "ben");
  const press = (window: Page, name: string) => window.getByRole("button", { name }).click();
  const words = (window: Page) => (window === page ? "Called back" : "Seen in person");
  for (const window of [page, other]) {
    await window.goto(`/desk/cases/${reference}/decision`);
    await window.getByRole("radio", { name: "Refused", exact: true }).check();
    await window.getByRole("checkbox", { name: /^Identity not confirmed/ }).check();
    await window.getByLabel(/^In your own words/).fill(words(window));
  }
  await press(page, "Decide like this");
  await expect(page.getByRole("heading", { name: "Next: ask for approval" })).toBeVisible();
  await press(other, "Decide like this");
  const problem = other.getByRole("alert").filter({ hasText: "There is a problem" });
  await expect(problem).toContainText("Nothing was saved. Ana Ruiz");
  await expect(other.getByLabel(/^In your own words/)).toHaveValue(words(other));

  for (const window of [page, other]) {
    await window.goto(`/desk/cases/${reference}/identity`);
    await window.getByLabel("Account number", { exact: true }).fill("IP 4471 0936");
    await window.getByLabel("What you checked").fill(words(window));
  }
  await press(page, "Confirm who this is");
  await expect(page.getByRole("main")).toContainText("checked by staff");
  await press(other, "Confirm who this is");
  await expect(problem).toBeVisible();
  await expect(other.getByRole("main")).toContainText(words(other));
  await page.reload();
  await expect(page.getByRole("main")).toContainText(words(page));
  await expect(page.getByRole("main")).not.toContainText(words(other));

  await other.goto(`/desk/cases/${reference}`);
  await other.getByText("The person takes the request back").click();
  await page.goto(`/desk/cases/${reference}`);
  await press(page, "Assign to me");
  await expect(page.getByRole("button", { name: "Give it back to the queue" })).toBeVisible();
  await press(other, `Record that ${reference} is withdrawn`);
  await expect(problem).toContainText("Nothing was saved.");
  await expect(problem).toContainText("Ana Ruiz: Assigned");
  await other.context().close();
});

test("words are covered only where they stand, and that is taken back", async ({ page }) => {
  await enterAs(page, "ana");
  await record(page, { facts: ["IP 4471 0952", "BS6 5QA"] });
  await page.waitForURL("**/desk/cases/**");
  await page.goto(`${page.url()}/sources`);
  // The page looks again by itself while somebody is being checked and searched for.
  await expect(page.getByText("reviewing", { exact: true })).toBeVisible({ timeout: 90_000 });
  await openTab(page, "Review");
  const row = page.getByRole("row").filter({ hasText: "Town, for bills" });
  await row.getByText("Cover or keep back").click();
  await row.getByLabel("What to cover").selectOption("billing_city");
  await row.getByLabel(/^Only these words/).fill("Bristle");
  await row.getByRole("button", { name: "Cover it" }).click();
  await expect(row.getByRole("alert")).toContainText("These words do not stand in that field");
  await row.getByLabel(/^Only these words/).fill("Bristol");
  await row.getByRole("button", { name: "Cover it" }).click();
  await expect(row).toContainText("covered, 1 place");
  await expect(row).not.toContainText("Bristol");
  await row.getByRole("button", { name: "Take this back" }).click();
  await expect(row).toContainText("Bristol");
  await row.getByText("Cover or keep back").click();
  await row.getByRole("button", { name: "Keep the record back" }).click();
  await expect(row).toContainText("kept back");
});

test("a source says in words why it cannot be read, and keeps the text of a map that is broken or too late", async ({
  page,
}) => {
  await enterAs(page, "nils");
  await page.goto("/desk/sources/new?kind=postgres");
  const key = `t${Date.now().toString(36)}`;
  for (const [label, value] of [
    ["Name", `Elsewhere ${key}`],
    ["Key", key],
    ["Host", "store.elsewhere.example"],
    ["Port", "5432"],
    ["Database", "shop"],
    ["User", "reader"],
    ["Password", "never shown again"],
  ] as const)
    await page.getByLabel(label, { exact: true }).fill(value);
  await page.getByRole("button", { name: "Connect it" }).click();
  const lastTest = page.getByRole("region", { name: "Last test" });
  await expect(lastTest).toContainText("not among those that this installation may read");
  await expect(lastTest).toContainText(/ \d{4}, \d{1,2}:\d\d \(\w+\/[\w ]+\)/);
  await expect(page.getByText("It cannot be shown again")).toBeVisible();
  expect(await page.content()).not.toContain("never shown again");
  await page.getByLabel("In use").selectOption("no");
  await page.getByRole("button", { name: "Save and test" }).click();
  await expect(page.getByText("switched off").first()).toBeVisible();

  const map = page.getByLabel("Map", { exact: true });
  const good = `dataset:
  - fides_key: ${key}
    name: Elsewhere
    collections:
      - name: people
        fields:
          - name: mail
            data_categories: [user.contact.email]
            fides_meta: { identity: email, primary_key: true }
`;
  await page.getByRole("link", { name: "Edit the map" }).click();
  await map.fill(good.replace("primary_key: true", "primary_key: perhaps"));
  await page.getByRole("button", { name: "Use this map" }).click();
  await expect(page.getByRole("alert").first()).toContainText(/primary_key, line 9: must be true or false/);
  await expect(map).toHaveValue(/perhaps/);
  const late = await page.context().newPage();
  await late.goto(page.url());
  await map.fill(good);
  await page.getByRole("button", { name: "Use this map" }).click();
  // Exactly: the page it comes from is called "Map of …".
  await expect(page.getByRole("heading", { level: 1, name: `Elsewhere ${key}`, exact: true })).toBeVisible();
  await late.getByLabel("Map", { exact: true }).fill(good.replace("people", "persons"));
  await late.getByRole("button", { name: "Use this map" }).click();
  await expect(late.getByRole("alert").first()).toContainText("Somebody put version 1 into use");
  await expect(late.getByLabel("Map", { exact: true })).toHaveValue(/persons/);
});

test.describe("without scripts", () => {
  test.use({ javaScriptEnabled: false });

  test("the queue is filtered by links in a fold", async ({ page }) => {
    await enterAs(page, "ana");
    await page.goto("/desk");
    await page.getByText("Law: any").click();
    await page.getByRole("link", { name: "UK GDPR", exact: true }).click();
    await page.waitForURL("/desk?law=uk-gdpr");
    await expect(rows(page).first()).toContainText("UK GDPR");
    const references = rows(page).getByRole("link", { name: /^HB-/ });
    const [first = "", second = ""] = await references.allInnerTexts();
    await references.first().click();
    await page.getByRole("link", { name: "Next", exact: true }).click();
    await page.waitForURL(`/desk/cases/${second}?law=uk-gdpr`);
    await page.getByRole("link", { name: "Previous", exact: true }).click();
    await page.waitForURL(`/desk/cases/${first}?law=uk-gdpr`);
    await page.getByRole("main").getByRole("link", { name: "Queue", exact: true }).click();
    await page.waitForURL("/desk?law=uk-gdpr");
    await expect(rows(page).filter({ hasNotText: "UK GDPR" })).toHaveCount(0);
    await page.getByRole("link", { name: "Clear all" }).click();
    await page.waitForURL("/desk");
  });
});
