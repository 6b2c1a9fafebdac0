import { and, eq, gt, isNull, sql } from "drizzle-orm";
import { database } from "#db/client.ts";
import { agentLink } from "#db/schema/index.ts";
import { tokenHash } from "#lib/auth/queries/session.ts";
import type { Context } from "#lib/context.ts";

/** The one clause that says which link to sign in a token still opens. */
export function liveLink(ctx: Context, token: string) {
  return and(
    eq(agentLink.tokenHash, tokenHash(token)),
    eq(agentLink.organisationId, ctx.organisation.id),
    isNull(agentLink.usedAt),
    gt(agentLink.expiresAt, sql`clock_timestamp()`),
  );
}

/** Whether a link to sign in may still be used, for the page that has its button. Uses nothing up. */
export async function isLinkLive(ctx: Context, token: string): Promise<boolean> {
  const [link] = await database().select({ id: agentLink.id }).from(agentLink).where(liveLink(ctx, token));
  return link !== undefined;
}
