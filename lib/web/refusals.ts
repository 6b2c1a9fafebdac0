import { subscribe } from "node:diagnostics_channel";
import type { IncomingMessage, ServerResponse } from "node:http";

/*
 * Where no scripts run, Next answers every form that was refused with 404 and the page for "not found", also one that was
 * refused by role. Here is noted which ones those are, so that they are answered with 403 and the page that says so.
 * On the process, since Next bundles pages and proxy apart.
 */
const holder = globalThis as typeof globalThis & { habeasRefusals?: Set<string> };

/** Notes that what this request wanted needs another role; until its answer has gone out. */
export function noteRefusal(requestId: string): void {
  holder.habeasRefusals?.add(requestId);
}

/** Whether what this request wanted was refused by role. */
export function wasRefused(requestId: string): boolean {
  return holder.habeasRefusals?.has(requestId) ?? false;
}

/** Gives the answers to refused forms their status. The proxy has told the answer which request it is for. */
export function answerRefusals(): void {
  if (holder.habeasRefusals) return;
  const refusals = (holder.habeasRefusals = new Set<string>());
  subscribe("http.server.request.start", (message) => {
    const { request, response } = message as { request: IncomingMessage; response: ServerResponse };
    if (request.method !== "POST") return;
    const id = () => String(response.getHeader("x-request-id") ?? "");
    const writeHead = response.writeHead.bind(response) as (...given: unknown[]) => ServerResponse;
    response.writeHead = ((status: number, ...rest: unknown[]) =>
      writeHead(status === 404 && wasRefused(id()) ? 403 : status, ...rest)) as ServerResponse["writeHead"];
    response.once("close", () => refusals.delete(id()));
  });
}
