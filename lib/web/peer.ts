import { subscribe } from "node:diagnostics_channel";
import type { IncomingMessage } from "node:http";
import type { Socket } from "node:net";

/** Carries the other end's address to our code. Whatever a client sends under this name is replaced. */
export const peerHeader = "x-habeas-peer";

const holder = globalThis as typeof globalThis & { habeasTracksPeers?: boolean };

/**
 * Notes on every request of this process who is at the other end of its connection. Next hands its handlers no
 * socket, and takes the client's own word in `X-Forwarded-For` for it. Node publishes each request before anybody
 * reads it (`http.server.request.start`).
 */
export function trackPeers(): void {
  if (holder.habeasTracksPeers) return;
  holder.habeasTracksPeers = true;
  subscribe("http.server.request.start", (message) => {
    const { request, socket } = message as { request: IncomingMessage; socket: Socket };
    request.headers[peerHeader] = socket.remoteAddress ?? "";
  });
}
