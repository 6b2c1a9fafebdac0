import { and, asc, desc, eq, inArray, isNull, ne, or } from "drizzle-orm";
import { database, inTransaction, type Tx } from "#db/client.ts";
import {
  agent,
  authority,
  authorityFile,
  authorityIndex,
  authorityReview,
  cases,
  claim,
  demandMade,
  permissionLink,
} from "#db/schema/index.ts";
import { record } from "#lib/audit/commands.ts";
import { authorise } from "#lib/auth/commands/authorise.ts";
import { askedOf } from "#lib/cases/queries/agent-facts.ts";
import { readableCases, visibleCases } from "#lib/cases/queries/visible.ts";
import { isOpen } from "#lib/cases/statuses.ts";
import type { AgentContext, Context, StaffContext } from "#lib/context.ts";
import { HabeasError } from "#lib/errors.ts";
import type { DraftFile } from "#lib/files/queries.ts";
import { openBlob } from "#lib/files/store.ts";
import { organisationSealer, type Sealer } from "#lib/keys/sealer.ts";
import { dayIn } from "#lib/law/calendar.ts";
import { getPolicyAt } from "#lib/organisations/queries.ts";
import { reviewersNeeded, type Asked, type Demand, type Ground } from "../demands.ts";
import type { FormTest } from "../form-test.ts";
import { agentName, serves, standingOn, type AuthorityStanding, type Rejection } from "../kinds.ts";
import type { Principal } from "../principal.ts";
import { openAgent, type AgentView } from "./accounts.ts";

type AuthorityRow = typeof authority.$inferSelect;

/** An authority as its agent told it, and where it stands. */
export type AuthorityView = Pick<
  AuthorityRow,
  "id" | "kind" | "rights" | "issuedOn" | "validUntil" | "status" | "statusAt" | "confirmedAt" | "createdAt"
> & {
  principal: Principal;
  businesses: string | null;
  standing: AuthorityStanding;
};

export type ReviewView = {
  byRef: string;
  verdict: "accept" | "reject";
  reasons: Rejection[];
  formTest: FormTest | null;
  at: Date;
};

export type DocumentView = {
  id: string;
  name: string;
  mediaType: string;
  sizeBytes: number;
  isReleased: boolean;
  at: Date;
};

export function openAuthority(sealer: Sealer, row: AuthorityRow, today: string): AuthorityView {
  const { id, kind, rights, issuedOn, validUntil, status, statusAt, confirmedAt, createdAt } = row;
  return {
    id,
    kind,
    rights,
    issuedOn,
    validUntil,
    status,
    statusAt,
    confirmedAt,
    createdAt,
    principal: sealer.open<Principal>("authority.sealed_principal", id, row.sealedPrincipal),
    businesses: row.sealedBusinesses
      ? sealer.open<string>("authority.sealed_businesses", id, row.sealedBusinesses)
      : null,
    standing: standingOn(row, today),
  };
}

/** The verdicts of the round a paper is in: earlier ones count no more. */
export async function readReviews(tx: Tx, { id, round }: Pick<AuthorityRow, "id" | "round">) {
  const rows = await tx
    .select()
    .from(authorityReview)
    .where(and(eq(authorityReview.authorityId, id), eq(authorityReview.round, round)))
    .orderBy(asc(authorityReview.at));
  return rows.map(({ byRef, verdict, reasons, formTest, at }): ReviewView => ({
    byRef,
    verdict,
    reasons,
    formTest,
    at,
  }));
}

/** What staff see of the agent of a case: who he is, his paper, what may be demanded, and how far she was asked. */
export type AgentOfCase = {
  agent: AgentView;
  authority: AuthorityView;
  documents: DocumentView[];
  reviews: ReviewView[];
  needed: 1 | 2;
  asked: Asked[];
  demands: { demand: Demand; ground: Ground | null; at: Date; metAt: Date | null; metBy: string | null }[];
  links: { createdAt: Date; expiresAt: Date; usedAt: Date | null; isSuperseded: boolean }[];
  /** Other cases that stand on the same paper, by reference. */
  alsoIn: string[];
  takenOverAt: Date | null;
};

