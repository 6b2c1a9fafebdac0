import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { createServer } from "node:net";
import { join } from "node:path";
import { chmodSync, writeFileSync } from "node:fs";
import { afterAll, beforeAll, expect, test } from "vitest";
import { database } from "#db/client.ts";
import { session } from "#db/schema/index.ts";
import { testInstallation } from "#db/testing/installation.ts";
import { loginIndex } from "#lib/cases/commands/open.ts";
import { writeClientFile } from "#lib/demo/provider/client-file.ts";
import { createProviderServer } from "#lib/demo/provider/server.ts";
import { changeEnv } from "#lib/env.ts";
import { newId } from "#lib/ids.ts";
import { callNextAuth, type AuthAnswer } from "./client/call.ts";
import { findProvider } from "./client/settings.ts";
import { anOrganisation, aMember } from "./house.test.kit.ts";
import { cookieWithToken, csrfPair, tokenInCookie } from "./client/cookie-values.ts";
import type { AuthVisit } from "./options.ts";
import type { ProviderSettings } from "./provider.ts";
import { findSession } from "./queries/session.ts";
import type { AuthCall } from "./targets.ts";

const installation = testInstallation();
const appUrl = "http://localhost:4567";
const maya = { username: "maya", password: "choir-2019", subject: "ipc|maya" };

/** What is done after an answer has left. */
const later: Promise<void>[] = [];
let server: Server;
let settings: ProviderSettings;
const keys = () => join(installation.dataFolder, "keys");

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, "127.0.0.1", resolve));
  const { port } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  return port;
}

beforeAll(async () => {
  changeEnv({ HABEAS_URL: appUrl });
  await anOrganisation("ipc");
  await anOrganisation("other");
  const port = await freePort();
  settings = writeClientFile(keys(), "ipc", `http://127.0.0.1:${port}`);
  server = createProviderServer({
    slug: "ipc",
    company: "Instant Prospect Conversion",
    appUrl,
    settings,
    accounts: [maya],
  });
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
});
afterAll(async () => {
  await Promise.all(later);
  server?.closeAllConnections();
  server?.close();
});

/** One browser: its cookies at our portal and at the provider. */
class Browser {
  portal: Record<string, string> = {};
  provider: Record<string, string> = {};
  visit: Partial<AuthVisit> = {};

  async auth(
    call: Partial<AuthCall> & Pick<AuthCall, "method" | "action">,
    isFresh = false,
  ): Promise<AuthAnswer> {
    const visit: AuthVisit = {
      network: newId(),
      requestId: newId(),
      now: new Date(),
      isFresh,
      afterwards: (work) => later.push(work()),
    };
    const answer = await callNextAuth(
      { provider: "oidc-ipc", query: {}, body: {}, cookies: this.portal, ...call },
      visit,
    );
    keep(this.portal, answer.setCookie);
    this.visit = visit;
    return answer;
  }

  async begin(to = "/ipc/request/proof", isFresh = false): Promise<string> {
    const { token, cookie } = csrfPair();
    this.portal["habeas-csrf"] = cookie;
    const answer = await this.auth(
      { method: "POST", action: "signin", body: { csrfToken: token, callbackUrl: appUrl + to } },
      isFresh,
    );
    return answer.location ?? "";
  }

  /** Follows the provider's pages until it leads back to us, or shows a page. */
  async open(
    url: string,
    form?: Record<string, string>,
  ): Promise<{ page: string; at: string } | { back: URL }> {
    let next = url;
    let body = form;
    for (let hops = 0; hops < 8; hops++) {
      const headers = {
        cookie: Object.entries(this.provider)
          .map(([name, value]) => `${name}=${value}`)
          .join("; "),
      };
      const response = await fetch(next, {
        method: body ? "POST" : "GET",
        headers,
        redirect: "manual",
        ...(body ? { body: new URLSearchParams(body) } : {}),
      });
      keep(this.provider, response.headers.getSetCookie());
      const location = response.headers.get("location");
      if (!location) return { page: await response.text(), at: next };
      const target = new URL(location, next);
      if (target.origin === appUrl) return { back: target };
      next = target.href;
      body = undefined;
    }
    throw new Error("the provider leads in circles");
  }

