import { and, eq, inArray } from "drizzle-orm";
import { inTransaction, type Tx } from "#db/client.ts";
import { agent, authority, authorityIndex, draft } from "#db/schema/index.ts";
import { planClaims } from "#lib/cases/claims.ts";
import { openCaseIn, type Opening } from "#lib/cases/commands/open.ts";
import type { AgentContext } from "#lib/context.ts";
import type { Request } from "#lib/intake/answers.ts";
import { markSent } from "#lib/intake/commands.ts";
import type { DraftAuthority } from "#lib/intake/draft.ts";
import type { DraftView } from "#lib/intake/queries.ts";
import { dayIn } from "#lib/law/calendar.ts";
import { getPolicyAt } from "#lib/organisations/queries.ts";
import type { Policy } from "#lib/organisations/policy.ts";
import type { RightId } from "#lib/rights/ids.ts";
import { askedWith, laneOf } from "../demands.ts";
import { serves } from "../kinds.ts";
import { principalKeys, type Principal } from "../principal.ts";
import { adoptDocuments, principalDigests, saveAuthority } from "./authority.ts";

export type AgentRequest = Pick<Opening, "locale" | "isOverLimit"> & {
  request: Request;
  authority: DraftAuthority;
};

/** Why nothing was sent: the form changed, his account may not ask, or the paper does not serve. */
export type Sent =
  { ok: true; references: string[] } | { ok: false; why: "changed" | "suspended" | "no-document" | "paper" };

class NotSent extends Error {
  readonly why: Extract<Sent, { ok: false }>["why"];
  constructor(why: Extract<Sent, { ok: false }>["why"]) {
    super(why);
    this.why = why;
  }
}

/**
 * Opens what an agent asks for one person, in one transaction: his authority with its documents, and a case for all rights
 * that the law treats alike, so that an opt-out never waits for a proof that another right needs. Who is on file nobody
 * looks up here: a person who is unknown takes the same work.
 */
export async function sendAgentRequest(
  ctx: AgentContext,
  form: DraftView,
  asked: AgentRequest,
): Promise<Sent> {
  try {
    return await inTransaction((tx) => send(tx, ctx, form, asked));
  } catch (error) {
    if (error instanceof NotSent) return { ok: false, why: error.why };
    throw error;
  }
}

async function send(tx: Tx, ctx: AgentContext, form: DraftView, asked: AgentRequest): Promise<Sent> {
  const [open] = await tx
    .select({ sentCaseId: draft.sentCaseId })
    .from(draft)
    .where(and(eq(draft.id, form.id), eq(draft.agentId, ctx.actor.id)))
    .for("update");
  if (!open || open.sentCaseId) throw new NotSent("changed");
  const [account] = await tx
    .select({ status: agent.status })
    .from(agent)
    .where(and(eq(agent.id, ctx.actor.id), eq(agent.organisationId, ctx.organisation.id)))
    .for("share");
  if (!account || account.status === "suspended") throw new NotSent("suspended");
  const { policy } = await getPolicyAt(tx, ctx.organisation.id, ctx.now);
  const paper = await settleAuthority(tx, ctx, form, asked, policy);
  const opened = [];
  for (const [index, request] of bundlesOf(policy, asked.request, paper.kind, ctx.now).entries()) {
    opened.push(
      await openCaseIn(tx, ctx, {
        idempotencyKey: `${form.idempotencyKey}/${index}`,
        channel: "portal",
        locale: asked.locale,
        receivedAt: ctx.now,
        request,
        login: null,
        authorityId: paper.id,
        isOverLimit: asked.isOverLimit ?? false,
      }),
    );
  }
  const [first] = opened;
  if (!first || !(await markSent(tx, ctx, form, first.id))) throw new NotSent("changed");
  return { ok: true, references: opened.map(({ reference }) => reference) };
}

/** The paper he named: one that stands for this person and these rights, or a new one with its documents. */
async function settleAuthority(
  tx: Tx,
  ctx: AgentContext,
  form: DraftView,
  { request, authority: named }: AgentRequest,
  policy: Policy,
) {
  const { locator } = policy.proof;
  const typed = request.proof.method === "facts" ? request.proof.facts[locator.id] : undefined;
  const principal: Principal = { name: request.name, email: request.email, residence: request.residence };
  const keys = principalKeys(principal, typed ? { kind: locator.kind, typed } : null);
  if (named.use === "known") {
    const digests = principalDigests(ctx, keys);
    const [known] = await tx
      .select({ authority })
      .from(authority)
      .innerJoin(authorityIndex, eq(authorityIndex.authorityId, authority.id))
      .where(
        and(
          eq(authority.id, named.authorityId),
          eq(authority.agentId, ctx.actor.id),
          eq(authority.organisationId, ctx.organisation.id),
          inArray(authorityIndex.digest, digests),
        ),
      )
      .for("share", { of: authority });
    if (!known || !serves(known.authority, request.rights, dayIn(ctx.now, zoneOf(policy))))
      throw new NotSent("paper");
    return known.authority;
  }
  const { use: _use, ...paper } = named;
  const id = await saveAuthority(tx, ctx, { principal, keys, paper: { ...paper, rights: request.rights } });
  if ((await adoptDocuments(tx, ctx, { draftId: form.id, authorityId: id })) === 0)
    throw new NotSent("no-document");
  return { id, kind: paper.kind };
}

const zoneOf = (policy: Policy) => policy.establishments.default.zone;

/**
 * What he asks, as one request for each way in which the law lets it be looked at. An opt-out carries no fact that it does
 * not need (11 CCR 7060(b)).
 */
function bundlesOf(policy: Policy, request: Request, kind: DraftKind, receivedAt: Date): Request[] {
  const groups = new Map<string, RightId[]>();
  for (const { right, regime, needsProof } of planClaims(policy, request, receivedAt, "portal")) {
    const lane = laneOf(askedWith({ regime, right, residence: request.residence }, kind));
    const key = `${lane}/${needsProof}`;
    groups.set(key, [...(groups.get(key) ?? []), right]);
  }
  return [...groups].map(([key, asked]) => ({
    ...request,
    rights: asked,
    details: Object.fromEntries(
      asked.flatMap((right) => {
        const words = request.details[right];
        return words ? [[right, words]] : [];
      }),
    ),
    ...(key.endsWith("/false") ? { proof: { method: "none" as const }, narrow: null } : {}),
  }));
}

type DraftKind = Parameters<typeof askedWith>[1];
