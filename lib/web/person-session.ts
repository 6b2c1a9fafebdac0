import "server-only";
import { caseCookie } from "#lib/auth/cookies.ts";
import { endSession } from "#lib/auth/commands/sessions.ts";
import { tokenInCookie } from "#lib/auth/client/cookie-values.ts";
import { sessionRules } from "#lib/auth/sessions.ts";
import { currentVisit, dropCookie, keepCookie } from "./request.ts";

/**
 * Cookies that let a browser in. Only actions and route handlers may set one; whoever calls has started the session and
 * hands over its token.
 */

/** A code was accepted: this browser may open that case. What it held for it before ends. */
export async function keepCaseSession(reference: string, token: string): Promise<void> {
  const visit = await currentVisit();
  const before = visit.cookie(caseCookie(reference));
  if (before) await endSession(before, visit);
  await keepCookie(caseCookie(reference), token, sessionRules.code.lastsSeconds);
}

/** Ends whatever this browser was let in by: its staff or login session and, where given, that of a case. */
export async function leave(reference?: string): Promise<void> {
  const visit = await currentVisit();
  const tokens = [
    await tokenInCookie(visit.cookie("session")),
    reference ? visit.cookie(caseCookie(reference)) : null,
  ];
  for (const token of tokens) if (token) await endSession(token, visit);
  await dropCookie("session");
  if (reference) await dropCookie(caseCookie(reference));
}

const draftDays = 30;
const draftCookie = (slug: string) => `draft-${slug}`;

/** The token of the form this browser began at an organisation, also after it was closed. */
export async function readDraftToken(slug: string): Promise<string | null> {
  const token = (await currentVisit()).cookie(draftCookie(slug));
  return token && /^[\w-]{43}$/.test(token) ? token : null;
}

export function keepDraftToken(slug: string, token: string): Promise<void> {
  return keepCookie(draftCookie(slug), token, draftDays * 24 * 3600);
}

export function dropDraftToken(slug: string): Promise<void> {
  return dropCookie(draftCookie(slug));
}
