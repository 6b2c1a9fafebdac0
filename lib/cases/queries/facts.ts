import { and, count, desc, eq, inArray, isNull, ne, or } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import {
  appeal,
  approval,
  bundle,
  caseSource,
  claim,
  decision,
  recordFlag,
  task,
  type cases,
} from "#db/schema/index.ts";
import { rights } from "#lib/rights/index.ts";
import type { CaseFacts } from "../guards.ts";

type CaseRow = typeof cases.$inferSelect;

/** Reads everything the workflow's guards look at. Call it with the case locked; then nothing of it can change meanwhile. */
export async function readFacts(tx: Tx, row: CaseRow): Promise<CaseFacts> {
  const claims = await tx.select().from(claim).where(eq(claim.caseId, row.id)).orderBy(claim.position);
  const decisions = await latestDecisions(tx, row.id);
  const appeals = await tx.select().from(appeal).where(eq(appeal.caseId, row.id));
  const [newest] = await tx
    .select()
    .from(bundle)
    .where(eq(bundle.caseId, row.id))
    .orderBy(desc(bundle.version))
    .limit(1);
  const approvals = await tx
    .select()
    .from(approval)
    .where(eq(approval.caseId, row.id))
    .orderBy(desc(approval.at));
  const standing = approvals.find((one) => one.cancelledAt === null && one.bundleId === newest?.id);
  const bundles = await tx.select({ by: bundle.preparedById }).from(bundle).where(eq(bundle.caseId, row.id));
  const answered = [...bundles.map((one) => one.by), ...approvals.map((one) => one.byId)];
  const needsProof = claims.some((one) => rights[one.right].proof !== "none");
  return {
    status: row.status,
    version: row.version,
    identityConfirmed: row.proofId !== null || !needsProof,
    claims: claims.map((one) => {
      const latest = decisions.get(one.id);
      return {
        id: one.id,
        right: one.right,
        // What an appeal opened again is undecided, whatever was decided before.
        decision:
          latest && one.status === "decided"
            ? { outcome: latest.outcome, reasons: latest.reasons, byId: latest.byId }
            : null,
        openAppeal: appeals.some((entry) => entry.claimId === one.id && entry.outcome === null),
        decidedByIds: [...new Set([...answered, ...(latest ? [latest.byId] : [])])],
      };
    }),
    ...(await readWork(tx, row)),
    bundle: newest
      ? {
          id: newest.id,
          state: newest.state,
          manifestHash: newest.manifestHash ? Buffer.from(newest.manifestHash).toString("hex") : null,
          preparedById: newest.preparedById,
        }
      : null,
    approval: standing
      ? { byId: standing.byId, manifestHash: Buffer.from(standing.manifestHash).toString("hex") }
      : null,
    delivery: row.delivery,
  };
}

/** The newest decision of each claim of a case. */
export async function latestDecisions(tx: Tx, caseId: string) {
  const rows = await tx
    .selectDistinctOn([decision.claimId])
    .from(decision)
    .where(eq(decision.caseId, caseId))
    .orderBy(decision.claimId, desc(decision.version));
  return new Map(rows.map((row) => [row.claimId, row]));
}

async function readWork(tx: Tx, row: CaseRow) {
  const ofCase = eq(caseSource.caseId, row.id);
  const [unfinished] = await tx
    .select({ n: count() })
    .from(caseSource)
    .where(and(ofCase, inArray(caseSource.state, ["waiting", "running", "retry"])));
  const [failed] = await tx
    .select({ n: count() })
    .from(caseSource)
    .where(
      and(
        ofCase,
        or(eq(caseSource.state, "failed"), eq(caseSource.outcome, "failed")),
        isNull(caseSource.sentWithout),
      ),
    );
  const [tasks] = await tx
    .select({ n: count() })
    .from(task)
    .where(and(eq(task.caseId, row.id), ne(task.status, "done")));
  const [flags] = await tx
    .select({ n: count() })
    .from(recordFlag)
    .where(and(eq(recordFlag.caseId, row.id), eq(recordFlag.run, row.run), isNull(recordFlag.decidedAt)));
  return {
    unfinishedSources: unfinished?.n ?? 0,
    unexplainedFailures: failed?.n ?? 0,
    openTasks: tasks?.n ?? 0,
    undecidedFlags: flags?.n ?? 0,
  };
}
