import { expect, test } from "vitest";
import { renderNotice } from "#lib/notices/render.ts";
import type { Setting } from "#lib/notices/notice.ts";
import { forFrame } from "./frame.ts";

const path = "/ipc/track/HB-7K4Q-2M9X";
const setting: Setting = {
  locale: "en",
  organisation: {
    name: `O'Brien & "Co" </head>`,
    imprint: `href="${path}"`,
    accent: null,
    email: "privacy@ipc.example",
    telephone: null,
    post: null,
  },
  way: "mail",
  zone: "Europe/Dublin",
  reference: "HB-7K4Q-2M9X",
  url: `http://localhost:3000${path}`,
  audience: "typed",
  name: "$& Maya",
};
const mail = renderNotice("answer-ready", setting, { appealUntil: null }).html;
const framed = forFrame(mail, path);

test("links lead out of the frame, to where the house stands now", () => {
  expect(framed).toContain('<base target="_top">\n</head>');
  expect([...mail.matchAll(/href="([^"]*)"/g)].map(([, href]) => href)).toEqual([setting.url, setting.url]);
  expect([...framed.matchAll(/href="([^"]*)"/g)].map(([, href]) => href)).toEqual([path, path]);
});

test("nothing else changes, whatever people wrote", () => {
  expect(
    framed.replace('<base target="_top">\n', "").replaceAll(`href="${path}"`, `href="${setting.url}"`),
  ).toBe(mail);
});
