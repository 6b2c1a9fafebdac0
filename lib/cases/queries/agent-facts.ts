import { asc, eq } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { authority, demandMade, type cases, type claim } from "#db/schema/index.ts";
import { askedWith, laneOf, type Asked } from "#lib/agents/demands.ts";
import { standingOn } from "#lib/agents/kinds.ts";
import { ofThePerson, type AgentFacts } from "#lib/agents/standing.ts";
import { dayIn } from "#lib/law/calendar.ts";

type CaseRow = typeof cases.$inferSelect;
type ClaimRow = typeof claim.$inferSelect;
type AuthorityRow = typeof authority.$inferSelect;

/** What the table of demands is asked about, per claim of a case. */
export function askedOf(
  claims: readonly Pick<ClaimRow, "regime" | "right">[],
  { kind, jurisdiction }: Pick<AuthorityRow, "kind" | "jurisdiction">,
): Asked[] {
  return claims.map(({ regime, right }) => askedWith({ regime, right, residence: jurisdiction }, kind));
}

/** Where a case stands that an agent asked for; null where she asks herself. Call it with the case locked. */
export async function readAgentFacts(
  tx: Tx,
  row: CaseRow,
  claims: readonly ClaimRow[],
): Promise<AgentFacts | null> {
  if (!row.authorityId) return null;
  const [paper] = await tx.select().from(authority).where(eq(authority.id, row.authorityId));
  if (!paper) return null;
  const made = await tx
    .select()
    .from(demandMade)
    .where(eq(demandMade.caseId, row.id))
    .orderBy(asc(demandMade.at), asc(demandMade.id));
  const ofHer = made.filter(({ demand }) => ofThePerson.includes(demand));
  const met = ofHer.findLast(({ metBy }) => metBy !== null)?.metBy ?? null;
  const [first] = askedOf(claims, paper);
  return {
    authority: standingOn(paper, dayIn(row.receivedAt, row.zone)),
    lane: first ? laneOf(first) : "authority",
    personSaid: met ?? (paper.confirmedAt ? "confirmed" : null),
    made: made.map(({ demand }) => demand),
    unmet: ofHer.filter(({ metAt }) => metAt === null).map(({ demand }) => demand),
    isOwn: row.takenOverAt !== null,
  };
}
