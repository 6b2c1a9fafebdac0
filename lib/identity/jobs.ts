import { randomBytes } from "node:crypto";
import { and, eq, isNotNull } from "drizzle-orm";
import { database } from "#db/client.ts";
import { accessCode, cases, claim, proof, submittedFact } from "#db/schema/index.ts";
import { countAttempt, giveBack } from "#lib/attempts/commands.ts";
import { attemptAt } from "#lib/attempts/limits.ts";
import { change, type CaseRow } from "#lib/cases/commands/change.ts";
import type { Delivery } from "#lib/cases/guards.ts";
import { isOurs } from "#lib/cases/queries/own-claims.ts";
import type { Context } from "#lib/context.ts";
import { planChoices } from "#lib/engine/collecting/commands.ts";
import { StoreError } from "#lib/engine/connectors/store-error.ts";
import { HabeasError } from "#lib/errors.ts";
import { newId } from "#lib/ids.ts";
import type { Requester } from "#lib/intake/answers.ts";
import { caseSealer } from "#lib/keys/sealer.ts";
import { dayIn } from "#lib/law/calendar.ts";
import { proofFor } from "#lib/law/index.ts";
import type { Policy } from "#lib/organisations/policy.ts";
import { getPolicy } from "#lib/organisations/queries.ts";
import { rights } from "#lib/rights/index.ts";
import { assess, type Assessment, type FactStandard } from "./assurance.ts";
import { findDeleted, findPerson, type FoundPerson, type Locating } from "./client.ts";
import { compareFacts, type FactResult } from "./facts.ts";
import { confirmWith, deletedPerson, type Confirmation } from "./commands.ts";
import { normalise } from "./normalise.ts";

/** What a check of a case rests on. */
export type Work = {
  row: CaseRow;
  requester: Requester;
  policy: Policy;
  facts: Record<string, string>;
  login: { issuer: string; subject: string } | null;
  /** Sent from a network that had tried too much: it is not compared, and nobody outside learns of it. */
  isOverLimit: boolean;
};

/**
 * The job "identity.check": compares what the person told us with what the sources hold. Does nothing where the case is
 * proved already or has moved on. `isLastTry`: a store that stays away is then told to staff instead of tried again.
 */
export async function checkIdentity(
  ctx: Context,
  caseId: string,
  { isLastTry }: { isLastTry: boolean },
): Promise<void> {
  const work = await readWork(caseId);
  if (!work || work.row.status !== "received" || work.row.proofId !== null) return;
  const read = await readStandards(work.row);
  // All of it is somebody else's to decide, and about to be passed on: who she is, is theirs to ask.
  if (read === null) return;
  const { standards, hasChoices } = read;
  if (standards.length === 0) {
    if (work.login && (await knowAccount(ctx, work, work.login.subject))) return;
    await change(ctx, caseId, "start-without-proof", {
      save: async () => ({ payload: {}, set: { delivery: reachable(work) }, result: null }),
    });
    return;
  }
  if (hasChoices) await planChoices(ctx, caseId);
  if (work.requester.method === "facts") await checkFacts(ctx, work, standards, isLastTry);
  else if (work.requester.method === "login" && work.login)
    await checkLogin(ctx, work, work.login.subject, isLastTry);
}

/** By what she gave with her request; whoever gave neither an address nor an account is told by staff. */
function reachable({ requester, login }: Work): Delivery {
  return requester.email ? "given" : login ? "login" : "paper";
}

/** Reads it; null where the case is gone. */
export async function readWork(caseId: string): Promise<Work | null> {
  const db = database();
  const [row] = await db.select().from(cases).where(eq(cases.id, caseId));
  if (!row) return null;
  const sealer = await caseSealer(db, caseId);
  const typed = await db.select().from(submittedFact).where(eq(submittedFact.caseId, caseId));
  const { login, isOverLimit } = row.sealedSeeds
    ? sealer.open<Partial<Pick<Work, "login" | "isOverLimit">>>("cases.sealed_seeds", caseId, row.sealedSeeds)
    : {};
  return {
    row,
    requester: sealer.open<Requester>("cases.sealed_requester", caseId, row.sealedRequester),
    policy: (await getPolicy(db, row.policyId)).policy,
    facts: Object.fromEntries(
      typed.map((one) => [
        one.fact,
        sealer.open<{ value: string }>("submitted_fact.sealed_value", one.id, one.sealedValue).value,
      ]),
    ),
    login: login ?? null,
    isOverLimit: isOverLimit ?? false,
  };
}

