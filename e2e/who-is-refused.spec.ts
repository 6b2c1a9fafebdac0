import type { APIResponse, Browser, BrowserContext, Page } from "@playwright/test";
import type { CastKey } from "#lib/demo/cast.ts";
import { enterAs, expect, test, words } from "./fixtures.ts";

/** How an address answers: shows itself, sends to the sign-in or to a proof, refuses, or knows nothing of the sort. */
type Answer = "in" | "sign-in" | "prove" | "no" | "none";
type Who = "nobody" | Extract<CastKey, "leo" | "ana" | "tom" | "rafa" | "ingrid" | "nils">;

const everybody: readonly Who[] = ["nobody", "leo", "ana", "tom", "rafa", "ingrid", "nils"];
const file = "00000000-0000-7000-8000-000000000000";

/** Case addresses are those of a case of `ipc`; Nils works for another organisation. */
const table: Record<string, Record<Who, Answer>> = {
  "/ipc": row("in", "in", "in", "in", "in", "in", "in"),
  "/desk": row("sign-in", "sign-in", "in", "in", "no", "no", "in"),
  "/desk?view=appeals": row("sign-in", "sign-in", "in", "in", "no", "no", "in"),
  "/desk/record": row("sign-in", "sign-in", "in", "in", "no", "no", "in"),
  "/desk/cases/CASE": row("sign-in", "sign-in", "in", "in", "no", "no", "none"),
  "/desk/cases/CASE/identity": row("sign-in", "sign-in", "in", "in", "no", "no", "none"),
  "/desk/cases/CASE/sources": row("sign-in", "sign-in", "in", "in", "no", "no", "none"),
  "/desk/cases/CASE/review": row("sign-in", "sign-in", "in", "in", "no", "no", "none"),
  "/desk/cases/CASE/decision": row("sign-in", "sign-in", "in", "in", "no", "no", "none"),
  "/desk/cases/CASE/messages": row("sign-in", "sign-in", "in", "in", "no", "no", "none"),
  "/desk/cases/CASE/history": row("sign-in", "sign-in", "in", "in", "no", "no", "none"),
  "/desk/cases/HB-0000-0000": row("sign-in", "sign-in", "none", "none", "no", "no", "none"),
  [`/desk/cases/CASE/files/${file}`]: row("sign-in", "sign-in", "none", "none", "no", "no", "none"),
  "/desk/cases/CASE/bundle": row("sign-in", "sign-in", "none", "none", "no", "no", "none"),
  "/desk/sources": row("sign-in", "sign-in", "in", "in", "in", "no", "in"),
  "/desk/sources/new": row("sign-in", "sign-in", "no", "no", "in", "no", "in"),
  "/desk/controllers": row("sign-in", "sign-in", "in", "in", "in", "no", "in"),
  "/desk/controllers/new": row("sign-in", "sign-in", "no", "no", "in", "no", "in"),
  "/ipc/controller": row("in", "in", "in", "in", "in", "in", "in"),
  "/audit": row("sign-in", "sign-in", "no", "no", "no", "in", "no"),
  "/audit/events": row("sign-in", "sign-in", "no", "no", "no", "in", "no"),
  "/audit/cases/CASE": row("sign-in", "sign-in", "no", "no", "no", "in", "no"),
  "/sign-in/sessions": row("sign-in", "sign-in", "in", "in", "in", "in", "in"),
  "/ipc/track/CASE/letter": row("prove", "prove", "prove", "prove", "prove", "prove", "prove"),
  "/ipc/track/CASE/download": row("prove", "prove", "prove", "prove", "prove", "prove", "prove"),
  "/ipc/download/CASE": row("prove", "prove", "prove", "prove", "prove", "prove", "prove"),
  "/demo": row("in", "in", "in", "in", "in", "in", "in"),
  "/demo/mailbox": row("in", "in", "in", "in", "in", "in", "in"),
  "/nobody-here": row("none", "none", "none", "none", "none", "none", "none"),
};

function row(...answers: [Answer, Answer, Answer, Answer, Answer, Answer, Answer]): Record<Who, Answer> {
  return Object.fromEntries(everybody.map((who, index) => [who, answers[index]])) as Record<Who, Answer>;
}

for (const who of everybody) {
  test(`who enters where: ${who}`, async ({ page, browser }) => {
    const reference = await oneCaseOf(browser, "ana");
    if (who !== "nobody") await enterAs(page, who);
    const got: Record<string, Answer> = {};
    for (const address of Object.keys(table)) {
      const asked = address.replace("CASE", reference);
      got[address] = answerOf(asked, await page.request.get(asked, { maxRedirects: 0 }));
    }
    expect(got).toEqual(
      Object.fromEntries(Object.entries(table).map(([address, answers]) => [address, answers[who]])),
    );
  });
}

