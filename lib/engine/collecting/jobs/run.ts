import { and, eq, ne } from "drizzle-orm";
import { database, inTransaction, type Tx } from "#db/client.ts";
import {
  caseSource,
  cases,
  contentAuthority,
  dataset as datasetTable,
  source as sourceTable,
} from "#db/schema/index.ts";
import type { CaseRow } from "#lib/cases/commands/change.ts";
import type { Context } from "#lib/context.ts";
import type { OnFile } from "#lib/identity/commands.ts";
import { caseBlobKeys, caseSealer, type Sealer } from "#lib/keys/sealer.ts";
import { getPolicy } from "#lib/organisations/queries.ts";
import type { Policy } from "#lib/organisations/policy.ts";
import { StoreError } from "../../connectors/store-error.ts";
import type { Seeds } from "../../datasets/keys.ts";
import type { NeverOut } from "../../datasets/never-out.ts";
import type { Plan } from "../../datasets/traversal.ts";
import type { Address } from "../../datasets/vocabulary.ts";
import { readMap, type MappedSource } from "../../sources/client.ts";
import { planFor } from "../plan.ts";
import { noProgress, type Progress } from "../progress.ts";
import { readKeptBack } from "../queries/kept-back.ts";
import { saveRun, type Claimed } from "./lease.ts";

/** Everything one run of one source needs: the case as it stands, its keys, the maps it was planned by. */
export type Run = {
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
  /** Kinds of data that stay behind whatever is asked. */
  kept: ReadonlySet<NeverOut>;
  /** Whether the authority of the account's owner, or another ground, is recorded for this source. */
  mayOpen: boolean;
};

/** Reads what a claimed run needs. Null, and the run is let go, where the case has moved on. */
export async function prepareRun(ctx: Context, claimed: Claimed): Promise<Run | null> {
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
    kept: await readKeptBack(db, row),
    mayOpen: await hasAuthority(db, claimed),
  };
}

async function hasAuthority(tx: Tx, { caseId, sourceId }: Claimed): Promise<boolean> {
  const [found] = await tx
    .select({ id: contentAuthority.id })
    .from(contentAuthority)
    .where(and(eq(contentAuthority.caseId, caseId), eq(contentAuthority.sourceId, sourceId)));
  return found !== undefined;
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

/** Names and addresses of the person herself: whoever else is named is somebody else. */
export function ownIdentities({ row, sealer, seeds }: Run) {
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

/** Where the run stood when it was last saved. */
export function openProgress({ sealer }: Run, claimed: Claimed): Progress {
  if (!claimed.sealedProgress) return noProgress;
  return sealer.open<Progress>("case_source.sealed_progress", claimed.sourceId, claimed.sealedProgress);
}

/** Collections of other sources that have ended, one way or the other. */
export async function endedElsewhere({ row, claimed, sources, sealer, plan }: Run): Promise<Set<Address>> {
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
