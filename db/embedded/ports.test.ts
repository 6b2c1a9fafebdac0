import { createServer, type Server } from "node:net";
import { afterEach, expect, test } from "vitest";
import { freeServerPort, isLocalPortFree, isPortFree, nextFreePort } from "./ports.ts";

const servers: Server[] = [];
afterEach(() => servers.splice(0).forEach((server) => server.close()));

function listen(port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const server = createServer().once("error", reject).listen(port, host, resolve);
    servers.push(server);
  });
}

test.each(["127.0.0.1", "::1", "0.0.0.0"])("a port taken at %s is not free for localhost", async (host) => {
  const port = await freeServerPort();
  expect(await isLocalPortFree(port)).toBe(true);
  await listen(port, host);
  expect(await isLocalPortFree(port)).toBe(false);
});

test("the next free port skips those taken", async () => {
  const port = await freeServerPort();
  await listen(port, "127.0.0.1");
  const next = await nextFreePort(port);
  expect(next).toBeGreaterThan(port);
  expect(await isPortFree(next)).toBe(true);
});

test("no free port in reach is said in words", async () => {
  const port = await freeServerPort();
  await listen(port, "127.0.0.1");
  await expect(nextFreePort(port, 1)).rejects.toThrow(/No free port between .* Set PORT/);
});

test("servers get ports below the range of outgoing connections", async () => {
  const ports = await Promise.all(Array.from({ length: 20 }, freeServerPort));
  expect(ports.every((port) => port >= 15_000 && port < 32_768)).toBe(true);
});
