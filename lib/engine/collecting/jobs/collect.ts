import { database, inTransaction } from "#db/client.ts";
import type { Context } from "#lib/context.ts";
import type { Ask, Session } from "../../connectors/connector.ts";
import { StoreError } from "../../connectors/store-error.ts";
import { keysFor } from "../../datasets/keys.ts";
import type { Step } from "../../datasets/traversal.ts";
import { valuesAt } from "../../datasets/values.ts";
import type { Address } from "../../datasets/vocabulary.ts";
import { openSource } from "../../sources/client.ts";
import { nextStep, type Deleted, type Progress } from "../progress.ts";
import { end, endBadly, park } from "./endings.ts";
import { foundValues, sourceLookup } from "./found.ts";
import { claimRun, Fenced, keepLease, progressColumns, saveRun } from "./lease.ts";
import { MentionFinder } from "./mentions.ts";
import { PageWriter } from "./page-writer.ts";
import { endedElsewhere, openProgress, ownIdentities, prepareRun, type Run } from "./run.ts";

/** Every page costs a file, a sync and a transaction; one of so many rows is still cut at the bytes a page may have. */
const pageRows = 2_000;

/**
 * The job "collecting.collect": reads one source for one case, page by page, and saves each page with its progress in
 * one transaction, fenced. Killed at any moment, the next run goes on after the last saved page. A source that fails is
 * told in words; the others go on.
 */
export async function collectSource(
  ctx: Context,
  { caseId, sourceId }: { caseId: string; sourceId: string },
  { isLastTry }: { isLastTry: boolean },
): Promise<void> {
  const claimed = await claimRun(caseId, sourceId);
  if (!claimed) return;
  const lost = new AbortController();
  const stopLease = keepLease(claimed, () => lost.abort());
  try {
    const run = await prepareRun(ctx, claimed);
    if (run) await readSource(run, lost.signal, isLastTry);
  } catch (error) {
    if (error instanceof Fenced || lost.signal.aborted) return;
    await endBadly(ctx, claimed, error, isLastTry);
  } finally {
    stopLease();
  }
}

async function readSource(run: Run, signal: AbortSignal, isLastTry: boolean): Promise<void> {
  const { claimed, own } = run;
  let progress = openProgress(run, claimed);
  const session = await openSource(database(), own.source, signal);
  const reader = { sourceId: own.source.id, isLastTry };
  const mentions = new MentionFinder(database(), run.sources, ownIdentities(run), signal, reader);
  try {
    for (;;) {
      const next = nextStep(run.plan.steps, own.dataset.fidesKey, progress, await endedElsewhere(run));
      if (next.kind === "wait") return await park(run, progress);
      if (next.kind === "done") return await end(run, progress);
      progress = await readCollection(run, session, mentions, next.step, progress, signal);
    }
  } finally {
    await mentions.close();
    await session.close();
  }
}

async function readCollection(
  run: Run,
  session: Session,
  mentions: MentionFinder,
  step: Step,
  progress: Progress,
  signal: AbortSignal,
): Promise<Progress> {
  const { row, own, keys, seeds } = run;
  const collection = own.dataset.collections.find((one) => one.name === step.collection);
  if (!collection)
    return ended(progress, step.address, {
      end: "failed",
      rows: 0,
      says: `The map has no collection ${step.collection}.`,
    });
  const sourceOf = sourceLookup(run.sources.map(({ source, dataset }) => ({ sourceId: source.id, dataset })));
  const found = await foundValues(row.id, keys.identity, row.run, step, sourceOf);
  const asked = keysFor(step, seeds, found);
  if (asked.keys.length === 0) {
    const next = ended(progress, step.address, {
      end: "unreached",
      rows: 0,
      says: asked.failures.map((one) => one.says).join(" ") || null,
    });
    await saveProgress(run, next, asked.failures.length);
    return next;
  }
  if (collection.habeas.authority !== null && !run.mayOpen) {
    const closed = ended(progress, step.address, { end: "unopened", rows: 0, says: null });
    await saveProgress(run, closed, 0);
    return closed;
  }
  const { tombstone } = collection.habeas;
  if (tombstone) {
    const ask = { dataset: own.dataset, collection, fields: step.fields, keys: asked.keys, signal };
    const deleted = await readTombstone(session, ask, tombstone);
    const read = ended(progress, step.address, { end: "read", rows: 0, says: null, ...deleted });
    await saveProgress(run, read, asked.failures.length);
    return read;
  }
  const resumed = progress.current?.address === step.address ? progress.current : null;
  const writer = new PageWriter({ ...run, collection, step, mentions });
  let current: Progress = {
    ...progress,
    current: resumed ?? { address: step.address, cursor: null, pages: 0, rows: 0 },
  };
  try {
    const pages = session.find({
      dataset: own.dataset,
      collection,
      fields: step.fields,
      keys: asked.keys,
      cursor: current.current?.cursor ?? null,
      pageRows,
      signal,
    });
    for await (const page of pages) current = await writer.write(page, current);
  } catch (error) {
    if (!(error instanceof StoreError) || error.isTransient) throw error;
    const failed = ended(current, step.address, {
      end: "failed",
      rows: current.current?.rows ?? 0,
      says: error.message,
    });
    await saveProgress(run, failed, 0);
    return failed;
  }
  const done = ended(current, step.address, { end: "read", rows: current.current?.rows ?? 0, says: null });
  await saveProgress(run, done, asked.failures.length);
  return done;
}

/** What is left of her there, if anything: no record, only that she was deleted and when. Nothing of it is kept. */
async function readTombstone(
  session: Session,
  ask: Ask,
  { rule, day }: { rule: string; day: string },
): Promise<{ deleted?: Deleted }> {
  const days: string[] = [];
  for await (const page of session.find(ask))
    for (const { record } of page.rows) days.push(String(valuesAt(record, [day])[0] ?? ""));
  if (days.length === 0) return {};
  const last = days
    .map((one) => /^\d{4}-\d{2}-\d{2}/.exec(one)?.[0] ?? "")
    .sort()
    .at(-1);
  return { deleted: { rule, on: last || null } };
}

function ended(progress: Progress, address: Address, how: Progress["ended"][Address]): Progress {
  return { ...progress, ended: { ...progress.ended, [address]: how }, current: null };
}

async function saveProgress({ claimed, sealer }: Run, progress: Progress, problems: number): Promise<void> {
  claimed.problems += problems;
  await inTransaction((tx) =>
    saveRun(tx, claimed, {
      ...progressColumns(sealer, claimed.sourceId, progress),
      problems: claimed.problems,
    }),
  );
}
