import { expect, test } from "vitest";
import { destinationOf, withSafeTargets, type AuthCall } from "./targets.ts";

const url = "http://localhost:3000";
const now = new Date("2026-11-24T12:00:00Z");
const call = (parts: Partial<AuthCall>): AuthCall => ({
  method: "POST",
  action: "callback",
  provider: "staff",
  query: {},
  body: {},
  cookies: {},
  ...parts,
});
const person = { provider: "oidc-ipc" };

test.each<[string, Partial<AuthCall>, Partial<Parameters<typeof destinationOf>[1]>, string]>([
  ["signed in, to where she wanted", {}, { location: `${url}/desk?view=late` }, "/desk?view=late"],
  ["signed in, with no wish", {}, { location: url, home: "/audit" }, "/audit"],
  [
    "a page that happens to speak of errors",
    {},
    { location: `${url}/desk/cases?error=1` },
    "/desk/cases?error=1",
  ],
  [
    "a wrong password",
    {},
    { location: `${url}/api/auth/error?error=CredentialsSignin&provider=staff` },
    "/sign-in?error=refused",
  ],
  [
    "a fault of ours",
    {},
    { location: `${url}/api/auth/error?error=CredentialsSignin`, isFault: true },
    "/sign-in?error=fault",
  ],
  ["a form without its guard", {}, { location: `${url}/api/auth/signin?csrf=true` }, "/sign-in?error=again"],
  [
    "words of an error",
    {},
    { location: `${url}/api/auth/error?error=insert%20into%20staff` },
    "/sign-in?error=refused",
  ],
  ["no way on at all", {}, { location: null, status: 500 }, "/sign-in?error=refused"],
  [
    "next-auth's own error page",
    { method: "GET", action: "error", provider: null },
    { location: "/sign-in?error=Configuration" },
    "/sign-in?error=refused",
  ],
  [
    "to the sign-in page, with the time",
    { method: "GET", action: "signin", provider: null },
    { location: "/sign-in?callbackUrl=%2Fdesk" },
    "/sign-in?callbackUrl=%2Fdesk&at=1795521600",
  ],
  ["a person came back", person, { location: `${url}/ipc/request/proof` }, "/ipc/request/proof"],
  [
    "a person turned back",
    person,
    { location: `${url}/api/auth/error?error=OAuthCallback` },
    "/sign-in/failed",
  ],
  [
    "a provider that is away",
    { ...person, action: "signin" },
    { location: `${url}/api/auth/error?error=OAuthSignin` },
    "/sign-in/failed",
  ],
  [
    "a person without a guard",
    { ...person, action: "signin" },
    { location: `${url}/api/auth/signin?csrf=true` },
    "/sign-in/failed",
  ],
])("%s", (_what, parts, outcome, path) => {
  expect(
    destinationOf(
      call(parts),
      { status: 302, location: null, isFault: false, home: null, now, ...outcome },
      url,
    ),
  ).toBe(url + path);
});

test("a person's way to her provider is left as it is", () => {
  const location = "https://id.example/authorize?client_id=habeas&state=x";
  expect(
    destinationOf(
      call({ ...person, action: "signin" }),
      { status: 302, location, isFault: false, home: null, now },
      url,
    ),
  ).toBe(location);
});

test("nothing that came from outside leads elsewhere, and no parameter reaches the provider", () => {
  const sent = call({
    action: "signin",
    query: { callbackUrl: "https://evil.example", prompt: "none", redirect_uri: "https://evil.example" },
    body: { callbackUrl: "//evil.example", csrfToken: "t", json: "true" },
    cookies: { "habeas-back": "javascript:alert(1)", other: "kept" },
  });
  expect(withSafeTargets(sent, url, "habeas-back")).toEqual({
    ...sent,
    query: { callbackUrl: `${url}/` },
    body: { callbackUrl: `${url}/`, csrfToken: "t" },
    cookies: { "habeas-back": `${url}/`, other: "kept" },
  });
});

test("what the provider sends back is kept", () => {
  const back = call({
    ...person,
    method: "GET",
    query: { code: "c", state: "s", iss: "https://id.example" },
    cookies: { "habeas-back": `${url}/ipc?x=1` },
  });
  expect(withSafeTargets(back, url, "habeas-back")).toEqual(back);
});
