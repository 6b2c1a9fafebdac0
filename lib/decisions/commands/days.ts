import { and, eq, isNull } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { appeal, claim } from "#db/schema/index.ts";
import { daysOfCase, owedOnAppeal, type Days } from "#lib/cases/appeals.ts";
import { aimFor, explainClaim } from "#lib/cases/claims.ts";
import type { CaseRow } from "#lib/cases/commands/change.ts";
import { isOurs } from "#lib/cases/queries/own-claims.ts";
import { dayIn } from "#lib/law/calendar.ts";
import { getPolicy } from "#lib/organisations/queries.ts";

/** The days of the case as its claims and appeals stand now; those it has, where all of it was passed on. */
export async function daysNow(tx: Tx, row: CaseRow): Promise<Days> {
  const { policy } = await getPolicy(tx, row.policyId);
  const claims = await tx
    .select()
    .from(claim)
    .where(and(eq(claim.caseId, row.id), isOurs));
  const appeals = await tx
    .select()
    .from(appeal)
    .where(and(eq(appeal.caseId, row.id), isNull(appeal.outcome)));
  const open = claims.flatMap((asked) =>
    appeals
      .filter((one) => one.claimId === asked.id)
      .map((one) => {
        const { dueOn } = owedOnAppeal(asked, one).due;
        return { dueOn, aimOn: aimFor(dueOn, dayIn(one.receivedAt, asked.zone), policy.aimDaysBefore) };
      }),
  );
  return claims.length === 0 ? { dueOn: row.dueOn, aimOn: row.aimOn } : daysOfCase(claims, open);
}

/** Opens a claim again, with the days by which it is now to be answered. */
export async function reopenClaim(
  tx: Tx,
  row: CaseRow,
  asked: typeof claim.$inferSelect,
  at: Date,
): Promise<void> {
  const appeals = await tx
    .select()
    .from(appeal)
    .where(eq(appeal.claimId, asked.id))
    .orderBy(appeal.receivedAt);
  const { dueOn } = explainClaim({ ...asked, receivedAt: row.receivedAt }, [], appeals);
  const { policy } = await getPolicy(tx, row.policyId);
  const aimOn = aimFor(dueOn, dayIn(at, asked.zone), policy.aimDaysBefore);
  await tx.update(claim).set({ status: "open", dueOn, aimOn }).where(eq(claim.id, asked.id));
}
