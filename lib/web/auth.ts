import "server-only";
import { NextResponse, type NextRequest } from "next/server";
import { callNextAuth } from "#lib/auth/client/call.ts";
import { findProvider } from "#lib/auth/client/settings.ts";
import { endSession } from "#lib/auth/commands/sessions.ts";
import { cookiesFor } from "#lib/auth/cookies.ts";
import {
  cookieWithTyped,
  csrfCookie,
  csrfPair,
  tokenInCookie,
  typedSeconds,
} from "#lib/auth/client/cookie-values.ts";
import type { AuthVisit } from "#lib/auth/options.ts";
import { providerId } from "#lib/auth/provider.ts";
import { destinationOf, withSafeTargets, type AuthCall } from "#lib/auth/targets.ts";
import { env } from "#lib/env.ts";
import { HabeasError } from "#lib/errors.ts";
import { log } from "#lib/log.ts";
import { afterwards } from "./afterwards.ts";
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
export async function nextAuthRoute(
  request: NextRequest,
  { params }: { params: Promise<{ nextauth: string[] }> },
): Promise<Response> {
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
    return await answer(
      {
        method: request.method as "GET" | "POST",
        action: known,
        provider,
        query,
        body,
        cookies: cookiesOf(request),
      },
      visit,
    );
  } catch (error) {
    if (error instanceof HabeasError) return problem(error.code, error.message);
    log.error({ requestId: visit.requestId, error }, "sign-in failed");
    return seeOther(provider === "staff" || provider === null ? "/sign-in?error=fault" : "/sign-in/failed");
  }
}

/**
 * Sends a person to her organisation's provider. For plain forms on our pages: the form itself was checked already.
 * @param to where she comes back to
 * @param isFresh asks her for her password again
 */
export async function startPersonSignIn(
  request: NextRequest,
  slug: string,
  { to, isFresh }: { to: string; isFresh: boolean },
): Promise<Response> {
  const visit = await currentVisit();
  if (!isSetUp(slug, visit)) return notSignedIn(to);
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

/** What is wrong with the operator's settings is for the operator; the person is told that there are other ways. */
function isSetUp(slug: string, { requestId }: Visit): boolean {
  try {
    return findProvider(slug) !== null;
  } catch (error) {
    log.error({ requestId, error }, "the OpenID provider's settings cannot be used");
    return false;
  }
}

function notSignedIn(to: string): Response {
  const { name, flags } = cookiesFor(env().url);
  const response = seeOther("/sign-in/failed");
  response.cookies.set(name("back"), to, flags);
  return response;
}

const cookiesOf = (request: NextRequest) =>
  Object.fromEntries(request.cookies.getAll().map(({ name, value }) => [name, value]));

async function answer(call: AuthCall, visit: Visit, isFresh = false): Promise<Response> {
  const { requestId, network, now } = visit;
  const auth: AuthVisit = {
    requestId,
    network,
    now,
    isFresh,
    afterwards: (work) => afterwards(visit, work),
  };
  const { url } = env();
  const { name, flags } = cookiesFor(url);
  const clean = withSafeTargets(call, url, name("back"));
  const { setCookie, status, location } = await callNextAuth(clean, auth);
  await endReplaced(clean.cookies[name("session")], setCookie, name("session"), visit);
  const response = new NextResponse(null, { status: 303 });
  for (const cookie of setCookie) response.headers.append("Set-Cookie", cookie);
  response.headers.set(
    "Location",
    destinationOf(
      clean,
      { status, location, now, isFault: auth.isFault ?? false, home: auth.home ?? null },
      url,
    ),
  );
  if (auth.refused) {
    response.cookies.set(name("typed"), await cookieWithTyped(auth.refused), {
      ...flags,
      maxAge: typedSeconds,
    });
  }
  return response;
}

/** Who signs in anew in the same browser leaves no second session behind (ASVS 7.2.4). */
async function endReplaced(
  before: string | undefined,
  setCookie: readonly string[],
  name: string,
  visit: Visit,
): Promise<void> {
  const isReplaced = setCookie.some((line) => line.startsWith(`${name}=`) && !line.startsWith(`${name}=;`));
  const token = isReplaced ? await tokenInCookie(before) : null;
  if (token) await endSession(token, visit);
}
