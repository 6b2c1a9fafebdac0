import { and, asc, desc, eq, inArray, isNull, lt, lte, or, sql, type SQL } from "drizzle-orm";
import { appeal, bundle, caseSource, cases, claim, handover, instruction } from "#db/schema/index.ts";
import type { StaffContext } from "#lib/context.ts";
import { cursorText, readCursor } from "../cursor.ts";
import type { QueueFilters, QueueSort, QueueView } from "../queue-filters.ts";
import { openStatuses } from "../statuses.ts";
import { findClause } from "./search.ts";
import { readableCases } from "./visible.ts";

const isOpenCase = inArray(cases.status, [...openStatuses]);
const failedSource = sql`exists (select 1 from ${caseSource} where ${caseSource.caseId} = ${cases.id}
  and ${caseSource.outcome} = 'failed' and ${caseSource.sentWithoutByRef} is null)`;

/** Also beside a request that another appeal has opened again. */
const openAppeal = sql`exists (select 1 from ${appeal} where ${appeal.caseId} = ${cases.id}
  and ${appeal.outcome} is null)`;

/** Something of it is with somebody else who decides, and nobody has told what came of it, or it came back. */
const elsewhere = sql`(${cases.status} <> 'withdrawn' and exists (select 1 from ${claim}
  left join ${handover} on ${handover.id} = ${claim.handoverId}
  where ${claim.caseId} = ${cases.id} and ${claim.status} = 'passed-on'
  and coalesce(${handover.answer}, '') not in ('answered', 'nothing-held')))`;

/** Of what is elsewhere: a controller that does not answer, gives it back, or waits for our help. */
const elsewhereNeedsUs = sql`(${cases.status} <> 'withdrawn' and (exists (select 1 from ${claim}
  join ${handover} on ${handover.id} = ${claim.handoverId}
  where ${claim.caseId} = ${cases.id} and ${claim.status} = 'passed-on'
  and (${handover.answer} in ('only-processor', 'not-ours') or (${handover.answer} is null and ${handover.escalatedAt} is not null)))
  or exists (select 1 from ${instruction} where ${instruction.caseId} = ${cases.id} and ${instruction.doneAt} is null)))`;

/** An answer waits for somebody's yes, and this member of staff may be the one to give it. */
function approvableBy({ actor }: StaffContext): SQL {
  if (!actor.roles.includes("approver")) return sql`false`;
  return sql`(${cases.status} = 'awaiting-approval' and not exists (select 1 from ${bundle}
    where ${bundle.caseId} = ${cases.id} and ${bundle.state} = 'built' and ${bundle.preparedById} = ${actor.id}))`;
}

/** The civil day, now, at the place that answers a case: by that day a case is late, whatever day it is here. */
const dayThere = ({ now }: StaffContext) =>
  sql`(${now.toISOString()}::timestamptz at time zone ${cases.zone})::date`;

/** What each view adds to "cases I may see". */
export const viewClauses = {
  open: () => isOpenCase,
  today: (ctx) =>
    or(
      elsewhereNeedsUs,
      and(
        isOpenCase,
        sql`(${lt(cases.dueOn, dayThere(ctx))} or (${eq(cases.assigneeId, ctx.actor.id)} and ${lte(cases.aimOn, dayThere(ctx))}) or ${approvableBy(ctx)})`,
      ),
    ),
  unassigned: () => and(isOpenCase, isNull(cases.assigneeId)),
  "not-verified": () => eq(cases.status, "received"),
  "waiting-source": () => and(isOpenCase, failedSource),
  "to-approve": () => eq(cases.status, "awaiting-approval"),
  late: (ctx) => and(isOpenCase, lt(cases.dueOn, dayThere(ctx))),
  appeals: () => and(isOpenCase, openAppeal),
  "passed-on": () => elsewhere,
  answered: () => inArray(cases.status, ["answered", "withdrawn"]),
} satisfies Record<QueueView, (ctx: StaffContext) => SQL | undefined>;

const sortColumns = {
  due: cases.dueOn,
  aim: cases.aimOn,
  received: cases.receivedAt,
  last: cases.lastActivityAt,
} satisfies Record<QueueSort, unknown>;

/** The cases of a list, among those that this member of staff may read. */
export function listClause(ctx: StaffContext, filters: QueueFilters): SQL | undefined {
  const claimWith = (condition: SQL) =>
    sql`exists (select 1 from ${claim} where ${claim.caseId} = ${cases.id} and ${condition})`;
  return and(
    readableCases(ctx),
    filters.find ? (findClause(ctx, filters.find) ?? sql`false`) : viewClauses[filters.view](ctx),
    filters.right ? claimWith(eq(claim.right, filters.right)) : undefined,
    filters.law ? claimWith(eq(claim.regime, filters.law)) : undefined,
    filters.who === "nobody" ? isNull(cases.assigneeId) : undefined,
    filters.who === "me" ? eq(cases.assigneeId, ctx.actor.id) : undefined,
    filters.who && filters.who !== "me" && filters.who !== "nobody"
      ? eq(cases.assigneeId, filters.who)
      : undefined,
    filters.due !== null ? lte(cases.dueOn, sql`${dayThere(ctx)} + ${filters.due}::int`) : undefined,
  );
}

/** Rows after the one that the cursor names, in the direction of the order. A cursor that is not one shows the first page. */
export function afterClause(filters: QueueFilters): SQL | undefined {
  const isDay = filters.sort === "due" || filters.sort === "aim";
  const cursor = readCursor(filters.after, isDay ? "day" : "instant");
  if (!cursor) return undefined;
  const column = sortColumns[filters.sort];
  const sign = sql.raw(filters.order === "asc" ? ">" : "<");
  const type = sql.raw(isDay ? "date" : "timestamptz");
  return sql`(${column}, ${cases.id}) ${sign} (${cursor.value}::${type}, ${cursor.id}::uuid)`;
}

/** The order of a list: by its column, and among equals by the id, so that no two stand at the same place. */
export function orderOf({ sort, order }: QueueFilters): SQL[] {
  const direction = order === "asc" ? asc : desc;
  return [direction(sortColumns[sort]), direction(cases.id)];
}

/** The place of a case in the order of a list: `after` of whatever lies behind it. */
export function cursorOf(
  row: Pick<typeof cases.$inferSelect, "id" | "dueOn" | "aimOn" | "receivedAt" | "lastActivityAt">,
  sort: QueueSort,
): string {
  const value = {
    due: row.dueOn,
    aim: row.aimOn,
    received: row.receivedAt.toISOString(),
    last: row.lastActivityAt.toISOString(),
  }[sort];
  return cursorText({ value, id: row.id });
}
