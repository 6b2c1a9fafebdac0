import { expect, test, words } from "./fixtures.ts";

/** What is sent to a page and is no form of ours: the framework alone would answer with a bare 500. */

const says = words("en", "signin");
const unread = `${says("refused.unread.about")}\n`;
const multipart = (boundary: string) => `multipart/form-data; boundary=${boundary}`;
const field = (name: string, value: string) =>
  `--abc\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`;

for (const path of ["/ipc", "/ipc/request/residence", "/desk", "/sign-in", "/demo", "/nowhere/at/all"]) {
  test(`${path}: what is no form is told so in a sentence`, async ({ request, baseURL }) => {
    const { origin } = new URL(baseURL ?? "");
    for (const [what, type, data] of [
      ["garbage for a form", multipart("abc"), "garbage"],
      ["a form of another boundary", multipart("xyz"), `${field("a", "b")}--abc--\r\n`],
      ["a form without a boundary", "multipart/form-data", "garbage"],
      ["a form that breaks off", multipart("abc"), field("a", "b")],
      ["a form that names no action", multipart("abc"), `${field("a", "b")}--abc--\r\n`],
      ["an action that never was", multipart("abc"), `${field("$ACTION_ID_7f00", "")}--abc--\r\n`],
    ] as const) {
      const answer = await request.post(path, { headers: { origin, "content-type": type }, data });
      expect([what, answer.status(), await answer.text()]).toEqual([what, 400, unread]);
    }
  });
}

test("an action called with what it cannot read says so", async ({ request, baseURL }) => {
  const { origin } = new URL(baseURL ?? "");
  const path = "/ipc/request/residence";
  const html = await (await request.get(path)).text();
  const [, action = ""] = /&quot;id&quot;:&quot;([0-9a-f]{40,})&quot;/.exec(html) ?? [];
  expect(action).not.toBe("");
  for (const [type, data] of [
    ["text/plain", "garbage"],
    ["text/plain", '["$F1"]'],
    [multipart("abc"), "garbage"],
    [multipart("abc"), `${field("0", "garbage")}--abc--\r\n`],
  ] as const) {
    const headers = { origin, "next-action": action, "content-type": type };
    const answer = await request.post(path, { headers, data });
    expect([type, data, answer.status(), await answer.text()]).toEqual([type, data, 400, unread]);
  }
  const never = await request.post(path, { headers: { origin, "next-action": "x" }, data: "garbage" });
  expect([never.status(), await never.text()]).toEqual([400, unread]);
});

test("more than a form may hold, and a form of another site, are told as what they are", async ({
  request,
  baseURL,
}) => {
  const { origin } = new URL(baseURL ?? "");
  const headers = { "content-type": multipart("abc") };
  const large = await request.post("/ipc", {
    headers: { ...headers, origin },
    data: `${field("a", "b".repeat(4_000_000))}--abc--\r\n`,
  });
  expect([large.status(), await large.text()]).toEqual([413, `${says("edge.tooMuch")}\n`]);
  const foreign = await request.post("/ipc", {
    headers: { ...headers, origin: "https://evil.example" },
    data: `${field("a", "b")}--abc--\r\n`,
  });
  expect([foreign.status(), await foreign.text()]).toEqual([403, `${says("edge.elsewhere")}\n`]);
});

test("who asks as scripts do, from a page that never was, is told so", async ({ request }) => {
  const headers = { rsc: "1", "next-router-state-tree": "garbage" };
  const answer = await request.get("/ipc", { headers });
  expect([answer.status(), await answer.text()]).toEqual([400, `${says("refused.nothing.about")}\n`]);
});
