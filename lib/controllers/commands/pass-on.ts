import { and, eq, gt, inArray, isNotNull, isNull, ne, or, type SQL } from "drizzle-orm";
import { database, type Tx } from "#db/client.ts";
import { cases, claim, controller, handover, task } from "#db/schema/index.ts";
import { change, Refused, type CaseRow, type Outcome, type Saved } from "#lib/cases/commands/change.ts";
import type { Context } from "#lib/context.ts";
import { daysNow } from "#lib/decisions/commands/days.ts";
import { isPassedOn } from "#lib/cases/queries/own-claims.ts";
import { newId } from "#lib/ids.ts";
import { enqueue } from "#lib/jobs/queue.ts";
import { getPolicy } from "#lib/organisations/queries.ts";
import { nextChaseAt } from "../chase.ts";
import type { HandoverAnswer } from "../register.ts";
import { mailLink } from "./links.ts";

export type PassOn = {
  /** Claims of one case: ours, or ones that a controller said are not its to decide. */
  claimIds: readonly string[];
  controllerId: string;
  /** Ours stay ours, and the controller gets a copy: she is one of our people and one of its people. */
  keepOurs: boolean;
};

/**
 * Passes claims of a case on to the controller who decides: with a time stamp, a mail with a link to the controller, and
 * one to the person that names it. What was ours is ours no longer, unless it is kept.
 * @returns the id of the handover
 */
export function passOn(
  ctx: Context,
  caseId: string,
  input: PassOn,
  expectedVersion?: number,
): Promise<Outcome<string>> {
  return change(ctx, caseId, "pass-on", {
    input: { passes: input.keepOurs ? [] : input.claimIds },
    ...(expectedVersion === undefined ? {} : { expectedVersion }),
    save: (tx, { row }) => handOver(tx, ctx, row, input),
  });
}

/**
 * The job "controllers.pass-on": passes on what the person herself said is a controller's, and what a controller said is
 * for the platform behind it. Run twice, it does it once.
 */
export async function passOnAsked(ctx: Context, caseId: string): Promise<void> {
  for (const next of await unpassed(eq(claim.caseId, caseId)))
    await passOn(ctx, caseId, { ...next, keepOurs: false });
}

/** Cases that wait for that job. */
export async function casesToPassOn(since: Date): Promise<{ caseId: string }[]> {
  const waiting = await unpassed(gt(cases.lastActivityAt, since));
  return [...new Set(waiting.map(({ caseId }) => caseId))].map((caseId) => ({ caseId }));
}

/** Claims on their way to a controller, by case and by whom they go to. */
async function unpassed(where: SQL): Promise<{ caseId: string; claimIds: string[]; controllerId: string }[]> {
  const rows = await database()
    .select({ claim, platformId: controller.platformId })
    .from(claim)
    .innerJoin(cases, eq(cases.id, claim.caseId))
    .leftJoin(handover, eq(handover.id, claim.handoverId))
    .leftJoin(controller, eq(controller.id, handover.controllerId))
    .where(
      and(
        where,
        isPassedOn,
        ne(cases.status, "withdrawn"),
        or(
          isNull(claim.handoverId),
          and(eq(handover.answer, "only-processor"), isNotNull(controller.platformId)),
        ),
      ),
    );
  const groups = Map.groupBy(rows, (one) => `${one.claim.caseId}|${one.platformId ?? one.claim.controller}`);
  return [...groups].map(([key, group]) => {
    const [caseId = "", controllerId = ""] = key.split("|");
    return { caseId, controllerId, claimIds: group.map((one) => one.claim.id) };
  });
}

const isHandedBack = (answer: HandoverAnswer | null) => answer === "only-processor" || answer === "not-ours";

