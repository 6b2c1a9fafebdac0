import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, test } from "vitest";
import { peerHeader, trackPeers } from "./peer.ts";

test("a request carries the real other end, whatever the client says", async () => {
  trackPeers();
  trackPeers();
  const server = createServer((request, response) => response.end(JSON.stringify(request.headers)));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const answer = await fetch(`http://127.0.0.1:${port}/`, {
    headers: { [peerHeader]: "198.51.100.1", "X-Forwarded-For": "198.51.100.2" },
  });
  expect(await answer.json()).toMatchObject({ [peerHeader]: "127.0.0.1", "x-forwarded-for": "198.51.100.2" });
  await new Promise((resolve) => server.close(resolve));
});
