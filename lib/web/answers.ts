import { subscribe } from "node:diagnostics_channel";
import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from "node:http";
import { env } from "#lib/env.ts";
import { isMisdirected } from "./host.ts";

const holder = globalThis as typeof globalThis & { habeasCompletesAnswers?: boolean };

/**
 * Completes the head of every answer of this process as it leaves: files that pass by the proxy, what Next answers by
 * itself, faults.
 */
export function completeAnswers(): void {
  if (holder.habeasCompletesAnswers) return;
  holder.habeasCompletesAnswers = true;
  subscribe("http.server.request.start", (message) => {
    const { request, response } = message as { request: IncomingMessage; response: ServerResponse };
    const writeHead = response.writeHead.bind(response) as (...given: unknown[]) => ServerResponse;
    response.writeHead = ((...given: unknown[]) => {
      const own = given.findLast((one) => typeof one === "object") as OutgoingHttpHeaders | undefined;
      complete(request, response, Object.keys(own ?? {}));
      return writeHead(...given);
    }) as ServerResponse["writeHead"];
  });
}

/** For whatever says nothing of its own: it may load, run, send and be framed by nothing. */
const noPower = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

function complete(request: IncomingMessage, response: ServerResponse, own: readonly string[]): void {
  const { url } = env();
  const isSaid = (name: string) =>
    response.hasHeader(name) || own.some((one) => one.toLowerCase() === name.toLowerCase());
  if (!isSaid("Content-Security-Policy")) response.setHeader("Content-Security-Policy", noPower);
  if (url.startsWith("https://"))
    response.setHeader("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
  // Next shortens an address of the server it believes to be; under another name the short one leads back there.
  const location = response.getHeader("Location");
  if (typeof location === "string" && /^\/(?!\/)/.test(location) && isMisdirected(addressed(request), url))
    response.setHeader("Location", new URL(location, url).href);
}

function addressed({ method = "GET", url: path = "/", headers }: IncomingMessage) {
  return { method, path, host: headers.host ?? null, origin: headers.origin ?? null };
}
