import { subscribe } from "node:diagnostics_channel";
import type { IncomingMessage, ServerResponse } from "node:http";
import { html } from "#lib/html.ts";
import { translator, type Locale } from "#lib/locales/index.ts";
import { statusOf } from "./statuses.ts";
import { localeOf } from "./visit.ts";

/**
 * Next leaves its 403, 404 and 500 pages to the browser's scripts: the document it sends is empty. This puts what they
 * say into it, inside `<noscript>`, for people without scripts.
 *
 * Such a document must arrive here as text, so pages are not compressed. They hold secrets beside what somebody typed,
 * which compressed together can be told from the size (BREACH); static files stay compressed.
 */
export function speakWithoutScripts(): void {
  const holder = globalThis as typeof globalThis & { habeasSpeaksWithoutScripts?: boolean };
  if (holder.habeasSpeaksWithoutScripts) return;
  holder.habeasSpeaksWithoutScripts = true;
  subscribe("http.server.request.start", (message) => {
    const { request, response } = message as { request: IncomingMessage; response: ServerResponse };
    if (request.method !== "GET" || !request.headers.accept?.includes("text/html")) return;
    delete request.headers["accept-encoding"];
    holdEmptyDocument(response, (text) => withWords(text, request, response));
  });
}

/** How Next begins a document that only scripts will fill. */
const emptyDocument = '<html id="__next_error__">';

type Write = (...given: unknown[]) => unknown;

/** Keeps such a document back until it is whole (it is small), and sends what `fill` makes of it. */
function holdEmptyDocument(response: ServerResponse, fill: (text: string) => string): void {
  const write = response.write.bind(response) as Write;
  const end = response.end.bind(response) as Write;
  let held: Buffer[] | null | undefined;
  response.write = ((chunk: string | Uint8Array, ...rest: unknown[]) => {
    if (held === undefined)
      held = response.statusCode >= 400 && textOf(chunk).includes(emptyDocument) ? [] : null;
    if (!held) return write(chunk, ...rest);
    held.push(Buffer.from(chunk as Uint8Array));
    const written = rest.at(-1);
    if (typeof written === "function") queueMicrotask(() => written());
    return true;
  }) as ServerResponse["write"];
  response.end = ((...given: unknown[]) => {
    if (!held) return end(...given);
    const [last] = given;
    const pieces =
      typeof last === "string" || last instanceof Uint8Array ? [...held, Buffer.from(last)] : held;
    write(fill(Buffer.concat(pieces).toString("utf8")));
    held = null;
    return end(...given.filter((one) => typeof one === "function"));
  }) as ServerResponse["end"];
}

const textOf = (chunk: string | Uint8Array) =>
  typeof chunk === "string" ? chunk : Buffer.from(chunk).toString("utf8");

function withWords(text: string, request: IncomingMessage, response: ServerResponse): string {
  const locale = localeOf(request.headers);
  const styles = /\/_next\/static\/[\w./-]+\.css/.exec(text)?.[0] ?? null;
  const requestId = String(response.getHeader("x-request-id") ?? "");
  return text
    .replace(emptyDocument, `<html id="__next_error__" lang="${locale}">`)
    .replace("<body>", () => `<body>${wordsFor(statusOf(response), locale, requestId, styles)}`);
}

function wordsFor(status: number, locale: Locale, requestId: string, styles: string | null): string {
  const t = translator(locale, "signin");
  const fault = translator(locale, "tracker");
  const kind = status === 403 ? "forbidden" : status < 500 ? "nothing" : "broken";
  const [heading, about] =
    status === 503
      ? [fault("fault.away.title"), fault("fault.away.lead")]
      : [t(`refused.${kind}.heading`), t(`refused.${kind}.about`, { requestId })];
  const words = html`<noscript>
    ${styles && html`<link rel="stylesheet" href="${styles}">`}
    <div data-room="person"><main id="main" class="mx-auto w-full max-w-248 px-5 pt-7 pb-12">
      <h1>${heading}</h1>
      <p class="mt-4">${about}</p>
      <p class="mt-4"><a href="/">${t("refused.first")}</a></p>
    </main></div>
  </noscript>`;
  return words.toString();
}
