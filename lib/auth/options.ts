import type { AuthOptions, CookiesOptions } from "next-auth";
import CredentialsProvider from "next-auth/providers/credentials";
import { env } from "#lib/env.ts";
import { HabeasError } from "#lib/errors.ts";
import { log } from "#lib/log.ts";
import { findOrganisation } from "#lib/organisations/queries.ts";
import { caps } from "#lib/text.ts";
import { maxAge, secret, type TypedBefore } from "./client/cookie-values.ts";
import { findProvider } from "./client/settings.ts";
import { endSession, startLoginSession } from "./commands/sessions.ts";
import { signInStaff } from "./commands/sign-in.ts";
import { cookiesFor } from "./cookies.ts";
import { claimsSchema, oidcProvider, provedAtOf, slugOfProvider } from "./provider.ts";
import { safePath } from "./redirects.ts";
import { homeOf } from "./sessions.ts";

export { cookieWithToken, tokenInCookie } from "./client/cookie-values.ts";

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
