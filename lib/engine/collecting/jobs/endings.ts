import { eq } from "drizzle-orm";
import { inTransaction } from "#db/client.ts";
import { source as sourceTable } from "#db/schema/index.ts";
import type { Context } from "#lib/context.ts";
import { log } from "#lib/log.ts";
import { StoreError } from "../../connectors/store-error.ts";
import { recordSourceEnd } from "../commands.ts";
import { identitiesInto } from "../plan.ts";
import { outcomeOf, type Progress } from "../progress.ts";
import { progressColumns, saveRun, type Claimed } from "./lease.ts";
import type { Run } from "./run.ts";

/** Nothing can be read until another source has; whoever ends next rings again. */
export async function park(run: Run, progress: Progress): Promise<void> {
  await inTransaction((tx) =>
    saveRun(tx, run.claimed, {
      ...progressColumns(run.sealer, run.claimed.sourceId, progress),
      state: "waiting",
      leaseUntil: null,
    }),
  );
}

/** Everything that leads into this source was read, or told why not. */
export async function end(run: Run, progress: Progress): Promise<void> {
  const { ctx, claimed, own, plan } = run;
  const { outcome, rows, says, deleted, unopened } = outcomeOf(progress);
  await inTransaction(async (tx) => {
    await saveRun(tx, claimed, {
      ...progressColumns(run.sealer, claimed.sourceId, progress),
      state: "done",
      outcome,
      says,
      deletedRule: deleted?.rule ?? null,
      deletedOn: deleted?.on ?? null,
      unopened,
      leaseUntil: null,
      finishedAt: ctx.now,
      identitiesUsed: identitiesInto(plan, own.dataset.fidesKey),
    });
    await recordSourceEnd(tx, ctx, claimed.caseId, {
      sourceId: claimed.sourceId,
      source: own.source.key,
      outcome,
      rows,
      problems: claimed.problems,
    });
  });
}

/** A store that may come back is tried again; one that will not, or has not, ends the run as failed, in words. */
export async function endBadly(
  ctx: Context,
  claimed: Claimed,
  error: unknown,
  isLastTry: boolean,
): Promise<void> {
  const isTransient = !(error instanceof StoreError) || error.isTransient;
  const says =
    error instanceof StoreError
      ? error.message
      : "Reading this source stopped with a fault. It is in the log, with this time.";
  if (!(error instanceof StoreError))
    log.error({ error, caseId: claimed.caseId, sourceId: claimed.sourceId }, "collecting stopped");
  if (isTransient && !isLastTry) {
    await inTransaction((tx) => saveRun(tx, claimed, { state: "retry", says, leaseUntil: null }));
    throw error;
  }
  await inTransaction(async (tx) => {
    await saveRun(tx, claimed, {
      state: "failed",
      outcome: "failed",
      says,
      leaseUntil: null,
      finishedAt: ctx.now,
    });
    const [named] = await tx
      .select({ key: sourceTable.key })
      .from(sourceTable)
      .where(eq(sourceTable.id, claimed.sourceId));
    await recordSourceEnd(tx, ctx, claimed.caseId, {
      sourceId: claimed.sourceId,
      source: named?.key ?? "",
      outcome: "failed",
      rows: claimed.rows,
      problems: claimed.problems,
    });
  });
}
