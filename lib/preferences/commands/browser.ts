import { and, eq, isNull, lt, sql } from "drizzle-orm";
import { database } from "#db/client.ts";
import { browserSignal } from "#db/schema/index.ts";
import { countAttempt } from "#lib/attempts/commands.ts";
import { attemptAt } from "#lib/attempts/limits.ts";
import type { Context } from "#lib/context.ts";
import { newId } from "#lib/ids.ts";
import { browserIndex, findBrowser, type BrowserView } from "../queries.ts";

const dayMs = 24 * 3600 * 1000;

/**
 * Notes what a browser says with a page view: the first signal of one writes a row, a later one refreshes it at most once a
 * day, its absence ends it once. A network that brings too many new browsers is not written down, and heard all the same.
 * @param token the random token that the browser's cookie brought back
 * @returns what is known of the browser now; null where nothing is kept of it
 */
export async function noteBrowser(
  ctx: Context,
  token: string,
  said: { isOptOut: boolean; network: string },
): Promise<BrowserView | null> {
  const known = await findBrowser(ctx, token);
  const browser = and(
    eq(browserSignal.organisationId, ctx.organisation.id),
    eq(browserSignal.browserIndex, browserIndex(ctx.organisation.id, token)),
  );
  if (!said.isOptOut) {
    if (!known || known.endedAt) return known;
    await database()
      .update(browserSignal)
      .set({ endedAt: ctx.now })
      .where(and(browser, isNull(browserSignal.endedAt)));
    return { ...known, endedAt: ctx.now };
  }
  if (!known) return add(ctx, token, said.network);
  if (known.endedAt) {
    await database()
      .update(browserSignal)
      .set({ since: ctx.now, lastSeenAt: ctx.now, endedAt: null })
      .where(browser);
    return { since: ctx.now, lastSeenAt: ctx.now, endedAt: null };
  }
  if (ctx.now.getTime() - known.lastSeenAt.getTime() < dayMs) return known;
  await database().update(browserSignal).set({ lastSeenAt: ctx.now }).where(browser);
  return { ...known, lastSeenAt: ctx.now };
}

async function add(ctx: Context, token: string, network: string): Promise<BrowserView | null> {
  if (!(await countAttempt(attemptAt("signal/network", network))).allowed) return null;
  const seen = { since: ctx.now, lastSeenAt: ctx.now, endedAt: null };
  await database()
    .insert(browserSignal)
    .values({
      id: newId(),
      organisationId: ctx.organisation.id,
      browserIndex: browserIndex(ctx.organisation.id, token),
      ...seen,
    })
    .onConflictDoNothing();
  return seen;
}

/**
 * Forgets browsers that have not come back for as long as their cookie lives.
 * @returns how many rows went
 */
export async function tidyBrowsers(days: number): Promise<number> {
  const gone = await database()
    .delete(browserSignal)
    .where(
      lt(
        sql`greatest(${browserSignal.lastSeenAt}, ${browserSignal.endedAt})`,
        sql`now() - make_interval(days => ${days})`,
      ),
    )
    .returning({ id: browserSignal.id });
  return gone.length;
}
