import { and, asc, desc, eq, inArray, type SQL } from "drizzle-orm";
import { database, type Tx } from "#db/client.ts";
import {
  appeal,
  approval,
  auditEvent,
  bundle,
  caseSource,
  cases,
  childCheck,
  claim,
  clockEvent,
  contentAuthority,
  proof,
  source,
  staff,
  task,
} from "#db/schema/index.ts";
import type { Context } from "#lib/context.ts";
import type { AuthorityGround } from "#lib/engine/collecting/authority.ts";
import { HabeasError } from "#lib/errors.ts";
import type { OnFile } from "#lib/identity/commands.ts";
import { accountOf, type KeptLogins } from "#lib/identity/opening.ts";
import type { Requester } from "#lib/intake/answers.ts";
import { caseSealer, organisationSealer, type Sealer } from "#lib/keys/sealer.ts";
import type { ClockEvent } from "#lib/law/deadlines.ts";
import { nameIn } from "#lib/organisations/policy.ts";
import { getPolicy, type PolicyVersion } from "#lib/organisations/queries.ts";
import type { Standing } from "#lib/preferences/choices.ts";
import { readChoices } from "#lib/preferences/queries.ts";
import { explainClaim } from "../claims.ts";
import type { CaseRow } from "../commands/change.ts";
import type { CaseFacts } from "../guards.ts";
import { noNeeds, type Needs } from "../needs.ts";
import { isOurs, isPassedOn } from "./own-claims.ts";
import { permittedEvents, type CaseEvent } from "../workflow.ts";
import { lastSentAt, latestDecisions, readFacts, standingDecisions } from "./facts.ts";
import { readEarlier, type EarlierRequest } from "./earlier.ts";
import { readableCases, visibleCases } from "./visible.ts";

export type ClaimView = typeof claim.$inferSelect & {
  explained: ReturnType<typeof explainClaim>;
  decision: {
    outcome: "granted" | "in-part" | "refused";
    reasons: string[];
    explanation: string | null;
    byId: string;
    at: Date;
    version: number;
  } | null;
  appeals: AppealView[];
};

export type AppealView = Omit<typeof appeal.$inferSelect, "sealedGrounds" | "sealedExplanation"> & {
  grounds: string;
  explanation: string | null;
};

export type SourceProgress = Omit<
  typeof caseSource.$inferSelect,
  "sealedProgress" | "sealedSentWithout" | "sentWithout"
> & {
  name: string;
  kind: string;
  key: string;
  /** Why the answer goes out without what could not be read, in the words of staff; null where it does not. */
  sentWithout: string | null;
  /** Why content of somebody else's account may be opened here, and what staff wrote about it; null where nobody recorded it. */
  authority: { ground: AuthorityGround; note: string; byRef: string; at: Date } | null;
};
export type TaskView = Omit<typeof task.$inferSelect, "sealedNote"> & {
  note: string | null;
  /** The source, or whoever is told, as staff call it. */
  where: string;
};
export type ChildCheckView = Omit<typeof childCheck.$inferSelect, "sealedNote"> & { note: string };
export type ProofView = Omit<typeof proof.$inferSelect, "sealedNote"> & { note: string | null };

/** Everything the desk shows of one case. Personal values are opened here and nowhere before. */
export type CaseView = {
  row: CaseRow;
  policy: PolicyVersion;
  requester: Requester;
  onFile: OnFile | null;
  /** What the person needs so that she can follow. */
  needs: Needs;
  /** Whether the sign-in of her account is known, so that it can open the answer. */
  hasKnownLogin: boolean;
  /** What the organisation decides itself. */
  claims: ClaimView[];
  /** What was passed on to the controllers who decide. */
  passedOn: ClaimView[];
  /** The claim whose date the case is sorted by. */
  first: ClaimView;
  sources: SourceProgress[];
  tasks: TaskView[];
  proofs: ProofView[];
  /** What counts since the request came, whether or not anything of it is worked on yet. */
  choices: Standing[];
  /** What was found out about whoever acts for a child, or a child who acts herself; the newest first. */
  childChecks: ChildCheckView[];
  bundle: typeof bundle.$inferSelect | null;
  approval: typeof approval.$inferSelect | null;
  /** Requests like this one in the same calendar year, where the law counts them. */
  earlier: EarlierRequest[];
  /** Names of staff by id and by pseudonym, of this organisation only. */
  names: Map<string, string>;
  facts: CaseFacts;
  permitted: CaseEvent[];
  /** What the worker does for the case right now. A page that waits for it looks again by itself. */
  underWay: UnderWay | null;
};

export type UnderWay = "checking" | "collecting";

/** Finds a case by the reference in its address, among those this context may see. Throws `not-found` else. */
export async function getCaseByReference(ctx: Context, reference: string): Promise<CaseRow> {
  return oneOf(visibleCases(ctx), reference);
}

