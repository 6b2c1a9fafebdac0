import { and, eq, gt, inArray, isNull } from "drizzle-orm";
import { inTransaction, type Tx } from "#db/client.ts";
import { approval, authority, bundle, cases, permissionLink, submittedFact } from "#db/schema/index.ts";
import { countAttempts } from "#lib/attempts/commands.ts";
import { attemptAt } from "#lib/attempts/limits.ts";
import { record } from "#lib/audit/commands.ts";
import { personRef } from "#lib/auth/queries/person.ts";
import { tokenHash } from "#lib/auth/queries/session.ts";
import { changeIn, Refused, type CaseRow, type Outcome } from "#lib/cases/commands/change.ts";
import { saveFacts } from "#lib/cases/commands/facts.ts";
import { visibleCases } from "#lib/cases/queries/visible.ts";
import { isOpen } from "#lib/cases/statuses.ts";
import { contextFor, type Context } from "#lib/context.ts";
import { caseSealer } from "#lib/keys/sealer.ts";
import { dayIn } from "#lib/law/calendar.ts";
import { enqueue } from "#lib/jobs/queue.ts";
import { standingOn, type Recipient } from "../kinds.ts";
import { offeredTo } from "../standing.ts";
import { meetDemands } from "./asking.ts";
import { setStatus } from "./accounts.ts";
import { lockAuthority, lockCasesOf } from "./authority.ts";

/** What she says to the link that was sent to the contact on file. Confirm or verify, either one; never both. */
export type PermissionAnswer =
  | { say: "confirm"; recipient: Recipient }
  | { say: "verify"; facts: Record<string, string> }
  | { say: "take-over" }
  | { say: "disown" };

export type Answered = { ok: true } | { ok: false; why: "ended" | "moved" | "too-often" };

/**
 * Takes her answer to a permission link. Whoever holds it got it at the contact on file; it opens nothing but this. By a
 * press of a button only, and used up by every answer but facts, which may be mistyped.
 */
export async function answerPermission(
  ctx: Context,
  { token, network }: { token: string; network: string },
  answer: PermissionAnswer,
): Promise<Answered> {
  const counted = await countAttempts([attemptAt("permission-link-try/network", network)]);
  if (!counted.allowed) return { ok: false, why: "too-often" };
  if (!/^[\w-]{43}$/.test(token)) return { ok: false, why: "ended" };
  try {
    return await inTransaction(async (tx): Promise<Answered> => {
      const link = await findLink(tx, ctx, token);
      if (!link) return { ok: false, why: "ended" };
      const all = await lockCasesOf(tx, link.authorityId);
      // Asked again under the lock: of two who press at once, one is heard.
      const live = await findLink(tx, ctx, token);
      if (!live || !all.some(({ id }) => id === live.caseId)) return { ok: false, why: "ended" };
      const outcome = await answers[answer.say](tx, ctx, { link: live, all, answer: answer as never });
      if (!outcome.ok) throw new Refused(outcome.says);
      if (answer.say !== "verify")
        await tx.update(permissionLink).set({ usedAt: ctx.now }).where(eq(permissionLink.id, live.id));
      return { ok: true };
    });
  } catch (error) {
    if (error instanceof Refused) return { ok: false, why: "moved" };
    throw error;
  }
}

type LinkRow = typeof permissionLink.$inferSelect;

async function findLink(tx: Tx, ctx: Context, token: string): Promise<LinkRow | null> {
  const [row] = await tx
    .select()
    .from(permissionLink)
    .where(
      and(
        eq(permissionLink.tokenHash, tokenHash(token)),
        eq(permissionLink.organisationId, ctx.organisation.id),
        isNull(permissionLink.usedAt),
        isNull(permissionLink.supersededAt),
        gt(permissionLink.expiresAt, ctx.now),
      ),
    );
  return row ?? null;
}

