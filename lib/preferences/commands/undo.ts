import { and, eq, inArray, isNull, or, type SQL } from "drizzle-orm";
import { database, inTransaction, type Tx } from "#db/client.ts";
import { cases, claim, preference, task } from "#db/schema/index.ts";
import { record } from "#lib/audit/commands.ts";
import { authorise } from "#lib/auth/commands/authorise.ts";
import { visibleCases } from "#lib/cases/queries/visible.ts";
import type { Context } from "#lib/context.ts";
import { HabeasError } from "#lib/errors.ts";
import { choiceName, type Choice } from "../choices.ts";
import { ofAccount, ofChoice } from "../queries.ts";

type Row = typeof preference.$inferSelect;

/**
 * Takes a choice back for everything that the person can speak for: signed in, her account; through her request, that
 * request, and, where a code to the address she gave let her in, whatever was said for that address. Staff do it on her word
 * for whatever her request was known by. Open work for it ends. Whoever calls has asked twice (11 CCR 7028(a)).
 * @param caseId the request through which it is done; null for somebody who is signed in
 * @returns how many requests had said it; 0 where it did not stand (any more)
 */
export async function undoChoice(ctx: Context, choice: Choice, caseId: string | null): Promise<number> {
  const by = await whoUndoes(ctx, caseId);
  return inTransaction(async (tx) => {
    const reach = caseId === null ? await ofAccount(ctx) : await reachOf(tx, ctx, caseId);
    if (!reach) return 0;
    const standing = and(ofChoice(ctx, choice), reach, isNull(preference.undoneAt));
    const found = await tx.select({ caseId: preference.caseId }).from(preference).where(standing);
    const held = await tx
      .select({ id: cases.id, ref: cases.ref, version: cases.version })
      .from(cases)
      .where(inArray(cases.id, [...new Set(found.map((one) => one.caseId))]))
      .orderBy(cases.id)
      .for("update");
    const undone = await tx
      .update(preference)
      .set({ undoneAt: ctx.now, undoneBy: by, undoneByRef: ctx.actor.ref })
      .where(standing)
      .returning();
    for (const one of held) {
      const rows = undone.filter((row) => row.caseId === one.id);
      if (rows.length === 0) continue;
      await endOpenWork(tx, ctx, one.id, choice);
      await tx
        .update(cases)
        .set({ version: one.version + 1, lastActivityAt: ctx.now })
        .where(eq(cases.id, one.id));
      await record(tx, ctx, {
        type: "choice.undo",
        case: one,
        obj: rows.map(({ id }) => id),
        payload: { choice: choiceName(choice), by },
      });
    }
    return new Set(undone.map((row) => row.caseId)).size;
  });
}

async function whoUndoes(ctx: Context, caseId: string | null): Promise<NonNullable<Row["undoneBy"]>> {
  const { actor } = ctx;
  if (caseId === null && actor.kind === "person") return "account";
  const [seen] =
    caseId === null
      ? []
      : await database()
          .select({ id: cases.id })
          .from(cases)
          .where(and(eq(cases.id, caseId), visibleCases(ctx)));
  if (!seen || actor.kind === "system") throw new HabeasError("not-found", "There is no such request.");
  if (actor.kind !== "staff") return "person";
  await authorise(ctx, "case.work");
  return "staff";
}

/** The choices that go with those of a request, by what they are known by. */
async function reachOf(tx: Tx, ctx: Context, caseId: string): Promise<SQL | undefined> {
  const { actor } = ctx;
  const itself = eq(preference.caseId, caseId);
  const isAddressHers = actor.kind === "person" && actor.scope === "conversation";
  if (actor.kind === "person" && !isAddressHers) return itself;
  const rows = await tx
    .select()
    .from(preference)
    .where(and(itself, eq(preference.organisationId, ctx.organisation.id)));
  const known = rows.flatMap(({ emailIndex, telephoneIndex, subjectIndex }) => [
    ...(emailIndex ? [eq(preference.emailIndex, emailIndex)] : []),
    ...(telephoneIndex && !isAddressHers ? [eq(preference.telephoneIndex, telephoneIndex)] : []),
    ...(subjectIndex && !isAddressHers ? [eq(preference.subjectIndex, subjectIndex)] : []),
  ]);
  return or(itself, ...known);
}

/** Nobody carries out what does not stand any more; what was done already stays as it was recorded. */
async function endOpenWork(tx: Tx, ctx: Context, caseId: string, { kind }: Choice): Promise<void> {
  const still = await tx
    .select({ id: preference.id })
    .from(preference)
    .where(and(eq(preference.caseId, caseId), eq(preference.kind, kind), isNull(preference.undoneAt)))
    .limit(1);
  if (still.length > 0) return;
  const claims = tx
    .select({ id: claim.id })
    .from(claim)
    .where(and(eq(claim.caseId, caseId), eq(claim.right, kind), eq(claim.needsProof, false)));
  await tx
    .update(task)
    .set({ status: "done", outcome: "taken-back", doneByRef: ctx.actor.ref, doneAt: ctx.now })
    .where(and(inArray(task.claimId, claims), eq(task.status, "open")));
}
