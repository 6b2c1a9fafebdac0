import { request as nodeRequest, type IncomingMessage } from "node:http";
import type { Page } from "@playwright/test";
import { askForCopy } from "./ask.ts";
import { enterAs, expect, test, words } from "./fixtures.ts";
import { enterWithCode } from "./mail.ts";

const id = "00000000-0000-7000-8000-000000000000";

/** Asks this machine's portal under any name. */
function askAs(host: string, address: string, method = "GET"): Promise<IncomingMessage> {
  const { hostname, port, pathname, search } = new URL(address);
  return new Promise((resolve, reject) => {
    const asked = { hostname, port, path: pathname + search, method, headers: { host } };
    nodeRequest(asked, (answer) => resolve(answer.resume()))
      .on("error", reject)
      .end();
  });
}

test("under another name a reader is led to ours, and what would change something is refused", async ({
  page,
  baseURL,
}) => {
  const { port, origin } = new URL(baseURL ?? "");
  for (const host of [`127.0.0.1:${port}`, "evil.example", `[::1]:${port}`]) {
    const { statusCode, headers } = await askAs(host, `${origin}/ipc?language=de`);
    expect([host, statusCode, headers.location]).toEqual([host, 307, `${origin}/ipc?language=de`]);
    expect([host, (await askAs(host, `${origin}/ipc`, "POST")).statusCode]).toEqual([host, 421]);
  }
  await page.goto(`http://127.0.0.1:${port}/ipc`);
  expect(page.url()).toBe(`${origin}/ipc`);
});

test("every answer says what it may do, whoever gives it", async ({ page, request }) => {
  const nothing = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
  const pages = ["/", "/files/x", "/ipc/files/x", "/_next/image", "/nobody-here", "/desk/cases/X/files/a/b"];
  for (const address of pages) {
    const policy = (await request.get(address)).headers()["content-security-policy"];
    expect(policy, address).toContain("script-src 'nonce-");
  }
  const others = [
    "/_next/static/nothing.js",
    "/api/uploads/files/ipc",
    `/api/uploads/files/released/${id}/${id}`,
    `/desk/cases/HB-0000-0000/files/${id}`,
    "/ipc/download/files/HB-2222-2222",
    "/demo/mailbox/x/files/mail",
  ];
  for (const address of others) {
    const policy = (await request.get(address, { maxRedirects: 0 })).headers()["content-security-policy"];
    expect([address, policy]).toEqual([address, nothing]);
  }
  // A page that is not there is drawn whole, with its own scripts.
  const refused: string[] = [];
  page.on("console", (message) => refused.push(message.text()));
  expect((await page.goto("/files/x"))?.status()).toBe(404);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  expect(refused.filter((text) => text.includes("Content Security Policy"))).toEqual([]);
});

test("an address with something malformed in it is no fault of ours", async ({ page }) => {
  await enterAs(page, "ana");
  const reference = await oneCase(page);
  const dashes = "-".repeat(36);
  for (const [address, status] of [
    [`/desk/cases/${reference}/files/abc`, 404],
    [`/desk/cases/${reference}/files/${dashes}`, 404],
    [`/desk?after=2026-01-01~${dashes}`, 200],
    [`/desk?after=0~${id}`, 200],
    [`/desk?after=0000-01-01~${id}`, 200],
    ["/desk/cases/%ff", 404],
    ["/ipc/track/%ff", 200],
    [`/demo/mailbox/${dashes}`, 404],
    [`/desk?sort=received&after=infinity~${id}`, 200],
  ] as const)
    expect([address, (await page.request.get(address)).status()]).toEqual([address, status]);
  await enterAs(page, "ingrid");
  for (const after of [`0~${dashes}`, `2026-01-01~${id}`, `x&after=y`])
    expect([after, (await page.request.get(`/audit?after=${after}`)).status()]).toEqual([after, 200]);
});

test("an action that is called without a form says so", async ({ request, baseURL }) => {
  const { origin } = new URL(baseURL ?? "");
  const path = "/ipc/track/HB-2222-2222";
  const html = await (await request.get(path)).text();
  const actions = [...html.matchAll(/&quot;id&quot;:&quot;([0-9a-f]{40,})&quot;/g)].map(
    ([, action]) => action,
  );
  expect(actions.length).toBeGreaterThan(0);
  for (const action of actions)
    for (const data of ["[null]", "[]", '[null,{"reference":"HB-2222-2222"}]']) {
      const answer = await request.post(path, {
        headers: { origin, "next-action": action ?? "", "content-type": "text/plain;charset=UTF-8" },
        data,
      });
      expect([data, answer.status()]).toEqual([data, 200]);
      expect(await answer.text()).toContain(words("en", "signin")("edge.elsewhere"));
    }
});

test("who closes her page is let out, and the browser forgets what it kept", async ({ page }) => {
  const { reference } = await askForCopy(page, "maya", {
    rights: ["access"],
    proof: { facts: ["billing-postcode"] },
  });
  await page.goto(`/ipc/track/${reference}`);
  await enterWithCode(page, reference);
  const closed = page.waitForResponse((answer) => answer.url().endsWith("/api/auth/sign-out"));
  await page.getByRole("button", { name: words("en", "tracker")("more.leave") }).click();
  expect((await (await closed).allHeaders())["clear-site-data"]).toBe('"cache", "storage"');
  await expect(page.getByRole("main")).toContainText(words("en", "tracker")("more.left"));
  await page.goto(`/ipc/track/${reference}`);
  await expect(
    page.getByRole("heading", { level: 1, name: words("en", "tracker")("outside.title") }),
  ).toBeVisible();
});

/** The reference of the first case in the queue. */
async function oneCase(page: Page): Promise<string> {
  await page.goto("/desk");
  return /HB-[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(await page.getByRole("main").innerText())?.[0] ?? "";
}
