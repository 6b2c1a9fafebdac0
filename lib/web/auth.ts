import "server-only";
import { after, NextResponse, type NextRequest } from "next/server";
import { callNextAuth, type AuthAnswer, type AuthCall } from "#lib/auth/client/call.ts";
import { findProvider } from "#lib/auth/client/settings.ts";
import { cookiesFor } from "#lib/auth/cookies.ts";
import { cookieWithTyped, csrfPair, csrfCookie, typedSeconds, type AuthVisit } from "#lib/auth/options.ts";
import { providerId, slugOfProvider } from "#lib/auth/provider.ts";
import { safePath } from "#lib/auth/redirects.ts";
import { env } from "#lib/env.ts";
import { log } from "#lib/log.ts";
import { isOwnForm } from "./origin.ts";
import { currentVisit } from "./request.ts";
import { problem, readFields, seeOther } from "./route.ts";
import type { Visit } from "./visit.ts";

/** The parts of next-auth that are open; its session endpoint and its log are not. */
const open: Record<string, readonly AuthCall["action"][]> = {
  GET: ["signin", "callback", "error"],
  POST: ["signin", "callback", "signout"],
};

/** next-auth's own routes: `/api/auth/signin`, `/api/auth/callback/<provider>`, `/api/auth/signout`. */
export async function nextAuthRoute(request: NextRequest, { params }: { params: Promise<{ nextauth: string[] }> }): Promise<Response> {
  const [action, provider = null, ...rest] = (await params).nextauth;
  const known = open[request.method]?.find((name) => name === action);
  if (!known || rest.length > 0) return problem("not-found", "There is nothing here.");
  const visit = await currentVisit();
  if (request.method === "POST" && !isOwnForm(visit.sender, env().url)) {
    return problem("not-allowed", "This request comes from another site.");
  }
  try {
    const body = request.method === "POST" ? await readFields(request, 16 * 1024) : {};
    const query = Object.fromEntries(request.nextUrl.searchParams);
    return await answer({ method: request.method as "GET" | "POST", action: known, provider, query, body, cookies: cookiesOf(request) }, visit);
  } catch (error) {
    log.error({ requestId: visit.requestId, error }, "sign-in failed");
    return seeOther(provider === "staff" || provider === null ? "/sign-in?error=fault" : "/sign-in/failed");
  }
}

/**
 * Sends a person to her organisation's provider. For plain forms on our pages: the form itself was checked already.
 * @param to where she comes back to
 * @param isFresh asks her for her password again
 */
export async function startPersonSignIn(request: NextRequest, slug: string, { to, isFresh }: { to: string; isFresh: boolean }): Promise<Response> {
  const visit = await currentVisit();
  if (!findProvider(slug)) return problem("not-found", "There is nothing here.");
  const { token, cookie } = csrfPair();
  const call: AuthCall = {
    method: "POST",
    action: "signin",
    provider: providerId(slug),
    query: {},
    body: { csrfToken: token, callbackUrl: to },
    cookies: { ...cookiesOf(request), [csrfCookie()]: cookie },
  };
  return answer(call, visit, isFresh);
}

const cookiesOf = (request: NextRequest) => Object.fromEntries(request.cookies.getAll().map(({ name, value }) => [name, value]));

async function answer(call: AuthCall, visit: Visit, isFresh = false): Promise<Response> {
  const { requestId, network, now } = visit;
  const afterwards = (work: () => Promise<void>) =>
    after(() => work().catch((error: unknown) => log.error({ requestId, error }, "after signing in")));
  const auth: AuthVisit = { requestId, network, now, isFresh, afterwards };
  const clean = withSafeTargets(call);
  const said = await callNextAuth(clean, auth);
  const response = new NextResponse(null, { status: 303 });
  for (const cookie of said.setCookie) response.headers.append("Set-Cookie", cookie);
  response.headers.set("Location", destination(clean, said, auth));
  if (auth.refused) {
    const { name, flags } = cookiesFor(env().url);
    response.cookies.set(name("typed"), await cookieWithTyped(auth.refused), { ...flags, maxAge: typedSeconds });
  }
  return response;
}

/** next-auth would fail on an address that is none, and takes any parameter of a sign-in on to the provider. */
function withSafeTargets(call: AuthCall): AuthCall {
  const { url } = env();
  const back = cookiesFor(url).name("back");
  const safe = (target: string | undefined): Record<string, string> => (target === undefined ? {} : { callbackUrl: url + safePath(target, url) });
  const { callbackUrl: asked, ...query } = call.query;
  const { callbackUrl: sent, json: _json, ...body } = call.body;
  const { [back]: kept, ...cookies } = call.cookies;
  return {
    ...call,
    query: { ...(call.action === "signin" ? {} : query), ...safe(asked) },
    body: { ...body, ...safe(sent) },
    cookies: kept === undefined ? cookies : { ...cookies, [back]: url + safePath(kept, url) },
  };
}

/** Where the browser goes: next-auth's redirect, with failures led to pages that say what to do. */
function destination(call: AuthCall, said: AuthAnswer, auth: AuthVisit): string {
  const { url } = env();
  const location = said.location ?? "";
  const isPerson = slugOfProvider(call.provider) !== null;
  const target = URL.canParse(location) ? new URL(location) : null;
  const isTurnedAway = target !== null && /^\/(api\/auth|sign-in)\b/.test(target.pathname) && /[?&](error|csrf)=/.test(target.search);
  const isRefused = said.status >= 400 || !target || isTurnedAway;
  if (isRefused && isPerson) return `${url}/sign-in/failed`;
  if (isRefused || call.action === "error") {
    if (auth.isFault) return `${url}/sign-in?error=fault`;
    return `${url}/sign-in?error=${target?.searchParams.has("csrf") ? "again" : "refused"}`;
  }
  if (target.pathname === "/sign-in") return `${location}&at=${Math.floor(auth.now.getTime() / 1000)}`;
  // Nobody asked for a page: staff go where their work begins.
  if (auth.home && location.replace(/\/$/, "") === url) return url + auth.home;
  return location;
}
