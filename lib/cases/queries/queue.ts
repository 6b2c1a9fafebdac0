import { and, asc, desc, eq, inArray, isNull, lt, lte, sql, type SQL } from "drizzle-orm";
import { database } from "#db/client.ts";
import { appeal, bundle, caseSource, cases, claim, proof, staff, task } from "#db/schema/index.ts";
import type { StaffContext } from "#lib/context.ts";
import { matchedCount } from "#lib/identity/facts.ts";
import type { Requester } from "#lib/intake/answers.ts";
import { caseSealer, organisationSealer } from "#lib/keys/sealer.ts";
import type { QueueFilters, QueueSort, QueueView } from "../queue-filters.ts";
import { addDays } from "#lib/law/calendar.ts";
import { owedOnAppeal } from "../appeals.ts";
import { explainClaim } from "../claims.ts";
import { cursorText, readCursor } from "../cursor.ts";
import { isOpen, openStatuses, type CaseStatus } from "../statuses.ts";
import { findClause } from "./search.ts";
import { readableCases } from "./visible.ts";

const pageRows = 50;

const isOpenCase = inArray(cases.status, [...openStatuses]);
const failedSource = sql`exists (select 1 from ${caseSource} where ${caseSource.caseId} = ${cases.id}
  and ${caseSource.outcome} = 'failed' and ${caseSource.sentWithout} is null)`;

/** An answer waits for somebody's yes, and this member of staff may be the one to give it. */
function approvableBy({ actor }: StaffContext): SQL {
  if (!actor.roles.includes("approver")) return sql`false`;
  return sql`(${cases.status} = 'awaiting-approval' and not exists (select 1 from ${bundle}
    where ${bundle.caseId} = ${cases.id} and ${bundle.state} = 'built' and ${bundle.preparedById} = ${actor.id}))`;
}

/** What each view adds to "cases I may see". `today` is the civil day where the organisation is. */
const views = {
  open: () => isOpenCase,
  today: (ctx, today) =>
    and(
      isOpenCase,
      sql`(${lt(cases.dueOn, today)} or (${eq(cases.assigneeId, ctx.actor.id)} and ${lte(cases.aimOn, today)}) or ${approvableBy(ctx)})`,
    ),
  unassigned: () => and(isOpenCase, isNull(cases.assigneeId)),
  "not-verified": () => eq(cases.status, "received"),
  "waiting-source": () => and(isOpenCase, failedSource),
  "to-approve": () => eq(cases.status, "awaiting-approval"),
  late: (_ctx, today) => and(isOpenCase, lt(cases.dueOn, today)),
  appeals: () => eq(cases.status, "appealed"),
  answered: () => inArray(cases.status, ["answered", "withdrawn"]),
} satisfies Record<QueueView, (ctx: StaffContext, today: string) => SQL | undefined>;

const sortColumns = {
  due: cases.dueOn,
  aim: cases.aimOn,
  received: cases.receivedAt,
  last: cases.lastActivityAt,
} satisfies Record<QueueSort, unknown>;

function whereClause(ctx: StaffContext, filters: QueueFilters, today: string): SQL | undefined {
  const claimWith = (condition: SQL) =>
    sql`exists (select 1 from ${claim} where ${claim.caseId} = ${cases.id} and ${condition})`;
  return and(
    readableCases(ctx),
    filters.find ? (findClause(ctx, filters.find) ?? sql`false`) : views[filters.view](ctx, today),
    filters.right ? claimWith(eq(claim.right, filters.right)) : undefined,
    filters.law ? claimWith(eq(claim.regime, filters.law)) : undefined,
    filters.who === "nobody" ? isNull(cases.assigneeId) : undefined,
    filters.who === "me" ? eq(cases.assigneeId, ctx.actor.id) : undefined,
    filters.who && filters.who !== "me" && filters.who !== "nobody"
      ? eq(cases.assigneeId, filters.who)
      : undefined,
    filters.due !== null ? lte(cases.dueOn, addDays(today, filters.due)) : undefined,
  );
}

