import { expect, test } from "vitest";
import { isOwnForm } from "./origin.ts";

const own = "https://privacy.example.org";

test.each([
  ["our page", own, "same-origin", true],
  ["our page in a browser that says no more", own, null, true],
  ["no origin, but the browser says it is ours", null, "same-origin", true],
  ["a hidden origin, but the browser says it is ours", "null", "same-origin", true],
  ["nothing said at all", null, null, false],
  ["a hidden origin", "null", null, false],
  ["a hidden origin from elsewhere", "null", "cross-site", false],
  ["another site", "https://evil.example", "cross-site", false],
  ["a neighbour of the same site", "https://shop.example.org", "same-site", false],
  ["our name without its s", "http://privacy.example.org", "cross-site", false],
  ["our name with a port", "https://privacy.example.org:8443", "same-site", false],
  ["our name as the beginning of another", "https://privacy.example.org.evil.example", null, false],
  ["our origin, but the browser says otherwise", own, "cross-site", false],
  ["typed into the address bar", null, "none", false],
])("%s", (_what, origin, site, allowed) => {
  expect(isOwnForm({ origin, site }, own)).toBe(allowed);
});