/** The agent's side of a case, for who may read it; null where nobody acts for her. */
export async function findAgentOfCase(ctx: StaffContext, caseId: string): Promise<AgentOfCase | null> {
  const db = database();
  const [found] = await db
    .select({ row: cases, authority, agent })
    .from(cases)
    .innerJoin(authority, eq(authority.id, cases.authorityId))
    .innerJoin(agent, eq(agent.id, authority.agentId))
    .where(and(eq(cases.id, caseId), readableCases(ctx)));
  if (!found || ctx.actor.kind !== "staff") return null;
  const { row } = found;
  const sealer = await organisationSealer(db, row.organisationId);
  const claims = await db.select().from(claim).where(eq(claim.caseId, caseId)).orderBy(asc(claim.position));
  const asked = askedOf(claims, found.authority);
  const demands = await db
    .select()
    .from(demandMade)
    .where(eq(demandMade.caseId, caseId))
    .orderBy(asc(demandMade.at));
  const links = await db
    .select()
    .from(permissionLink)
    .where(eq(permissionLink.caseId, caseId))
    .orderBy(asc(permissionLink.createdAt));
  const others = await db
    .select({ reference: cases.reference })
    .from(cases)
    .where(and(eq(cases.authorityId, found.authority.id), ne(cases.id, caseId)))
    .orderBy(asc(cases.receivedAt));
  return {
    agent: await openAgent(db, found.agent),
    authority: openAuthority(sealer, found.authority, dayIn(row.receivedAt, row.zone)),
    documents: await readDocuments(db, sealer, found.authority.id),
    reviews: await readReviews(db, found.authority),
    needed: reviewersNeeded(asked),
    asked,
    demands,
    links: links.map(({ createdAt, expiresAt, usedAt, supersededAt }) => ({
      createdAt,
      expiresAt,
      usedAt,
      isSuperseded: supersededAt !== null,
    })),
    alsoIn: others.map(({ reference }) => reference),
    takenOverAt: row.takenOverAt,
  };
}

async function readDocuments(tx: Tx, sealer: Sealer, authorityId: string): Promise<DocumentView[]> {
  const rows = await tx
    .select()
    .from(authorityFile)
    .where(eq(authorityFile.authorityId, authorityId))
    .orderBy(asc(authorityFile.at));
  return rows.map(({ id, sealedName, mediaType, sizeBytes, releasedAt, at }) => ({
    id,
    name: sealer.open<DraftFile>("authority_file.sealed_name", id, sealedName).name,
    mediaType,
    sizeBytes,
    isReleased: releasedAt !== null,
    at,
  }));
}

/**
 * Opens a released document for staff, and records that it was opened.
 * @throws HabeasError `not-found`; `not-allowed` while it is in quarantine
 */
export async function openDocument(ctx: StaffContext, fileId: string) {
  await authorise(ctx, "case.read");
  const found = await inTransaction(async (tx) => {
    const [row] = await tx
      .select()
      .from(authorityFile)
      .where(and(eq(authorityFile.id, fileId), eq(authorityFile.organisationId, ctx.organisation.id)));
    if (!row) throw new HabeasError("not-found", "There is no such file.");
    if (row.releasedAt === null)
      throw new HabeasError("not-allowed", "This file is in quarantine. Release it first, and say why.");
    await record(tx, ctx, { type: "authority.read-file", payload: {}, obj: [row.authorityId, fileId] });
    const sealer = await organisationSealer(tx, ctx.organisation.id);
    return { row, kept: sealer.open<DraftFile>("authority_file.sealed_name", fileId, row.sealedName) };
  });
  const { mediaType, sizeBytes, blobId } = found.row;
  return { name: found.kept.name, mediaType, sizeBytes, stream: await openBlob(blobId, found.kept.identity) };
}

export type WaitingAuthority = {
  reference: string;
  dueOn: string;
  kind: AuthorityRow["kind"];
  principal: string;
  agent: string;
  agentStatus: AgentView["status"];
  createdAt: Date;
  standing: AuthorityStanding;
  /** Verdicts so far; whether the one who asks gave one of them. */
  accepted: number;
  needed: 1 | 2;
  isReadByMe: boolean;
};

