import { and, asc, desc, eq, isNull, lte, type SQL } from "drizzle-orm";
import { database, type Tx } from "#db/client.ts";
import { browserSignal, organisationPolicy, preference, session } from "#db/schema/index.ts";
import { now } from "#lib/clock.ts";
import type { Context } from "#lib/context.ts";
import { ring } from "#lib/keys/ring.ts";
import { asStanding, type Choice, type Standing } from "./choices.ts";

/** The one clause for rows of a choice, of this organisation only. */
export function ofChoice(ctx: Context, { kind, consent }: Choice): SQL | undefined {
  return and(
    eq(preference.organisationId, ctx.organisation.id),
    eq(preference.kind, kind),
    consent === null ? isNull(preference.consent) : eq(preference.consent, consent),
  );
}

/** The clause for what was said for the account that is signed in; null where nobody is. */
export async function ofAccount(ctx: Context): Promise<SQL | null> {
  const { actor } = ctx;
  if (actor.kind !== "person" || actor.sessionId === null) return null;
  const [row] = await database()
    .select({ subjectIndex: session.subjectIndex })
    .from(session)
    .where(and(eq(session.id, actor.sessionId), eq(session.organisationId, ctx.organisation.id)));
  return row?.subjectIndex ? eq(preference.subjectIndex, row.subjectIndex) : null;
}

/** What holds for the account of whoever is signed in, on every device; null where nobody is. */
export async function listAccountChoices(ctx: Context): Promise<Standing[] | null> {
  const account = await ofAccount(ctx);
  if (!account) return null;
  const rows = await database()
    .select()
    .from(preference)
    .where(and(account, eq(preference.organisationId, ctx.organisation.id)))
    .orderBy(asc(preference.since));
  return asStanding(rows);
}

/** What one request chose, and whether it still holds. Whoever calls may see that request. */
export async function readChoices(tx: Tx, caseId: string): Promise<Standing[]> {
  const rows = await tx
    .select()
    .from(preference)
    .where(eq(preference.caseId, caseId))
    .orderBy(asc(preference.since), asc(preference.kind), asc(preference.consent));
  return asStanding(rows);
}

export type BrowserView = { since: Date; lastSeenAt: Date; endedAt: Date | null };

/** Blind index of the token in a browser's cookie, another one at every organisation. */
export function browserIndex(organisationId: string, token: string): Uint8Array {
  return ring().blindIndex("browser", `${organisationId}|${token}`);
}

/** What is known of a browser's signal. */
export async function findBrowser(ctx: Context, token: string): Promise<BrowserView | null> {
  const [row] = await database()
    .select()
    .from(browserSignal)
    .where(
      and(
        eq(browserSignal.organisationId, ctx.organisation.id),
        eq(browserSignal.browserIndex, browserIndex(ctx.organisation.id, token)),
      ),
    );
  return row ? { since: row.since, lastSeenAt: row.lastSeenAt, endedAt: row.endedAt } : null;
}

/**
 * Whether the signal is acted on at this address, and since which civil day its organisations' policies say so. One address
 * serves several organisations; it is true where each that sells or shares acts on it, and all of them do.
 */
export async function unscopedFindSignalSupport(): Promise<{
  isHonoured: boolean;
  lastUpdate: string | null;
}> {
  const policies = await database()
    .selectDistinctOn([organisationPolicy.organisationId], {
      policy: organisationPolicy.policy,
      at: organisationPolicy.inForceFrom,
    })
    .from(organisationPolicy)
    .where(lte(organisationPolicy.inForceFrom, now()))
    .orderBy(organisationPolicy.organisationId, desc(organisationPolicy.version));
  const honouring = policies.filter(({ policy }) => policy.rights.includes("opt-out-sale"));
  const newest = honouring.map(({ at }) => at.toISOString().slice(0, 10)).toSorted();
  return { isHonoured: honouring.length > 0, lastUpdate: newest.at(-1) ?? null };
}