  /** Opens the sign-in page and types a password there. */
  async signIn(to?: string, isFresh = false): Promise<URL> {
    const shown = await this.open(await this.begin(to, isFresh));
    if (!("page" in shown)) return shown.back;
    const answer = await this.open(shown.at, { username: "Maya", password: maya.password });
    if (!("back" in answer)) throw new Error("the password was refused");
    return answer.back;
  }

  async return(back: URL, provider = "oidc-ipc"): Promise<AuthAnswer> {
    return this.auth({
      method: "GET",
      action: "callback",
      provider,
      query: Object.fromEntries(back.searchParams),
    });
  }

  async session() {
    const token = await tokenInCookie(this.portal["habeas-session"]);
    return token ? findSession(token) : null;
  }
}

function keep(jar: Record<string, string>, setCookie: string[]): void {
  for (const line of setCookie) {
    const [pair = "", ...flags] = line.split(";");
    const [name = "", ...value] = pair.split("=");
    if (flags.some((flag) => /max-age=0|1970/i.test(flag)) || value.join("=") === "") delete jar[name];
    else jar[name] = decodeURIComponent(value.join("="));
  }
}

test("a person signs in at her organisation's provider and comes back to where she was, known by issuer and subject", async () => {
  const browser = new Browser();
  const back = await browser.signIn("/ipc/request/proof?x=1");
  expect(back.pathname).toBe("/api/auth/callback/oidc-ipc");
  const answer = await browser.return(back);
  expect(answer.location).toBe(`${appUrl}/ipc/request/proof?x=1`);
  const found = await browser.session();
  expect(found).toMatchObject({ kind: "login", isFresh: true, organisation: { slug: "ipc" } });
  const index = loginIndex({ issuer: settings.issuer, subject: maya.subject });
  expect(found?.kind === "login" && Buffer.from(found.subjectIndex).equals(index)).toBe(true);
});

test("the cookies are out of reach for scripts, stay on this site and hold nothing readable", async () => {
  const browser = new Browser();
  const answer = await browser.return(await browser.signIn());
  const [line] = answer.setCookie.filter((cookie) => cookie.startsWith("habeas-session="));
  expect(line).toMatch(/; Path=\/; Expires=[^;]+; HttpOnly; SameSite=Lax$/);
  expect(line).not.toMatch(/maya/i);
  expect(Object.keys(browser.portal).filter((name) => /pkce|state|nonce/.test(name))).toEqual([]);
});

test("over https every cookie is bound to this host", async () => {
  changeEnv({ HABEAS_URL: "https://privacy.example.org" });
  const { token, cookie } = csrfPair();
  const visit: AuthVisit = {
    network: "n",
    requestId: newId(),
    now: new Date(),
    isFresh: false,
    afterwards: () => {},
  };
  const answer = await callNextAuth(
    {
      method: "POST",
      action: "signin",
      provider: "oidc-ipc",
      query: {},
      body: { csrfToken: token },
      cookies: { "__Host-habeas-csrf": cookie },
    },
    visit,
  );
  changeEnv({ HABEAS_URL: appUrl });
  expect(answer.location).toContain(
    `redirect_uri=${encodeURIComponent("https://privacy.example.org/api/auth/callback/oidc-ipc")}`,
  );
  expect(answer.setCookie.length).toBeGreaterThanOrEqual(3);
  for (const line of answer.setCookie)
    expect(line).toMatch(
      /^__Host-habeas-[^;]+; (Max-Age=\d+; )?Path=\/; (Expires=[^;]+; )?HttpOnly; Secure; SameSite=Lax$/,
    );
});

test("the way to the provider carries PKCE, state and nonce, and asks for no more than who she is", async () => {
  const url = new URL(await new Browser().begin());
  const sent = Object.fromEntries(url.searchParams);
  expect(sent).toMatchObject({
    response_type: "code",
    scope: "openid",
    code_challenge_method: "S256",
    client_id: "habeas-ipc",
  });
  for (const name of ["state", "nonce", "code_challenge"]) expect(sent[name]?.length).toBeGreaterThan(20);
  expect(sent).not.toHaveProperty("prompt");
});

