import type { Window } from "./windows.ts";

const minute = 60;
const hour = 60 * minute;
const day = 24 * hour;

/** After this long nothing looks back at a try any more. */
export const longestWindowSeconds = 30 * day;

/**
 * How often something may be tried, by what is counted. A subject, an account or a case is protected from everybody
 * together, a network (one IPv4 address or an IPv6 /64) from trying many of them.
 */
export const limits = {
  "sign-in/account": [{ limit: 10, windowSeconds: 15 * minute }],
  "sign-in/network": [{ limit: 30, windowSeconds: 15 * minute }],
  "code-send/case": [{ limit: 3, windowSeconds: hour }],
  "code-send/network": [{ limit: 20, windowSeconds: hour }],
  "code-try/case": [{ limit: 10, windowSeconds: day }],
  "code-try/network": [{ limit: 60, windowSeconds: hour }],
  "identity/subject": [
    { limit: 5, windowSeconds: day },
    { limit: 10, windowSeconds: longestWindowSeconds },
  ],
  "identity/network": [{ limit: 20, windowSeconds: hour }],
  "agent-link/address": [{ limit: 5, windowSeconds: hour }],
  "agent-link/network": [{ limit: 20, windowSeconds: hour }],
  "agent-link-try/network": [{ limit: 60, windowSeconds: hour }],
  "agent-request/agent": [
    { limit: 60, windowSeconds: hour },
    { limit: 300, windowSeconds: day },
  ],
  "permission-link-try/network": [{ limit: 120, windowSeconds: hour }],
  "csp-report/network": [{ limit: 10, windowSeconds: hour }],
  "signal/network": [{ limit: 60, windowSeconds: hour }],
  "submission/network": [{ limit: 60, windowSeconds: hour }],
} satisfies Record<string, readonly Window[]>;

export type LimitKind = keyof typeof limits;

/** A try at something limited. `key` is what is protected; it is stored as a keyed digest only. */
export type Attempt = { kind: string; key: string; windows: readonly Window[] };

/** One try under every rule of its kind. */
export function attemptAt(kind: LimitKind, key: string): Attempt {
  return { kind, key, windows: limits[kind] };
}
