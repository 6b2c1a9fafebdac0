import { expect, test } from "vitest";
import { renderNotice } from "#lib/notices/render.ts";
import type { Setting } from "#lib/notices/notice.ts";
import { forFrame } from "./frame.ts";

const path = "/ipc/track/HB-7K4Q-2M9X";
const setting: Setting = {
  locale: "en",
  organisation: { name: `O'Brien & "Co"`, imprint: "Dublin", accent: null, email: "privacy@ipc.example" },
  reference: "HB-7K4Q-2M9X",
  url: `http://localhost:3000${path}`,
  audience: "typed",
  name: 'Maya style="x"',
};
const mail = renderNotice("answer-ready", setting, { appealUntil: null }).html;
const framed = forFrame(mail, "bm9uY2U=", path);

test("no style stands outside the one element with the page's nonce, and none is lost", () => {
  expect(framed).not.toMatch(/<[^>]* style=/);
  expect(framed.match(/<style[^>]*>/g)).toEqual(['<style nonce="bm9uY2U=">']);
  const written = [...mail.matchAll(/ style="([^"]*)"/g)].map(([, style]) => style);
  written.forEach((style, index) => {
    expect(framed).toContain(`[data-style="${index}"] { ${style} }`);
    expect(framed).toContain(` data-style="${index}"`);
  });
  expect(framed).toContain("prefers-color-scheme: dark");
});

test("links lead out of the frame, to where the house stands now", () => {
  expect(framed).toContain('<base target="_top">');
  expect([...framed.matchAll(/href="([^"]*)"/g)].map(([, href]) => href)).toEqual([path, path]);
});

test("what people wrote stays as it was", () => {
  expect(framed).toContain("Maya style=&quot;x&quot;");
  expect(framed).toContain("O&#39;Brien &amp; &quot;Co&quot;");
});
