import { randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { join } from "node:path";
import Provider from "oidc-provider";
import type { ProviderSettings } from "#lib/auth/provider.ts";
import { projectFolder } from "#lib/env.ts";
import { localeFor } from "#lib/locales/index.ts";
import { log } from "#lib/log.ts";
import { configurationFor, signInPath } from "./configuration.ts";
import { lostPage, signInPage } from "./pages.ts";

export type Account = { username: string; password: string; subject: string };

type Setting = {
  slug: string;
  /** The company whose provider this is. */
  company: string;
  /** The portal's canonical address. */
  appUrl: string;
  settings: ProviderSettings;
  accounts: readonly Account[];
};

const font = join(
  projectFolder,
  "node_modules/@fontsource-variable/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-wght-normal.woff2",
);

/** The provider's web server: oidc-provider with our own sign-in pages, which need no script and no other host. */
export function createProviderServer(setting: Setting): Server {
  const { issuer } = setting.settings;
  const provider = new Provider(issuer, {
    ...configurationFor(setting.slug, setting.settings, setting.appUrl),
    renderError(ctx) {
      send(ctx.res, 400, setting, (frame) => lostPage(frame), ctx.req);
      ctx.respond = false;
    },
  });
  const answer = provider.callback();
  return createServer((request, response) => {
    const path = new URL(request.url ?? "/", issuer).pathname;
    if (request.headers.host !== new URL(issuer).host) return void response.writeHead(421).end();
    if (path === "/account/font.woff2")
      return void response.writeHead(200, { "Content-Type": "font/woff2" }).end(readFileSync(font));
    if (!path.startsWith(`${signInPath}/`)) return void answer(request, response);
    signIn(provider, setting, request, response).catch((error: unknown) => {
      // A page that was used or has ended: oidc-provider knows no such interaction any more.
      log.debug({ error }, "no such sign-in");
      send(response, 400, setting, (frame) => lostPage(frame), request);
    });
  });
}

async function signIn(
  provider: Provider,
  setting: Setting,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { params, prompt, session } = await provider.interactionDetails(request, response);
  const url = new URL(request.url ?? "/", setting.settings.issuer);
  const page = {
    app: "Habeas",
    isAgain: Boolean(session?.accountId),
    cancelPath: `${url.pathname}?cancel=1`,
    username: "",
    isRefused: false,
  };
  if (url.searchParams.has("cancel")) {
    return provider.interactionFinished(request, response, {
      error: "access_denied",
      error_description: "The person did not sign in.",
    });
  }
  if (request.method !== "POST")
    return send(response, 200, setting, (frame) => signInPage(frame, page), request);
  const form = new URLSearchParams(await bodyOf(request));
  const username = (form.get("username") ?? "").trim().toLowerCase();
  const account = setting.accounts.find(
    (one) => one.username === username && one.password === form.get("password"),
  );
  if (!account || prompt.name !== "login" || params.client_id !== setting.settings.clientId) {
    return send(
      response,
      200,
      setting,
      (frame) => signInPage(frame, { ...page, username: form.get("username") ?? "", isRefused: true }),
      request,
    );
  }
  await provider.interactionFinished(request, response, { login: { accountId: account.subject } });
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  let body = "";
  for await (const chunk of request) {
    body += String(chunk);
    if (body.length > 4096) throw new Error("too long for a user name and a password");
  }
  return body;
}

function send(
  response: ServerResponse,
  status: number,
  { company, appUrl }: Setting,
  page: (frame: { locale: ReturnType<typeof localeFor>; company: string; nonce: string }) => string,
  request: IncomingMessage,
): void {
  const nonce = randomBytes(16).toString("base64");
  response.writeHead(status, {
    "Content-Type": "text/html; charset=utf-8",
    "Cache-Control": "no-store",
    "Content-Security-Policy": `default-src 'none'; style-src 'nonce-${nonce}'; font-src 'self'; form-action 'self' ${appUrl}; frame-ancestors 'none'; base-uri 'none'`,
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
  });
  response.end(page({ locale: localeFor(request.headers["accept-language"]), company, nonce }));
}