test("a fresh sign-in asks for the password again although she is signed in there, and only then counts as fresh", async () => {
  const browser = new Browser();
  await browser.return(await browser.signIn());
  const again = await browser.open(await browser.begin("/ipc/track/HB-2222-2222"));
  expect("back" in again).toBe(true);
  const fresh = await browser.open(await browser.begin("/ipc/track/HB-2222-2222", true));
  if (!("page" in fresh)) throw new Error("no password was asked for");
  expect(fresh.page).toContain("show once more that it is you");
  const answer = await browser.open(fresh.at, { username: "maya", password: maya.password });
  if (!("back" in answer)) throw new Error("refused");
  await browser.return(answer.back);
  expect(await browser.session()).toMatchObject({ isFresh: true });
});

test("a wrong password is told at the provider, in her language, with the name she typed", async () => {
  const browser = new Browser();
  const shown = await browser.open(await browser.begin());
  if (!("page" in shown)) throw new Error("no page");
  expect(shown.page).not.toMatch(/<script|https?:\/\/(?!127)/);
  const answer = await browser.open(shown.at, { username: `maya"><b>`, password: "wrong" });
  if (!("page" in answer)) throw new Error("let in");
  expect(answer.page).toContain("There is a problem");
  expect(answer.page).toContain('value="maya&quot;&gt;&lt;b&gt;"');
  expect(answer.page).toMatch(/<title>Error: /);
});

test("who turns back at the provider is not signed in, and nothing was started", async () => {
  const browser = new Browser();
  const shown = await browser.open(await browser.begin());
  if (!("page" in shown)) throw new Error("no page");
  const answer = await browser.open(`${shown.at}?cancel=1`);
  if (!("back" in answer)) throw new Error("no way back");
  expect(answer.back.searchParams.get("error")).toBe("access_denied");
  expect((await browser.return(answer.back)).location).toContain("error=");
  expect(await browser.session()).toBeNull();
});

test("C08: a missing state, a replayed code, another browser's code and a lost verifier are refused", async () => {
  const sessions = async () => (await database().select().from(session)).length;
  const before = await sessions();
  const refused = async (browser: Browser, back: URL) => {
    expect((await browser.return(back)).location).toContain("error=");
    expect(await browser.session()).toBeNull();
  };

  const stateless = new Browser();
  const back = await stateless.signIn();
  back.searchParams.delete("state");
  await refused(stateless, back);

  const victim = new Browser();
  const attacker = new Browser();
  const attackers = await attacker.signIn();
  await victim.begin();
  await refused(victim, attackers);

  const verifierless = new Browser();
  const other = await verifierless.signIn();
  delete verifierless.portal["habeas-pkce"];
  await refused(verifierless, other);
  expect(await sessions()).toBe(before);

  const replaying = new Browser();
  const once = await replaying.signIn();
  const cookies = { ...replaying.portal };
  await replaying.return(once);
  expect(await sessions()).toBe(before + 1);
  const twice = new Browser();
  twice.portal = cookies;
  await refused(twice, once);
});

test("C04: a code of one organisation's provider opens nothing at another's", async () => {
  const browser = new Browser();
  const back = await browser.signIn();
  const answer = await browser.return(back, "oidc-other");
  expect(answer.status).toBeGreaterThanOrEqual(400);
  expect(await browser.session()).toBeNull();
});

test("a provider that speaks for another issuer than the one set up is not believed", async () => {
  const path = join(keys(), "oidc-ipc.json");
  const browser = new Browser();
  const back = await browser.signIn();
  writeFileSync(path, JSON.stringify({ ...settings, issuer: `${settings.issuer}/` }), { mode: 0o600 });
  await browser.return(back);
  writeFileSync(path, JSON.stringify(settings), { mode: 0o600 });
  expect(await browser.session()).toBeNull();
});

test("without the guard's cookie no sign-in begins", async () => {
  const browser = new Browser();
  const answer = await browser.auth({ method: "POST", action: "signin", body: { csrfToken: "guessed" } });
  expect(answer.location).toBe(`${appUrl}/api/auth/signin?csrf=true`);
});

test.each(["https://evil.example/x", "//evil.example", "/\\evil.example"])(
  "a way back to %s leads home instead",
  async (target) => {
    const browser = new Browser();
    const { token, cookie } = csrfPair();
    browser.portal["habeas-csrf"] = cookie;
    await browser.auth({ method: "POST", action: "signin", body: { csrfToken: token, callbackUrl: target } });
    expect(browser.portal["habeas-back"] ?? `${appUrl}/`).toBe(`${appUrl}/`);
  },
);

