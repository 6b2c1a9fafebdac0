import { and, desc, eq, inArray, sql, type SQL } from "drizzle-orm";
import { database } from "#db/client.ts";
import { appeal, caseSource, cases, claim, handover, proof, staff, task } from "#db/schema/index.ts";
import type { StaffContext } from "#lib/context.ts";
import { matchedCount } from "#lib/identity/facts.ts";
import type { Requester } from "#lib/intake/answers.ts";
import { caseSealer, organisationSealer } from "#lib/keys/sealer.ts";
import { owedOnAppeal } from "../appeals.ts";
import { explainClaim } from "../claims.ts";
import type { QueueFilters, QueueView } from "../queue-filters.ts";
import { isOpen, type CaseStatus } from "../statuses.ts";
import { afterClause, cursorOf, listClause, orderOf, viewClauses } from "./queue-clauses.ts";
import { readableCases } from "./visible.ts";

const pageRows = 50;

export type QueueRow = {
  id: string;
  reference: string;
  dueOn: string;
  aimOn: string;
  /** Initials only: the queue is looked at over shoulders. */
  person: string;
  claims: {
    right: (typeof claim.$inferSelect)["right"];
    regime: (typeof claim.$inferSelect)["regime"];
    provisional: boolean;
  }[];
  status: CaseStatus;
  method: Requester["method"];
  proof: { kind: (typeof proof.$inferSelect)["kind"]; matched: number; passed: boolean } | null;
  assigneeId: string | null;
  assignee: string | null;
  work: { done: number; total: number };
  /** `no legal day`: what is owed is an appeal's or complaint's outcome, and the day shown is the house's own. */
  marks: (
    | "provisional"
    | "no legal day"
    | "failed source"
    | "no delivery"
    | "entered later"
    | "for a child"
    | "a child asks"
    | "passed on"
    | "controller silent"
  )[];
  /** Of the place that answers: its day is the one that counts. */
  zone: string;
  lastActivityAt: Date;
};

/** One page of the queue. The list order is the law's: earliest statutory day first, late ones on top. */
export async function listQueue(ctx: StaffContext, filters: QueueFilters) {
  const rows = await database()
    .select()
    .from(cases)
    .where(and(listClause(ctx, filters), afterClause(filters)))
    .orderBy(...orderOf(filters))
    .limit(pageRows + 1);
  const page = rows.slice(0, pageRows);
  const last = page.at(-1);
  return {
    rows: await describe(ctx, page),
    next: rows.length > pageRows && last ? cursorOf(last, filters.sort) : null,
  };
}

/** How many cases each view holds, and how many the filters leave. */
export async function countQueue(ctx: StaffContext, filters: QueueFilters) {
  const tally = (clause: SQL | undefined) => sql<number>`count(*) filter (where ${clause ?? sql`true`})::int`;
  const [counts] = await database()
    .select(
      Object.fromEntries(
        (Object.keys(viewClauses) as QueueView[]).map((view) => [view, tally(viewClauses[view](ctx))]),
      ) as Record<QueueView, SQL<number>>,
    )
    .from(cases)
    .where(readableCases(ctx));
  const [shown] = await database()
    .select({ n: tally(undefined) })
    .from(cases)
    .where(listClause(ctx, filters));
  return { views: counts as Record<QueueView, number>, shown: shown?.n ?? 0 };
}

