import { expect, test } from "vitest";
import { isMisdirected, type Addressed } from "./host.ts";

const url = "https://privacy.example.org";
const asked: Addressed = { method: "GET", path: "/desk", host: "127.0.0.1:3000", origin: null };

test.each<[string, Partial<Addressed>, boolean]>([
  ["our name", { host: "privacy.example.org" }, false],
  ["our name with a port", { host: "privacy.example.org:8443" }, true],
  ["another name", { host: "evil.example" }, true],
  ["no name", { host: null }, true],
  ["the address we listen on", {}, true],
  ["whoever watches over the house", { path: "/api/health" }, false],
  ["the framework, for the page after an action", { origin: url }, false],
  ["the framework on a machine that knows IPv6 only", { origin: url, host: "[::1]:3000" }, false],
  ["another site that names our address", { origin: "https://evil.example" }, true],
  ["our page under another name", { origin: url, host: "evil.example" }, true],
  ["a form under the address we listen on", { origin: url, method: "POST" }, true],
])("%s: %j is misdirected: %s", (_who, part, isWrong) => {
  expect(isMisdirected({ ...asked, ...part }, url)).toBe(isWrong);
});
