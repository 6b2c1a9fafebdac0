import { and, eq, isNotNull, sql } from "drizzle-orm";
import { inTransaction, type Tx } from "#db/client.ts";
import { authority, authorityFile, authorityReview, cases, demandMade, message } from "#db/schema/index.ts";
import { recordRefusal } from "#lib/audit/commands.ts";
import { change, changeIn, Refused, type Outcome } from "#lib/cases/commands/change.ts";
import { visibleCases } from "#lib/cases/queries/visible.ts";
import { isOpen } from "#lib/cases/statuses.ts";
import type { StaffContext } from "#lib/context.ts";
import { newId } from "#lib/ids.ts";
import { caseSealer, organisationSealer } from "#lib/keys/sealer.ts";
import { dayIn } from "#lib/law/calendar.ts";
import { reviewersNeeded } from "../demands.ts";
import { formFaults, type FormTest } from "../form-test.ts";
import { standingOn, type Rejection } from "../kinds.ts";
import { askedOnCase } from "./asking.ts";
import { lockAuthority, lockCasesOf } from "./authority.ts";

export type Verdict =
  { verdict: "accept"; formTest: FormTest | null } | { verdict: "reject"; reasons: Rejection[] };

type AuthorityRow = typeof authority.$inferSelect;

/**
 * What a member of staff found in the paper of a case. It counts for every case that stands on the same authority. A
 * California power of attorney is accepted by two, each by the form test, and nobody asks the person for anything.
 */
export async function reviewAuthority(
  ctx: StaffContext,
  caseId: string,
  given: Verdict,
  expectedVersion?: number,
): Promise<Outcome<{ isComplete: boolean }>> {
  const event = given.verdict === "accept" ? "accept-authority" : "reject-authority";
  const outcome = await inTransaction((tx) => review(tx, ctx, caseId, given, expectedVersion)).catch(
    (error: unknown): Outcome<{ isComplete: boolean }> => {
      if (error instanceof Refused) return { ok: false, why: "guard", says: error.message };
      throw error;
    },
  );
  if (!outcome.ok && outcome.why === "not-allowed" && ctx.actor.kind === "staff")
    await recordRefusal(ctx, event);
  return outcome;
}

async function review(
  tx: Tx,
  ctx: StaffContext,
  caseId: string,
  given: Verdict,
  expectedVersion: number | undefined,
): Promise<Outcome<{ isComplete: boolean }>> {
  const [seen] = await tx
    .select({ authorityId: cases.authorityId })
    .from(cases)
    .where(and(eq(cases.id, caseId), visibleCases(ctx)));
  const all = seen?.authorityId ? await lockCasesOf(tx, seen.authorityId) : [];
  const others = all.filter((row) => row.id !== caseId && isOpen(row.status));
  const settle = async () => {
    const paper = seen?.authorityId ? await lockAuthority(tx, ctx, seen.authorityId) : null;
    const [row] = all.filter(({ id }) => id === caseId);
    if (!paper || !row) throw new Refused("No agent acts in this case.");
    return settleVerdict(tx, ctx, paper, given, {
      day: dayIn(row.receivedAt, row.zone),
      needed: reviewersNeeded(await askedOnCase(tx, row)),
    });
  };
  const save = async (isComplete: boolean, authorityId: string) =>
    given.verdict === "accept"
      ? { payload: { isComplete }, obj: [authorityId], result: { isComplete } }
      : { payload: { reasons: given.reasons }, obj: [authorityId], result: { isComplete } };
  let isComplete = false;
  const event = given.verdict === "accept" ? "accept-authority" : "reject-authority";
  const outcome = await changeIn(tx, ctx, caseId, event, {
    ...(expectedVersion === undefined ? {} : { expectedVersion }),
    save: async () => {
      isComplete = await settle();
      return save(isComplete, seen?.authorityId ?? "") as never;
    },
  });
  if (!outcome.ok) return outcome as Outcome<{ isComplete: boolean }>;
  for (const other of others)
    await changeIn(tx, ctx, other.id, event, {
      save: async () => save(isComplete, seen?.authorityId ?? "") as never,
    });
  return outcome as Outcome<{ isComplete: boolean }>;
}

