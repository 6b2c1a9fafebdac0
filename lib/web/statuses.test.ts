import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { giveStatuses, noteStatus } from "./statuses.ts";

let server: Server;
let base: string;

/** Answers like Next: what is asked for tells the status, whether a page could be drawn, and how long that took. */
beforeAll(async () => {
  giveStatuses();
  giveStatuses();
  server = createServer((request, response) => {
    const [, status, what, wait] = (request.url ?? "").split("/");
    void (async () => {
      await sleep(Number(wait));
      if (what === "fault") noteStatus(500);
      if (what === "gone") noteStatus(410);
      response.statusCode = Number(status);
      response.flushHeaders();
      if (what === "late") noteStatus(500);
      response.end();
    })();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => server.close());

const statusOf = async (path: string) => (await fetch(base + path, { redirect: "manual" })).status;

test.each([
  ["a page that was drawn", "/200/page/1", 200],
  ["a page that could not be drawn", "/200/fault/1", 500],
  ["a page of what was destroyed", "/200/gone/1", 410],
  ["one whose fault comes when its head has left", "/200/late/1", 200],
  ["a status that says more already", "/404/fault/1", 404],
])("%s", async (_what, path, status) => expect(await statusOf(path)).toBe(status));

test("a fault is told of its own request, also beside others and on one connection", async () => {
  const asked = Array.from({ length: 40 }, (_, index) => (index % 3 === 0 ? "fault" : "page"));
  const told = await Promise.all(asked.map((what, index) => statusOf(`/200/${what}/${(index * 7) % 30}`)));
  expect(told).toEqual(asked.map((what) => (what === "fault" ? 500 : 200)));
});

test("outside of any request there is nothing to note", () => expect(noteStatus(500)).toBeUndefined());
