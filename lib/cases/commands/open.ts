import { and, eq, isNull } from "drizzle-orm";
import { inTransaction, type Tx } from "#db/client.ts";
import { caseIndex, cases, claim, controller } from "#db/schema/index.ts";
import { record } from "#lib/audit/commands.ts";
import { authorise } from "#lib/auth/commands/authorise.ts";
import type { Context } from "#lib/context.ts";
import { HabeasError } from "#lib/errors.ts";
import { newId, newReference } from "#lib/ids.ts";
import { normalise } from "#lib/identity/normalise.ts";
import { requestSchema, splitRequest, type Request } from "#lib/intake/answers.ts";
import { lackingIn } from "#lib/intake/notice.ts";
import { enqueue } from "#lib/jobs/queue.ts";
import { ring } from "#lib/keys/ring.ts";
import { createCaseKey } from "#lib/keys/sealer.ts";
import type { Locale } from "#lib/locales/index.ts";
import type { Policy } from "#lib/organisations/policy.ts";
import { getPolicyAt } from "#lib/organisations/queries.ts";
import { choicesOf } from "#lib/preferences/choices.ts";
import { contactIndexes } from "#lib/preferences/commands/indexes.ts";
import { keepChoices, type Chooser } from "#lib/preferences/commands/keep.ts";
import { hasNeeds, type Needs } from "../needs.ts";
import { planClaims } from "../claims.ts";
import type { CaseRow } from "./change.ts";
import { earliestDay } from "../appeals.ts";
import { saveFacts } from "./facts.ts";
import { noticeDigest } from "./notice.ts";

export type Opening = {
  idempotencyKey: string;
  channel: CaseRow["channel"];
  locale: Locale;
  /** When the request reached the organisation: for the portal the present, else what staff recorded. */
  receivedAt: Date;
  request: Request;
  /** Issuer and subject of a login that was given as proof, and when the password was last typed. */
  login: { issuer: string; subject: string } | null;
  /** On what paper an agent asks for her; his own, and only where he asks. */
  authorityId?: string;
  /** Its network proves itself too often: the facts are not compared, staff decide. */
  isOverLimit?: boolean;
  /** What she said she needs so that she can follow. */
  needs?: Needs;
  /** Nobody filled a form in: the browser of somebody who is signed in said it (Global Privacy Control). */
  isSignal?: boolean;
};

/**
 * Saves what belongs to the moment in which a case opens, in that transaction, or throws so that it does not open. Not
 * asked where the case is there already.
 * @returns ids of what came with the request, for the event
 */
export type SaveWith = (tx: Tx, caseId: string) => Promise<string[]>;

export type Opened = { id: string; reference: string; alreadyThere: boolean };

/**
 * Opens a case: the one door for the form, the desk and later every API. The same idempotency key twice is the same
 * case. One transaction: case, keys, claims with their clocks, sealed facts, event, jobs. It reads no source.
 */
export async function openCase(
  ctx: Context,
  opening: Opening,
  saveWith: SaveWith = async () => [],
): Promise<Opened> {
  // A person and a visitor ask for themselves; staff enter what came to them.
  if (ctx.actor.kind === "staff") await authorise(ctx, "case.record");
  const request = requestSchema.parse(opening.request);
  const open = () =>
    inTransaction(async (tx) => {
      const [before] = await tx
        .select({ id: cases.id, reference: cases.reference })
        .from(cases)
        .where(
          and(
            eq(cases.organisationId, ctx.organisation.id),
            eq(cases.idempotencyKey, opening.idempotencyKey),
          ),
        );
      if (before) return { ...before, alreadyThere: true };
      return { ...(await openCaseIn(tx, ctx, { ...opening, request }, saveWith)), alreadyThere: false };
    });
  return open().catch((error: unknown) => {
    // Two identical submissions at once: the unique key lets one in; the other, asked again, finds it.
    if (!isDuplicate(error)) throw error;
    return open();
  });
}