/** Saves one reader's verdict. @returns whether the authority is settled by it */
async function settleVerdict(
  tx: Tx,
  ctx: StaffContext,
  paper: AuthorityRow,
  given: Verdict,
  { day, needed }: { day: string; needed: number },
): Promise<boolean> {
  if (paper.status !== "pending")
    throw new Refused("This authority is not waiting to be looked at. See where it stands.");
  if (given.verdict === "accept") await checkAcceptable(tx, paper, given, day);
  const earlier = await tx
    .select({ byRef: authorityReview.byRef, verdict: authorityReview.verdict })
    .from(authorityReview)
    .where(and(eq(authorityReview.authorityId, paper.id), eq(authorityReview.round, paper.round)));
  if (earlier.some(({ byRef }) => byRef === ctx.actor.ref))
    throw new Refused("You have read this authority already. Somebody else must be the second reader.");
  await tx.insert(authorityReview).values({
    id: newId(),
    organisationId: ctx.organisation.id,
    authorityId: paper.id,
    round: paper.round,
    byRef: ctx.actor.ref,
    verdict: given.verdict,
    reasons: given.verdict === "reject" ? given.reasons : [],
    formTest: given.verdict === "accept" ? given.formTest : null,
    at: ctx.now,
  });
  const accepted = earlier.filter(({ verdict }) => verdict === "accept").length + 1;
  const isComplete = given.verdict === "reject" || accepted >= needed;
  if (isComplete)
    await tx
      .update(authority)
      .set({ status: given.verdict === "reject" ? "rejected" : "valid", statusAt: ctx.now })
      .where(eq(authority.id, paper.id));
  return isComplete;
}

async function checkAcceptable(
  tx: Tx,
  paper: AuthorityRow,
  { formTest }: Extract<Verdict, { verdict: "accept" }>,
  day: string,
): Promise<void> {
  if (standingOn(paper, day) === "expired")
    throw new Refused("Its last day had passed when the request came. Reject it as expired.");
  const released = await tx.$count(
    authorityFile,
    and(eq(authorityFile.authorityId, paper.id), isNotNull(authorityFile.releasedAt)),
  );
  if (released === 0) throw new Refused("Release the document, with a reason, and read it first.");
  if (paper.kind !== "power-of-attorney") return;
  if (!formTest) throw new Refused("Fill in what you saw on the power of attorney.");
  const [fault] = formFaults(formTest);
  if (fault) throw new Refused(`${fault} Reject it, and say so.`);
}

/** Lets a document behind an authority out of quarantine, for staff to open. Why is kept with it, sealed. */
export async function releaseDocument(
  ctx: StaffContext,
  caseId: string,
  fileId: string,
  reason: string,
): Promise<Outcome<null>> {
  return change(ctx, caseId, "release-upload", {
    save: async (tx, { row }) => {
      if (reason.trim() === "") throw new Refused("Say why this file can be opened.");
      const [file] = await tx
        .select()
        .from(authorityFile)
        .where(and(eq(authorityFile.id, fileId), eq(authorityFile.authorityId, row.authorityId ?? newId())))
        .for("update");
      if (!file) throw new Refused("There is no such file.");
      if (file.releasedAt) throw new Refused("This file has been released already.");
      const sealer = await organisationSealer(tx, ctx.organisation.id);
      await tx
        .update(authorityFile)
        .set({
          releasedAt: ctx.now,
          releasedByRef: ctx.actor.ref,
          sealedReleaseReason: sealer.seal("authority_file.sealed_release_reason", fileId, reason.trim()),
        })
        .where(eq(authorityFile.id, fileId));
      return { payload: {}, obj: [fileId], result: null };
    },
  });
}

/**
 * Lets a frozen case go on, because staff found out that she did authorise the agent. His paper is looked at anew, and she
 * is asked anew where the law lets her be asked. Why is kept as a note, sealed.
 */
export function liftFreeze(
  ctx: StaffContext,
  caseId: string,
  reason: string,
  expectedVersion?: number,
): Promise<Outcome<null>> {
  return change(ctx, caseId, "lift-freeze", {
    ...(expectedVersion === undefined ? {} : { expectedVersion }),
    save: async (tx, { row }) => {
      if (reason.trim() === "") throw new Refused("Say how you found out.");
      await tx
        .update(authority)
        .set({
          status: "pending",
          statusAt: ctx.now,
          confirmedAt: null,
          round: sql`${authority.round} + 1`,
        })
        .where(and(eq(authority.id, row.authorityId ?? newId()), eq(authority.status, "disputed")));
      await tx.update(demandMade).set({ metAt: null, metBy: null }).where(eq(demandMade.caseId, caseId));
      const noteId = newId();
      const sealer = await caseSealer(tx, caseId);
      await tx.insert(message).values({
        id: noteId,
        organisationId: ctx.organisation.id,
        caseId,
        direction: "note",
        byRef: ctx.actor.ref,
        sealedBody: sealer.seal("message.sealed_body", noteId, reason.trim()),
        at: ctx.now,
      });
      return { payload: {}, obj: [noteId], result: null };
    },
  });
}
