import { slugOfProvider } from "./provider.ts";
import { safePath } from "./redirects.ts";

/** A request to next-auth, whoever brings it: its route, or one of ours that has checked the form itself. */
export type AuthCall = {
  method: "GET" | "POST";
  action: "signin" | "callback" | "signout" | "error";
  /** `staff`, or `oidc-<organisation>`. */
  provider: string | null;
  query: Record<string, string>;
  body: Record<string, string>;
  cookies: Record<string, string>;
};

/**
 * The call as next-auth may see it: it fails on a way back that is no address, and would hand every parameter of a
 * sign-in on to the provider.
 * @param url the canonical address
 * @param backCookie the cookie in which next-auth keeps the way back
 */
export function withSafeTargets(call: AuthCall, url: string, backCookie: string): AuthCall {
  const safe = (target: string | undefined): Record<string, string> =>
    target === undefined ? {} : { callbackUrl: url + safePath(target, url) };
  const { callbackUrl: asked, ...query } = call.query;
  const { callbackUrl: sent, json: _json, ...body } = call.body;
  const { [backCookie]: kept, ...cookies } = call.cookies;
  return {
    ...call,
    query: { ...(call.action === "signin" ? {} : query), ...safe(asked) },
    body: { ...body, ...safe(sent) },
    cookies: kept === undefined ? cookies : { ...cookies, [backCookie]: url + safePath(kept, url) },
  };
}

/** What came of a call that next-auth itself does not say. */
type Outcome = { status: number; location: string | null; isFault: boolean; home: string | null; now: Date };

/**
 * Where the browser goes: next-auth's redirect, with every failure led to a page that says what to do and none of its
 * words in the address.
 */
export function destinationOf({ action, provider }: AuthCall, outcome: Outcome, url: string): string {
  const { location, status, isFault, home, now } = outcome;
  const target = location !== null && URL.canParse(location, url) ? new URL(location, url) : null;
  const isTurnedAway =
    target !== null &&
    /^\/(api\/auth|sign-in)\b/.test(target.pathname) &&
    /[?&](error|csrf)=/.test(target.search);
  if (!target || isTurnedAway || status >= 400 || action === "error") {
    if (slugOfProvider(provider)) return `${url}/sign-in/failed`;
    if (isFault) return `${url}/sign-in?error=fault`;
    return `${url}/sign-in?error=${target?.searchParams.has("csrf") ? "again" : "refused"}`;
  }
  // The page can then tell who has just been here from who kept the address.
  if (target.pathname === "/sign-in") target.searchParams.set("at", String(Math.floor(now.getTime() / 1000)));
  // Nobody asked for a page: staff go where their work begins.
  return home && target.href === new URL(url).href ? url + home : target.href;
}