async function describe(ctx: StaffContext, page: (typeof cases.$inferSelect)[]): Promise<QueueRow[]> {
  if (page.length === 0) return [];
  const ids = page.map((row) => row.id);
  const db = database();
  const [claims, handovers, appeals, tasks, sources, proofs, colleagues] = await Promise.all([
    db.select().from(claim).where(inArray(claim.caseId, ids)).orderBy(claim.position),
    db.select().from(handover).where(inArray(handover.caseId, ids)),
    db.select().from(appeal).where(inArray(appeal.caseId, ids)).orderBy(appeal.receivedAt),
    db.select().from(task).where(inArray(task.caseId, ids)),
    db.select().from(caseSource).where(inArray(caseSource.caseId, ids)),
    db.select().from(proof).where(inArray(proof.caseId, ids)).orderBy(desc(proof.at)),
    listColleagues(ctx),
  ]);
  return Promise.all(
    page.map(async (row) => {
      const sealer = await caseSealer(db, row.id);
      const requester = sealer.open<Requester>("cases.sealed_requester", row.id, row.sealedRequester);
      const ofCase = <T extends { caseId: string }>(list: T[]) =>
        list.filter((entry) => entry.caseId === row.id);
      const work = [
        ...ofCase(tasks).map((one) => one.status === "done"),
        ...ofCase(sources).map((one) => one.state === "done"),
      ];
      const newest = ofCase(proofs)[0];
      const failed = ofCase(sources).some((one) => one.outcome === "failed" && one.sentWithoutByRef === null);
      const marks: QueueRow["marks"] = [];
      if (ofCase(claims).some((one) => one.provisional)) marks.push("provisional");
      if (hasOnlyOwnDay(row, ofCase(claims), ofCase(appeals))) marks.push("no legal day");
      if (ofCase(claims).some((one) => one.status === "passed-on")) marks.push("passed on");
      if (ofCase(handovers).some((one) => one.escalatedAt && !one.answer && !one.takenBackAt))
        marks.push("controller silent");
      if (failed) marks.push("failed source");
      if (row.proofId && row.delivery === null && row.status !== "answered") marks.push("no delivery");
      if (row.relation !== null) marks.push("for a child");
      if (row.judgement !== null) marks.push("a child asks");
      if (row.enteredAt.getTime() - row.receivedAt.getTime() > 24 * 3600 * 1000) marks.push("entered later");
      return {
        id: row.id,
        reference: row.reference,
        dueOn: row.dueOn,
        aimOn: row.aimOn,
        person: maskedName(requester.child?.name ?? requester.name),
        claims: ofCase(claims).map(({ right, regime, provisional }) => ({ right, regime, provisional })),
        status: row.status,
        method: requester.method,
        proof: newest
          ? {
              kind: newest.kind,
              passed: newest.passed,
              matched: matchedCount(newest.facts),
            }
          : null,
        assigneeId: row.assigneeId,
        assignee: colleagues.find((one) => one.id === row.assigneeId)?.name ?? null,
        work: { done: work.filter(Boolean).length, total: work.length },
        marks,
        zone: row.zone,
        lastActivityAt: row.lastActivityAt,
      };
    }),
  );
}

/** Whether no law names a day for what is owed on an open case: so with some appeals and what they open again. */
function hasOnlyOwnDay(
  { status, receivedAt }: typeof cases.$inferSelect,
  claims: (typeof claim.$inferSelect)[],
  appeals: (typeof appeal.$inferSelect)[],
): boolean {
  if (!isOpen(status) || appeals.length === 0) return false;
  const by = claims.flatMap((one) => {
    const own = appeals.filter((entry) => entry.claimId === one.id);
    const open = own.filter((entry) => entry.outcome === null).map((entry) => owedOnAppeal(one, entry).by);
    if (status === "appealed" || own.length === open.length) return open;
    return [...open, explainClaim({ ...one, receivedAt }, [], own).dueBy];
  });
  return by.length > 0 && !by.includes("law");
}

/** "Maya Santos" → "M••• S•••": enough to tell rows apart, too little to read over a shoulder. */
export function maskedName(name: string): string {
  const words = name.split(/\s+/).filter(Boolean).slice(0, 4);
  return words.map((word) => `${Array.from(word)[0] ?? ""}•••`).join(" ");
}

/** Everybody who works cases of this organisation, for assigning and for reading names. */
export async function listColleagues(
  ctx: StaffContext,
): Promise<{ id: string; ref: string; name: string; roles: string[] }[]> {
  const db = database();
  const rows = await db.select().from(staff).where(eq(staff.organisationId, ctx.organisation.id));
  const sealer = await organisationSealer(db, ctx.organisation.id);
  return rows
    .map((row) => ({
      id: row.id,
      ref: row.ref,
      roles: row.roles,
      name: sealer.open<string>("staff.sealed_name", row.id, row.sealedName),
    }))
    .sort((a, b) => a.name.localeCompare(b.name));
}
