import { and, eq } from "drizzle-orm";
import { inTransaction, type Tx } from "#db/client.ts";
import { agent } from "#db/schema/index.ts";
import { record } from "#lib/audit/commands.ts";
import { authorise } from "#lib/auth/commands/authorise.ts";
import type { Context, StaffContext } from "#lib/context.ts";
import { organisationSealer } from "#lib/keys/sealer.ts";
import type { AgentStatus } from "../kinds.ts";

/**
 * Staff suspend an agent, or clear him again. A suspended one sees his cases and asks nothing new. Why is kept, sealed, and
 * he reads it.
 */
export async function changeAgentStatus(
  ctx: StaffContext,
  agentId: string,
  status: AgentStatus,
  reason: string,
): Promise<{ ok: true } | { ok: false; says: string }> {
  await authorise(ctx, "case.work");
  if (reason.trim() === "") return { ok: false, says: "Say why." };
  return inTransaction(async (tx) => {
    const isChanged = await setStatus(tx, ctx, agentId, status, reason.trim());
    return isChanged ? { ok: true } : { ok: false, says: "There is no such agent, or he is that already." };
  });
}

/** @returns whether anything changed */
export async function setStatus(
  tx: Tx,
  ctx: Context,
  agentId: string,
  status: AgentStatus,
  reason: string | null,
): Promise<boolean> {
  const [row] = await tx
    .select()
    .from(agent)
    .where(and(eq(agent.id, agentId), eq(agent.organisationId, ctx.organisation.id)))
    .for("update");
  if (!row || row.status === status) return false;
  const sealer = await organisationSealer(tx, ctx.organisation.id);
  await tx
    .update(agent)
    .set({
      status,
      statusAt: ctx.now,
      sealedStatusReason: reason ? sealer.seal("agent.sealed_status_reason", agentId, reason) : null,
    })
    .where(eq(agent.id, agentId));
  await record(tx, ctx, {
    type: "agent.change-status",
    payload: { before: row.status, status },
    obj: [agentId],
  });
  return true;
}
