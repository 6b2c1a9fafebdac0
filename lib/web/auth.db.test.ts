import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { NextRequest } from "next/server";
import { beforeAll, expect, test, vi } from "vitest";
import { database } from "#db/client.ts";
import { auditEvent } from "#db/schema/index.ts";
import { testInstallation } from "#db/testing/installation.ts";
import { aMember, anOrganisation } from "#lib/auth/house.test.kit.ts";
import { csrfPair, tokenInCookie, typedInCookie } from "#lib/auth/client/cookie-values.ts";
import { findSession } from "#lib/auth/queries/session.ts";
import { changeEnv } from "#lib/env.ts";
import { nextAuthRoute, startPersonSignIn } from "./auth.ts";

vi.mock("server-only", () => ({}));

/** The request that is answered, and what Next would do once its answer has left. */
const request = { headers: new Headers() };
const later: (() => Promise<unknown>)[] = [];
vi.mock("next/headers", () => ({
  headers: async () => request.headers,
  cookies: async () => ({ get: () => undefined }),
}));
vi.mock("next/server", async (original) => ({
  ...(await original<typeof import("next/server")>()),
  after: (work: () => Promise<unknown>) => later.push(work),
}));

const house = testInstallation();
const url = "http://localhost:4567";
beforeAll(async () => {
  changeEnv({ HABEAS_URL: url });
  await aMember(await anOrganisation("ipc"), "ana@ipc.example", ["auditor"], "a long enough one");
});

const guard = () => {
  const { token, cookie } = csrfPair();
  return { token, cookie: `habeas-csrf=${encodeURIComponent(cookie)}` };
};

async function ask(
  path: string,
  fields: Record<string, string> | null,
  headers: Record<string, string> = {},
) {
  request.headers = new Headers({
    ...(fields ? { origin: url, "content-type": "application/x-www-form-urlencoded" } : {}),
    ...headers,
  });
  const init = {
    method: fields ? "POST" : "GET",
    headers: request.headers,
    ...(fields ? { body: new URLSearchParams(fields).toString() } : {}),
  };
  const [, , , ...nextauth] = path.split("?")[0]?.split("/") ?? [];
  const answer = await nextAuthRoute(new NextRequest(url + path, init), {
    params: Promise.resolve({ nextauth }),
  });
  const cookie = (name: string) => answer.headers.getSetCookie().find((line) => line.startsWith(`${name}=`));
  return { status: answer.status, location: answer.headers.get("location")?.replace(url, ""), cookie };
}

const credentials = (password: string) => ({ csrfToken: "", email: "ana@ipc.example", password });

test("the way in: the guard is set, and the page knows when", async () => {
  const answer = await ask("/api/auth/signin?callbackUrl=%2Fdesk", null);
  expect(answer.status).toBe(303);
  expect(answer.location).toMatch(/^\/sign-in\?callbackUrl=http%3A%2F%2Flocalhost%3A4567%2Fdesk&at=\d+$/);
  expect(answer.cookie("habeas-csrf")).toMatch(/HttpOnly; SameSite=Lax$/);
});

test("the right password leads to where her work is", async () => {
  const { token, cookie } = guard();
  const answer = await ask(
    "/api/auth/callback/staff",
    { ...credentials("a long enough one"), csrfToken: token },
    { cookie },
  );
  expect([answer.status, answer.location]).toEqual([303, "/audit"]);
  expect(answer.cookie("habeas-session")).toBeDefined();
});

test("signing in anew ends the session this browser had", async () => {
  const { token, cookie } = guard();
  const fields = { ...credentials("a long enough one"), csrfToken: token };
  const first = await ask("/api/auth/callback/staff", fields, { cookie });
  const held = first.cookie("habeas-session")?.split(";")[0] ?? "";
  const sessionIn = async (pair: string) =>
    findSession((await tokenInCookie(pair.replace("habeas-session=", ""))) ?? "");
  expect(await sessionIn(held)).not.toBeNull();
  await ask(
    "/api/auth/callback/staff",
    { ...fields, password: "not the right one" },
    { cookie: `${cookie}; ${held}` },
  );
  expect(await sessionIn(held)).not.toBeNull();
  await ask("/api/auth/callback/staff", fields, { cookie: `${cookie}; ${held}` });
  expect(await sessionIn(held)).toBeNull();
  later.splice(0);
});

test("a wrong one leads back with what was typed, sealed; the refusal is recorded once the answer has left", async () => {
  const { token, cookie } = guard();
  const answer = await ask(
    "/api/auth/callback/staff",
    { ...credentials("not the right one"), csrfToken: token },
    { cookie },
  );
  expect([answer.status, answer.location]).toEqual([303, "/sign-in?error=refused"]);
  const typed = answer.cookie("habeas-typed");
  expect(typed).toMatch(/; Max-Age=120; HttpOnly; SameSite=lax$/);
  expect(typed).not.toContain("ana");
  expect(await typedInCookie(decodeURIComponent(/=([^;]+)/.exec(typed ?? "")?.[1] ?? ""))).toEqual({
    email: "ana@ipc.example",
    isPasswordMissing: false,
  });
  const refusals = async () =>
    (await database().select().from(auditEvent)).filter((event) => event.type === "staff.sign-in-refused")
      .length;
  expect(await refusals()).toBe(0);
  await Promise.all(later.splice(0).map((work) => work()));
  expect(await refusals()).toBe(1);
});

test("a form without its guard is asked for again, and no password is looked at", async () => {
  const answer = await ask("/api/auth/callback/staff", credentials("a long enough one"));
  expect([answer.status, answer.location]).toEqual([303, "/sign-in?error=again"]);
  expect(answer.cookie("habeas-session")).toBeUndefined();
});

test.each<[string, string, Record<string, string> | null, Record<string, string>, number]>([
  ["a form from another site", "/api/auth/callback/staff", {}, { origin: "https://evil.example" }, 403],
  ["a form from nowhere", "/api/auth/signout", {}, { origin: "null" }, 403],
  ["more than a form of ours holds", "/api/auth/callback/staff", { email: "a".repeat(17_000) }, {}, 422],
  ["what no form can hold", "/api/auth/callback/staff", { email: "a\0" }, {}, 422],
  ["next-auth's session", "/api/auth/session", null, {}, 404],
  ["its list of providers", "/api/auth/providers", null, {}, 404],
  ["its log", "/api/auth/_log", { level: "error" }, {}, 404],
  ["a path too long", "/api/auth/callback/staff/more", {}, {}, 404],
])("%s", async (_what, path, fields, headers, status) => {
  expect((await ask(path, fields, headers)).status).toBe(status);
});

test.each([
  ["an organisation without a provider", null],
  ["one whose settings are broken", "{"],
  [
    "one whose provider does not answer",
    JSON.stringify({ issuer: "http://127.0.0.1:9", clientId: "a", clientSecret: "b" }),
  ],
])("a person's sign-in at %s leads to a page that says how to go on, and back", async (_what, settings) => {
  if (settings) writeFileSync(join(house.dataFolder, "keys", "oidc-ipc.json"), settings, { mode: 0o600 });
  request.headers = new Headers({ origin: url });
  const answer = await startPersonSignIn(
    new NextRequest(`${url}/api/auth/login/ipc`, { method: "POST" }),
    "ipc",
    { to: "/ipc/request/proof", isFresh: false },
  );
  expect([answer.status, answer.headers.get("location")]).toEqual([303, `${url}/sign-in/failed`]);
  expect(answer.headers.getSetCookie().join()).toMatch(/habeas-back=[^;]*%2Fipc%2Frequest%2Fproof/);
});
