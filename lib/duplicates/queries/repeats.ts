import { and, eq, inArray, isNotNull, ne } from "drizzle-orm";
import { database } from "#db/client.ts";
import { cases, claim } from "#db/schema/index.ts";
import { lastSentAt, latestDecisions } from "#lib/cases/queries/facts.ts";
import { isOurs } from "#lib/cases/queries/own-claims.ts";
import { readableCases } from "#lib/cases/queries/visible.ts";
import type { StaffContext } from "#lib/context.ts";
import { dayIn } from "#lib/law/calendar.ts";
import { regimes } from "#lib/law/index.ts";
import type { Regime, RegimeVersion } from "#lib/law/regime.ts";
import type { RegimeId } from "#lib/law/ids.ts";
import { versionOn } from "#lib/law/versions.ts";
import type { RightId } from "#lib/rights/ids.ts";
import { countAnswers, type Counted, type EarlierAnswer } from "../repeats.ts";
import { sharedSigns } from "./pairs.ts";

/** What the same proved person was told before, of one right, and how many answers her law makes free. */
export type Repeat = Counted & {
  claimId: string;
  right: RightId;
  regime: RegimeId;
  /** How many are free in twelve months, and where that stands; null where the law names no number. */
  free: { perYear: number; citation: string; mark: string } | null;
  /** Where the law speaks of excessive requests; null where it does not. */
  excessive: { citation: string; mark: string } | null;
};

/**
 * Answers this person has had for the same right under the same law in the twelve months before. Only between cases in
 * which it is proved who asks: what a stranger types under her address counts for nobody. Where the law counts calendar
 * years the case itself says it (`cases/queries/earlier`).
 */
export async function listRepeats(ctx: StaffContext, caseId: string): Promise<Repeat[]> {
  if (ctx.actor.kind !== "staff") return [];
  const db = database();
  const [row] = await db
    .select()
    .from(cases)
    .where(and(eq(cases.id, caseId), readableCases(ctx), isNotNull(cases.proofId)));
  if (!row) return [];
  const shared = [...(await sharedSigns(db, row)).keys()];
  if (shared.length === 0) return [];
  const own = await db
    .select()
    .from(claim)
    .where(and(eq(claim.caseId, row.id), isOurs));
  const before = await db
    .select({ claim, id: cases.id, reference: cases.reference })
    .from(claim)
    .innerJoin(cases, eq(cases.id, claim.caseId))
    .where(
      and(
        inArray(cases.id, shared),
        readableCases(ctx),
        isNotNull(cases.proofId),
        ne(cases.status, "withdrawn"),
        eq(claim.status, "decided"),
        isOurs,
      ),
    );
  const given: (EarlierAnswer & { right: RightId; regime: RegimeId })[] = [];
  for (const { claim: one, id, reference } of before) {
    const sentAt = await lastSentAt(db, id);
    const outcome = (await latestDecisions(db, id)).get(one.id)?.outcome;
    if (!sentAt || !outcome || outcome === "refused") continue;
    const { right, regime, zone } = one;
    given.push({ right, regime, reference, answeredOn: dayIn(sentAt, zone) });
  }
  return own.flatMap((one) => {
    const receivedOn = dayIn(row.receivedAt, one.zone);
    const { version } = versionOn(regimes[one.regime] as Regime, receivedOn);
    const answers = given.filter(({ right, regime }) => right === one.right && regime === one.regime);
    const free = freeFor(version, one.right);
    const counted = countAnswers(free?.perYear ?? null, receivedOn, answers);
    if (version.free?.per === "calendar-year" || counted.answers.length === 0) return [];
    const excessive = version.refusal.grounds.find(({ id }) => id === "excessive") ?? null;
    return [{ ...counted, claimId: one.id, right: one.right, regime: one.regime, free, excessive }];
  });
}

const freeFor = ({ free }: RegimeVersion, right: RightId) =>
  free && (free.rights === "all" || free.rights.includes(right)) ? free : null;