/** Finds a case whose words this context may read. Throws `not-found` else. */
export async function getReadableCase(ctx: Context, reference: string): Promise<CaseRow> {
  return oneOf(readableCases(ctx), reference);
}

async function oneOf(allowed: SQL, reference: string): Promise<CaseRow> {
  const [row] = await database()
    .select()
    .from(cases)
    .where(and(eq(cases.reference, reference.toUpperCase()), allowed))
    .limit(1);
  if (!row) throw new HabeasError("not-found", "There is no such case.");
  return row;
}

/** The whole of a case for who may read it. */
export async function getCaseView(ctx: Context, reference: string): Promise<CaseView> {
  const row = await getReadableCase(ctx, reference);
  const db = database();
  const sealer = await caseSealer(db, row.id);
  const [policy, claims, passedOn, sources, tasks, proofs, childChecks, facts, names] = await Promise.all([
    getPolicy(db, row.policyId),
    readClaims(db, sealer, row),
    readClaims(db, sealer, row, "newest", "theirs"),
    readSources(db, row.id),
    readTasks(db, sealer, row.id),
    readProofs(db, sealer, row.id),
    readChildChecks(db, sealer, row.id),
    readFacts(db, row),
    staffNames(db, row.organisationId),
  ]);
  const [newest] = await db
    .select()
    .from(bundle)
    .where(eq(bundle.caseId, row.id))
    .orderBy(desc(bundle.version))
    .limit(1);
  const approvals = await db
    .select()
    .from(approval)
    .where(eq(approval.caseId, row.id))
    .orderBy(desc(approval.at));
  const requester = sealer.open<Requester>("cases.sealed_requester", row.id, row.sealedRequester);
  const earlier = await readEarlier(db, row, claims);
  const first = [...(claims.length > 0 ? claims : passedOn)].sort((a, b) => (a.dueOn < b.dueOn ? -1 : 1))[0];
  if (!first) throw new Error("a case has at least one claim");
  return {
    earlier,
    row,
    policy,
    requester,
    onFile: row.sealedContactOnFile
      ? sealer.open<OnFile>("cases.sealed_contact_on_file", row.id, row.sealedContactOnFile)
      : null,
    needs: row.sealedNeeds ? sealer.open<Needs>("cases.sealed_needs", row.id, row.sealedNeeds) : noNeeds,
    hasKnownLogin: row.sealedSeeds
      ? accountOf(sealer.open<KeptLogins>("cases.sealed_seeds", row.id, row.sealedSeeds)) !== null
      : false,
    claims,
    passedOn,
    first,
    sources,
    tasks,
    proofs,
    choices: await readChoices(db, row.id),
    childChecks,
    bundle: newest ?? null,
    approval: approvals.find((one) => one.cancelledAt === null && one.bundleId === newest?.id) ?? null,
    names,
    facts,
    permitted: permittedEvents(facts, ctx.actor),
    underWay: await readUnderWay(db, row, requester),
  };
}

/** Between two steps of the worker no row says that it is busy: the state and the last word about the check do. */
async function readUnderWay(tx: Tx, row: CaseRow, requester: Requester): Promise<UnderWay | null> {
  if (row.status === "collecting") return "collecting";
  if (row.status !== "received" || row.proofId !== null || !["facts", "login"].includes(requester.method))
    return null;
  const [last] = await tx
    .select({ type: auditEvent.type })
    .from(auditEvent)
    .where(
      and(
        eq(auditEvent.caseRef, row.ref),
        inArray(auditEvent.type, ["check-again", "identity-not-confirmed"] satisfies CaseEvent[]),
      ),
    )
    .orderBy(desc(auditEvent.seq))
    .limit(1);
  return last?.type === "identity-not-confirmed" ? null : "checking";
}

/**
 * The claims of a case with their dates explained, a decision and appeals. A claim that an appeal opened again has no
 * decision until the next.
 * @param which the newest decisions, or those that stand with the newest answer that was sent
 * @param whose what the organisation decides, or what was passed on
 */
