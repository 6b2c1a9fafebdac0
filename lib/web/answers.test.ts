import { createServer, request, type IncomingHttpHeaders, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { changeEnv } from "#lib/env.ts";
import { completeAnswers } from "./answers.ts";

let server: Server;

/** Answers in the ways that Node knows: a head of its own or none, headers set before or with the head. */
beforeAll(async () => {
  completeAnswers();
  completeAnswers();
  server = createServer((asked, response) => {
    switch (asked.url) {
      case "/plain":
        return response.end("x");
      case "/streamed":
        response.write("x");
        return response.end();
      case "/own":
        response.setHeader("Content-Security-Policy", "sandbox");
        return response.end("x");
      case "/own-with-head":
        return response.writeHead(200, "Well", { "content-security-policy": "sandbox" }).end("x");
      case "/away":
        response.setHeader("Location", "https://id.example/x");
        break;
      case "/other-server":
        response.setHeader("Location", "//id.example/x");
        break;
      default:
        response.setHeader("Location", "/ipc?x=1");
    }
    return response.writeHead(307).end();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
});
afterAll(() => server.close());
beforeEach(() =>
  changeEnv({ HABEAS_MODE: "demo", HABEAS_URL: "http://localhost:3000", LOG_LEVEL: "silent" }),
);

const read = (path: string, headers: Record<string, string> = { host: "localhost:3000" }) =>
  new Promise<IncomingHttpHeaders>((resolve, reject) => {
    const { port } = server.address() as AddressInfo;
    request({ host: "127.0.0.1", port, path, headers }, (response) => {
      response.resume().on("end", () => resolve(response.headers));
    })
      .on("error", reject)
      .end();
  });

test.each([
  ["/plain", "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"],
  ["/streamed", "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"],
  ["/moved", "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"],
  ["/own", "sandbox"],
  ["/own-with-head", "sandbox"],
])("%s may do: %s", async (path, policy) => {
  expect((await read(path))["content-security-policy"]).toBe(policy);
});

test("https is kept, http is not promised", async () => {
  expect((await read("/plain"))["strict-transport-security"]).toBeUndefined();
  changeEnv({ HABEAS_URL: "https://privacy.example.org" });
  expect((await read("/plain"))["strict-transport-security"]).toBe("max-age=31536000; includeSubDomains");
});

test.each<[string, string, Record<string, string>, string]>([
  ["under our name an address may stay short", "/ipc", { host: "localhost:3000" }, "/ipc?x=1"],
  [
    "under another it would lead in circles",
    "/ipc",
    { host: "127.0.0.1:3000" },
    "http://localhost:3000/ipc?x=1",
  ],
  ["a name made up is not repeated", "/ipc", { host: "evil.example" }, "http://localhost:3000/ipc?x=1"],
  ["whoever is led away is", "/away", { host: "127.0.0.1:3000" }, "https://id.example/x"],
  ["another server's address is whole", "/other-server", { host: "127.0.0.1:3000" }, "//id.example/x"],
  [
    "the framework goes on within the house",
    "/ipc",
    { host: "127.0.0.1:3000", origin: "http://localhost:3000" },
    "/ipc?x=1",
  ],
])("%s", async (_what, path, headers, location) => {
  expect((await read(path, headers)).location).toBe(location);
});
