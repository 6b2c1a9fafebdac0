import { and, eq, gte, inArray, lte, ne, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Tx } from "#db/client.ts";
import { caseIndex, cases, claim, decision } from "#db/schema/index.ts";
import { dayIn } from "#lib/law/calendar.ts";
import { regimes } from "#lib/law/index.ts";
import type { Regime } from "#lib/law/regime.ts";
import { versionOn } from "#lib/law/versions.ts";

type CaseRow = typeof cases.$inferSelect;
type ClaimRow = Pick<typeof claim.$inferSelect, "id" | "right" | "regime" | "zone">;

/** A request like this one, made earlier in the same calendar year by somebody known by the same blind index. */
export type EarlierRequest = {
  claimId: string;
  reference: string;
  /** Civil day. */
  receivedOn: string;
  /** Known by the e-mail address too, and not only by name and postal address. */
  hasSameEmail: boolean;
  /** The first day on which it is free again. */
  nextFreeOn: string;
};

/**
 * For each claim under a law that is free so many times in a calendar year, the first request of that year that counts: not
 * withdrawn, and not refused. Nothing is opened to find it.
 */
export async function readEarlier(
  tx: Tx,
  row: CaseRow,
  claims: readonly ClaimRow[],
): Promise<EarlierRequest[]> {
  const found: EarlierRequest[] = [];
  for (const one of claims) {
    const receivedOn = dayIn(row.receivedAt, one.zone);
    const { free } = versionOn(regimes[one.regime] as Regime, receivedOn).version;
    if (free?.per !== "calendar-year") continue;
    const year = receivedOn.slice(0, 4);
    const before = await sameAsked(tx, row, one, year);
    const counting = before.filter(({ receivedAt }) => dayIn(receivedAt, one.zone).startsWith(year));
    const [first] = counting;
    if (!first || counting.length < free.perYear) continue;
    found.push({
      claimId: one.id,
      reference: first.reference,
      receivedOn: dayIn(first.receivedAt, one.zone),
      hasSameEmail: counting.some(({ byEmail, id }) => id === first.id && byEmail),
      nextFreeOn: `${Number(year) + 1}-01-01`,
    });
  }
  return found;
}

/** Cases of the organisation that share a digest with this one and ask for the same right under the same law, oldest first. */
async function sameAsked(tx: Tx, row: CaseRow, { right, regime }: ClaimRow, year: string) {
  const own = alias(caseIndex, "own");
  return tx
    .select({
      id: cases.id,
      reference: cases.reference,
      receivedAt: cases.receivedAt,
      byEmail: sql<boolean>`bool_or(${caseIndex.purpose} = 'email')`,
    })
    .from(own)
    .innerJoin(
      caseIndex,
      and(
        eq(caseIndex.organisationId, own.organisationId),
        eq(caseIndex.purpose, own.purpose),
        eq(caseIndex.digest, own.digest),
      ),
    )
    .innerJoin(cases, eq(cases.id, caseIndex.caseId))
    .innerJoin(claim, eq(claim.caseId, cases.id))
    .where(
      and(
        eq(own.caseId, row.id),
        inArray(own.purpose, ["email", "notice"]),
        ne(cases.id, row.id),
        eq(cases.organisationId, row.organisationId),
        ne(cases.status, "withdrawn"),
        eq(claim.right, right),
        eq(claim.regime, regime),
        gte(cases.receivedAt, new Date(`${Number(year) - 1}-12-31T00:00:00Z`)),
        lte(cases.receivedAt, row.receivedAt),
        sql`not exists (select 1 from ${decision} where ${decision.claimId} = ${claim.id} and ${decision.outcome} = 'refused')`,
      ),
    )
    .groupBy(cases.id)
    .orderBy(cases.receivedAt, cases.reference);
}
