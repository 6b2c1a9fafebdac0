import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { changeEnv } from "#lib/env.ts";
import { giveStatuses, noteFormRead, noteStatus } from "./statuses.ts";
import { answerUnreadForms } from "./unread-forms.ts";

let server: Server;
let base: string;

type Framework = {
  status: number;
  type: string;
  pieces: string[];
  /** Sends the head before anything of the body, as streamed answers do. */
  flushes?: true;
  isFormRead?: true;
  isTooLarge?: true;
  isNotFound?: true;
  passedProxy?: false;
};

const words = "Internal Server Error";
const bare: Framework = { status: 500, type: "text/plain", pieces: [words] };
const flight: Framework = { status: 500, type: "text/x-component", pieces: ["0:{}", "1:E{}"], flushes: true };

const answers: Record<string, Framework> = {
  bare,
  flight,
  unknown: { ...bare, status: 404, isNotFound: true },
  invalid: { ...bare, status: 400, isNotFound: true },
  large: { ...bare, isTooLarge: true },
  "large-flight": { ...flight, isTooLarge: true },
  ours: { ...flight, isFormRead: true },
  "before-proxy": { ...bare, passedProxy: false },
  page: { ...bare, type: "text/html; charset=utf-8" },
  fine: { ...bare, status: 200 },
  misdirected: { ...bare, status: 421 },
};

/** Answers like Next: the address names how. */
beforeAll(async () => {
  changeEnv({ HABEAS_MODE: "demo", HABEAS_URL: "http://localhost:3000", LOG_LEVEL: "silent" });
  giveStatuses();
  answerUnreadForms();
  answerUnreadForms();
  server = createServer((request, response) => {
    const framework = answers[/(?<=\?)[\w-]+/.exec(request.url ?? "")?.[0] ?? ""] ?? bare;
    if (framework.passedProxy !== false) response.setHeader("x-request-id", "1b4e28ba");
    if (framework.isNotFound) response.setHeader("x-nextjs-action-not-found", "1");
    if (framework.isFormRead) noteFormRead();
    if (framework.isTooLarge) noteStatus(413);
    response.statusCode = framework.status;
    response.setHeader("Content-Type", framework.type);
    if (framework.flushes) response.flushHeaders();
    else response.setHeader("Content-Length", framework.pieces.join("").length);
    const [first = "", ...rest] = framework.pieces;
    if (rest.length === 0) return void response.end(first);
    response.write(first);
    for (const piece of rest) response.write(piece);
    response.end();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => server.close());

async function send(path: string, headers: Record<string, string> = {}, method = "POST") {
  const response = await fetch(base + path, { method, headers });
  return {
    status: response.status,
    type: response.headers.get("content-type"),
    text: await response.text(),
  };
}

const own = { origin: "http://localhost:3000" };
const unread = "Nothing of it was kept. Open the page again, fill it in, and send it once more.\n";
const tooMuch = "This is more than we can take at once. Send less.\n";
const elsewhere = "This form was sent from another page than ours. Open the page again, then send it.\n";

test.each([
  ["what the framework fell over", "/ipc?bare", own, 400, unread],
  ["the same from a program that says nothing of itself", "/ipc?bare", {}, 400, unread],
  ["what it fell over while its answer streams", "/ipc?flight", own, 400, unread],
  ["an action that is not there any more", "/ipc?unknown", own, 404, unread],
  ["an action that never was", "/ipc?invalid", own, 400, unread],
  ["more than it takes", "/ipc?large", own, 413, tooMuch],
  ["more than it takes, sent by scripts", "/ipc?large-flight", own, 413, tooMuch],
  ["another site's form", "/ipc?bare", { origin: "https://evil.example" }, 403, elsewhere],
  ["a sandboxed form", "/ipc?bare", { origin: "null" }, 403, elsewhere],
])("%s is told in a sentence", async (_what, path, headers, status, text) => {
  expect(await send(path, headers as Record<string, string>)).toEqual({
    status,
    type: "text/plain; charset=utf-8",
    text,
  });
});

test("who asks as scripts do, from a page that never was, is told too", async () => {
  const headers = { ...own, "next-router-state-tree": "garbage" };
  expect(await send("/ipc?bare", headers, "GET")).toMatchObject({
    status: 400,
    text: "Check the address, or begin again at the first page. Nothing is lost.\n",
  });
  expect(await send("/ipc?page", headers, "GET")).toMatchObject({ status: 500, text: words });
  expect(await send("/ipc?flight", headers, "GET")).toMatchObject({ status: 500, text: "0:{}1:E{}" });
});

test("a browser gets a page, in its language, with the way back", async () => {
  const headers = { ...own, accept: "text/html,*/*", "accept-language": "de" };
  const { status, type, text } = await send("//evil.example/x?bare", headers);
  expect([status, type]).toEqual([400, "text/html; charset=utf-8"]);
  expect(text).toContain('<html lang="de">');
  expect(text).toContain("<h1>Wir konnten nicht lesen, was gesendet wurde</h1>");
  expect(text).toContain('<a href="/evil.example/x?bare">');
  expect(text).not.toContain(words);
});

test.each([
  ["a fault after our code had the form", "/ipc?ours", "POST", 500, "0:{}1:E{}"],
  ["a fault before anybody read the request", "/ipc?before-proxy", "POST", 500, words],
  ["a page with words of its own", "/ipc?page", "POST", 500, words],
  ["an answer that is fine", "/ipc?fine", "POST", 200, words],
  ["what the proxy refuses", "/ipc?misdirected", "POST", 421, words],
  ["a page that is opened", "/ipc?bare", "GET", 500, words],
  ["a door for programs", "/api/health/csp?bare", "POST", 500, words],
])("%s is left alone", async (_what, path, method, status, text) => {
  expect(await send(path, own, method)).toMatchObject({ status, text });
});
