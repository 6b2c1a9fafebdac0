import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { speakWithoutScripts } from "./without-scripts.ts";

const empty = '<!DOCTYPE html><html id="__next_error__"><head></head><body><p>Ü</p>';
let written = 0;
let server: Server;
let base: string;

/** Answers like Next: `/403` with that status and an empty document, in pieces, `/200` and `/plain404` with a page of its own. */
beforeAll(async () => {
  speakWithoutScripts();
  speakWithoutScripts();
  server = createServer((request, response) => {
    const [, name = "200"] = (request.url ?? "").split("/");
    response.statusCode = Number(/\d{3}/.exec(name)?.[0]);
    response.setHeader("x-request-id", "1b4e28ba");
    response.write(
      name.startsWith("plain") ? "<html><body><h1>own</h1>" : Buffer.from(empty),
      () => (written += 1),
    );
    response.write('<script>x("/_next/static/chunks/a-1.css")</script>');
    response.end(`<i>${request.headers["accept-encoding"] ?? "none"}</i></body></html>`);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => server.close());

const read = async (path: string, headers: Record<string, string> = {}, method = "GET") =>
  (
    await fetch(base + path, {
      method,
      headers: { accept: "text/html,*/*", "accept-encoding": "gzip", ...headers },
    })
  ).text();

test.each([
  ["/403", "en", "Your role does not allow this"],
  ["/404", "en", "There is nothing at this address"],
  ["/404", "de", "Unter dieser Adresse gibt es nichts"],
  ["/500", "en", "give this number: 1b4e28ba."],
])("%s in %s says it in the document", async (path, language, words) => {
  const page = await read(path, { "accept-language": language });
  expect(page).toContain(`<html id="__next_error__" lang="${language}">`);
  expect(/<body><noscript>([\s\S]*?)<\/noscript><p>Ü<\/p><script>/.exec(page)?.[1]).toContain(words);
  expect(page).toContain('<link rel="stylesheet" href="/_next/static/chunks/a-1.css">');
  expect(page).toContain("<i>none</i></body></html>");
});

test("whoever writes is told when it is written", async () => {
  written = 0;
  await Promise.all([read("/404"), read("/200")]);
  expect(written).toBe(2);
});

test("a language that was chosen goes first", async () => {
  expect(await read("/404", { "accept-language": "de", cookie: "a=b; habeas-language=en" })).toContain(
    "There is nothing",
  );
});

test.each([
  ["a page that is well", "/200", {}, "GET"],
  ["an error page with words of its own", "/plain404", {}, "GET"],
  ["what scripts fetch", "/404", { accept: "*/*" }, "GET"],
  ["a form's answer", "/404", {}, "POST"],
])("%s is left alone", async (_what, path, headers, method) => {
  expect(await read(path, headers as Record<string, string>, method)).not.toContain("<noscript>");
});

test("nothing a browser sends gets into the document", async () => {
  expect(await read("/404", { cookie: 'habeas-language="><script>' })).not.toContain('><script>"');
});
