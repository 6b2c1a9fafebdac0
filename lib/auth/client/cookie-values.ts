import { createHash } from "node:crypto";
import { decode, encode } from "next-auth/jwt";
import { env } from "#lib/env.ts";
import { newToken } from "#lib/ids.ts";
import { ring } from "#lib/keys/ring.ts";
import { cookiesFor } from "../cookies.ts";
import { sessionRules } from "../sessions.ts";

/** What our cookies hold, as next-auth writes and reads it. */

/** The longest that any cookie of a session lives; when the session ends is the database's to say. */
export const maxAge = Math.max(...Object.values(sessionRules).map((rule) => rule.lastsSeconds));

/** Encrypts what the cookies carry. Where the operator gave none it follows from the master keys. */
export function secret(): string {
  return env().authSecret || ring().mac("session-cookie", "next-auth").toString("base64url");
}

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

/** What the sign-in page shows of the try before. */
export type TypedBefore = { email: string; isPasswordMissing: boolean };

/** Seconds for which the sign-in page remembers it. */
export const typedSeconds = 120;

/** For the way back to the sign-in page: an address is personal and does not belong into the page's own address. */
export function cookieWithTyped(typed: TypedBefore): Promise<string> {
  return encode({ token: typed, secret: secret(), maxAge: typedSeconds, salt: "typed" });
}

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