/** `openCase` inside a transaction that is open already; whoever calls has seen to it that it is asked once. */
export async function openCaseIn(
  tx: Tx,
  ctx: Context,
  opening: Opening,
  saveWith: SaveWith = async () => [],
): Promise<{ id: string; reference: string }> {
  const { request } = opening;
  const { actor } = ctx;
  const isByAgent = actor.kind === "agent";
  if (isByAgent !== (opening.authorityId !== undefined))
    throw new HabeasError("not-allowed", "An agent asks on a paper of his, and nobody else does.");
  const { id: policyId, version, policy } = await getPolicyAt(tx, ctx.organisation.id, opening.receivedAt);
  const caseId = newId();
  const planned = planClaims(policy, request, opening.receivedAt, opening.channel);
  const [first] = planned;
  if (!first) throw new Error("a request without a right cannot be opened");
  const theirs = await findController(tx, ctx, policy, request);
  const ours = theirs === null || request.controller?.also === true;
  const { requester, facts } = splitRequest(request);
  const lacks = request.notice ? lackingIn(request.notice, policy.shineTheLight?.wants ?? []) : [];
  const row = {
    id: caseId,
    organisationId: ctx.organisation.id,
    ref: newId(),
    reference: newReference(),
    idempotencyKey: opening.idempotencyKey,
    status: "received" as const,
    channel: opening.channel,
    locale: opening.locale,
    policyId,
    receivedAt: opening.receivedAt,
    enteredAt: ctx.now,
    zone: first.establishment.zone,
    dueOn: earliestDay(planned.map((one) => one.dueOn)),
    aimOn: earliestDay(planned.map((one) => one.aimOn)),
    sealedRequester: new Uint8Array(),
    assurance: "none" as const,
    agentId: isByAgent ? actor.id : null,
    authorityId: opening.authorityId ?? null,
    relation: request.child ? ("waiting" as const) : null,
    judgement: null,
    lastActivityAt: ctx.now,
  };
  await tx.insert(cases).values(row);
  const sealer = await createCaseKey(tx, { caseId, organisationId: ctx.organisation.id, at: ctx.now });
  await tx
    .update(cases)
    .set({
      sealedRequester: sealer.seal("cases.sealed_requester", caseId, requester),
      sealedSeeds: sealer.seal("cases.sealed_seeds", caseId, {
        login: opening.login,
        isOverLimit: opening.isOverLimit ?? false,
      }),
      ...(opening.needs && hasNeeds(opening.needs)
        ? { sealedNeeds: sealer.seal("cases.sealed_needs", caseId, opening.needs) }
        : {}),
      subjectIndex: opening.login ? loginIndex(opening.login) : null,
    })
    .where(eq(cases.id, caseId));
  const claims = [
    ...(ours
      ? planned.map((one) => ({ one, controller: ctx.organisation.slug, status: "open" as const }))
      : []),
    ...(theirs ? planned.map((one) => ({ one, controller: theirs, status: "passed-on" as const })) : []),
  ];
  for (const [position, { one, controller: decider, status }] of claims.entries()) {
    await tx.insert(claim).values({
      id: newId(),
      organisationId: ctx.organisation.id,
      caseId,
      position,
      right: one.right,
      regime: one.regime,
      regimeReason: one.regimeReason,
      provisional: one.provisional,
      controller: decider,
      needsProof: one.needsProof,
      zone: one.establishment.zone,
      calendar: one.establishment.calendar,
      way: one.way,
      dueOn: one.dueOn,
      aimOn: one.aimOn,
      status,
    });
  }
  await saveFacts(tx, ctx, sealer, caseId, facts);
  await saveIndexes(tx, ctx, caseId, policy, request, facts);
  await record(tx, ctx, {
    type: "case.open",
    case: row,
    state: "received",
    obj: await saveWith(tx, caseId),
    payload: {
      channel: opening.channel,
      ...(isByAgent ? { byAgent: true } : {}),
      rights: planned.map((one) => one.right),
      regimes: planned.map((one) => one.regime),
      dueOn: row.dueOn,
      policyVersion: version,
      ...(request.child ? { forChild: true } : {}),
      ...(lacks.length > 0 ? { lacks } : {}),
    },
  });
  // What an agent says counts once it is clear that he may say it.
  if (!isByAgent)
    await keepChoices(
      tx,
      ctx,
      row,
      choicesOf(policy, request),
      chooserOf(ctx, opening, request),
      opening.receivedAt,
    );
  if (ours) await enqueue(tx, "identity.check", { caseId });
  if (theirs) await enqueue(tx, "controllers.pass-on", { caseId });
  return { id: caseId, reference: row.reference };
}

/** The controller of the register that she named, where the policy passes on what she says herself; else null: staff decide. */
async function findController(tx: Tx, ctx: Context, policy: Policy, { controller: named }: Request) {
  if (!named?.id || policy.processing.passOn !== "at-once") return null;
  const [row] = await tx
    .select({ id: controller.id })
    .from(controller)
    .where(
      and(
        eq(controller.id, named.id),
        eq(controller.organisationId, ctx.organisation.id),
        isNull(controller.endedAt),
      ),
    );
  return row?.id ?? null;
}

function chooserOf(ctx: Context, { login, isSignal }: Opening, request: Request): Chooser {
  const { email, telephone, residence } = request;
  const via = ctx.actor.kind === "staff" ? "staff" : isSignal ? "signal" : login ? "account" : "form";
  return { email, telephone, residence, subjectIndex: login && loginIndex(login), via };
}

async function saveIndexes(
  tx: Tx,
  ctx: Context,
  caseId: string,
  policy: Policy,
  request: Request,
  facts: Record<string, string>,
) {
  const { locator } = policy.proof;
  const digestOf = (purpose: "name" | "locator", value: string | null) =>
    value === null ? null : ring().blindIndex(`case/${purpose}`, `${ctx.organisation.id}|${value}`);
  const contact = contactIndexes(ctx.organisation.id, request);
  const entries = [
    ["name", digestOf("name", normalise("name", request.name))],
    ["name", digestOf("name", request.child ? normalise("name", request.child.name) : null)],
    ["email", contact.email],
    ["telephone", contact.telephone],
    ["locator", digestOf("locator", facts[locator.id] ? normalise(locator.kind, facts[locator.id]) : null)],
    ["notice", request.notice ? noticeDigest(ctx.organisation.id, request.notice) : null],
  ] as const;
  for (const [purpose, digest] of entries) {
    if (digest === null) continue;
    await tx
      .insert(caseIndex)
      .values({ organisationId: ctx.organisation.id, caseId, purpose, digest })
      .onConflictDoNothing();
  }
}

/** Blind index of a login, by which a signed-in person finds her cases. */
export function loginIndex(login: { issuer: string; subject: string }): Uint8Array {
  return ring().blindIndex("login", JSON.stringify([login.issuer, login.subject]));
}

function isDuplicate(error: unknown): boolean {
  const code = (value: unknown) => (value as { code?: string } | null)?.code;
  return code(error) === "23505" || code((error as { cause?: unknown }).cause) === "23505";
}
