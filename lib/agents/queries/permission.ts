import { and, asc, eq } from "drizzle-orm";
import { database } from "#db/client.ts";
import { agent, authority, cases, claim, permissionLink } from "#db/schema/index.ts";
import { tokenHash } from "#lib/auth/queries/session.ts";
import { readFacts } from "#lib/cases/queries/facts.ts";
import type { Context } from "#lib/context.ts";
import { organisationSealer } from "#lib/keys/sealer.ts";
import { getPolicy } from "#lib/organisations/queries.ts";
import type { Policy } from "#lib/organisations/policy.ts";
import type { RightId } from "#lib/rights/ids.ts";
import { offeredTo, type Offered } from "../standing.ts";
import { openAgent, type AgentView } from "./accounts.ts";
import { openAuthority, type AuthorityView } from "./authorities.ts";

/** What the page behind a permission link says: who asks, what, on which paper. Nothing of her data. */
export type PermissionView = {
  caseId: string;
  reference: string;
  receivedAt: Date;
  zone: string;
  residence: string;
  rights: RightId[];
  /** Whether what was asked gives out data, so that she may choose to whom. */
  givesData: boolean;
  policy: Policy;
  agent: Pick<AgentView, "name" | "company" | "kind">;
  authority: Pick<AuthorityView, "kind" | "rights" | "issuedOn" | "validUntil">;
  offered: Offered[];
  expiresAt: Date;
  /** `open` while it takes an answer; `answered` once it did; `ended` when it is too old, replaced, or the case moved on. */
  state: "open" | "answered" | "ended";
};

/**
 * What a permission link stands for. Whoever calls holds its token, which went to the contact on file; null for one that is
 * none.
 */
export async function unscopedFindPermission(ctx: Context, token: string): Promise<PermissionView | null> {
  if (!/^[\w-]{43}$/.test(token)) return null;
  const db = database();
  const [found] = await db
    .select({ link: permissionLink, row: cases, authority, agent })
    .from(permissionLink)
    .innerJoin(cases, eq(cases.id, permissionLink.caseId))
    .innerJoin(authority, eq(authority.id, permissionLink.authorityId))
    .innerJoin(agent, eq(agent.id, authority.agentId))
    .where(
      and(
        eq(permissionLink.tokenHash, tokenHash(token)),
        eq(permissionLink.organisationId, ctx.organisation.id),
      ),
    );
  if (!found) return null;
  const { link, row } = found;
  const claims = await db.select().from(claim).where(eq(claim.caseId, row.id)).orderBy(asc(claim.position));
  const facts = await readFacts(db, row);
  const sealer = await organisationSealer(db, row.organisationId);
  const paper = openAuthority(sealer, found.authority, "");
  const { name, company, kind } = await openAgent(db, found.agent);
  const isOver = link.supersededAt !== null || link.expiresAt <= ctx.now || facts.agent?.isOwn !== false;
  const rights = claims.map(({ right }) => right);
  return {
    caseId: row.id,
    reference: row.reference,
    receivedAt: row.receivedAt,
    zone: row.zone,
    residence: found.authority.jurisdiction,
    rights,
    givesData: rights.some((right) => right === "access" || right === "portability"),
    policy: (await getPolicy(db, row.policyId)).policy,
    agent: { name, company, kind },
    authority: paper,
    offered: facts.agent && row.status === "received" ? offeredTo(facts.agent) : [],
    expiresAt: link.expiresAt,
    state: link.usedAt ? "answered" : isOver ? "ended" : "open",
  };
}
