import type { Role } from "./roles.ts";

/**
 * A member of staff who gave her password; a person who signed in with the organisation's own provider; a person who
 * typed a code, which opens one case; an agent who pressed the button of a mailed link.
 */
export type SessionKind = "staff" | "login" | "code" | "agent";

const minute = 60;
const hour = 60 * minute;

/**
 * How long a session lasts, whatever is done in it, and how long it may lie idle. A person is never hurried: 20 hours
 * need no warning (WCAG 2.2.1).
 */
export const sessionRules = {
  staff: { lastsSeconds: 12 * hour, idleSeconds: 30 * minute },
  login: { lastsSeconds: 20 * hour, idleSeconds: null },
  code: { lastsSeconds: 20 * hour, idleSeconds: null },
  agent: { lastsSeconds: 12 * hour, idleSeconds: null },
} satisfies Record<SessionKind, { lastsSeconds: number; idleSeconds: number | null }>;

/** A proof no older than this counts as given just now (11 CCR 7061: a fresh sign-in before delivery). */
export const freshSeconds = 5 * minute;

/** Where somebody with these roles begins her work. */
export function homeOf(roles: readonly Role[]): "/desk" | "/audit" {
  return roles.every((role) => role === "auditor") ? "/audit" : "/desk";
}
