import { and, eq, inArray, isNull, ne, sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { caseSource, claim, recordFile, recordFlag, recordPage, source, task } from "#db/schema/index.ts";
import { change, changeIn, Refused, type CaseRow, type Outcome } from "#lib/cases/commands/change.ts";
import { isOurs } from "#lib/cases/queries/own-claims.ts";
import type { Context, StaffContext } from "#lib/context.ts";
import { newId } from "#lib/ids.ts";
import { enqueue } from "#lib/jobs/queue.ts";
import type { Requester } from "#lib/intake/answers.ts";
import { caseSealer } from "#lib/keys/sealer.ts";
import { nameIn } from "#lib/organisations/policy.ts";
import { getPolicy } from "#lib/organisations/queries.ts";
import { recipientsToTell, tellsOf } from "#lib/organisations/recipients.ts";
import { isAnsweredInWords } from "#lib/organisations/words.ts";
import { rights } from "#lib/rights/index.ts";
import { recipientAnswers, type RecipientAnswer, type TaskOutcome } from "#lib/rights/right.ts";
import { mappedSources, type MappedSource } from "../sources/client.ts";

/**
 * The job "collecting.plan": one progress row per source for what is collected, one task per source for what people do
 * by hand, frozen to the maps as they are now. Sources that are done stay done: only the others are searched.
 */
export async function planCollecting(ctx: Context, caseId: string): Promise<void> {
  await change(ctx, caseId, "plan-collecting", {
    save: async (tx, { row }) => {
      const sources = await mappedSources(tx, row.organisationId);
      const claims = await tx
        .select()
        .from(claim)
        .where(and(eq(claim.caseId, caseId), isOurs));
      const collects = claims.some((one) => rights[one.right].plan === "collect");
      const run = row.run + 1;
      const waiting = collects ? await planSources(tx, row, sources, run) : [];
      const tasks = await planTasks(tx, row, claims, sources);
      for (const sourceId of waiting) await enqueue(tx, "collecting.collect", { caseId, sourceId });
      return { payload: { run, sources: waiting.length, tasks }, set: { run }, result: null };
    },
  });
  await finishCollecting(ctx, caseId);
}

async function planSources(tx: Tx, row: CaseRow, sources: MappedSource[], run: number): Promise<string[]> {
  const before = await tx.select().from(caseSource).where(eq(caseSource.caseId, row.id));
  const waiting: string[] = [];
  for (const { source: one, row: map } of sources) {
    const known = before.find((entry) => entry.sourceId === one.id);
    const isDone = known?.state === "done" && known.outcome !== "failed";
    if (isDone) {
      await carryOver(tx, row.id, one.id, run);
      continue;
    }
    await forget(tx, row.id, one.id);
    const fresh = {
      run,
      datasetId: map.id,
      state: "waiting" as const,
      attempt: 0,
      leaseUntil: null,
      sealedProgress: null,
      rows: 0,
      problems: 0,
      outcome: null,
      says: null,
      identitiesUsed: [],
      deletedRule: null,
      deletedOn: null,
      unopened: [],
      startedAt: null,
      finishedAt: null,
      sealedSentWithout: null,
      sentWithout: null,
      sentWithoutByRef: null,
    };
    await tx
      .insert(caseSource)
      .values({
        organisationId: row.organisationId,
        caseId: row.id,
        sourceId: one.id,
        purpose: "collect",
        ...fresh,
      })
      .onConflictDoUpdate({
        target: [caseSource.caseId, caseSource.sourceId, caseSource.purpose],
        set: { ...fresh, fence: sql`${caseSource.fence} + 1` },
      });
    waiting.push(one.id);
  }
  return waiting;
}

/** What a finished source gave belongs to the new run too: it is not read again. */
async function carryOver(tx: Tx, caseId: string, sourceId: string, run: number): Promise<void> {
  await tx
    .update(caseSource)
    .set({ run })
    .where(and(eq(caseSource.caseId, caseId), eq(caseSource.sourceId, sourceId)));
  for (const table of [recordPage, recordFile, recordFlag] as const) {
    await tx
      .update(table)
      .set({ run })
      .where(and(eq(table.caseId, caseId), eq(table.sourceId, sourceId)));
  }
}

/** Takes what an unfinished or failed run had saved out of the case; the sweeper removes the files. */
async function forget(tx: Tx, caseId: string, sourceId: string): Promise<void> {
  for (const table of [recordPage, recordFile, recordFlag] as const) {
    await tx.delete(table).where(and(eq(table.caseId, caseId), eq(table.sourceId, sourceId)));
  }
}

/**
 * What holds from the moment it was asked is worked on at once, however long it takes to find out who asks for the rest of
 * the same request.
 */
export async function planChoices(ctx: Context, caseId: string): Promise<void> {
  await change(ctx, caseId, "plan-choices", {
    save: async (tx, { row }) => {
      const sources = await mappedSources(tx, row.organisationId);
      const claims = await tx
        .select()
        .from(claim)
        .where(and(eq(claim.caseId, caseId), isOurs));
      const tasks = await planTasks(
        tx,
        row,
        claims.filter((one) => !one.needsProof),
        sources,
      );
      return { payload: { tasks }, result: null };
    },
  });
}

/** One task per source, and one per recipient that must hear of it; what is planned already stays as it is. */
async function planTasks(
  tx: Tx,
  row: CaseRow,
  claims: (typeof claim.$inferSelect)[],
  sources: MappedSource[],
): Promise<number> {
  const { policy } = await getPolicy(tx, row.policyId);
  const byHand = claims.filter(
    (one) => rights[one.right].plan === "tasks" && !isAnsweredInWords(policy, one.right),
  );
  const sealer = await caseSealer(tx, row.id);
  const { consents = [] } = sealer.open<Requester>("cases.sealed_requester", row.id, row.sealedRequester);
  const keys = sources.map(({ source: { key } }) => key);
  const wanted = byHand.flatMap((one) => [
    ...sources.map(({ source: { id } }) => ({ claimId: one.id, sourceId: id, recipient: null })),
    ...recipientsToTell(policy, tellsOf(policy, one.right, consents), keys).map((recipient) => ({
      claimId: one.id,
      sourceId: null,
      recipient,
    })),
  ]);
  if (wanted.length === 0) return 0;
  const made = await tx
    .insert(task)
    .values(
      wanted.map((one) => ({
        id: newId(),
        organisationId: row.organisationId,
        caseId: row.id,
        status: "open" as const,
        ...one,
      })),
    )
    .onConflictDoNothing()
    .returning({ id: task.id });
  return made.length;
}

/** Moves the case on when every source has ended. Harmless when it has not, or has moved on already. */
export async function finishCollecting(ctx: Context, caseId: string): Promise<void> {
  await change(ctx, caseId, "finish-collecting", { save: (tx) => finishedWith(tx, caseId) });
}

async function finishedWith(tx: Tx, caseId: string) {
  const rows = await tx.select().from(caseSource).where(eq(caseSource.caseId, caseId));
  return {
    payload: {
      rows: rows.reduce((sum, one) => sum + one.rows, 0),
      failed: rows.filter((one) => one.outcome === "failed").length,
    },
    result: null,
  };
}

/** Records how one source ended, and moves the case on with the last one; both or neither. */
export async function recordSourceEnd(
  tx: Tx,
  ctx: Context,
  caseId: string,
  ended: { sourceId: string; source: string; outcome: string; rows: number; problems: number },
): Promise<void> {
  const { sourceId, ...payload } = ended;
  const done = await changeIn(tx, ctx, caseId, "source-finished", {
    save: async () => ({ payload, obj: [sourceId], result: null }),
  });
  if (!done.ok) return;
  const left = await tx
    .select({ id: caseSource.sourceId, state: caseSource.state })
    .from(caseSource)
    .where(and(eq(caseSource.caseId, caseId), inArray(caseSource.state, ["waiting", "running", "retry"])));
  for (const one of left)
    if (one.state === "waiting") await enqueue(tx, "collecting.collect", { caseId, sourceId: one.id });
  if (left.length === 0)
    await changeIn(tx, ctx, caseId, "finish-collecting", { save: () => finishedWith(tx, caseId) });
}

/** Has the failed sources searched again (or one of them), with the maps as they are now. */
export function searchAgain(
  ctx: StaffContext,
  caseId: string,
  sourceId: string | null,
): Promise<Outcome<null>> {
  return change(ctx, caseId, "search-again", {
    save: async (tx, { row }) => {
      const name = sourceId ? await sourceName(tx, row, sourceId) : null;
      const chosen = and(
        eq(caseSource.caseId, caseId),
        sourceId ? eq(caseSource.sourceId, sourceId) : eq(caseSource.outcome, "failed"),
      );
      await tx
        .update(caseSource)
        .set({ state: "failed", outcome: "failed" })
        .where(and(chosen, ne(caseSource.state, "running")));
      return { payload: { source: name }, result: null };
    },
  });
}

/**
 * Records that the answer goes out without what could not be read of a failed source; what was read before it failed
 * goes out. The reason stands in the letter, in these words.
 */
export function sendWithout(
  ctx: StaffContext,
  caseId: string,
  sourceId: string,
  reason: string,
): Promise<Outcome<null>> {
  return change(ctx, caseId, "send-without", {
    save: async (tx, { row }) => {
      const name = await sourceName(tx, row, sourceId);
      const sealer = await caseSealer(tx, caseId);
      const [set] = await tx
        .update(caseSource)
        .set({
          sealedSentWithout: sealer.seal("case_source.sealed_sent_without", sourceId, reason),
          sentWithoutByRef: ctx.actor.ref,
        })
        .where(
          and(
            eq(caseSource.caseId, caseId),
            eq(caseSource.sourceId, sourceId),
            eq(caseSource.outcome, "failed"),
            isNull(caseSource.sentWithoutByRef),
          ),
        )
        .returning({ rows: caseSource.rows });
      if (!set)
        throw new Refused(
          "Either this source has not failed, or a colleague recorded already that the answer goes out without it.",
        );
      return { payload: { source: name, rows: set.rows }, obj: [sourceId], result: null };
    },
  });
}

export type TaskResult = {
  outcome: TaskOutcome | RecipientAnswer;
  note: string | null;
  /** The civil day on which a recipient was told. */
  toldOn?: string | undefined;
};

/**
 * Records what was done by hand in one source for one request, or that a recipient was told and what it answered: an
 * answer that is still to come is entered later, also when the person's own was sent. Nothing is erased before the copy is
 * made.
 */
export function finishTask(
  ctx: StaffContext,
  caseId: string,
  taskId: string,
  result: TaskResult,
): Promise<Outcome<null>> {
  return change(ctx, caseId, "finish-task", {
    save: async (tx, { row, facts }) => {
      const [found] = await tx
        .select({ task, right: claim.right, source: source.key })
        .from(task)
        .innerJoin(claim, eq(claim.id, task.claimId))
        .leftJoin(source, eq(source.id, task.sourceId))
        .where(and(eq(task.id, taskId), eq(task.caseId, caseId)));
      if (!found) throw new Refused("This case has no such task.");
      const { recipient } = found.task;
      const isLate = found.task.outcome === "no-answer";
      if (found.task.outcome === "taken-back") throw new Refused("The person took this choice back.");
      if (found.task.status === "done" && !isLate) throw new Refused("This task is finished already.");
      if (!isLate && (row.status === "answered" || row.status === "appealed"))
        throw new Refused("The answer is sent. Only what a recipient answers is entered after that.");
      const known: readonly TaskResult["outcome"][] = recipient
        ? recipientAnswers
        : rights[found.right].taskOutcomes;
      if (!known.includes(result.outcome)) throw new Refused("A task of this kind cannot end like that.");
      const toldOn = found.task.toldOn ?? result.toldOn ?? null;
      if (recipient && toldOn === null) throw new Refused("Enter the day on which they were told.");
      const copies = rights[found.right].after.filter((other) =>
        facts.claims.some((one) => one.right === other),
      );
      if (copies.length > 0 && (row.status === "collecting" || facts.unfinishedSources > 0)) {
        throw new Refused(
          "The copy of the data is not made yet. Wait until every source has been searched, then erase.",
        );
      }
      const sealer = await caseSealer(tx, row.id);
      await tx
        .update(task)
        .set({
          status: "done",
          outcome: result.outcome,
          toldOn: recipient ? toldOn : null,
          sealedNote: result.note ? sealer.seal("task.sealed_note", taskId, result.note) : null,
          doneByRef: ctx.actor.ref,
          doneAt: ctx.now,
        })
        .where(eq(task.id, taskId));
      return {
        payload: {
          source: found.source,
          ...(recipient && toldOn ? { recipient: nameIn(recipient, "en"), toldOn } : {}),
          right: found.right,
          outcome: result.outcome,
        },
        obj: [taskId],
        result: null,
      };
    },
  });
}

async function sourceName(tx: Tx, row: CaseRow, sourceId: string): Promise<string> {
  const [found] = await tx
    .select({ key: source.key })
    .from(source)
    .where(and(eq(source.id, sourceId), eq(source.organisationId, row.organisationId)));
  if (!found) throw new Refused("There is no such source.");
  return found.key;
}
