import { createHash } from "node:crypto";
import type { AuthOptions, CookiesOptions } from "next-auth";
import { decode, encode } from "next-auth/jwt";
import CredentialsProvider from "next-auth/providers/credentials";
import { env } from "#lib/env.ts";
import { HabeasError } from "#lib/errors.ts";
import { newToken } from "#lib/ids.ts";
import { ring } from "#lib/keys/ring.ts";
import { log } from "#lib/log.ts";
import { findOrganisation } from "#lib/organisations/queries.ts";
import { caps } from "#lib/text.ts";
import { findProvider } from "./client/settings.ts";
import { endSession, startLoginSession } from "./commands/sessions.ts";
import { signInStaff } from "./commands/sign-in.ts";
import { cookiesFor } from "./cookies.ts";
import { claimsSchema, oidcProvider, provedAtOf, slugOfProvider } from "./provider.ts";
import { safePath } from "./redirects.ts";
import { homeOf, sessionRules } from "./sessions.ts";

declare module "next-auth" {
  interface User {
    /** The token of the session that signing in has started. */
    sid?: string;
  }
}

/** What a request to next-auth brings along, and what came of it that next-auth has no words for. */
export type AuthVisit = {
  network: string;
  requestId: string;
  now: Date;
  afterwards: (work: () => Promise<void>) => void;
  /** Ask the person for her password again. */
  isFresh: boolean;
  /** Set when a member of staff signed in: where her work begins. */
  home?: string;
  /** Set when signing in failed: what was typed, as far as it is shown again. */
  refused?: TypedBefore;
  /** Set when it failed for a reason of ours. */
  isFault?: boolean;
};

/** What the sign-in page shows of the try before. */
export type TypedBefore = { email: string; isPasswordMissing: boolean };

const maxAge = Math.max(...Object.values(sessionRules).map((rule) => rule.lastsSeconds));

/** Encrypts what the cookies carry. Where the operator gave none it follows from the master keys. */
function secret(): string {
  return env().authSecret || ring().mac("session-cookie", "next-auth").toString("base64url");
}

/** Name of the cookie that carries a staff or login session. */
export const sessionCookie = () => cookiesFor(env().url).name("session");

/** Name of the cookie with next-auth's own guard against forged forms. */
export const csrfCookie = () => cookiesFor(env().url).name("csrf");

/** A guard as next-auth makes one: what the cookie holds, and what a form must bring along. For forms we checked ourselves. */
export function csrfPair(): { cookie: string; token: string } {
  const token = newToken();
  return { token, cookie: `${token}|${createHash("sha256").update(`${token}${secret()}`).digest("hex")}` };
}

/** The part of the guard's cookie that a form brings along; null when the cookie is not one of ours. */
export function csrfTokenIn(cookie: string | undefined): string | null {
  const [token, digest] = (cookie ?? "").split("|");
  const expected = createHash("sha256").update(`${token}${secret()}`).digest("hex");
  return token && digest === expected ? token : null;
}

/** The session token inside a cookie; null when the cookie is not one of ours. */
export async function tokenInCookie(value: string | undefined): Promise<string | null> {
  if (!value || value.length > 4096) return null;
  try {
    const inside = await decode({ token: value, secret: secret() });
    return typeof inside?.sid === "string" ? inside.sid : null;
  } catch {
    return null;
  }
}

/** A cookie value that carries a session token, as next-auth itself would make it. */
export function cookieWithToken(token: string): Promise<string> {
  return encode({ token: { sid: token }, secret: secret(), maxAge });
}

/** For the way back to the sign-in page: an address is personal and does not belong into the page's own address. */
export function cookieWithTyped(typed: TypedBefore): Promise<string> {
  return encode({ token: typed, secret: secret(), maxAge: typedSeconds, salt: "typed" });
}

/** Seconds for which the sign-in page remembers it. */
export const typedSeconds = 120;

export async function typedInCookie(value: string | undefined): Promise<TypedBefore | null> {
  if (!value || value.length > 4096) return null;
  try {
    const inside = await decode({ token: value, secret: secret(), salt: "typed" });
    return inside
      ? { email: String(inside.email), isPasswordMissing: inside.isPasswordMissing === true }
      : null;
  } catch {
    return null;
  }
}

/**
 * next-auth's options for one request. Its JWT carries our session's random id and nothing else: who somebody is and
 * what she may do is read from the database every time.
 * @param provider `staff`, or `oidc-<organisation>` for the provider of an organisation's people
 */
export async function authOptions(visit: AuthVisit, provider: string | null): Promise<AuthOptions> {
  const slug = slugOfProvider(provider);
  const organisation = slug ? await findOrganisation(slug) : null;
  const settings = organisation ? findProvider(organisation.slug) : null;
  return {
    secret: secret(),
    providers: [
      staffProvider(visit),
      ...(organisation && settings ? [oidcProvider(organisation.slug, settings, visit.isFresh)] : []),
    ],
    pages: { signIn: "/sign-in", signOut: "/sign-in/out", error: "/sign-in" },
    session: { strategy: "jwt", maxAge },
    useSecureCookies: env().url.startsWith("https://"),
    cookies: cookieOptions(),
    callbacks: {
      redirect: ({ url, baseUrl }) => baseUrl + safePath(url, baseUrl),
      async jwt({ token, account, user, profile }) {
        if (!account) return token;
        if (account.provider === "staff") return { sid: user.sid };
        if (!organisation) throw new HabeasError("not-found", "There is no such organisation.");
        const claims = claimsSchema.parse(profile);
        const login = { issuer: claims.iss, subject: claims.sub };
        return { sid: await startLoginSession(organisation.id, login, provedAtOf(claims)) };
      },
    },
    events: {
      async signOut({ token }) {
        if (typeof token?.sid === "string") await endSession(token.sid, visit);
      },
    },
    logger: {
      // Whoever turns back at the provider ends up here too: nothing of ours need be wrong.
      error: (code, error) =>
        log.warn({ requestId: visit.requestId, code, error: causeOf(error) }, "sign-in"),
      warn: () => {},
      debug: () => {},
    },
  };
}

/** next-auth hands its logger an error, or an object around one. */
function causeOf(logged: unknown): unknown {
  return logged instanceof Error ? logged : (logged as { error?: unknown } | null)?.error;
}

function staffProvider(visit: AuthVisit) {
  return CredentialsProvider({
    id: "staff",
    name: "staff",
    credentials: { email: {}, password: {} },
    async authorize(typed) {
      const { email = "", password = "" } = typed ?? {};
      try {
        const signedIn = email && password ? await signInStaff({ ...visit, email, password }) : null;
        if (signedIn?.ok) {
          visit.home = homeOf(signedIn.account.roles);
          return { id: signedIn.account.id, sid: signedIn.token };
        }
      } catch (error) {
        // next-auth would put the error's own words into the address.
        log.error({ requestId: visit.requestId, error }, "signing in failed");
        visit.isFault = true;
      }
      visit.refused = { email: email.slice(0, caps.address), isPasswordMissing: password === "" };
      return null;
    },
  });
}

function cookieOptions(): CookiesOptions {
  const { name, flags } = cookiesFor(env().url);
  const cookie = (purpose: string, options = {}) => ({
    name: name(purpose),
    options: { ...flags, ...options },
  });
  const minutes = { maxAge: 15 * 60 };
  return {
    sessionToken: cookie("session"),
    callbackUrl: cookie("back"),
    csrfToken: cookie("csrf"),
    pkceCodeVerifier: cookie("pkce", minutes),
    state: cookie("state", minutes),
    nonce: cookie("nonce", minutes),
  };
}