/** What the law of each claim of ours that needs a proof asks of facts, and whether there are others; null where nothing is ours. */
export async function readStandards(
  row: CaseRow,
): Promise<{ standards: FactStandard[]; hasChoices: boolean } | null> {
  const claims = await database()
    .select()
    .from(claim)
    .where(and(eq(claim.caseId, row.id), isOurs))
    .orderBy(claim.position);
  if (claims.length === 0) return null;
  const day = dayIn(row.receivedAt, row.zone);
  const standards = claims
    .filter((one) => one.needsProof)
    .map((one) => {
      const standard = proofFor(one.regime, one.right, day);
      return {
        claimId: one.id,
        count: Math.max(2, standard.byFacts.count),
        declaration: standard.byFacts.declaration,
        otherwise: standard.otherwise ? { count: Math.max(2, standard.otherwise.facts) } : null,
      };
    });
  return {
    standards,
    hasChoices: claims.some((one) => !one.needsProof && rights[one.right].plan === "tasks"),
  };
}

async function checkFacts(
  ctx: Context,
  work: Work,
  standards: FactStandard[],
  isLastTry: boolean,
): Promise<void> {
  const compared = await compare(work, standards, { isLastTry });
  if ("found" in compared && compared.assessment.confirmed) {
    const { found, results, assessment } = compared;
    return saveConfirmed(ctx, work, found, { kind: "facts", results, assessment });
  }
  await saveUnconfirmed(ctx, work.row.id, {
    facts: "found" in compared ? compared.results : [],
    limited: "limited" in compared,
    ...("problem" in compared ? { problem: compared.problem } : {}),
    ...("found" in compared && compared.found.candidates === 0 ? { deleted: await isDeleted(work) } : {}),
  });
}

/** What came of comparing facts: a person and how they fit, too many tries, or a store that cannot be read. */
export type Compared =
  | { found: FoundPerson; results: FactResult[]; assessment: Assessment }
  | { limited: true }
  | { problem: string };

/**
 * Compares the facts of a case with what the sources hold. Tries at one subject are numbered, whoever makes them and whether
 * they hit (security guide 4.3). Throws where a store is away and it is not the last try.
 * @param isKnown the same facts were compared before: it is no new try
 */
export async function compare(
  { row, policy, facts, requester, isOverLimit }: Work,
  standards: FactStandard[],
  { isLastTry, isKnown = false }: { isLastTry: boolean; isKnown?: boolean },
): Promise<Compared> {
  const { locator } = policy.proof;
  const typed = facts[locator.id] ?? "";
  const country = requester.residence.slice(0, 2);
  const subject = normalise(locator.kind, typed, { country }) ?? typed;
  const counted = isKnown
    ? null
    : await countAttempt(attemptAt("identity/subject", `${row.organisationId}|${subject}`));
  if (counted?.allowed === false || isOverLimit) return { limited: true };
  const found = await look({ row, policy }, { typed, country }, isLastTry).catch(async (error: unknown) => {
    // The store did not answer: nothing was tried.
    if (counted) await giveBack(counted);
    throw error;
  });
  if ("problem" in found) return found;
  const asked = [locator, ...policy.proof.facts].filter((fact) => facts[fact.id] !== undefined);
  const results = compareFacts(
    asked.map((fact) => ({
      fact: fact.id,
      kind: fact.kind,
      typed: facts[fact.id] ?? "",
      held: found.held[fact.id] ?? [],
    })),
    found.candidates,
    randomBytes(32),
    country,
  );
  return {
    found,
    results,
    assessment: assess(results, locator.id, standards, requester.declaration !== null),
  };
}

/**
 * The job "identity.address": somebody entered the code sent to the address she gave, so it is hers. Where that address was
 * deleted by a rule, and nothing else is held under it, this is all the proof that is left, and enough to be told so: no fact
 * can be compared any more. Does nothing where the address means nothing to the stores, where they hold more under it than
 * the digest (then facts or staff decide), or where the case has moved on.
 */
export async function checkAddress(ctx: Context, caseId: string): Promise<void> {
  const work = await readWork(caseId);
  if (!work || work.row.status !== "received" || work.row.proofId !== null || !work.requester.email) return;
  const read = await readStandards(work.row);
  if (read === null || read.standards.length === 0 || !(await hasUsedCode(caseId))) return;
  const email = work.requester.email;
  const deleted = await findDeleted(database(), work.row.organisationId, { kind: "email", value: email });
  if (!deleted || deleted.isHeldElsewhere) return;
  const confirmation: Confirmation = {
    kind: "address",
    facts: [],
    note: null,
    assurance: "contact",
    scopes: {},
    person: deletedPerson(deleted.seeds, normalise("email", email)),
  };
  await change(ctx, caseId, "confirm-identity", {
    save: (tx) => confirmWith(tx, ctx, work.row, work.policy, confirmation),
  });
}

