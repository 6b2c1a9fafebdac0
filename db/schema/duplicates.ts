import { sql } from "drizzle-orm";
import { check, index, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import type { Verdict } from "#lib/duplicates/pairs.ts";
import { cases } from "./cases.ts";
import { id, instant } from "./columns.ts";

/**
 * What staff said of two cases: that they belong together, or that they do not. What was never judged is no row: it is
 * found anew each time. A verdict is undone, never edited.
 */
export const casePair = pgTable(
  "case_pair",
  {
    id: id(),
    organisationId: uuid("organisation_id").notNull(),
    /** The one whose id sorts first, so that the same two are the same pair from either side. */
    caseId: uuid("case_id")
      .notNull()
      .references(() => cases.id),
    otherId: uuid("other_id")
      .notNull()
      .references(() => cases.id),
    verdict: text("verdict").$type<Verdict>().notNull(),
    byRef: uuid("by_ref").notNull(),
    at: instant("at").notNull(),
    undoneByRef: uuid("undone_by_ref"),
    undoneAt: instant("undone_at"),
  },
  (table) => [
    check("case_pair_verdict", sql`${table.verdict} in ('linked', 'apart')`),
    check("case_pair_order", sql`${table.caseId} < ${table.otherId}`),
    uniqueIndex("case_pair_standing")
      .on(table.caseId, table.otherId)
      .where(sql`${table.undoneAt} is null`),
    index("case_pair_other").on(table.otherId),
  ],
);