/** She, of one case: she holds what was sent to the contact on file, which opens nothing of the data. */
export function herself(ctx: Context, caseId: string): Context {
  const actor = {
    kind: "person" as const,
    ref: personRef({ caseId }),
    sessionId: null,
    caseId,
    scope: "conversation" as const,
    provedAt: null,
  };
  return contextFor({ ...ctx, actor });
}

type Given<A> = { link: LinkRow; all: CaseRow[]; answer: A };

const answers: {
  [S in PermissionAnswer["say"]]: (
    tx: Tx,
    ctx: Context,
    given: Given<Extract<PermissionAnswer, { say: S }>>,
  ) => Promise<Outcome>;
} = {
  confirm: (tx, ctx, { link, all, answer }) =>
    changeIn(tx, herself(ctx, link.caseId), link.caseId, "confirm-permission", {
      save: async (_tx, { row, facts }) => {
        const paper = await lockAuthority(tx, ctx, link.authorityId);
        const standing = paper && standingOn(paper, dayIn(row.receivedAt, row.zone));
        const stands = standing === "pending" || standing === "valid";
        if (!paper || !stands || !facts.agent || !offeredTo(facts.agent).includes("confirm"))
          throw new Refused("The paper does not stand any more.");
        // What she says herself settles more than the paper could; only an instrument is read all the same.
        const status = paper.kind === "power-of-attorney" ? paper.status : ("valid" as const);
        await tx
          .update(authority)
          .set({ status, confirmedAt: ctx.now, ...(status === paper.status ? {} : { statusAt: ctx.now }) })
          .where(eq(authority.id, paper.id));
        await meetDemands(tx, ctx, link.caseId, "confirmed", facts.agent.lane === "person");
        for (const other of all)
          if (other.id !== link.caseId && other.status === "received")
            await enqueue(tx, "identity.check", { caseId: other.id });
        const { recipient } = answer;
        return { payload: { recipient }, obj: [paper.id], set: { recipient }, result: null };
      },
    }),
  verify: (tx, ctx, { link, answer }) =>
    changeIn(tx, herself(ctx, link.caseId), link.caseId, "verify-herself", {
      save: async (_tx, { facts }) => {
        if (!facts.agent || !offeredTo(facts.agent).includes("verify"))
          throw new Refused("Nobody asked her who she is.");
        await tx.delete(submittedFact).where(eq(submittedFact.caseId, link.caseId));
        await saveFacts(tx, ctx, await caseSealer(tx, link.caseId), link.caseId, answer.facts);
        return { payload: {}, result: null };
      },
    }),
  "take-over": (tx, ctx, { link }) =>
    takeOver(tx, herself(ctx, link.caseId), link.caseId, { isOffered: true }),
  disown: async (tx, ctx, { link, all }) => {
    const paper = await lockAuthority(tx, ctx, link.authorityId);
    if (!paper) throw new Refused("There is no such paper.");
    await tx
      .update(authority)
      .set({ status: "disputed", statusAt: ctx.now, confirmedAt: null })
      .where(eq(authority.id, paper.id));
    await setStatus(tx, herself(ctx, link.caseId), paper.agentId, "flagged", null);
    // Every request he asks on this paper stops with it.
    for (const { id, status, takenOverAt } of all)
      if (id !== link.caseId && isOpen(status) && status !== "frozen" && !takenOverAt)
        await freeze(tx, herself(ctx, id), id);
    return freeze(tx, herself(ctx, link.caseId), link.caseId);
  },
};

/** Stops a case: links end, and what was built or approved goes out no more. */
function freeze(tx: Tx, ctx: Context, caseId: string): Promise<Outcome<null>> {
  return changeIn(tx, ctx, caseId, "disown", {
    save: async () => {
      await endWork(tx, ctx, caseId);
      return { payload: {}, result: null };
    },
  });
}

