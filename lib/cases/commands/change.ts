import { and, eq } from "drizzle-orm";
import { inTransaction, type Tx } from "#db/client.ts";
import { cases } from "#db/schema/index.ts";
import { record, recordRefusal } from "#lib/audit/commands.ts";
import type { EventPayload } from "#lib/audit/events.ts";
import type { Context } from "#lib/context.ts";
import { enqueue } from "#lib/jobs/queue.ts";
import { readFacts } from "../queries/facts.ts";
import { changeableCases } from "../queries/visible.ts";
import type { CaseFacts, EventInput } from "../guards.ts";
import { decide, type CaseEvent } from "../workflow.ts";

import { tellLostRace } from "./lost-race.ts";

export type CaseRow = typeof cases.$inferSelect;

/** What came of a change. A refusal carries the sentence for whoever tried. */
export type Outcome<R = unknown> =
  | { ok: true; result: R; status: CaseRow["status"]; version: number; eventId: number; seq: number }
  | { ok: false; why: "not-found" | "not-allowed" | "conflict" | "wrong-state" | "guard"; says: string };

/** What a command saved under the lock, for the event that stands for it. */
export type Saved<E extends CaseEvent, R> = {
  payload: EventPayload<E>;
  obj?: string[];
  reason?: string;
  /** Columns of the case itself that change with it. */
  set?: Partial<Omit<CaseRow, "id" | "status" | "version">>;
  result: R;
};

/** Thrown inside `save` to undo everything and answer with a sentence. */
export class Refused extends Error {}

type Change<E extends CaseEvent, R> = {
  /** What guards need to know of the input. */
  input?: EventInput;
  /** The version the actor saw; a newer one means somebody else was quicker. */
  expectedVersion?: number;
  /** Saves what the event is about, in the same transaction. */
  save: (tx: Tx, found: { row: CaseRow; facts: CaseFacts }) => Promise<Saved<E, R>>;
};

/**
 * The only way a case changes: lock → decide (pure) → save → record the event → enqueue jobs, in one transaction.
 * A lost race, a missing right or a wrong moment is a value with a sentence; nothing is half done.
 */
export async function change<E extends CaseEvent, R>(
  ctx: Context,
  caseId: string,
  event: E,
  { input = {}, expectedVersion, save }: Change<E, R>,
): Promise<Outcome<R>> {
  const outcome = await attempt(ctx, caseId, event, input, expectedVersion, save);
  if (!outcome.ok && outcome.why === "not-allowed" && ctx.actor.kind === "staff")
    await recordRefusal(ctx, event);
  return outcome;
}

async function attempt<E extends CaseEvent, R>(
  ctx: Context,
  caseId: string,
  event: E,
  input: EventInput,
  expectedVersion: number | undefined,
  save: Change<E, R>["save"],
): Promise<Outcome<R>> {
  try {
    return await inTransaction((tx) => changeIn(tx, ctx, caseId, event, { input, expectedVersion, save }));
  } catch (error) {
    if (error instanceof Refused) return { ok: false, why: "guard", says: error.message };
    throw error;
  }
}

/** `change` inside a transaction that is open already, for commands that must save a second thing with it. */
export async function changeIn<E extends CaseEvent, R>(
  tx: Tx,
  ctx: Context,
  caseId: string,
  event: E,
  { input = {}, expectedVersion, save }: Change<E, R>,
): Promise<Outcome<R>> {
  const [row] = await tx
    .select()
    .from(cases)
    .where(and(eq(cases.id, caseId), changeableCases(ctx)))
    .for("update");
  if (!row) return { ok: false, why: "not-found", says: "There is no such case." };
  const facts = await readFacts(tx, row);
  const decided = decide(facts, event, ctx.actor, input);
  if (!decided.ok && decided.why === "not-allowed") return decided;
  // Before what no longer fits: what changed says more than that it changed.
  if (expectedVersion !== undefined && expectedVersion !== row.version) {
    return { ok: false, why: "conflict", says: await tellLostRace(tx, row, expectedVersion) };
  }
  if (!decided.ok) return decided;
  const saved = await save(tx, { row, facts });
  const version = row.version + 1;
  await tx
    .update(cases)
    .set({ ...saved.set, status: decided.to, version, lastActivityAt: ctx.now })
    .where(eq(cases.id, row.id));
  const recorded = await record(tx, ctx, {
    type: event,
    payload: saved.payload as EventPayload<E>,
    case: row,
    prevState: row.status,
    state: decided.to,
    obj: saved.obj ?? [],
    ...(saved.reason ? { reason: saved.reason } : {}),
  });
  for (const job of decided.jobs) await enqueue(tx, job as "collecting.plan", { caseId: row.id });
  return {
    ok: true,
    result: saved.result,
    status: decided.to,
    version,
    eventId: recorded.id,
    seq: recorded.seq ?? 0,
  };
}
