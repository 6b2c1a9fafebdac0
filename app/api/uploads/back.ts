import { safePath } from "#lib/auth/redirects.ts";
import { env } from "#lib/env.ts";
import type { Receipt } from "#lib/files/commands/receive.ts";
import { filesParameter } from "#lib/files/outcomes.ts";
import { seeOther } from "#lib/web/route.ts";

/**
 * Sends the browser back to the page its form was on, with what came of it as a code in the address. Only pages below
 * `room` are gone back to; for everything else, `room` itself.
 */
export function backTo(room: string, { result, fields }: Receipt): Response {
  const { url } = env();
  const path = new URL(safePath(fields.get("back") ?? null, url, room), url);
  const target = path.pathname === room || path.pathname.startsWith(`${room}/`) ? path : new URL(room, url);
  target.searchParams.set(filesParameter, result);
  target.hash = filesParameter;
  return seeOther(target.pathname + target.search + target.hash);
}