test("a case of another organisation answers as one that does not exist", async ({ page, browser }) => {
  const foreign = await oneCaseOf(browser, "nils");
  const unknown = "HB-0000-0000";
  await enterAs(page, "ana");
  for (const tab of ["", "/review", "/decision", "/history", "/bundle", `/files/${file}`]) {
    const [there, nowhere] = [
      await seen(page, `/desk/cases/${foreign}${tab}`),
      await seen(page, `/desk/cases/${unknown}${tab}`),
    ];
    expect(there.text.replaceAll(foreign, unknown)).toBe(nowhere.text);
    expect(there.status).toBe(nowhere.status);
    expect(there.status).toBe(404);
  }
  await enterAs(page, "ingrid");
  const [there, nowhere] = [
    await seen(page, `/audit/cases/${foreign}`),
    await seen(page, `/audit/cases/${unknown}`),
  ];
  expect({ ...there, text: there.text.replaceAll(foreign, unknown) }).toEqual(nowhere);
  expect(there.status).toBe(404);

  const strangers = await browser.newContext();
  const visitor = await strangers.newPage();
  const [real, made] = [
    await seen(visitor, `/ipc/track/${foreign}`),
    await seen(visitor, `/ipc/track/HB-2222-2222`),
  ];
  expect({ ...real, text: real.text.replaceAll(foreign, "HB-2222-2222") }).toEqual(made);
  await strangers.close();
});

test("what an auditor tries to change is refused, and that she tried is recorded", async ({
  browser,
  page,
}) => {
  const reference = await oneCaseOf(browser, "ana");
  const context = await browser.newContext({ javaScriptEnabled: false });
  const desk = await context.newPage();
  await enterAs(desk, "ana");
  await desk.goto(`/desk/cases/${reference}/messages`);
  const message = desk.getByRole("textbox", { name: "Message", exact: true });
  await message.fill("An auditor wrote this.");
  await enterAs(page, "ingrid");
  await page.goto("/audit/events");
  const refusals = page
    .getByRole("row")
    .filter({ hasText: "Ingrid Dahl" })
    .filter({ hasText: "Tried what the role does not allow" });
  const before = await refusals.count();

  await takeOver(page.context(), context);
  const answered = desk.waitForResponse((response) => response.request().method() === "POST");
  await desk.getByRole("button", { name: /^Send to / }).click();
  expect((await answered).status()).toBe(403);
  await expect(
    desk.getByRole("heading", { level: 1, name: words("en", "tracker")("forbidden.title") }),
  ).toBeVisible();
  await expect(desk.getByRole("main")).toContainText(words("en", "tracker")("forbidden.lead"));
  await expect(desk.getByRole("button", { name: /^Send to / })).toHaveCount(0);

  await page.reload();
  expect(await refusals.count()).toBeGreaterThan(before);
  await enterAs(desk, "ana");
  await desk.goto(`/desk/cases/${reference}/messages`);
  await expect(desk.getByRole("main")).not.toContainText("An auditor wrote this.");
  await context.close();
});

/** The newest case in somebody's queue, seen with a browser of her own. */
async function oneCaseOf(browser: Browser, who: "ana" | "nils"): Promise<string> {
  const context = await browser.newContext();
  const page = await context.newPage();
  await enterAs(page, who);
  await page.goto("/desk");
  // One that was not answered yet: there is no archive of it.
  const open = page.getByRole("row").filter({ hasText: /not verified|reviewing/ });
  const reference = (await open.first().getByRole("link").first().innerText()).trim();
  await context.close();
  return reference;
}

function answerOf(asked: string, response: APIResponse): Answer {
  const to = response.headers()["location"] ?? "";
  const status = response.status();
  if (status >= 300 && status < 400) {
    if (/\/api\/auth\/signin|\/sign-in\?/.test(to)) return "sign-in";
    // The person's side leads to a page that is there without scripts too, and answers 404.
    if (to.endsWith("/not-found")) return "none";
    // A list leads to its first entry.
    return to.includes(`${asked}/`) ? "in" : "prove";
  }
  return (
    ({ 200: "in", 401: "sign-in", 403: "no", 404: "none" }[status] as Answer | undefined) ??
    (`status ${status}` as Answer)
  );
}

async function seen(page: Page, address: string): Promise<{ status: number; text: string }> {
  const response = await page.goto(address);
  // A route that hands out files answers without a page around it.
  const main = page.locator("main");
  const said = (await main.count()) > 0 ? main : page.locator("body");
  return { status: response?.status() ?? 0, text: await said.innerText() };
}

/** The second browser goes on with the session of the first. */
async function takeOver(from: BrowserContext, to: BrowserContext): Promise<void> {
  await to.clearCookies();
  await to.addCookies(await from.cookies());
}
