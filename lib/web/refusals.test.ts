import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { answerRefusals, noteRefusal, wasRefused } from "./refusals.ts";

let server: Server;
let base: string;

/** Answers like Next: `/404/refused` is a form that the role does not allow, and what a page draws is told in the body. */
beforeAll(async () => {
  answerRefusals();
  answerRefusals();
  server = createServer((request, response) => {
    const [, status, id = ""] = (request.url ?? "").split("/");
    response.setHeader("x-request-id", id);
    if (id.startsWith("refused")) noteRefusal(id);
    response.statusCode = Number(status);
    response.flushHeaders();
    response.end(String(wasRefused(id)));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => server.close());

test.each([
  ["a form refused by role", "POST", "/404/refused-1", 403, "true"],
  ["a form about something that is not there", "POST", "/404/other", 404, "false"],
  ["a form that was taken", "POST", "/303/other", 303, "false"],
  ["a refusal that has its status already", "POST", "/403/refused-2", 403, "true"],
  ["a page", "GET", "/404/other", 404, "false"],
])("%s", async (_what, method, path, status, body) => {
  const response = await fetch(base + path, { method, redirect: "manual" });
  expect([response.status, await response.text()]).toEqual([status, body]);
});

test("nothing is remembered after the answer", async () => {
  await (await fetch(`${base}/404/refused-3`, { method: "POST" })).text();
  await expect.poll(() => wasRefused("refused-3")).toBe(false);
});
