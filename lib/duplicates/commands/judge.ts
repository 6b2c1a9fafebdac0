import { and, asc, eq, inArray, isNull, or, sql, type SQL } from "drizzle-orm";
import { database, inTransaction, type Tx } from "#db/client.ts";
import { casePair, cases } from "#db/schema/index.ts";
import { recordRefusal } from "#lib/audit/commands.ts";
import { changeIn, Refused, type Outcome } from "#lib/cases/commands/change.ts";
import { changeableCases } from "#lib/cases/queries/visible.ts";
import type { Context, StaffContext } from "#lib/context.ts";
import { newId } from "#lib/ids.ts";
import { inOrder, type Verdict } from "../pairs.ts";

/** What the history of both cases says. */
const eventOf = { linked: "link-case", apart: "keep-apart" } as const satisfies Record<Verdict, string>;
type PairEvent = (typeof eventOf)[Verdict] | "undo-pair";

/**
 * Says of two cases that they belong together, or that they are not the same. Both stay whole: no clock, no state and
 * nothing anybody outside the desk sees changes, so a stranger who types her address moves nothing of hers.
 * @param reference of the other, as typed or as proposed
 */
export function judgePair(
  ctx: StaffContext,
  caseId: string,
  { reference, verdict }: { reference: string; verdict: Verdict },
  expectedVersion?: number,
): Promise<Outcome<null>> {
  const other = eq(cases.reference, reference.trim().toUpperCase());
  return onBoth(ctx, caseId, other, eventOf[verdict], expectedVersion, async (tx, otherId) => {
    const pair = inOrder(caseId, otherId);
    const [before] = await tx
      .select({ id: casePair.id })
      .from(casePair)
      .where(
        and(eq(casePair.caseId, pair.caseId), eq(casePair.otherId, pair.otherId), isNull(casePair.undoneAt)),
      );
    if (before) throw new Refused("Somebody has said this of the two cases already. Look at it first.");
    await tx.insert(casePair).values({
      id: newId(),
      organisationId: ctx.organisation.id,
      ...pair,
      verdict,
      byRef: ctx.actor.ref,
      at: ctx.now,
    });
  });
}

/** Takes back what was said of two cases. They can be proposed again. */
export async function undoPair(ctx: StaffContext, caseId: string, pairId: string): Promise<Outcome<null>> {
  const [pair] = await database()
    .select()
    .from(casePair)
    .where(
      and(
        eq(casePair.id, pairId),
        eq(casePair.organisationId, ctx.organisation.id),
        or(eq(casePair.caseId, caseId), eq(casePair.otherId, caseId)),
      ),
    );
  const other = pair ? eq(cases.id, pair.caseId === caseId ? pair.otherId : pair.caseId) : sql`false`;
  return onBoth(ctx, caseId, other, "undo-pair", undefined, async (tx) => {
    const undone = await tx
      .update(casePair)
      .set({ undoneByRef: ctx.actor.ref, undoneAt: ctx.now })
      .where(and(eq(casePair.id, pairId), isNull(casePair.undoneAt)))
      .returning({ id: casePair.id });
    if (undone.length === 0) throw new Refused("This was taken back already.");
  });
}

/**
 * One change of two cases, in one transaction: both or none, each history naming the other. Locked in one order, so that
 * two who say it from either side wait for each other and the second gets a sentence.
 */
async function onBoth(
  ctx: StaffContext,
  caseId: string,
  which: SQL,
  event: PairEvent,
  expectedVersion: number | undefined,
  save: (tx: Tx, otherId: string) => Promise<void>,
): Promise<Outcome<null>> {
  const attempt = inTransaction(async (tx) => {
    const [other] = await tx
      .select()
      .from(cases)
      .where(and(which, changeableCases(ctx)));
    const ids = [caseId, ...(other ? [other.id] : [])];
    const locked = await tx
      .select({ id: cases.id, reference: cases.reference })
      .from(cases)
      .where(and(inArray(cases.id, ids), changeableCases(ctx)))
      .orderBy(asc(cases.id))
      .for("update");
    const referenceOf = (id: string) => locked.find((one) => one.id === id)?.reference ?? "";
    return changeIn<PairEvent, null>(tx, ctx, caseId, event, {
      ...(expectedVersion === undefined ? {} : { expectedVersion }),
      save: async () => {
        if (!other) throw new Refused("There is no such case here. Check the reference.");
        if (other.id === caseId) throw new Refused("That is this case itself.");
        await save(tx, other.id);
        const there = await changeIn<PairEvent, null>(tx, ctx, other.id, event, {
          save: async () => ({ payload: { other: referenceOf(caseId) }, result: null }),
        });
        if (!there.ok) throw new Refused(there.says);
        return { payload: { other: other.reference }, result: null };
      },
    });
  });
  const outcome = await attempt.catch((error: unknown): Outcome<null> => {
    if (error instanceof Refused) return { ok: false, why: "guard", says: error.message };
    throw error;
  });
  if (!outcome.ok && outcome.why === "not-allowed" && isStaff(ctx)) await recordRefusal(ctx, event);
  return outcome;
}

/** A crafted post may come with anybody: only what staff try in vain stands in the log. */
const isStaff = ({ actor }: Context) => actor.kind === "staff";