export async function readClaims(
  tx: Tx,
  sealer: Sealer,
  row: CaseRow,
  which: "newest" | "sent" = "newest",
  whose: "ours" | "theirs" = "ours",
): Promise<ClaimView[]> {
  const rows = await tx
    .select()
    .from(claim)
    .where(and(eq(claim.caseId, row.id), whose === "ours" ? isOurs : isPassedOn))
    .orderBy(asc(claim.position));
  const events = await tx
    .select({ event: clockEvent })
    .from(clockEvent)
    .innerJoin(claim, eq(claim.id, clockEvent.claimId))
    .where(eq(claim.caseId, row.id));
  const newest = await latestDecisions(tx, row.id);
  const appeals = await tx
    .select()
    .from(appeal)
    .where(eq(appeal.caseId, row.id))
    .orderBy(asc(appeal.receivedAt));
  const decisions =
    which === "newest"
      ? newest
      : await standingDecisions(tx, {
          claims: rows,
          decisions: newest,
          appeals,
          sentAt: await lastSentAt(tx, row.id),
        });
  return rows.map((one) => {
    const clock = events
      .filter(({ event }) => event.claimId === one.id)
      .map(({ event }) => event as unknown as ClockEvent);
    const decided = decisions.get(one.id);
    const appealed = appeals.filter((entry) => entry.claimId === one.id);
    return {
      ...one,
      explained: explainClaim({ ...one, receivedAt: row.receivedAt }, clock, appealed),
      decision:
        decided && one.status === "decided"
          ? {
              outcome: decided.outcome,
              reasons: decided.reasons,
              explanation: decided.sealedExplanation
                ? sealer.open<string>("decision.sealed_explanation", decided.id, decided.sealedExplanation)
                : null,
              byId: decided.byId,
              at: decided.at,
              version: decided.version,
            }
          : null,
      appeals: appealed.map((entry) => openAppeal(sealer, entry)),
    };
  });
}

function openAppeal(
  sealer: Sealer,
  { sealedGrounds, sealedExplanation, ...row }: typeof appeal.$inferSelect,
): AppealView {
  return {
    ...row,
    grounds: sealer.open<string>("appeal.sealed_grounds", row.id, sealedGrounds),
    explanation: sealedExplanation
      ? sealer.open<string>("appeal.sealed_explanation", row.id, sealedExplanation)
      : null,
  };
}

/** How far each source of a case is. */
export async function readSources(tx: Tx, caseId: string): Promise<SourceProgress[]> {
  const rows = await tx
    .select({
      progress: caseSource,
      name: source.name,
      kind: source.kind,
      key: source.key,
      authority: contentAuthority,
    })
    .from(caseSource)
    .innerJoin(source, eq(source.id, caseSource.sourceId))
    .leftJoin(
      contentAuthority,
      and(eq(contentAuthority.caseId, caseSource.caseId), eq(contentAuthority.sourceId, caseSource.sourceId)),
    )
    .where(eq(caseSource.caseId, caseId))
    .orderBy(asc(source.name));
  const sealer = rows.some(({ progress, authority }) => progress.sealedSentWithout ?? authority)
    ? await caseSealer(tx, caseId)
    : null;
  return rows.map(
    ({ progress: { sealedProgress: _sealed, sealedSentWithout, ...progress }, authority, ...rest }) => ({
      ...progress,
      ...rest,
      authority:
        sealer && authority
          ? {
              ground: authority.ground,
              note: sealer.open<string>("content_authority.sealed_note", authority.id, authority.sealedNote),
              byRef: authority.byRef,
              at: authority.at,
            }
          : null,
      sentWithout:
        sealer && sealedSentWithout
          ? sealer.open<string>("case_source.sealed_sent_without", progress.sourceId, sealedSentWithout)
          : progress.sentWithout,
    }),
  );
}

export async function readTasks(tx: Tx, sealer: Sealer, caseId: string): Promise<TaskView[]> {
  const rows = await tx
    .select({ task, sourceName: source.name })
    .from(task)
    .leftJoin(source, eq(source.id, task.sourceId))
    .where(eq(task.caseId, caseId))
    .orderBy(asc(source.name), asc(task.recipient));
  return rows.map(({ task: { sealedNote, ...row }, sourceName }) => ({
    ...row,
    where: row.recipient ? nameIn(row.recipient, "en") : (sourceName ?? ""),
    note: sealedNote ? sealer.open<string>("task.sealed_note", row.id, sealedNote) : null,
  }));
}

async function readProofs(tx: Tx, sealer: Sealer, caseId: string): Promise<ProofView[]> {
  const rows = await tx.select().from(proof).where(eq(proof.caseId, caseId)).orderBy(desc(proof.at));
  return rows.map(({ sealedNote, ...row }) => ({
    ...row,
    note: sealedNote ? sealer.open<string>("proof.sealed_note", row.id, sealedNote) : null,
  }));
}

async function readChildChecks(tx: Tx, sealer: Sealer, caseId: string): Promise<ChildCheckView[]> {
  const rows = await tx
    .select()
    .from(childCheck)
    .where(eq(childCheck.caseId, caseId))
    .orderBy(desc(childCheck.at));
  return rows.map(({ sealedNote, ...row }) => ({
    ...row,
    note: sealer.open<string>("child_check.sealed_note", row.id, sealedNote),
  }));
}

export async function staffNames(tx: Tx, organisationId: string): Promise<Map<string, string>> {
  const sealer = await organisationSealer(tx, organisationId);
  const rows = await tx.select().from(staff).where(eq(staff.organisationId, organisationId));
  return new Map(
    rows.flatMap((row) => {
      const name = sealer.open<string>("staff.sealed_name", row.id, row.sealedName);
      return [
        [row.id, name],
        [row.ref, name],
      ];
    }),
  );
}
