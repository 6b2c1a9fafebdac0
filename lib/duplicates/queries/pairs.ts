import { and, asc, eq, inArray, isNull, ne, or, sql, type SQL } from "drizzle-orm";
import { database, type Tx } from "#db/client.ts";
import { caseIndex, casePair, cases, claim } from "#db/schema/index.ts";
import { readableCases } from "#lib/cases/queries/visible.ts";
import { openStatuses, type CaseStatus } from "#lib/cases/statuses.ts";
import type { StaffContext } from "#lib/context.ts";
import type { RightId } from "#lib/rights/ids.ts";
import { signs, type Sign, type Verdict } from "../pairs.ts";

type CaseRow = typeof cases.$inferSelect;

/** The other case of a pair, as staff see it beside theirs. No value of either is opened for it. */
export type PairView = Pick<CaseRow, "reference" | "status" | "channel" | "receivedAt" | "zone"> & {
  id: string;
  /** What both ask for. */
  rights: RightId[];
  /** What they have in common. */
  signs: Sign[];
  /** Whether it is proved who asks there. */
  isProved: boolean;
  /** What staff said of the two; null where they may be the same and nobody has. */
  judged: { id: string; verdict: Verdict; byRef: string; at: Date } | null;
};

/** The pairs of one case. */
export type Pairs = {
  /** May be the same request: the proved first, then the oldest. */
  proposed: PairView[];
  /** More of those than are listed: whoever sends many under one address hides none that is proved. */
  more: number;
  judged: PairView[];
};

const mostProposed = 10;
/** Anybody may share a name; whatever else two requests share is worth a look. */
const compared = signs.filter((sign) => sign !== "account");
const stillOwed: readonly CaseStatus[] = [...openStatuses, "passed-on"];

/**
 * Cases that may be the same request as this one, and those of which staff said whether they are. Found by keyed digests
 * among what the same desk may read, each time anew; for nobody but staff.
 */
export async function listPairs(ctx: StaffContext, caseId: string): Promise<Pairs> {
  const none: Pairs = { proposed: [], more: 0, judged: [] };
  if (ctx.actor.kind !== "staff") return none;
  const db = database();
  const [row] = await db
    .select()
    .from(cases)
    .where(and(eq(cases.id, caseId), readableCases(ctx)));
  if (!row) return none;
  const standing = await standingPairs(db, row.id);
  const shared = await sharedSigns(db, row);
  const others = [...new Set([...standing.keys(), ...shared.keys()])];
  const found = await readOthers(db, row, others, readableCases(ctx));
  const views = found.map(({ other, rights }): PairView => {
    const { id, reference, status, channel, receivedAt, zone, proofId } = other;
    return {
      id,
      reference,
      status,
      channel,
      receivedAt,
      zone,
      rights,
      signs: shared.get(id) ?? [],
      isProved: proofId !== null,
      judged: standing.get(id) ?? null,
    };
  });
  const proposed = views
    .filter(({ judged, rights, status }) => !judged && rights.length > 0 && stillOwed.includes(status))
    .toSorted((a, b) => Number(b.isProved) - Number(a.isProved));
  const isOwed = stillOwed.includes(row.status);
  return {
    proposed: isOwed ? proposed.slice(0, mostProposed) : [],
    more: isOwed ? Math.max(0, proposed.length - mostProposed) : 0,
    judged: views.filter(({ judged }) => judged),
  };
}

/** What staff said of this case and others, by the id of the other, as far as it stands. */
async function standingPairs(tx: Tx, caseId: string) {
  const rows = await tx
    .select()
    .from(casePair)
    .where(and(or(eq(casePair.caseId, caseId), eq(casePair.otherId, caseId)), isNull(casePair.undoneAt)));
  return new Map(
    rows.map(({ id, verdict, byRef, at, ...pair }) => [
      pair.caseId === caseId ? pair.otherId : pair.caseId,
      { id, verdict, byRef, at },
    ]),
  );
}

/** What other cases of the organisation share with this one, by their id. Exactly the same or not at all. */
export async function sharedSigns(tx: Tx, row: CaseRow): Promise<Map<string, Sign[]>> {
  const digests = tx
    .select({ purpose: caseIndex.purpose, digest: caseIndex.digest })
    .from(caseIndex)
    .where(eq(caseIndex.caseId, row.id));
  const byIndex = await tx
    .select({ id: caseIndex.caseId, sign: caseIndex.purpose })
    .from(caseIndex)
    .where(
      and(
        eq(caseIndex.organisationId, row.organisationId),
        ne(caseIndex.caseId, row.id),
        inArray(caseIndex.purpose, [...compared]),
        sql`(${caseIndex.purpose}, ${caseIndex.digest}) in (${digests})`,
      ),
    );
  const byLogin = row.subjectIndex
    ? await tx
        .select({ id: cases.id, sign: sql<Sign>`'account'` })
        .from(cases)
        .where(
          and(
            eq(cases.organisationId, row.organisationId),
            ne(cases.id, row.id),
            eq(cases.subjectIndex, row.subjectIndex),
          ),
        )
    : [];
  const shared = new Map<string, Sign[]>();
  for (const { id, sign } of [...byLogin, ...byIndex])
    shared.set(id, [...(shared.get(id) ?? []), sign as Sign]);
  return shared;
}

/** The other cases, oldest first, each with what it asks for that this one asks for too. */
async function readOthers(tx: Tx, row: CaseRow, ids: string[], readable: SQL) {
  if (ids.length === 0) return [];
  const asked = await tx.select({ right: claim.right }).from(claim).where(eq(claim.caseId, row.id));
  const own = new Set(asked.map(({ right }) => right));
  const others = await tx
    .select({ other: cases, rights: sql<RightId[]>`array_agg(distinct ${claim.right})` })
    .from(cases)
    .innerJoin(claim, eq(claim.caseId, cases.id))
    .where(and(inArray(cases.id, ids), readable))
    .groupBy(cases.id)
    .orderBy(asc(cases.receivedAt), asc(cases.reference));
  return others.map(({ other, rights }) => ({ other, rights: rights.filter((right) => own.has(right)) }));
}
