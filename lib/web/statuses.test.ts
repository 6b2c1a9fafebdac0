import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { answeringOf, giveStatuses, noteFormRead, notedStatus, noteStatus, type Noted } from "./statuses.ts";

let server: Server;
let base: string;

/** Answers like Next: what is asked for tells the status, what is noted, and how long that took. */
beforeAll(async () => {
  giveStatuses();
  giveStatuses();
  server = createServer((request, response) => {
    const [, status, what = "", wait] = (request.url ?? "").split("/");
    void (async () => {
      await sleep(Number(wait));
      if (/^\d+$/.test(what)) noteStatus(Number(what) as Noted);
      if (what === "form") noteFormRead();
      response.statusCode = Number(status);
      response.flushHeaders();
      if (what === "late") noteStatus(500);
      response.end(JSON.stringify([notedStatus(), answeringOf(response).isFormRead]));
    })();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => server.close());

const ask = async (path: string, method = "GET") => {
  const response = await fetch(base + path, { method, redirect: "manual" });
  return { status: response.status, noted: (await response.json()) as unknown };
};

test.each([
  ["a page that was drawn", "/200/page/1", 200],
  ["a page that could not be drawn", "/200/500/1", 500],
  ["one for which the database was away", "/200/503/1", 503],
  ["a fault of the framework's, for the same reason", "/500/503/1", 503],
  ["a page of what was destroyed", "/200/410/1", 410],
  ["one whose fault comes when its head has left", "/200/late/1", 200],
  ["a form refused by role, where no scripts run", "/404/403/1", 403],
  ["a refusal that has its status already", "/403/403/1", 403],
  ["something that is not there", "/404/page/1", 404],
  ["a form that was taken and leads on", "/303/500/1", 303],
  ["a status that says more already", "/404/500/1", 404],
])("%s", async (_what, path, status) => expect((await ask(path, "POST")).status).toBe(status));

test("what was noted is told of its own request, also beside others and on one connection", async () => {
  const asked = Array.from({ length: 40 }, (_, index) => (index % 3 === 0 ? 500 : null));
  const told = await Promise.all(
    asked.map(async (what, index) => ask(`/200/${what ?? "page"}/${(index * 7) % 30}`)),
  );
  expect(told).toEqual(asked.map((what) => ({ status: what ?? 200, noted: [what, false] })));
});

test("that a form has reached us is known of its own request", async () => {
  expect((await ask("/200/form/1", "POST")).noted).toEqual([null, true]);
  expect((await ask("/200/page/1", "POST")).noted).toEqual([null, false]);
});

test("outside of any request there is nothing to note", () => {
  noteStatus(500);
  noteFormRead();
  expect(notedStatus()).toBeNull();
});
