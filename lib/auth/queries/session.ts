import { createHash } from "node:crypto";
import { and, desc, eq, gt, isNull, or, sql } from "drizzle-orm";
import { database } from "#db/client.ts";
import { agent, organisation, session, staff } from "#db/schema/index.ts";
import type { CodeScope, StaffContext } from "#lib/context.ts";
import { organisationSealer } from "#lib/keys/sealer.ts";
import type { Role } from "../roles.ts";
import { freshSeconds, sessionRules } from "../sessions.ts";

type Common = {
  id: string;
  organisation: { id: string; ref: string; slug: string };
  /** When the person last gave her password or code. */
  provedAt: Date;
  /** Whether that was within the last five minutes, by the database's clock. */
  isFresh: boolean;
};

/** A session that is valid at this moment. */
export type LiveSession = Common &
  (
    | { kind: "staff"; staff: { id: string; ref: string; name: string; roles: Role[] } }
    | { kind: "login"; subjectIndex: Uint8Array }
    | { kind: "code"; caseId: string; scope: CodeScope }
    | { kind: "agent"; agent: { id: string; ref: string } }
  );

/** What is stored of the random id in the cookie. */
export function tokenHash(token: string): Uint8Array {
  return createHash("sha256").update(token).digest();
}

/** Idle time is counted from the last request, to about this precision: not every request is worth a write. */
const touchAfterSeconds = 15;

const idle = sql`make_interval(secs => ${sessionRules.staff.idleSeconds})`;
const isLive = and(
  isNull(session.revokedAt),
  gt(session.expiresAt, sql`clock_timestamp()`),
  or(isNull(session.staffId), gt(session.lastSeenAt, sql`clock_timestamp() - ${idle}`)),
);

/**
 * The session of a cookie, with what its owner may do as it stands in the database now: revoking, disabling and
 * changing roles work with the next request. All times are the database's.
 * @param isPassive for requests a page makes by itself: they do not keep a session from lying idle
 */
export async function findSession(token: string, { isPassive = false } = {}): Promise<LiveSession | null> {
  if (!/^[\w-]{43}$/.test(token)) return null;
  const db = database();
  const [row] = await db
    .select({
      session,
      staff,
      agent: { id: agent.id, ref: agent.ref },
      organisation: { id: organisation.id, ref: organisation.ref, slug: organisation.slug },
      isFresh: sql<boolean>`${session.provedAt} > clock_timestamp() - make_interval(secs => ${freshSeconds})`,
      isDueForTouch: sql<boolean>`${session.lastSeenAt} < clock_timestamp() - make_interval(secs => ${touchAfterSeconds})`,
    })
    .from(session)
    .innerJoin(organisation, eq(organisation.id, session.organisationId))
    .leftJoin(staff, eq(staff.id, session.staffId))
    .leftJoin(agent, eq(agent.id, session.agentId))
    .where(and(eq(session.tokenHash, tokenHash(token)), isLive, isNull(staff.disabledAt)));
  if (!row) return null;
  if (row.isDueForTouch && !isPassive) {
    await db
      .update(session)
      .set({ lastSeenAt: sql`clock_timestamp()` as never })
      .where(eq(session.id, row.session.id));
  }
  const { id, provedAt, kind, subjectIndex, caseId, scope } = row.session;
  const common = { id, provedAt, isFresh: row.isFresh, organisation: row.organisation };
  if (kind === "login" && subjectIndex) return { ...common, kind, subjectIndex };
  if (kind === "code" && caseId && scope) return { ...common, kind, caseId, scope };
  if (kind === "agent" && row.agent) return { ...common, kind, agent: row.agent };
  if (kind !== "staff" || !row.staff) return null;
  const sealer = await organisationSealer(db, row.organisation.id);
  const name = sealer.open<string>("staff.sealed_name", row.staff.id, row.staff.sealedName);
  return { ...common, kind, staff: { id: row.staff.id, ref: row.staff.ref, name, roles: row.staff.roles } };
}

export type SessionView = { id: string; createdAt: Date; lastSeenAt: Date; expiresAt: Date };

/** The valid sessions of a member of staff, newest first, so that she can end one she does not know. */
export async function listOwnSessions(ctx: StaffContext): Promise<SessionView[]> {
  return database()
    .select({
      id: session.id,
      createdAt: session.createdAt,
      lastSeenAt: session.lastSeenAt,
      expiresAt: session.expiresAt,
    })
    .from(session)
    .where(and(eq(session.staffId, ctx.actor.id), isLive))
    .orderBy(desc(session.createdAt));
}
