import { and, eq, isNull, lt, ne, sql } from "drizzle-orm";
import { database, inTransaction, type Tx } from "#db/client.ts";
import { session } from "#db/schema/index.ts";
import { record } from "#lib/audit/commands.ts";
import { loginIndex } from "#lib/cases/commands/open.ts";
import { contextFor, type CodeScope, type Context, type StaffContext } from "#lib/context.ts";
import { newId, newToken } from "#lib/ids.ts";
import { organisationSealer } from "#lib/keys/sealer.ts";
import type { Login } from "../queries/person.ts";
import { findSession, tokenHash } from "../queries/session.ts";
import { sessionRules, type SessionKind } from "../sessions.ts";

type Owner = Partial<
  Pick<
    typeof session.$inferInsert,
    "staffId" | "agentId" | "caseId" | "scope" | "sealedSubject" | "subjectIndex"
  >
>;

const databaseNow = sql`clock_timestamp()`;

/**
 * @param provedAt when the password was typed, where that was elsewhere; never later than now
 * @returns the token for the cookie. Only its digest is stored.
 */
async function start(
  tx: Tx,
  kind: SessionKind,
  id: string,
  organisationId: string,
  owner: Owner,
  provedAt?: Date,
): Promise<string> {
  const token = newToken();
  const lasts = sql`make_interval(secs => ${sessionRules[kind].lastsSeconds})`;
  await tx.insert(session).values({
    id,
    organisationId,
    kind,
    tokenHash: tokenHash(token),
    ...owner,
    provedAt: (provedAt
      ? sql`least(${provedAt.toISOString()}::timestamptz, ${databaseNow})`
      : databaseNow) as never,
    createdAt: databaseNow as never,
    lastSeenAt: databaseNow as never,
    expiresAt: sql`${databaseNow} + ${lasts}` as never,
  });
  return token;
}

/** Signs a member of staff in and records it. Whoever calls this has checked the password (or is the demo). */
export async function startStaffSession(tx: Tx, ctx: StaffContext): Promise<string> {
  const token = await start(tx, "staff", newId(), ctx.organisation.id, { staffId: ctx.actor.id });
  await record(tx, ctx, { type: "staff.sign-in", payload: {} });
  return token;
}

/** A person came back from the organisation's provider. `provedAt` is the provider's `auth_time`. */
export async function startLoginSession(
  organisationId: string,
  login: Login,
  provedAt: Date,
): Promise<string> {
  const id = newId();
  return inTransaction(async (tx) => {
    const sealer = await organisationSealer(tx, organisationId);
    const owner = {
      sealedSubject: sealer.seal("session.sealed_subject", id, login),
      subjectIndex: loginIndex(login),
    };
    return start(tx, "login", id, organisationId, owner, provedAt);
  });
}

/** A person typed the code that was sent to her: opens one case, as far as the code reaches. */
export function startCodeSession(
  tx: Tx,
  owner: { organisationId: string; caseId: string; scope: CodeScope },
): Promise<string> {
  return start(tx, "code", newId(), owner.organisationId, { caseId: owner.caseId, scope: owner.scope });
}

/** An agent pressed the button of the link that was mailed to him. The caller records it. */
export function startAgentSession(
  tx: Tx,
  owner: { organisationId: string; agentId: string },
): Promise<string> {
  return start(tx, "agent", newId(), owner.organisationId, { agentId: owner.agentId });
}

/** Ends what codes have opened of a case: the address they were sent to may no longer be the right one. */
export async function endCodeSessions(tx: Tx, caseId: string): Promise<void> {
  await tx
    .update(session)
    .set({ revokedAt: databaseNow as never })
    .where(and(eq(session.caseId, caseId), eq(session.kind, "code"), isNull(session.revokedAt)));
}

/** Ends the session of a cookie; whoever still holds the cookie holds nothing. Ending it twice is no mistake. */
export async function endSession(token: string, at: { now: Date; requestId: string }): Promise<void> {
  const found = await findSession(token, { isPassive: true });
  await inTransaction(async (tx) => {
    const ended = await tx
      .update(session)
      .set({ revokedAt: databaseNow as never })
      .where(and(eq(session.tokenHash, tokenHash(token)), isNull(session.revokedAt)))
      .returning({ id: session.id });
    if (found?.kind !== "staff" || ended.length === 0) return;
    const ctx = contextFor({
      actor: { kind: "staff", ...found.staff },
      organisation: found.organisation,
      ...at,
    });
    await record(tx, ctx, { type: "staff.sign-out", payload: {} });
  });
}

/** Ends one of one's own sessions. @returns whether there was such a one */
export async function revokeOwnSession(ctx: StaffContext, sessionId: string): Promise<boolean> {
  return (await revoke(ctx, eq(session.id, sessionId))) > 0;
}

/** Ends all of one's own sessions but the one that asks. @returns how many */
export async function revokeOtherSessions(ctx: StaffContext, ownSessionId: string): Promise<number> {
  return revoke(ctx, ne(session.id, ownSessionId));
}

async function revoke(ctx: StaffContext, which: ReturnType<typeof eq>): Promise<number> {
  return inTransaction(async (tx) => {
    const ended = await tx
      .update(session)
      .set({ revokedAt: databaseNow as never })
      .where(and(eq(session.staffId, ctx.actor.id), isNull(session.revokedAt), which))
      .returning({ id: session.id });
    for (const { id } of ended)
      await record(tx, ctx as Context, { type: "staff.sign-out", payload: {}, obj: [id] });
    return ended.length;
  });
}

/** Removes sessions that ended more than thirty days ago. @returns how many */
export async function tidySessions(): Promise<number> {
  const gone = await database()
    .delete(session)
    .where(lt(session.expiresAt, sql`now() - interval '30 days'`))
    .returning({ id: session.id });
  return gone.length;
}