test("staff sign in through next-auth; its JWT carries a session's id and nothing else; signing out ends the session", async () => {
  const { id } = await aMember(
    await anOrganisation("staffed"),
    "ana@staffed.example",
    ["caseworker"],
    "a long enough one",
  );
  const browser = new Browser();
  const { token, cookie } = csrfPair();
  browser.portal["habeas-csrf"] = cookie;
  const credentials = {
    csrfToken: token,
    email: "ana@staffed.example",
    password: "a long enough one",
    callbackUrl: `${appUrl}/desk?view=late`,
  };
  const answer = await browser.auth({
    method: "POST",
    action: "callback",
    provider: "staff",
    body: credentials,
  });
  expect(answer.location).toBe(`${appUrl}/desk?view=late`);
  expect(browser.visit.home).toBe("/desk");
  expect(await browser.session()).toMatchObject({ kind: "staff", staff: { id } });

  const kept = browser.portal["habeas-session"];
  await browser.auth({ method: "POST", action: "signout", provider: null, body: { csrfToken: token } });
  expect(browser.portal["habeas-session"]).toBeUndefined();
  browser.portal["habeas-session"] = kept ?? "";
  expect(await browser.session()).toBeNull();
});

test("a wrong password leads back to the sign-in page, and what was typed is remembered without the password", async () => {
  const browser = new Browser();
  const { token, cookie } = csrfPair();
  browser.portal["habeas-csrf"] = cookie;
  const answer = await browser.auth({
    method: "POST",
    action: "callback",
    provider: "staff",
    body: { csrfToken: token, email: "ana@staffed.example", password: "not the right one" },
  });
  expect(answer.location).toContain("error=CredentialsSignin");
  expect(answer.location).not.toContain("ana");
  expect(browser.visit.refused).toEqual({ email: "ana@staffed.example", isPasswordMissing: false });
  expect(await browser.session()).toBeNull();
});

test("C02: a cookie that we did not make is worth nothing", async () => {
  const good = await cookieWithToken("A".repeat(43));
  const changed = good.slice(0, -9) + (good.at(-9) === "A" ? "B" : "A") + good.slice(-8);
  expect(await tokenInCookie(good)).toBe("A".repeat(43));
  const unsigned = `${Buffer.from('{"alg":"none"}').toString("base64url")}.${Buffer.from(`{"sid":"${"A".repeat(43)}"}`).toString("base64url")}.`;
  changeEnv({ NEXTAUTH_SECRET: "another installation's secret, long enough" });
  const foreign = await cookieWithToken("A".repeat(43));
  changeEnv({ NEXTAUTH_SECRET: undefined });
  for (const forged of [unsigned, foreign, `${good}x`, changed, "", undefined, "a".repeat(5000)]) {
    expect(await tokenInCookie(forged)).toBeNull();
  }
});

test.each([
  ["not JSON", "{", /is not JSON/],
  [
    "http to another machine",
    JSON.stringify({ issuer: "http://id.example", clientId: "a", clientSecret: "b" }),
    /issuer must be/,
  ],
  ["a forgotten secret", JSON.stringify({ issuer: "https://id.example", clientId: "a" }), /clientSecret/],
  [
    "a word too many",
    JSON.stringify({ issuer: "https://id.example", clientId: "a", clientSecret: "b", secret: "c" }),
    /secret/,
  ],
])("a settings file with %s says what is wrong with it", (_what, text, says) => {
  writeFileSync(join(keys(), "oidc-bad.json"), text, { mode: 0o600 });
  expect(() => findProvider("bad")).toThrow(says);
});

test("a settings file that others can read is refused; a changed one counts at once; none means no sign-in", () => {
  const path = join(keys(), "oidc-open.json");
  const text = (issuer: string) => JSON.stringify({ issuer, clientId: "a", clientSecret: "b" });
  writeFileSync(path, text("https://one.example"), { mode: 0o600 });
  expect(findProvider("open")?.issuer).toBe("https://one.example");
  writeFileSync(path, text("https://second.example"), { mode: 0o600 });
  expect(findProvider("open")?.issuer).toBe("https://second.example");
  chmodSync(path, 0o644);
  expect(() => findProvider("open")).toThrow(/chmod 600/);
  expect(findProvider("none")).toBeNull();
  expect(findProvider("../root")).toBeNull();
});
