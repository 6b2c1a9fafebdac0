import { globSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { NextRequest } from "next/server";
import { afterAll, beforeEach, expect, test } from "vitest";
import { changeEnv } from "#lib/env.ts";
import { config, proxy } from "../../proxy.ts";

const keys = mkdtempSync(join(tmpdir(), "habeas-proxy-"));
afterAll(() => rmSync(keys, { recursive: true }));
writeFileSync(
  join(keys, "oidc-ipc.json"),
  JSON.stringify({
    issuer: "https://id.ipc.example/realm",
    clientId: "habeas",
    clientSecret: "s",
    origins: ["https://sso.ipc.example/x"],
  }),
  { mode: 0o600 },
);
writeFileSync(join(keys, "oidc-broken.json"), "{", { mode: 0o600 });

const url = "https://privacy.example.org";
beforeEach(() => changeEnv({ HABEAS_MODE: "demo", HABEAS_URL: url, HABEAS_KEYS: keys, LOG_LEVEL: "silent" }));

type Sent = { method?: string; headers?: Record<string, string> };
const ask = (path: string, { method = "GET", headers = {} }: Sent = {}, at = url) =>
  proxy(new NextRequest(at + path, { method, headers: { host: new URL(at).host, ...headers } }));

/** What the code behind the proxy gets to see. */
function passedOn(response: Response): Record<string, string> {
  const names = response.headers.get("x-middleware-override-headers")?.split(",") ?? [];
  return Object.fromEntries(
    names.map((name) => [name, response.headers.get(`x-middleware-request-${name}`) ?? ""]),
  );
}

const nonceIn = (policy: string | null | undefined) => /'nonce-([^']+)'/.exec(policy ?? "")?.[1];

test("every answer has a policy with a nonce of its own, the same for the page behind", () => {
  const [first, second] = [ask("/ipc"), ask("/ipc")];
  const nonce = nonceIn(first.headers.get("content-security-policy"));
  expect(Buffer.from(nonce ?? "", "base64")).toHaveLength(16);
  expect(nonceIn(passedOn(first)["content-security-policy"])).toBe(nonce);
  expect(nonceIn(second.headers.get("content-security-policy"))).not.toBe(nonce);
});

test("no header that a client sends reaches the nonce, or is taken for ours", () => {
  const forged = {
    "content-security-policy": "script-src 'nonce-evil'",
    "x-nonce": "evil",
    "x-habeas-request": "evil",
    "x-habeas-path": "//evil.example",
    "x-habeas-language": "xx",
    "x-middleware-subrequest": "proxy:proxy:proxy:proxy:proxy",
    "x-middleware-rewrite": "/desk",
    "x-forwarded-host": "evil.example",
    "next-resume": "1",
    "x-habeas-peer": "127.0.0.1",
  };
  const response = ask("/desk?view=late", { headers: forged });
  const seen = passedOn(response);
  expect(JSON.stringify(seen)).not.toContain("evil");
  expect(
    Object.keys(seen).filter(
      (name) => name.startsWith("x-middleware") || name === "next-resume" || name === "x-forwarded-host",
    ),
  ).toEqual([]);
  expect(seen["x-habeas-path"]).toBe("/desk?view=late");
  expect(seen["x-habeas-request"]).toBe(response.headers.get("x-request-id"));
  expect(response.headers.get("x-middleware-rewrite")).toBeNull();
});

test.each([
  ["/ipc", "form-action 'self' https://id.ipc.example https://sso.ipc.example;"],
  ["/ipc/track/HB-7K4Q-2M9X", "form-action 'self' https://id.ipc.example https://sso.ipc.example;"],
  ["/informetric", "form-action 'self';"],
  ["/broken", "form-action 'self';"],
  ["/sign-in", "form-action 'self';"],
  ["/", "form-action 'self';"],
  ["/..%2foidc-ipc", "form-action 'self';"],
])("forms on %s may lead: %s", (path, directive) => {
  expect(ask(path).headers.get("content-security-policy")).toContain(directive);
});

