import { and, eq, sql } from "drizzle-orm";
import { database } from "#db/client.ts";
import { cases } from "#db/schema/index.ts";
import type { StaffContext } from "#lib/context.ts";
import type { QueueFilters } from "../queue-filters.ts";
import { afterClause, cursorOf, listClause, orderOf } from "./queue-clauses.ts";

/** Where a case stands in a list. References of its neighbours; `position` counts from 1, null where it is not in it. */
export type Place = { position: number | null; total: number; previous: string | null; next: string | null };

/**
 * The place of a case in the list it was opened from. A case that was worked off leaves its list, and still lies between
 * the two who were its neighbours: whoever did the work goes on from there.
 */
export async function findPlace(
  ctx: StaffContext,
  row: Parameters<typeof cursorOf>[0],
  filters: QueueFilters,
): Promise<Place> {
  const db = database();
  const inList = listClause(ctx, filters);
  const onwards: QueueFilters = { ...filters, after: cursorOf(row, filters.sort) };
  const back: QueueFilters = { ...onwards, order: filters.order === "asc" ? "desc" : "asc" };
  const nearest = async (way: QueueFilters) => {
    const [found] = await db
      .select({ reference: cases.reference })
      .from(cases)
      .where(and(inList, afterClause(way)))
      .orderBy(...orderOf(way))
      .limit(1);
    return found?.reference ?? null;
  };
  const [[counts], previous, next] = await Promise.all([
    db
      .select({
        total: sql<number>`count(*)::int`,
        before: sql<number>`(count(*) filter (where ${afterClause(back)}))::int`,
        isIn: sql<boolean>`coalesce(bool_or(${eq(cases.id, row.id)}), false)`,
      })
      .from(cases)
      .where(inList),
    nearest(back),
    nearest(onwards),
  ]);
  const { total = 0, before = 0, isIn = false } = counts ?? {};
  return { position: isIn ? before + 1 : null, total, previous, next };
}