/** Papers that wait for staff, and those she disputes, the most urgent case first. */
export async function listWaitingAuthorities(ctx: StaffContext): Promise<WaitingAuthority[]> {
  await authorise(ctx, "case.read");
  const db = database();
  const rows = await db
    .select({ row: cases, authority, agent })
    .from(authority)
    .innerJoin(cases, eq(cases.authorityId, authority.id))
    .innerJoin(agent, eq(agent.id, authority.agentId))
    .where(
      and(
        eq(authority.organisationId, ctx.organisation.id),
        isNull(cases.takenOverAt),
        or(
          and(eq(authority.status, "pending"), eq(cases.status, "received")),
          and(eq(authority.status, "disputed"), eq(cases.status, "frozen")),
        ),
      ),
    )
    .orderBy(asc(cases.dueOn), asc(cases.id))
    .limit(200);
  const sealer = await organisationSealer(db, ctx.organisation.id);
  const waiting: WaitingAuthority[] = [];
  const seen = new Set<string>();
  for (const { row, authority: paper, agent: account } of rows) {
    if (seen.has(paper.id)) continue;
    seen.add(paper.id);
    const claims = await db.select().from(claim).where(eq(claim.caseId, row.id));
    const reviews = await readReviews(db, paper);
    const { name, company, status } = await openAgent(db, account);
    const view = openAuthority(sealer, paper, dayIn(row.receivedAt, row.zone));
    waiting.push({
      reference: row.reference,
      dueOn: row.dueOn,
      kind: paper.kind,
      principal: view.principal.name,
      agent: agentName({ name, company }),
      agentStatus: status,
      createdAt: paper.createdAt,
      standing: view.standing,
      accepted: reviews.filter(({ verdict }) => verdict === "accept").length,
      needed: reviewersNeeded(askedOf(claims, paper)),
      isReadByMe: reviews.some(({ byRef }) => byRef === ctx.actor.ref),
    });
  }
  return waiting;
}

/** An agent's own papers, the newest first. */
export async function listOwnAuthorities(ctx: AgentContext): Promise<AuthorityView[]> {
  const db = database();
  if (ctx.actor.kind !== "agent") return [];
  const rows = await db
    .select()
    .from(authority)
    .where(and(eq(authority.agentId, ctx.actor.id), eq(authority.organisationId, ctx.organisation.id)))
    .orderBy(desc(authority.createdAt));
  const sealer = await organisationSealer(db, ctx.organisation.id);
  const { policy } = await getPolicyAt(db, ctx.organisation.id, ctx.now);
  const today = dayIn(ctx.now, policy.establishments.default.zone);
  return rows.map((row) => openAuthority(sealer, row, today));
}

/** Papers of his for exactly this person that cover what he asks, for use once more. */
export async function listReusable(
  ctx: AgentContext,
  digests: readonly Uint8Array[],
  asked: AuthorityRow["rights"],
  today: string,
): Promise<AuthorityView[]> {
  if (digests.length === 0 || ctx.actor.kind !== "agent") return [];
  const db = database();
  const rows = await db
    .selectDistinct({ id: authorityIndex.authorityId })
    .from(authorityIndex)
    .innerJoin(authority, eq(authority.id, authorityIndex.authorityId))
    .where(
      and(
        eq(authority.agentId, ctx.actor.id),
        eq(authority.organisationId, ctx.organisation.id),
        inArray(authorityIndex.digest, [...digests]),
      ),
    );
  const ids = new Set(rows.map(({ id }) => id));
  return (await listOwnAuthorities(ctx)).filter((one) => ids.has(one.id) && serves(one, asked, today));
}

/** Who acts for her, as she sees it on her own page. */
export type HerAgent = AuthorityView & {
  agent: { name: string; company: string | null; kind: AgentView["kind"] };
  /** Requests of his on this paper that are still open. */
  open: number;
};

/** The agents of the account that her case is about. Only who has fully proved it sees them. */
export async function listHerAgents(ctx: Context): Promise<HerAgent[]> {
  const { actor } = ctx;
  if (actor.kind !== "person" || actor.scope !== "full" || !actor.caseId) return [];
  const db = database();
  const [own] = await db
    .select({ personIndex: cases.personIndex, receivedAt: cases.receivedAt, zone: cases.zone })
    .from(cases)
    .where(and(eq(cases.id, actor.caseId), visibleCases(ctx)));
  if (!own?.personIndex) return [];
  const rows = await db
    .select({ authority, agent })
    .from(authority)
    .innerJoin(agent, eq(agent.id, authority.agentId))
    .where(and(eq(authority.organisationId, ctx.organisation.id), eq(authority.personIndex, own.personIndex)))
    .orderBy(desc(authority.createdAt));
  const sealer = await organisationSealer(db, ctx.organisation.id);
  const today = dayIn(ctx.now, own.zone);
  return Promise.all(
    rows.map(async (row): Promise<HerAgent> => {
      const { name, company, kind } = await openAgent(db, row.agent);
      const asked = await db
        .select({ status: cases.status, takenOverAt: cases.takenOverAt })
        .from(cases)
        .where(eq(cases.authorityId, row.authority.id));
      return {
        ...openAuthority(sealer, row.authority, today),
        agent: { name, company, kind },
        open: asked.filter(({ status, takenOverAt }) => isOpen(status) && takenOverAt === null).length,
      };
    }),
  );
}