test("what is https loads nothing without it, what is http can", () => {
  expect(ask("/ipc").headers.get("content-security-policy")).toContain("upgrade-insecure-requests");
  changeEnv({ HABEAS_URL: "http://localhost:3000" });
  const plain = ask("/ipc", {}, "http://localhost:3000");
  expect(plain.headers.get("content-security-policy")).not.toContain("upgrade-insecure-requests");
});

test.each([
  ["a reader is led to the canonical address", "/desk?x=1", "GET", 307, `${url}/desk?x=1`],
  ["a form sent under another name is refused", "/desk", "POST", 421, null],
  ["whoever watches over the house may ask by address", "/api/health", "GET", 200, null],
])("%s", (_what, path, method, status, location) => {
  const response = ask(
    path,
    { method, headers: { "x-forwarded-host": "privacy.example.org" } },
    "http://evil.example",
  );
  expect([response.status, response.headers.get("location")]).toEqual([status, location]);
});

test("a language link is remembered and leaves the address as it was", () => {
  const response = ask("/ipc/request/rights?language=de&x=1");
  expect([response.status, response.headers.get("location")]).toEqual([303, `${url}/ipc/request/rights?x=1`]);
  expect(response.headers.get("set-cookie")).toMatch(
    /^habeas-language=de; Path=\/;.*Max-Age=31536000.*Secure; HttpOnly; SameSite=lax$/,
  );
  expect(ask("/ipc?language=xx").status).toBe(200);
  expect(ask("/ipc?language=de", { method: "POST" }).status).toBe(200);
});

test.each([
  ["/ipc", { "accept-language": "de-CH,fr;q=0.5" }, "de"],
  ["/ipc", { "accept-language": "de", cookie: "habeas-language=en" }, "en"],
  ["/ipc", { "accept-language": "fr" }, "en"],
  ["/desk/cases", { "accept-language": "de", cookie: "habeas-language=de" }, "en"],
  ["/deskundige", { "accept-language": "de" }, "de"],
])("%s with %j reads %s", (path, headers, language) => {
  expect(passedOn(ask(path, { headers }))["x-habeas-language"]).toBe(language);
});

const [matcher = ""] = config.matcher;
const passes = (path: string) => new RegExp(`^${matcher}$`).test(path);

test.each([
  ["/", true],
  ["/ipc/track/HB-7K4Q-2M9X", true],
  ["/api/auth/callback/staff", true],
  ["/ipc/track/HB-7K4Q-2M9X/files/upload", true],
  ["/api/files/7", true],
  ["/files/7", true],
  ["/profiles/7", true],
  ["/ipc/files", true],
  ["/_next/image", true],
  ["/desk/cases/HB/files/7/8", true],
  ["/x/api/uploads/files/ipc", true],
  ["/_next/static/chunks/a.js", false],
])("%s passes through here: %s", (path, does) => {
  expect(passes(path)).toBe(does);
});

/** Every address of the house, as its folders name it. */
const addresses = globSync("**/{page.tsx,route.ts}", { cwd: join(import.meta.dirname, "../../app") }).map(
  (file) => ({
    path: `/${file.replaceAll("\\", "/").replace(/\/?[^/]+$/, "")}`.replaceAll(/\[[^\]]+\]/g, "HB-7K4Q-2M9X"),
    isStreamed: /(^|[\\/])files[\\/](.*[\\/])?route\.ts$/.test(file),
  }),
);

test("past here go the routes in a folder `files`, and nothing else", () => {
  const paths = (some: typeof addresses) => new Set(some.map(({ path }) => path));
  expect(paths(addresses.filter(({ path }) => !passes(path)))).toEqual(
    paths(addresses.filter(({ isStreamed }) => isStreamed)),
  );
  expect(addresses.filter(({ isStreamed }) => isStreamed).length).toBeGreaterThan(3);
});