async function endWork(tx: Tx, ctx: Context, caseId: string): Promise<void> {
  await tx
    .update(bundle)
    .set({ state: "superseded" })
    .where(and(eq(bundle.caseId, caseId), inArray(bundle.state, ["building", "built"])));
  await tx
    .update(approval)
    .set({ cancelledAt: ctx.now })
    .where(and(eq(approval.caseId, caseId), isNull(approval.cancelledAt)));
  await tx
    .update(permissionLink)
    .set({ supersededAt: ctx.now })
    .where(
      and(
        eq(permissionLink.caseId, caseId),
        isNull(permissionLink.usedAt),
        isNull(permissionLink.supersededAt),
      ),
    );
}

/**
 * She makes what an agent asked her own; he has no part in it from then on.
 * @param isOffered by a link, which offers it only where the law is silent on agents
 */
function takeOver(tx: Tx, ctx: Context, caseId: string, { isOffered = false } = {}): Promise<Outcome<null>> {
  return changeIn(tx, ctx, caseId, "take-over", {
    save: async (_tx, { facts }) => {
      if (isOffered && !(facts.agent && offeredTo(facts.agent).includes("take-over")))
        throw new Refused("Her link does not offer it.");
      return { payload: {}, set: { takenOverAt: ctx.now, recipient: "self" as const }, result: null };
    },
  });
}

export type Revoked = { ok: true; stopped: number; kept: number } | { ok: false; why: "not-found" | "ended" };

/**
 * Ends an authority, by the person it is for or by the agent who has it. His open requests stop, or she goes on with them
 * herself; what was answered is given out to him no more.
 * @param takeOver she goes on with them
 */
export async function revokeAuthority(
  ctx: Context,
  authorityId: string,
  { takeOver: isTakenOver }: { takeOver: boolean },
): Promise<Revoked> {
  return inTransaction(async (tx): Promise<Revoked> => {
    const all = await lockCasesOf(tx, authorityId);
    const paper = await lockAuthority(tx, ctx, authorityId);
    if (!paper || !(await mayRevoke(tx, ctx, paper))) return { ok: false, why: "not-found" };
    if (paper.status === "revoked") return { ok: false, why: "ended" };
    await tx
      .update(authority)
      .set({ status: "revoked", statusAt: ctx.now })
      .where(eq(authority.id, paper.id));
    const isHers = ctx.actor.kind === "person";
    let [stopped, kept] = [0, 0];
    for (const { id, status, takenOverAt } of all) {
      if (!isOpen(status) || status === "appealed" || takenOverAt) continue;
      const as = isHers ? herself(ctx, id) : ctx;
      const outcome = isHers && isTakenOver ? await takeOver(tx, as, id) : await endCase(tx, as, id);
      if (!outcome.ok) throw new Error(`a case did not stop: ${outcome.says}`);
      if (isHers && isTakenOver) kept += 1;
      else stopped += 1;
    }
    await record(tx, ctx, {
      type: "authority.revoke",
      payload: { by: isHers ? "person" : "agent", cases: stopped },
      obj: [paper.id],
    });
    return { ok: true, stopped, kept };
  });
}

function endCase(tx: Tx, ctx: Context, caseId: string): Promise<Outcome<null>> {
  return changeIn(tx, ctx, caseId, "end-permission", {
    save: async () => {
      await endWork(tx, ctx, caseId);
      return { payload: {}, set: { closedAt: ctx.now }, result: null };
    },
  });
}

/** She, where a case she has fully proved to be hers is about the same account; and the agent whose paper it is. */
async function mayRevoke(tx: Tx, ctx: Context, paper: typeof authority.$inferSelect): Promise<boolean> {
  const { actor } = ctx;
  if (actor.kind === "agent") return paper.agentId === actor.id;
  if (actor.kind !== "person" || actor.scope !== "full" || !actor.caseId || !paper.personIndex) return false;
  const [own] = await tx
    .select({ personIndex: cases.personIndex })
    .from(cases)
    .where(and(eq(cases.id, actor.caseId), visibleCases(ctx)));
  return own?.personIndex != null && Buffer.from(own.personIndex).equals(Buffer.from(paper.personIndex));
}