async function handOver(
  tx: Tx,
  ctx: Context,
  row: CaseRow,
  input: PassOn,
): Promise<Saved<"pass-on", string>> {
  const to = await getRegistered(tx, ctx, input.controllerId);
  const all = await tx.select().from(claim).where(eq(claim.caseId, row.id)).orderBy(claim.position);
  const chosen = all.filter((one) => input.claimIds.includes(one.id));
  if (chosen.length === 0 || chosen.length !== new Set(input.claimIds).size)
    throw new Refused("Choose what is passed on.");
  const before = await tx.select().from(handover).where(eq(handover.caseId, row.id));
  for (const one of chosen) refuseTwice(one, all, before, to, input);
  const from = before.find((one) => chosen.some(({ handoverId }) => handoverId === one.id)) ?? null;
  const { policy } = await getPolicy(tx, row.policyId);
  const passed = {
    id: newId(),
    organisationId: ctx.organisation.id,
    caseId: row.id,
    controllerId: to.id,
    fromId: from?.id ?? null,
    rights: chosen.map((one) => one.right),
    byRef: ctx.actor.ref,
    at: ctx.now,
    nextChaseAt: nextChaseAt({ at: ctx.now, chased: 0, escalatedAt: null }, policy.processing),
  };
  const [saved] = await tx.insert(handover).values(passed).returning();
  if (!saved) throw new Error("the handover was not saved");
  if (input.keepOurs) await copyClaims(tx, chosen, all.length, saved.id, to.id);
  else await moveClaims(tx, chosen, saved.id, to.id);
  await mailLink(tx, ctx, { handover: saved, kind: "controller-asked", zone: row.zone });
  await askAgain(tx, row);
  return {
    payload: { rights: passed.rights, controller: to.name, isCopy: input.keepOurs },
    obj: [saved.id],
    set: await daysNow(tx, row),
    result: saved.id,
  };
}

async function getRegistered(tx: Tx, ctx: Context, id: string) {
  const [row] = await tx
    .select()
    .from(controller)
    .where(
      and(
        eq(controller.id, id),
        eq(controller.organisationId, ctx.organisation.id),
        isNull(controller.endedAt),
      ),
    );
  if (!row) throw new Refused("This controller is not in the register any more. Choose another one.");
  return row;
}

type ClaimRow = typeof claim.$inferSelect;
type HandoverRow = typeof handover.$inferSelect;

function refuseTwice(
  one: ClaimRow,
  all: readonly ClaimRow[],
  before: readonly HandoverRow[],
  to: { id: string; name: string },
  { keepOurs }: PassOn,
): void {
  const current = before.find(({ id }) => id === one.handoverId);
  if (one.status === "passed-on" && (keepOurs || (current && !isHandedBack(current.answer))))
    throw new Refused("This was passed on already. Wait for the answer, or take it back first.");
  const isThere = all.some(
    (other) => other.id !== one.id && other.right === one.right && other.controller === to.id,
  );
  if (isThere) throw new Refused(`The same was passed on to ${to.name} already.`);
  const saidNo = before.some(
    (other) => other.controllerId === to.id && other.rights.includes(one.right) && isHandedBack(other.answer),
  );
  if (saidNo) throw new Refused(`${to.name} has said that this is not for it to decide. Choose another one.`);
}

async function moveClaims(
  tx: Tx,
  chosen: readonly ClaimRow[],
  handoverId: string,
  to: string,
): Promise<void> {
  const ids = chosen.map((one) => one.id);
  await tx
    .update(claim)
    .set({ status: "passed-on", controller: to, handoverId })
    .where(inArray(claim.id, ids));
  // Nobody works on it here any more; what was done stays told.
  await tx.delete(task).where(and(inArray(task.claimId, ids), eq(task.status, "open")));
}

async function copyClaims(
  tx: Tx,
  chosen: readonly ClaimRow[],
  position: number,
  handoverId: string,
  to: string,
): Promise<void> {
  await tx.insert(claim).values(
    chosen.map((one, index) => ({
      ...one,
      id: newId(),
      position: position + index,
      status: "passed-on" as const,
      controller: to,
      handoverId,
    })),
  );
}

/** Where only what needs no proof stays with us, nothing waits for one any more. */
async function askAgain(tx: Tx, row: CaseRow): Promise<void> {
  if (row.status !== "received") return;
  const ours = await tx
    .select()
    .from(claim)
    .where(and(eq(claim.caseId, row.id), eq(claim.status, "open")));
  if (ours.length > 0 && ours.every((one) => !one.needsProof))
    await enqueue(tx, "identity.check", { caseId: row.id });
}
