import { and, eq } from "drizzle-orm";
import { database, type Tx } from "#db/client.ts";
import { agent } from "#db/schema/index.ts";
import { authorise } from "#lib/auth/commands/authorise.ts";
import type { AgentContext, Context } from "#lib/context.ts";
import { HabeasError } from "#lib/errors.ts";
import { ring } from "#lib/keys/ring.ts";
import { organisationSealer } from "#lib/keys/sealer.ts";
import type { AgentKind, AgentStatus } from "../kinds.ts";

type AgentRow = typeof agent.$inferSelect;

/** Who an agent is. */
export type AgentView = {
  id: string;
  ref: string;
  name: string;
  company: string | null;
  email: string;
  kind: AgentKind;
  status: AgentStatus;
  statusReason: string | null;
  statusAt: Date;
  createdAt: Date;
};

/** An agent's address as it is compared: capitals make no other mailbox. */
export const agentAddress = (typed: string): string => typed.normalize("NFKC").trim().toLowerCase();

/** Blind index of an agent's address, one per organisation. */
export function agentEmailIndex(organisationId: string, email: string): Uint8Array {
  return ring().blindIndex("agent/email", `${organisationId}|${agentAddress(email)}`);
}

export async function openAgent(tx: Tx, row: AgentRow): Promise<AgentView> {
  const sealer = await organisationSealer(tx, row.organisationId);
  const { id, ref, kind, status, statusAt, createdAt } = row;
  return {
    id,
    ref,
    kind,
    status,
    statusAt,
    createdAt,
    name: sealer.open<string>("agent.sealed_name", id, row.sealedName),
    company: row.sealedCompany ? sealer.open<string>("agent.sealed_company", id, row.sealedCompany) : null,
    email: sealer.open<string>("agent.sealed_email", id, row.sealedEmail),
    statusReason: row.sealedStatusReason
      ? sealer.open<string>("agent.sealed_status_reason", id, row.sealedStatusReason)
      : null,
  };
}

/** The agent's own account. @throws HabeasError `not-found` */
export async function getOwnAccount(ctx: AgentContext): Promise<AgentView> {
  return getOne(ctx, ctx.actor.kind === "agent" ? ctx.actor.id : "");
}

/** An agent for staff of the organisation he asks. @throws HabeasError `not-allowed`, `not-found` */
export async function getAgent(ctx: Context, agentId: string): Promise<AgentView> {
  await authorise(ctx, "case.read");
  return getOne(ctx, agentId);
}

async function getOne(ctx: Context, agentId: string): Promise<AgentView> {
  const db = database();
  const [row] = agentId
    ? await db
        .select()
        .from(agent)
        .where(and(eq(agent.id, agentId), eq(agent.organisationId, ctx.organisation.id)))
    : [];
  if (!row) throw new HabeasError("not-found", "There is no such agent.");
  return openAgent(db, row);
}
