import { and, count, desc, eq, inArray, isNotNull, isNull, lte, max, or } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import {
  appeal,
  approval,
  bundle,
  caseSource,
  claim,
  decision,
  handover,
  instruction,
  recordFlag,
  task,
  type cases,
} from "#db/schema/index.ts";
import { authorityStands } from "#lib/agents/standing.ts";
import { isClosedToChild, type CaseFacts } from "../guards.ts";
import { isOurs, isPassedOn } from "./own-claims.ts";
import { readAgentFacts } from "./agent-facts.ts";

type CaseRow = typeof cases.$inferSelect;

/** Reads everything the workflow's guards look at. Call it with the case locked; then nothing of it can change meanwhile. */
export async function readFacts(tx: Tx, row: CaseRow): Promise<CaseFacts> {
  const claims = await tx
    .select()
    .from(claim)
    .where(and(eq(claim.caseId, row.id), isOurs))
    .orderBy(claim.position);
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
  const approved = approvals.find((one) => one.cancelledAt === null && one.bundleId === newest?.id);
  const bundles = await tx.select({ by: bundle.preparedById }).from(bundle).where(eq(bundle.caseId, row.id));
  const answered = [...bundles.map((one) => one.by), ...approvals.map((one) => one.byId)];
  const standing = await standingDecisions(tx, {
    claims,
    decisions,
    appeals,
    sentAt: await lastSentAt(tx, row.id),
  });
  const agent = await readAgentFacts(tx, row, claims);
  const needsProof = claims.some((one) => one.needsProof);
  return {
    status: row.status,
    version: row.version,
    identityConfirmed:
      (row.proofId !== null || !needsProof) &&
      authorityStands(agent) &&
      (row.relation === null || row.relation === "accepted") &&
      (row.judgement === null || row.judgement === "able"),
    agent,
    proved: row.proofId !== null,
    relation: row.relation,
    judgement: row.judgement,
    claims: claims.map((one) => {
      const latest = decisions.get(one.id);
      return {
        id: one.id,
        right: one.right,
        needsProof: one.needsProof,
        // What an appeal opened again is undecided, whatever was decided before.
        decision:
          latest && one.status === "decided"
            ? { outcome: latest.outcome, reasons: latest.reasons, byId: latest.byId }
            : null,
        told: standing.get(one.id) ?? null,
        openAppeal: appeals.some((entry) => entry.claimId === one.id && entry.outcome === null),
        decidedByIds: [...new Set([...answered, ...(latest ? [latest.byId] : [])])],
      };
    }),
    elsewhere: await readElsewhere(tx, row.id),
    ...(await readWork(tx, row)),
    bundle: newest
      ? {
          id: newest.id,
          state: newest.state,
          manifestHash: newest.manifestHash ? Buffer.from(newest.manifestHash).toString("hex") : null,
          preparedById: newest.preparedById,
        }
      : null,
    approval: approved
      ? { byId: approved.byId, manifestHash: Buffer.from(approved.manifestHash).toString("hex") }
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

/** When the newest answer of a case went out; null before the first one. */
export async function lastSentAt(tx: Tx, caseId: string): Promise<Date | null> {
  const [sent] = await tx
    .select({ at: max(bundle.releasedAt) })
    .from(bundle)
    .where(eq(bundle.caseId, caseId));
  return sent?.at ?? null;
}

type Answered = {
  claims: (typeof claim.$inferSelect)[];
  /** The newest decision of each claim. */
  decisions: ReadonlyMap<string, DecisionRow>;
  appeals: (typeof appeal.$inferSelect)[];
  sentAt: Date | null;
};

type DecisionRow = typeof decision.$inferSelect;

/**
 * The decision of each claim that stands with the newest answer that was sent: not what an appeal has opened again, nor
 * what was decided since and is still to be sent.
 */
export async function standingDecisions(
  tx: Tx,
  { claims, decisions, appeals, sentAt }: Answered,
): Promise<Map<string, DecisionRow>> {
  const standing = new Map<string, DecisionRow>();
  if (!sentAt) return standing;
  for (const { id, status } of claims) {
    const latest = decisions.get(id);
    if (!latest || status === "open") continue;
    if (latest.at <= sentAt) standing.set(id, latest);
    else if (!appeals.some((one) => one.claimId === id && opensAgain(one, sentAt))) {
      const [told] = await tx
        .select()
        .from(decision)
        .where(and(eq(decision.claimId, id), lte(decision.at, sentAt)))
        .orderBy(desc(decision.version))
        .limit(1);
      if (told) standing.set(id, told);
    }
  }
  return standing;
}

const opensAgain = ({ outcome, decidedAt }: typeof appeal.$inferSelect, since: Date) =>
  outcome !== null && outcome !== "upheld" && decidedAt !== null && decidedAt >= since;

/** What others decide of a case, and what they wait for. */
async function readElsewhere(tx: Tx, caseId: string): Promise<CaseFacts["elsewhere"]> {
  const isOpen = and(eq(handover.caseId, caseId), isNull(handover.answeredAt), isNull(handover.takenBackAt));
  const [waiting] = await tx.select({ n: count() }).from(handover).where(isOpen);
  const [silent] = await tx
    .select({ n: count() })
    .from(handover)
    .where(and(isOpen, isNotNull(handover.escalatedAt)));
  const [returned] = await tx
    .select({ n: count() })
    .from(handover)
    .innerJoin(claim, eq(claim.handoverId, handover.id))
    .where(
      and(eq(handover.caseId, caseId), isPassedOn, inArray(handover.answer, ["only-processor", "not-ours"])),
    );
  const [asked] = await tx
    .select({ n: count() })
    .from(instruction)
    .where(and(eq(instruction.caseId, caseId), isNull(instruction.doneAt)));
  return {
    waiting: waiting?.n ?? 0,
    silent: silent?.n ?? 0,
    returned: returned?.n ?? 0,
    instructions: asked?.n ?? 0,
  };
}

/** Of a case in which nobody may act for the child, only what needs no proof is still worked on. */
const isChoice = eq(claim.needsProof, false);

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
        isNull(caseSource.sentWithoutByRef),
      ),
    );
  const tasks = await tx
    .select({ sourceId: task.sourceId, status: task.status, outcome: task.outcome })
    .from(task)
    .innerJoin(claim, eq(claim.id, task.claimId))
    .where(and(eq(task.caseId, row.id), isClosedToChild(row) ? isChoice : undefined));
  const places = await tx
    .select({
      state: caseSource.state,
      outcome: caseSource.outcome,
      rows: caseSource.rows,
      unopened: caseSource.unopened,
    })
    .from(caseSource)
    .where(ofCase);
  // Those who are told hold nothing for us.
  const own = tasks.filter(({ sourceId }) => sourceId !== null);
  const [flags] = await tx
    .select({ n: count() })
    .from(recordFlag)
    .where(and(eq(recordFlag.caseId, row.id), eq(recordFlag.run, row.run), isNull(recordFlag.decidedAt)));
  return {
    unfinishedSources: unfinished?.n ?? 0,
    unexplainedFailures: failed?.n ?? 0,
    openTasks: tasks.filter(({ status }) => status !== "done").length,
    isNothingHeld:
      places.length + own.length > 0 &&
      places.every(
        (one) =>
          one.state === "done" && one.outcome !== "failed" && one.rows === 0 && one.unopened.length === 0,
      ) &&
      own.every(({ outcome }) => outcome === "nothing-held"),
    undecidedFlags: flags?.n ?? 0,
  };
}
