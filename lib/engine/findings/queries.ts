import { count, desc, eq, sql } from "drizzle-orm";
import { database } from "#db/client.ts";
import { finding, findingCase, source } from "#db/schema/index.ts";
import { authorise } from "#lib/auth/commands/authorise.ts";
import { staffNames } from "#lib/cases/queries/view.ts";
import type { StaffContext } from "#lib/context.ts";
import { organisationSealer } from "#lib/keys/sealer.ts";

export type FindingView = Omit<typeof finding.$inferSelect, "sealedNote" | "closedByRef"> & {
  sourceName: string;
  /** How many cases met it. */
  cases: number;
  /** What was done when it was last closed, and by whom; null where it never was. */
  note: string | null;
  closedBy: string | null;
};

/** What the stores of the organisation hold and may not, the open ones first, then by when they were last met. */
export async function listFindings(ctx: StaffContext): Promise<FindingView[]> {
  await authorise(ctx, "settings.read");
  const db = database();
  const rows = await db
    .select({ finding, sourceName: source.name, cases: count(findingCase.caseId) })
    .from(finding)
    .innerJoin(source, eq(source.id, finding.sourceId))
    .leftJoin(findingCase, eq(findingCase.findingId, finding.id))
    .where(eq(finding.organisationId, ctx.organisation.id))
    .groupBy(finding.id, source.name)
    .orderBy(desc(sql`${finding.state} = 'open'`), desc(finding.lastSeenAt), finding.id);
  if (rows.length === 0) return [];
  const sealer = await organisationSealer(db, ctx.organisation.id);
  const names = await staffNames(db, ctx.organisation.id);
  return rows.map(({ finding: { sealedNote, closedByRef, ...row }, ...told }) => ({
    ...row,
    ...told,
    note: sealedNote ? sealer.open<string>("finding.sealed_note", row.id, sealedNote) : null,
    closedBy: closedByRef ? (names.get(closedByRef) ?? null) : null,
  }));
}
