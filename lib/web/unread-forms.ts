import { subscribe } from "node:diagnostics_channel";
import type { IncomingMessage, ServerResponse } from "node:http";
import { env } from "#lib/env.ts";
import { html } from "#lib/html.ts";
import { translator } from "#lib/locales/index.ts";
import { isOwnForm } from "./origin.ts";
import { answeringOf } from "./statuses.ts";
import { localeOf } from "./visit.ts";

const holder = globalThis as typeof globalThis & { habeasAnswersUnreadForms?: boolean };

/**
 * What is sent to a page and is no form of ours never reaches our code: the framework gives up on it with a bare 500, or
 * with a few words for programmers. It is answered here, in a sentence, with a status that does not call it our fault;
 * so is who asks for a page as scripts do, and from where there is none.
 */
export function answerUnreadForms(): void {
  if (holder.habeasAnswersUnreadForms) return;
  holder.habeasAnswersUnreadForms = true;
  subscribe("http.server.request.start", (message) => {
    const { request, response } = message as { request: IncomingMessage; response: ServerResponse };
    if (request.url?.startsWith("/api/") || (isReading(request) && !isByScripts(request))) return;
    replaceIfUnread(request, response);
  });
}

const isReading = ({ method }: IncomingMessage) => method === "GET" || method === "HEAD";

/** Scripts tell which page they stand on, and what is no such page throws the framework too. */
const isByScripts = ({ headers }: IncomingMessage) => "next-router-state-tree" in headers;

type Write = (...given: unknown[]) => unknown;

/** Decides when the head is about to leave; if it is one of the framework's own, nothing of its body follows. */
function replaceIfUnread(request: IncomingMessage, response: ServerResponse): void {
  const writeHead = response.writeHead.bind(response) as (...given: unknown[]) => ServerResponse;
  const write = response.write.bind(response) as Write;
  const end = response.end.bind(response) as Write;
  let own: Answer | null | undefined;
  response.writeHead = ((status: number, ...rest: unknown[]) => {
    own ??= isUnread(request, response, status) ? answerTo(request, response, status) : null;
    if (!own) return writeHead(status, ...rest);
    for (const name of ["content-encoding", "transfer-encoding", "etag"]) response.removeHeader(name);
    response.setHeader("Content-Type", own.type);
    response.setHeader("Content-Length", Buffer.byteLength(own.body));
    return writeHead(own.status);
  }) as ServerResponse["writeHead"];
  const beginOnce = () => response.headersSent || response.writeHead(response.statusCode);
  response.write = ((...given: unknown[]) => {
    beginOnce();
    if (!own) return write(...given);
    const written = given.at(-1);
    if (typeof written === "function") queueMicrotask(() => written());
    return true;
  }) as ServerResponse["write"];
  response.end = ((...given: unknown[]) => {
    if (own === undefined && isUnread(request, response, response.statusCode)) beginOnce();
    return own ? end(own.body) : end(...given);
  }) as ServerResponse["end"];
}

/** Whether the framework speaks for itself: the proxy let the request pass, and no action of ours was reached. */
function isUnread(request: IncomingMessage, response: ServerResponse, status: number): boolean {
  const type = String(response.getHeader("content-type") ?? "");
  // To who only reads, the other kind tells of a fault of the page.
  const isBare =
    type.startsWith("text/plain") || (!isReading(request) && type.startsWith("text/x-component"));
  const isGivenUp = status === 500 || response.hasHeader("x-nextjs-action-not-found");
  return isBare && isGivenUp && response.hasHeader("x-request-id") && !answeringOf(response).isFormRead;
}

type Answer = { status: number; type: string; body: string };

function answerTo(request: IncomingMessage, response: ServerResponse, given: number): Answer {
  const { headers, url: address = "" } = request;
  // Two slashes at its beginning would lead to another host.
  const path = `/${address.replace(/^[/\\]+/, "")}`;
  const locale = localeOf(headers);
  const t = translator(locale, "signin");
  const sender = { origin: headers.origin ?? null, site: String(headers["sec-fetch-site"] ?? "") || null };
  const [status, about] =
    sender.origin !== null && !isOwnForm(sender, env().url)
      ? [403, t("edge.elsewhere")]
      : answeringOf(response).status === 413
        ? [413, t("edge.tooMuch")]
        : [
            given === 500 ? 400 : given,
            t(isReading(request) ? "refused.nothing.about" : "refused.unread.about"),
          ];
  if (!headers.accept?.includes("text/html"))
    return { status, type: "text/plain; charset=utf-8", body: `${about}\n` };
  const page = html`<!doctype html>
<html lang="${locale}">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark">
    <title>${t("refused.unread.heading")}</title>
  </head>
  <body>
    <main>
      <h1>${t("refused.unread.heading")}</h1>
      <p>${about}</p>
      <p><a href="${path}">${t("refused.unread.again")}</a></p>
    </main>
  </body>
</html>
`;
  return { status, type: "text/html; charset=utf-8", body: page.toString() };
}
