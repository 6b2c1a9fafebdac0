import "server-only";
import { countAttempts } from "#lib/attempts/commands.ts";
import type { Attempt } from "#lib/attempts/limits.ts";
import { translator } from "#lib/locales/index.ts";
import type { Visit } from "./visit.ts";

/**
 * Counts a try before what it protects, for actions: null when it may go on, else the reply that says how long to wait.
 * Not for checks of who somebody is, where a lock must not show.
 */
export async function refuseIfTooMany(
  { locale }: Visit,
  attempts: readonly Attempt[],
): Promise<{ ok: false; says: string } | null> {
  const { allowed, retryAfterSeconds } = await countAttempts(attempts);
  if (allowed) return null;
  return {
    ok: false,
    says: translator(locale, "signin")("edge.tooMany", { minutes: Math.ceil(retryAfterSeconds / 60) }),
  };
}
