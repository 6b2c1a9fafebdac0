import { AsyncLocalStorage } from "node:async_hooks";
import { subscribe } from "node:diagnostics_channel";
import type { ServerResponse } from "node:http";

/*
 * A page can say in words that something went wrong, and Next answers 200 all the same, which a watchdog, a cache and a
 * search engine take for success. Here is noted for which request what belongs in its head.
 * On the process, since Next bundles pages and proxy apart.
 */
type Answering = { status: 410 | 500 | null };
const holder = globalThis as typeof globalThis & { habeasAnswering?: AsyncLocalStorage<Answering> };

/** Notes what the page that this request asked for has become: gone on purpose, or a fault of ours. */
export function noteStatus(status: 410 | 500): void {
  const answering = holder.habeasAnswering?.getStore();
  if (answering) answering.status = status;
}

/** Gives answers the status that was noted for them, where nothing of them has left yet. */
export function giveStatuses(): void {
  if (holder.habeasAnswering) return;
  const requests = (holder.habeasAnswering = new AsyncLocalStorage<Answering>());
  subscribe("http.server.request.start", (message) => {
    const { response } = message as { response: ServerResponse };
    const answering: Answering = { status: null };
    requests.enterWith(answering);
    const writeHead = response.writeHead.bind(response) as (...given: unknown[]) => ServerResponse;
    response.writeHead = ((status: number, ...rest: unknown[]) =>
      writeHead(
        status === 200 ? (answering.status ?? status) : status,
        ...rest,
      )) as ServerResponse["writeHead"];
  });
}
