import { and, eq, gt, sql } from "drizzle-orm";
import { inTransaction } from "#db/client.ts";
import { auditEvent, cases } from "#db/schema/index.ts";
import { record } from "#lib/audit/commands.ts";
import type { Context } from "#lib/context.ts";
import { visibleCases } from "../queries/visible.ts";

/** Records that somebody looked into a case: reads of personal data are part of its history. Once in ten minutes per page. */
export async function recordRead(ctx: Context, caseId: string, page: string): Promise<void> {
  await inTransaction(async (tx) => {
    const [row] = await tx
      .select()
      .from(cases)
      .where(and(eq(cases.id, caseId), visibleCases(ctx)))
      .for("update");
    if (!row) return;
    const [lately] = await tx
      .select({ id: auditEvent.id })
      .from(auditEvent)
      .where(
        and(
          eq(auditEvent.caseRef, row.ref),
          eq(auditEvent.type, "case.read"),
          eq(auditEvent.actorRef, ctx.actor.ref),
          gt(auditEvent.recordedAt, sql`now() - interval '10 minutes'`),
          sql`convert_from(${auditEvent.entry}, 'UTF8')::jsonb -> 'obj' ->> 0 = ${page}`,
        ),
      )
      .limit(1);
    if (!lately) await record(tx, ctx, { type: "case.read", payload: { page }, case: row, obj: [page] });
  });
}
