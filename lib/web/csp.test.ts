import { expect, test } from "vitest";
import { contentSecurityPolicy } from "./csp.ts";

const nonce = "MDEyMzQ1Njc4OWFiY2RlZg==";

test("the policy of a page over https", () => {
  expect(contentSecurityPolicy(nonce, { isHttps: true, formOrigins: ["https://id.example"] })).toBe(
    `default-src 'self'; script-src 'nonce-${nonce}' 'strict-dynamic'; style-src 'self' 'nonce-${nonce}'; img-src 'self' blob: data:; ` +
      "font-src 'self'; connect-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self' https://id.example; " +
      "frame-ancestors 'none'; upgrade-insecure-requests; report-to csp",
  );
});

test("over http nothing is upgraded, and without a provider forms go nowhere else", () => {
  const policy = contentSecurityPolicy(nonce, { isHttps: false, formOrigins: [] });
  expect(policy).not.toContain("upgrade-insecure-requests");
  expect(policy).toContain("form-action 'self';");
  expect(policy).not.toMatch(/unsafe|\*|https?:\/\//);
});
