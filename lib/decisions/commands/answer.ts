import { and, desc, eq, isNull } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { approval, bundle } from "#db/schema/index.ts";
import { endCodeSessions } from "#lib/auth/commands/sessions.ts";
import { change, Refused, type CaseRow, type Outcome } from "#lib/cases/commands/change.ts";
import type { Delivery } from "#lib/cases/guards.ts";
import type { StaffContext } from "#lib/context.ts";
import { indexOf, openSeeds, type OnFile } from "#lib/identity/commands.ts";
import { accountOf, openingLogin } from "#lib/identity/opening.ts";
import { newId } from "#lib/ids.ts";
import type { Requester } from "#lib/intake/answers.ts";
import { caseSealer, type Sealer } from "#lib/keys/sealer.ts";

/** Freezes the answer and has it built, for somebody else to approve. */
export function askApproval(
  ctx: StaffContext,
  caseId: string,
  expectedVersion?: number,
): Promise<Outcome<number>> {
  return change(ctx, caseId, "ask-approval", {
    ...(expectedVersion === undefined ? {} : { expectedVersion }),
    save: async (tx) => {
      const version = await newestBundleVersion(tx, caseId);
      const next = (version ?? 0) + 1;
      await tx.insert(bundle).values({
        id: newId(),
        organisationId: ctx.organisation.id,
        caseId,
        version: next,
        state: "building",
        preparedById: ctx.actor.id,
        preparedAt: ctx.now,
        historyUpTo: 0,
      });
      return { payload: { version: next }, result: next };
    },
  });
}

/** Says yes to exactly the manifest that was shown. Never by whoever prepared it. */
export function approve(ctx: StaffContext, caseId: string, manifestHash: string): Promise<Outcome<null>> {
  return change(ctx, caseId, "approve", {
    input: { manifestHash },
    save: async (tx, { facts }) => {
      if (!facts.bundle) throw new Refused("There is no answer to approve yet.");
      await tx.insert(approval).values({
        id: newId(),
        organisationId: ctx.organisation.id,
        caseId,
        bundleId: facts.bundle.id,
        manifestHash: Buffer.from(manifestHash, "hex"),
        byId: ctx.actor.id,
        at: ctx.now,
      });
      const version = await newestBundleVersion(tx, caseId);
      return {
        payload: { version: version ?? 0, manifest: manifestHash },
        obj: [facts.bundle.id],
        result: null,
      };
    },
  });
}

/** Sends a prepared answer back to whoever prepared it. The note is written beside it, with `writeNote`. */
export function sendBack(ctx: StaffContext, caseId: string): Promise<Outcome<null>> {
  return change(ctx, caseId, "send-back", {
    save: async (tx) => {
      const version = await supersede(tx, ctx, caseId);
      return { payload: { version }, result: null };
    },
  });
}

/** Opens a prepared or approved answer up again. Its approval falls away. */
export function changeAnswer(ctx: StaffContext, caseId: string): Promise<Outcome<null>> {
  return change(ctx, caseId, "change-answer", {
    save: async (tx, { facts }) => {
      await supersede(tx, ctx, caseId);
      return { payload: { approvalCancelled: facts.approval !== null }, result: null };
    },
  });
}

/** Takes the newest bundle out of use, with any approval of it. */
async function supersede(tx: Tx, ctx: StaffContext, caseId: string): Promise<number> {
  const version = (await newestBundleVersion(tx, caseId)) ?? 0;
  await tx
    .update(bundle)
    .set({ state: "superseded" })
    .where(and(eq(bundle.caseId, caseId), eq(bundle.version, version)));
  await tx
    .update(approval)
    .set({ cancelledAt: ctx.now })
    .where(and(eq(approval.caseId, caseId), isNull(approval.cancelledAt)));
  return version;
}

async function newestBundleVersion(tx: Tx, caseId: string): Promise<number | null> {
  const [newest] = await tx
    .select({ version: bundle.version })
    .from(bundle)
    .where(eq(bundle.caseId, caseId))
    .orderBy(desc(bundle.version))
    .limit(1);
  return newest?.version ?? null;
}

/**
 * Settles how the answer reaches a person without a safe contact on file, or who wants it otherwise. Nothing is chosen
 * that could not reach her. Why is written beside it, with `writeNote`.
 */
export function settleDelivery(
  ctx: StaffContext,
  caseId: string,
  delivery: Delivery,
  expectedVersion?: number,
): Promise<Outcome<null>> {
  return change(ctx, caseId, "settle-delivery", {
    ...(expectedVersion === undefined ? {} : { expectedVersion }),
    save: async (tx, { row }) => {
      const sealer = await caseSealer(tx, caseId);
      const missing = whatIsMissing(sealer, row)[delivery];
      if (missing) throw new Refused(missing);
      await endCodeSessions(tx, caseId);
      // Where no proof is asked for, the sign-in it was made with goes on opening the request.
      const subjectIndex = row.proofId
        ? row.relation === null
          ? indexOf(openingLogin(openSeeds(sealer, row), delivery))
          : null
        : row.subjectIndex;
      return { payload: { delivery }, set: { delivery, subjectIndex }, result: null };
    },
  });
}

/** For each way of handing over what it would need and is not there, in a sentence; null where nothing is missing. */
function whatIsMissing(sealer: Sealer, row: CaseRow): Record<Delivery, string | null> {
  const onFile = row.sealedContactOnFile
    ? sealer.open<OnFile>("cases.sealed_contact_on_file", row.id, row.sealedContactOnFile)
    : null;
  const isForChild = row.relation !== null;
  const { email } = sealer.open<Requester>("cases.sealed_requester", row.id, row.sealedRequester);
  return {
    code:
      onFile?.contact || onFile?.post
        ? null
        : "There is no contact on file to send a code to. Choose another way.",
    login: isForChild
      ? "Signing in to the child's account shows nothing about who asks for her. Choose another way."
      : accountOf(openSeeds(sealer, row))
        ? null
        : "No sign-in is known for this person's account. Choose another way.",
    given: isForChild
      ? "The answer about a child goes to the family contact on file, or on paper. Choose another way."
      : email
        ? null
        : "No address was given with the request. Choose another way.",
    paper: null,
  };
}
