import { randomBytes } from "node:crypto";
import { NextResponse, type NextRequest } from "next/server";
import { findProvider } from "#lib/auth/client/settings.ts";
import { cookiesFor } from "#lib/auth/cookies.ts";
import { providerOrigins } from "#lib/auth/provider.ts";
import { env } from "#lib/env.ts";
import { newId, newToken } from "#lib/ids.ts";
import { defaultLocale, isLocale, localeFor, type Locale } from "#lib/locales/index.ts";
import { completeAnswers } from "#lib/web/answers.ts";
import { keepConsoleWithinLog } from "#lib/web/console.ts";
import { contentSecurityPolicy } from "#lib/web/csp.ts";
import { isMisdirected } from "#lib/web/host.ts";
import { peerHeader, trackPeers } from "#lib/web/peer.ts";
import { keepAddressesReadable } from "#lib/web/readable.ts";
import { giveStatuses } from "#lib/web/statuses.ts";
import { answerUnreadForms } from "#lib/web/unread-forms.ts";
import { browserDays, isOptOut } from "#lib/preferences/signal.ts";
import { browserCookie, choiceCookies, signalHeader, visitHeaders } from "#lib/web/visit.ts";
import { speakWithoutScripts } from "#lib/web/without-scripts.ts";

/**
 * What needs the request and is the same for every page: the canonical host, the nonce policy, what the code behind
 * wants to know of the request, and no header that could pretend to be any of it. Who may see what is never decided
 * here (security guide D4).
 *
 * Streamed files pass by it, since a body is cut at 10 MB here: their routes lie in a folder named `files`, and each is
 * named here. Whatever else has that word in its address is a page like all others.
 */
export const config = {
  matcher: [
    "/((?!_next/static/|api/uploads/files/(?:released/)?[^/]+(?:/[^/]+)?$|[^/]+/download/files/[^/]+$|desk/cases/[^/]+/files/[^/]+$|demo/mailbox/[^/]+/files/mail$).*)",
  ],
};

trackPeers();
keepAddressesReadable();
completeAnswers();
keepConsoleWithinLog();
giveStatuses();
answerUnreadForms();
speakWithoutScripts();

export function proxy(request: NextRequest): Response {
  const { url } = env();
  const { pathname, search } = request.nextUrl;
  const { method, headers: sent } = request;
  const addressed = { method, path: pathname, host: sent.get("host"), origin: sent.get("origin") };
  if (isMisdirected(addressed, url)) return misdirected(request, url);
  const chosen = request.nextUrl.searchParams.get("language");
  if (method === "GET" && isLocale(chosen)) return rememberLanguage(request, url, chosen);

  const isHttps = url.startsWith("https://");
  const nonce = randomBytes(16).toString("base64");
  const policy = contentSecurityPolicy(nonce, { isHttps, formOrigins: formOrigins(pathname) });
  const requestId = newId();
  const headers = withoutPretence(sent);
  headers.set("content-security-policy", policy);
  headers.set(visitHeaders.request, requestId);
  headers.set(visitHeaders.path, pathname + search);
  headers.set(visitHeaders.language, languageOf(request));
  const response = NextResponse.next({ request: { headers } });
  response.headers.set("Content-Security-Policy", policy);
  response.headers.set("Reporting-Endpoints", `csp="${url}/api/health/csp"`);
  response.headers.set("X-Request-Id", requestId);
  if (method === "GET" && isPersonPage(pathname) && isOptOut(sent.get(signalHeader)))
    markBrowser(request, response, url);
  return response;
}

/** Rooms of the house beside the pages of organisations. */
const isPersonPage = (pathname: string) =>
  !/^\/(desk|audit|demo|gallery|sign-in|api|\.well-known|_next)(\/|$)/.test(pathname) && pathname !== "/";

/** A browser that says no is known again by a random token, so that what it says since when can be kept and shown. */
function markBrowser(request: NextRequest, response: NextResponse, url: string): void {
  const { name, flags } = cookiesFor(url);
  if (request.cookies.has(name(browserCookie))) return;
  response.cookies.set(name(browserCookie), newToken(), { ...flags, maxAge: browserDays * 24 * 3600 });
}

/** A reader is led to our name; what would change something under another is refused. */
function misdirected(request: NextRequest, url: string): Response {
  const { pathname, search } = request.nextUrl;
  const isReading = request.method === "GET" || request.method === "HEAD";
  if (isReading) return NextResponse.redirect(new URL(pathname + search, url), 307);
  return new NextResponse("This server answers under another name.\n", { status: 421 });
}

/** The language links: the choice is kept in a cookie, and the address stays what it was. */
function rememberLanguage(request: NextRequest, url: string, language: Locale): Response {
  const clean = new URL(request.nextUrl.pathname + request.nextUrl.search, url);
  clean.searchParams.delete("language");
  const response = NextResponse.redirect(clean, 303);
  response.cookies.set(choiceCookies.language, language, {
    ...cookiesFor(url).flags,
    maxAge: 365 * 24 * 3600,
  });
  return response;
}

/** Headers that only the framework and we ourselves set; a client that sends one wants to be taken for somebody else. */
function withoutPretence(sent: Headers): Headers {
  const headers = new Headers(sent);
  for (const name of sent.keys()) {
    const isOurs = name.startsWith("x-habeas-") && name !== peerHeader;
    if (
      isOurs ||
      name.startsWith("x-middleware-") ||
      name === "x-forwarded-host" ||
      name === "next-resume" ||
      name === "x-nonce"
    ) {
      headers.delete(name);
    }
  }
  return headers;
}

/** Staff and auditors work in one language; a person reads hers. */
function languageOf(request: NextRequest): Locale {
  if (/^\/(desk|audit)(\/|$)/.test(request.nextUrl.pathname)) return defaultLocale;
  const kept = request.cookies.get(choiceCookies.language)?.value;
  return isLocale(kept) ? kept : localeFor(request.headers.get("accept-language"));
}

/** Where the people of the organisation at this address sign in. */
function formOrigins(pathname: string): string[] {
  try {
    const settings = findProvider(pathname.split("/")[1] ?? "");
    return settings ? providerOrigins(settings) : [];
  } catch {
    // A broken file is told to whoever signs in and by the doctor; the pages need not suffer from it.
    return [];
  }
}