/** Rows after the one that the cursor names, in the direction of the order. A cursor that is not one shows the first page. */
function afterClause(filters: QueueFilters): SQL | undefined {
  const isDay = filters.sort === "due" || filters.sort === "aim";
  const cursor = readCursor(filters.after, isDay ? "day" : "instant");
  if (!cursor) return undefined;
  const column = sortColumns[filters.sort];
  const sign = sql.raw(filters.order === "asc" ? ">" : "<");
  const type = sql.raw(isDay ? "date" : "timestamptz");
  return sql`(${column}, ${cases.id}) ${sign} (${cursor.value}::${type}, ${cursor.id}::uuid)`;
}

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
  marks: ("provisional" | "no legal day" | "failed source" | "no delivery" | "entered later")[];
  /** Of the place that answers: its day is the one that counts. */
  zone: string;
  lastActivityAt: Date;
};

/** One page of the queue. The list order is the law's: earliest statutory day first, late ones on top. */
export async function listQueue(ctx: StaffContext, filters: QueueFilters, today: string) {
  const column = sortColumns[filters.sort];
  const direction = filters.order === "asc" ? asc : desc;
  const rows = await database()
    .select()
    .from(cases)
    .where(and(whereClause(ctx, filters, today), afterClause(filters)))
    .orderBy(direction(column), direction(cases.id))
    .limit(pageRows + 1);
  const page = rows.slice(0, pageRows);
  const last = page.at(-1);
  const lastValue = last && {
    due: last.dueOn,
    aim: last.aimOn,
    received: last.receivedAt.toISOString(),
    last: last.lastActivityAt.toISOString(),
  };
  return {
    rows: await describe(ctx, page),
    next:
      rows.length > pageRows && last && lastValue
        ? cursorText({ value: lastValue[filters.sort], id: last.id })
        : null,
  };
}

/** How many cases each view holds, and how many the filters leave. */
export async function countQueue(ctx: StaffContext, filters: QueueFilters, today: string) {
  const tally = (clause: SQL | undefined) => sql<number>`count(*) filter (where ${clause ?? sql`true`})::int`;
  const [counts] = await database()
    .select(
      Object.fromEntries(
        (Object.keys(views) as QueueView[]).map((view) => [view, tally(views[view](ctx, today))]),
      ) as Record<QueueView, SQL<number>>,
    )
    .from(cases)
    .where(readableCases(ctx));
  const [shown] = await database()
    .select({ n: tally(undefined) })
    .from(cases)
    .where(whereClause(ctx, filters, today));
  return { views: counts as Record<QueueView, number>, shown: shown?.n ?? 0 };
}

async function describe(ctx: StaffContext, page: (typeof cases.$inferSelect)[]): Promise<QueueRow[]> {
  if (page.length === 0) return [];
  const ids = page.map((row) => row.id);
  const db = database();
  const [claims, appeals, tasks, sources, proofs, colleagues] = await Promise.all([
    db.select().from(claim).where(inArray(claim.caseId, ids)).orderBy(claim.position),
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
      const failed = ofCase(sources).some((one) => one.outcome === "failed" && one.sentWithout === null);
      const marks: QueueRow["marks"] = [];
      if (ofCase(claims).some((one) => one.provisional)) marks.push("provisional");
      if (hasOnlyOwnDay(row, ofCase(claims), ofCase(appeals))) marks.push("no legal day");
      if (failed) marks.push("failed source");
      if (row.proofId && row.delivery === null && row.status !== "answered") marks.push("no delivery");
      if (row.enteredAt.getTime() - row.receivedAt.getTime() > 24 * 3600 * 1000) marks.push("entered later");
      return {
        id: row.id,
        reference: row.reference,
        dueOn: row.dueOn,
        aimOn: row.aimOn,
        person: maskedName(requester.name),
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
