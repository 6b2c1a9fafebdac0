import { AsyncLocalStorage } from "node:async_hooks";
import { subscribe } from "node:diagnostics_channel";
import type { ServerResponse } from "node:http";

/*
 * A page can say in words that something went wrong, and Next answers 200 all the same, which a watchdog, a cache and a
 * search engine take for success; to a form that was refused by role it answers 404 where no scripts run. Here is noted
 * for which request what belongs in its head.
 * On the process, since Next bundles pages and proxy apart.
 */

/** Not for this role; gone on purpose; more than we take; a fault of ours; the database is away. */
export type Noted = 403 | 410 | 413 | 500 | 503;
type Answering = { status: Noted | null; isFormRead: boolean };
type Answers = { current: AsyncLocalStorage<Answering>; of: WeakMap<ServerResponse, Answering> };
const holder = globalThis as typeof globalThis & { habeasAnswers?: Answers };

/** Notes what has become of what this request asked for. */
export function noteStatus(status: Noted): void {
  const answering = holder.habeasAnswers?.current.getStore();
  if (answering) answering.status = status;
}

/** Notes that the form which this request brings along has reached our own code: what is said of it is ours. */
export function noteFormRead(): void {
  const answering = holder.habeasAnswers?.current.getStore();
  if (answering) answering.isFormRead = true;
}

/** What was noted for the request that is being answered. */
export function notedStatus(): Noted | null {
  return holder.habeasAnswers?.current.getStore()?.status ?? null;
}

/** What was noted for an answer, outside of the code that makes it. */
export function answeringOf(response: ServerResponse): Answering {
  return holder.habeasAnswers?.of.get(response) ?? { status: null, isFormRead: false };
}

/** The status an answer leaves with, where the framework has given it this one. */
export function statusOf(response: ServerResponse, given = response.statusCode): number {
  const { status } = answeringOf(response);
  if (status === null) return given;
  const isBetter = given === 200 || (given === 404 && status === 403) || (given === 500 && status === 503);
  return isBetter ? status : given;
}

/** Gives answers the status that was noted for them, where nothing of them has left yet. */
export function giveStatuses(): void {
  if (holder.habeasAnswers) return;
  const answers: Answers = { current: new AsyncLocalStorage(), of: new WeakMap() };
  holder.habeasAnswers = answers;
  subscribe("http.server.request.start", (message) => {
    const { response } = message as { response: ServerResponse };
    const answering: Answering = { status: null, isFormRead: false };
    answers.current.enterWith(answering);
    answers.of.set(response, answering);
    const writeHead = response.writeHead.bind(response) as (...given: unknown[]) => ServerResponse;
    response.writeHead = ((status: number, ...rest: unknown[]) =>
      writeHead(statusOf(response, status), ...rest)) as ServerResponse["writeHead"];
  });
}