/** For staff to know why nothing matched. A store that is away just now tells nothing, and holds nothing up. */
async function isDeleted({ row, policy, facts, requester }: Work): Promise<boolean> {
  const { id, kind } = policy.proof.locator;
  const country = requester.residence.slice(0, 2);
  try {
    return (
      (await findDeleted(database(), row.organisationId, { kind, value: facts[id] ?? "", country })) !== null
    );
  } catch (error) {
    if (error instanceof StoreError) return false;
    throw error;
  }
}

/** Whether the code sent to the address she gave was entered. */
async function hasUsedCode(caseId: string): Promise<boolean> {
  const [used] = await database()
    .select({ id: accessCode.id })
    .from(accessCode)
    .where(
      and(
        eq(accessCode.caseId, caseId),
        eq(accessCode.scope, "conversation"),
        eq(accessCode.sent, true),
        isNotNull(accessCode.usedAt),
      ),
    )
    .limit(1);
  return used !== undefined;
}

async function checkLogin(ctx: Context, work: Work, subject: string, isLastTry: boolean): Promise<void> {
  const found = await look(work, { subject }, isLastTry);
  if ("problem" in found)
    return saveUnconfirmed(ctx, work.row.id, { facts: [], limited: false, problem: found.problem });
  if (found.candidates !== 1) return saveUnconfirmed(ctx, work.row.id, { facts: [], limited: false });
  const scopes = {};
  await saveConfirmed(ctx, work, found, {
    kind: "login",
    results: [],
    assessment: { confirmed: true, assurance: "high", scopes },
  });
}

/**
 * Nothing has to be proved, and she was signed in all the same: then staff see whose account it is. Where it cannot be
 * found, the work begins without.
 */
async function knowAccount(ctx: Context, work: Work, subject: string): Promise<boolean> {
  const { policy, row } = work;
  if (policy.proof.loginSubject === null) return false;
  const found = await findPerson(database(), row.organisationId, policy, { subject }).catch(
    (error: unknown) => {
      if (error instanceof HabeasError) return null;
      throw error;
    },
  );
  if (found?.candidates !== 1) return false;
  await saveConfirmed(ctx, work, found, {
    kind: "login",
    results: [],
    assessment: { confirmed: true, assurance: "high", scopes: {} },
  });
  return true;
}

/** The look-up itself. A store that cannot be read is tried again; in the end staff are told, in a sentence. */
async function look(
  { row, policy }: Pick<Work, "row" | "policy">,
  by: Locating,
  isLastTry: boolean,
): Promise<FoundPerson | { problem: string }> {
  try {
    return await findPerson(database(), row.organisationId, policy, by);
  } catch (error) {
    if (!(error instanceof HabeasError)) throw error;
    if (error instanceof StoreError && error.isTransient && !isLastTry) throw error;
    return { problem: error.message };
  }
}

async function saveUnconfirmed(
  ctx: Context,
  caseId: string,
  {
    facts,
    limited,
    problem,
    deleted,
  }: { facts: FactResult[]; limited: boolean; problem?: string; deleted?: boolean },
): Promise<void> {
  await change(ctx, caseId, "identity-not-confirmed", {
    save: async (tx) => {
      await tx.insert(proof).values({
        id: newId(),
        organisationId: ctx.organisation.id,
        caseId,
        kind: "facts",
        passed: false,
        facts,
        byRef: ctx.actor.ref,
        at: ctx.now,
      });
      return {
        payload: {
          facts: Object.fromEntries(facts.map((one) => [one.fact, one.outcome])),
          limited,
          ...(problem ? { problem } : {}),
          ...(deleted ? { deleted } : {}),
        },
        result: null,
      };
    },
  });
}

async function saveConfirmed(
  ctx: Context,
  work: Work,
  found: FoundPerson,
  {
    kind,
    results,
    assessment,
  }: { kind: "facts" | "login"; results: FactResult[]; assessment: Extract<Assessment, { confirmed: true }> },
): Promise<void> {
  const confirmation: Confirmation = {
    kind,
    facts: results,
    note: null,
    assurance: assessment.assurance,
    scopes: assessment.scopes,
    person: found,
  };
  await change(ctx, work.row.id, "confirm-identity", {
    save: (tx) => confirmWith(tx, ctx, work.row, work.policy, confirmation),
  });
}
