import { and, eq, ne } from "drizzle-orm";
import { database, inTransaction } from "#db/client.ts";
import { caseSource, cases, dataset as datasetTable, source as sourceTable } from "#db/schema/index.ts";
import type { CaseRow } from "#lib/cases/commands/change.ts";
import type { Context } from "#lib/context.ts";
import type { OnFile } from "#lib/identity/commands.ts";
import { caseBlobKeys, caseSealer, type Sealer } from "#lib/keys/sealer.ts";
import { log } from "#lib/log.ts";
import { getPolicy } from "#lib/organisations/queries.ts";
import type { Policy } from "#lib/organisations/policy.ts";
import type { Session } from "../../connectors/connector.ts";
import { StoreError } from "../../connectors/store-error.ts";
import { keysFor, type Seeds } from "../../datasets/keys.ts";
import type { Plan, Step } from "../../datasets/traversal.ts";
import type { Address } from "../../datasets/vocabulary.ts";
import { openSource, readMap, type MappedSource } from "../../sources/client.ts";
import { recordSourceEnd } from "../commands.ts";
import { identitiesInto, planFor } from "../plan.ts";
import { nextStep, noProgress, outcomeOf, type Progress } from "../progress.ts";
import { foundValues, sourceLookup } from "./found.ts";
import { claimRun, Fenced, keepLease, progressColumns, saveRun, type Claimed } from "./lease.ts";
import { MentionFinder } from "./mentions.ts";
import { PageWriter } from "./page-writer.ts";

const pageRows = 500;

type Run = {
  ctx: Context;
  claimed: Claimed;
  row: CaseRow;
  policy: Policy;
  sealer: Sealer;
  keys: { version: number; recipient: string; identity: string };
  sources: MappedSource[];
  own: MappedSource;
  plan: Plan;
  seeds: Seeds;
};

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
    const run = await prepare(ctx, claimed);
    if (run) await readSource(run, lost.signal);
  } catch (error) {
    if (error instanceof Fenced || lost.signal.aborted) return;
    await endBadly(ctx, claimed, error, isLastTry);
  } finally {
    stopLease();
  }
}

async function prepare(ctx: Context, claimed: Claimed): Promise<Run | null> {
  const db = database();
  const [row] = await db.select().from(cases).where(eq(cases.id, claimed.caseId));
  if (!row || row.status !== "collecting" || row.run !== claimed.run) {
    await inTransaction((tx) => saveRun(tx, claimed, { state: "waiting", leaseUntil: null }));
    return null;
  }
  const sealer = await caseSealer(db, row.id);
  const { seeds = {} } = row.sealedSeeds
    ? sealer.open<{ seeds?: Seeds }>("cases.sealed_seeds", row.id, row.sealedSeeds)
    : {};
  const sources = await frozenSources(row);
  const own = sources.find((one) => one.source.id === claimed.sourceId);
  if (!own) throw new StoreError("bad-settings", "The map of this source cannot be read any more.");
  const { policy } = await getPolicy(db, row.policyId);
  const plan = planFor(
    sources.map((one) => one.dataset),
    seeds,
  );
  return {
    ctx,
    claimed,
    row,
    policy,
    sealer,
    keys: await caseBlobKeys(db, row.id),
    sources,
    own,
    plan,
    seeds,
  };
}

/** The sources of this case with the very versions of their maps by which the run was planned. */
async function frozenSources(row: CaseRow): Promise<MappedSource[]> {
  const rows = await database()
    .select({ source: sourceTable, row: datasetTable })
    .from(caseSource)
    .innerJoin(sourceTable, eq(sourceTable.id, caseSource.sourceId))
    .innerJoin(datasetTable, eq(datasetTable.id, caseSource.datasetId))
    .where(eq(caseSource.caseId, row.id));
  return rows.flatMap(({ source, row: map }) => {
    const dataset = readMap(map.yaml);
    return dataset ? [{ source, row: map, dataset }] : [];
  });
}

async function readSource(run: Run, signal: AbortSignal): Promise<void> {
  const { claimed, own } = run;
  let progress = openProgress(run, claimed);
  const session = await openSource(database(), own.source, signal);
  const mentions = new MentionFinder(database(), run.sources, ownIdentities(run));
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

/** Names and addresses of the person herself: whoever else is named is somebody else. */
function ownIdentities({ row, sealer, seeds }: Run) {
  const onFile = row.sealedContactOnFile
    ? sealer.open<OnFile>("cases.sealed_contact_on_file", row.id, row.sealedContactOnFile)
    : null;
  const emails = Object.entries(seeds).flatMap(([name, values]) =>
    /mail/.test(name) ? values.map(String) : [],
  );
  return {
    names: onFile?.name ? [onFile.name] : [],
    emails: [...emails, ...(onFile?.contact ? [onFile.contact.value] : [])],
  };
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

function ended(progress: Progress, address: Address, how: Progress["ended"][Address]): Progress {
  return { ended: { ...progress.ended, [address]: how }, current: null };
}

function openProgress({ sealer }: Run, claimed: Claimed): Progress {
  if (!claimed.sealedProgress) return noProgress;
  return sealer.open<Progress>("case_source.sealed_progress", claimed.sourceId, claimed.sealedProgress);
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

/** Collections of other sources that have ended, one way or the other. */
async function endedElsewhere({ row, claimed, sources, sealer, plan }: Run): Promise<Set<Address>> {
  const others = await database()
    .select()
    .from(caseSource)
    .where(and(eq(caseSource.caseId, row.id), ne(caseSource.sourceId, claimed.sourceId)));
  return new Set(
    others.flatMap((other) => {
      const known = other.sealedProgress
        ? (Object.keys(
            sealer.open<Progress>("case_source.sealed_progress", other.sourceId, other.sealedProgress).ended,
          ) as Address[])
        : [];
      if (other.state !== "done" && other.state !== "failed") return known;
      const key = sources.find((one) => one.source.id === other.sourceId)?.dataset.fidesKey;
      return [...known, ...plan.steps.filter((step) => step.dataset === key).map((step) => step.address)];
    }),
  );
}

/** Nothing can be read until another source has; whoever ends next rings again. */
async function park(run: Run, progress: Progress): Promise<void> {
  await inTransaction((tx) =>
    saveRun(tx, run.claimed, {
      ...progressColumns(run.sealer, run.claimed.sourceId, progress),
      state: "waiting",
      leaseUntil: null,
    }),
  );
}

async function end(run: Run, progress: Progress): Promise<void> {
  const { ctx, claimed, own, plan } = run;
  const { outcome, rows, says } = outcomeOf(progress);
  await inTransaction(async (tx) => {
    await saveRun(tx, claimed, {
      ...progressColumns(run.sealer, claimed.sourceId, progress),
      state: "done",
      outcome,
      says,
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
async function endBadly(ctx: Context, claimed: Claimed, error: unknown, isLastTry: boolean): Promise<void> {
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
