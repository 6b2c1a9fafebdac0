import "server-only";
import type { Context } from "#lib/context.ts";
import type { Policy } from "#lib/organisations/policy.ts";
import { noteBrowser } from "#lib/preferences/commands/browser.ts";
import { hearForAccount } from "#lib/preferences/commands/signal.ts";
import { signalledRight } from "#lib/preferences/signal.ts";
import { browserCookie, type Visit } from "./visit.ts";

/** What a browser's opt-out signal does at an organisation, as its pages show it. */
export type Heard = {
  /** Since when it counts; null where this browser sends none. */
  since: Date | null;
  /** When the signal that this browser used to send had ended; null where it goes on, or never was. */
  endedAt: Date | null;
  /** Whether somebody is signed in, for whose account it counts as well. */
  isForAccount: boolean;
};

/** Hears what a page view's browser says, keeps it, and makes it count for the account that is signed in. */
export async function hear(ctx: Context, policy: Policy, visit: Visit): Promise<Heard> {
  const silent = { since: null, endedAt: null, isForAccount: false };
  if (!policy.rights.includes(signalledRight)) return silent;
  const { isOptOut } = visit;
  const token = tokenOf(visit);
  const browser = token ? await noteBrowser(ctx, token, { isOptOut, network: visit.network }) : null;
  if (!isOptOut) return { ...silent, endedAt: browser?.endedAt ?? null };
  const since = browser?.since ?? ctx.now;
  const isForAccount = await hearForAccount(ctx, { policy, since, locale: visit.locale });
  return { since, endedAt: null, isForAccount };
}

function tokenOf(visit: Visit): string | null {
  const token = visit.cookie(browserCookie);
  return token && /^[\w-]{43}$/.test(token) ? token : null;
}
