import { expect, test } from "vitest";
import { safePath } from "./redirects.ts";

const base = "https://privacy.example.org";

test.each([
  ["/desk", "/desk"],
  ["/desk?view=late#row-3", "/desk?view=late#row-3"],
  ["desk", "/desk"],
  ["https://privacy.example.org/audit", "/audit"],
  ["https://privacy.example.org:443/audit", "/audit"],
  ["/a/../../desk", "/desk"],
  ["https:evil.example", "/evil.example"],
  ["/track?next=https://evil.example", "/track?next=https://evil.example"],
])("%s stays with us: %s", (target, path) => {
  expect(safePath(target, base)).toBe(path);
});

test.each([
  "https://evil.example/",
  "//evil.example",
  "///evil.example",
  "/\\evil.example",
  "\\\\evil.example",
  "/\t/evil.example",
  "\n//evil.example",
  "http://privacy.example.org/desk",
  "https://privacy.example.org.evil.example/",
  "https://privacy.example.org@evil.example/",
  "https://user:word@privacy.example.org/",
  "https://privacy.example.org//evil.example",
  "/.//evil.example",
  "javascript:alert(1)",
  "data:text/html,hello",
  "http:///evil.example",
  "",
  null,
  undefined,
])("%j leads nowhere else", (target) => {
  expect(safePath(target, base, "/home")).toBe("/home");
});

test("an endless address leads nowhere", () => {
  expect(safePath(`/${"a".repeat(2001)}`, base)).toBe("/");
});
