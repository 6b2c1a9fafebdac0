import { subscribe } from "node:diagnostics_channel";
import type { IncomingMessage } from "node:http";

const holder = globalThis as typeof globalThis & { habeasReadsAddresses?: boolean };

/**
 * Lets every address be read. One with bytes in it that are no text (`/ipc/%ff`) makes Next fall over before anything of
 * ours is asked; taken letter by letter it is an address like others, at which there is nothing.
 */
export function keepAddressesReadable(): void {
  if (holder.habeasReadsAddresses) return;
  holder.habeasReadsAddresses = true;
  subscribe("http.server.request.start", (message) => {
    const { request } = message as { request: IncomingMessage };
    request.url = readableAddress(request.url ?? "/");
  });
}

export function readableAddress(address: string): string {
  const [path = "", ...query] = address.split("?");
  try {
    decodeURIComponent(path);
    return address;
  } catch {
    return [path.replaceAll("%", "%25"), ...query].join("?");
  }
}
