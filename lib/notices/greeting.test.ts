import { expect, test } from "vitest";
import { greetableName } from "./greeting.ts";
import type { Setting } from "./notice.ts";
import { renderNotice } from "./render.ts";

const rtl = "محمد الأمين";
const hundred = "Ä".repeat(100);

test.each([
  ["Maya Santos", "Maya Santos"],
  ["  Maya   Santos ", "Maya Santos"],
  ["O'Brien-Ødegård", "O'Brien-Ødegård"],
  ["Ada", "Ada"],
  ["J. R. R. Tolkien", "J. R. R. Tolkien"],
  [rtl, rtl],
  ["山田太郎", "山田太郎"],
  ["می\u200cخواهم", "می\u200cخواهم"],
  [hundred, hundred],
  ["Maya\u202e Santos", "Maya Santos"],
  ["Maya\r\nBcc: everybody", "Maya Bcc: everybody"],
  ["<b>Maya</b>", null],
  ["", null],
  ["   ", null],
  ["\u200b\u202e", null],
  [null, null],
  ["Ä".repeat(101), null],
  ["Visit https://evil.example now", null],
  ["evil.example", null],
  ["evil。example", null],
  ["www dot", null],
  ["me@evil.example", null],
  ["Call 0900123456", null],
])("%j is greeted as %j", (typed, greeted) => {
  expect(greetableName(typed)).toBe(greeted);
});

const setting = (name: string): Setting => ({
  locale: "en",
  organisation: {
    name: "IPC",
    imprint: "IPC, Dublin",
    accent: null,
    email: "privacy@ipc.example",
    telephone: null,
    post: null,
  },
  way: "mail",
  zone: "Europe/Dublin",
  reference: "HB-7K4Q-2M9X",
  url: "https://privacy.ipc.example/ipc/track/HB-7K4Q-2M9X",
  audience: "typed",
  name,
});

test("a name in another direction is fenced off in both forms", () => {
  const { text, html } = renderNotice("message-for-you", setting(rtl), {});
  expect(text).toContain(`Hello \u2068${rtl}\u2069,`);
  expect(html).toContain(`Hello <bdi>${rtl}</bdi>,`);
});

test("a name with ICU marks, quotes and ampersands is only a name", () => {
  const { text, html } = renderNotice("message-for-you", setting(`{name} & 'Al' "B"`), {});
  expect(text).toContain(`Hello \u2068{name} & 'Al' "B"\u2069,`);
  expect(html).toContain("<bdi>{name} &amp; &#39;Al&#39; &quot;B&quot;</bdi>");
});

test("without a name that can be greeted, the greeting does without", () => {
  const { text, html } = renderNotice("message-for-you", setting("https://evil.example"), {});
  expect(text).toContain("\n\nHello,\n\n");
  expect(html).toContain(">Hello,</p>");
  expect(text + html).not.toContain("evil");
});
