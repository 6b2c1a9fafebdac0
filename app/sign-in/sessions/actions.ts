"use server";

import { z } from "zod";
import { revokeOtherSessions, revokeOwnSession } from "#lib/auth/commands/sessions.ts";
import { action } from "#lib/web/action.ts";
import { member, signedIn } from "#lib/web/gates.ts";

const schema = z.object({ session: z.union([z.uuid(), z.literal("others")]) });

/** Ends one of one's own sessions, or all but this one. */
export const endSessions = action(member(), schema, async (ctx, input, visit) => {
  const own = await signedIn(visit);
  if (input.session !== "others") await revokeOwnSession(ctx, input.session);
  else if (own) await revokeOtherSessions(ctx, own.id);
  return { to: "/sign-in/sessions?ended=1" };
});
