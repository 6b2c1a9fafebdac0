import { and, eq, gt, inArray, isNull, lt, or, sql } from "drizzle-orm";
import { inTransaction, type Tx } from "#db/client.ts";
import { accessCode, cases } from "#db/schema/index.ts";
import { countAttempt, countAttempts, giveBack } from "#lib/attempts/commands.ts";
import { attemptAt } from "#lib/attempts/limits.ts";
import { record } from "#lib/audit/commands.ts";
import { contextFor, type CodeScope, type Context } from "#lib/context.ts";
import { HabeasError } from "#lib/errors.ts";
import { isContactSettled } from "#lib/identity/commands.ts";
import { newCode, newId } from "#lib/ids.ts";
import { enqueue } from "#lib/jobs/queue.ts";
import { ring } from "#lib/keys/ring.ts";
import { sameDigest } from "#lib/digest.ts";
import { queueCodeNotice } from "#lib/notices/commands.ts";
import { unscopedAddressed } from "#lib/notices/queries/addressed.ts";
import { codeRules, planCodes, readCode, readReference, type CodePlan } from "../codes.ts";
import { personRef } from "../queries/person.ts";
import { startCodeSession } from "./sessions.ts";

type CaseRow = typeof cases.$inferSelect;

const databaseNow = sql`clock_timestamp()`;

/**
 * One press of "Send me a code". What it does to be seen is the same for everybody: for a case that is not there, one
 * that is not verified, one without a contact, one beyond its three codes an hour. An earlier code ends with it.
 */
export async function sendCode(ctx: Context, asked: { reference: string; network: string }): Promise<void> {
  const reference = readReference(asked.reference);
  const counted = await countAttempts([
    attemptAt("code-send/case", keyOf(ctx, reference ?? asked.reference)),
    attemptAt("code-send/network", asked.network),
  ]);
  if (!counted.allowed || !reference) return;
  try {
    await inTransaction(async (tx) => {
      const row = await lockCase(tx, ctx, reference);
      if (row) await sendBoth(tx, ctx, row);
    });
  } catch (error) {
    // A shredded case has no address to write to any more.
    if (!(error instanceof HabeasError) || error.code !== "gone") throw error;
  }
}

const keyOf = (ctx: Context, reference: string) => `${ctx.organisation.id}|${reference}`;

/** The case's lock lets one press or try after another in, and keeps its events without a gap. */
async function lockCase(tx: Tx, ctx: Context, reference: string): Promise<CaseRow | null> {
  const ofReference = and(eq(cases.organisationId, ctx.organisation.id), eq(cases.reference, reference));
  const [row] = await tx.select().from(cases).where(ofReference).for("update");
  return row ?? null;
}

async function sendBoth(tx: Tx, ctx: Context, row: CaseRow): Promise<void> {
  const about = await unscopedAddressed(tx, row.id);
  if (!about) return;
  // Who asks for a child and may not, has nothing opened, not even for the family.
  const mayAct = row.relation === null || row.relation === "accepted";
  const isTrusted = row.proofId !== null && mayAct && isContactSettled(row, about.policy, ctx.now);
  const onFile = isTrusted ? about.onFile.address : null;
  // Staff checked the address given, or nothing about her is told: then it is where the answer goes.
  const isGivenTrusted = row.delivery === "given" && row.status !== "received";
  const trusted = isGivenTrusted ? about.typed.address : onFile;
  await tx
    .update(accessCode)
    .set({ supersededAt: databaseNow as never })
    .where(
      and(
        eq(accessCode.caseId, row.id),
        // A letter is on its way for days: no press of anybody takes the code out of it.
        eq(accessCode.way, "mail"),
        isNull(accessCode.usedAt),
        isNull(accessCode.supersededAt),
      ),
    );
  for (const plan of planCodes(about.typed.address, trusted)) await sendOne(tx, ctx, row, plan);
}

async function sendOne(tx: Tx, ctx: Context, row: CaseRow, { scope, to }: CodePlan): Promise<void> {
  const id = newId();
  const code = newCode();
  await tx.insert(accessCode).values({
    id,
    organisationId: row.organisationId,
    caseId: row.id,
    scope,
    codeHash: codeHash(id, code),
    sent: to !== null,
    createdAt: databaseNow as never,
    expiresAt: sql`${databaseNow} + make_interval(secs => ${codeRules.lastsSeconds})` as never,
  });
  await mail(tx, ctx, { caseId: row.id, code, scope, to });
  await record(tx, ctx, { type: "code.send", case: row, payload: { scope, sent: to !== null } });
}

/** Under a key of the installation, bound to its row: the digits alone could be tried out by anybody with the table. */
export function codeHash(id: string, code: string): Uint8Array {
  return ring().mac("access-code", `${id}|${code}`);
}

class NotSent extends Error {}

/** Where no mail is due the same one is written and undone, so that the time a press takes tells nothing (A15). */
async function mail(
  tx: Tx,
  ctx: Context,
  sent: { caseId: string; code: string; scope: CodeScope; to: string | null },
): Promise<void> {
  try {
    await tx.transaction(async (savepoint) => {
      await queueCodeNotice(savepoint, ctx, { ...sent, to: sent.to ?? "nobody@habeas.invalid" });
      if (sent.to === null) throw new NotSent();
    });
  } catch (error) {
    if (!(error instanceof NotSent)) throw error;
  }
}

export type Accepted = { ok: true; token: string; scope: CodeScope; reference: string } | { ok: false };

/**
 * Takes a typed code. A wrong, used, ended, never sent or limited one gets the same answer. Every try is counted before
 * the check, ten a day and five a code, under the case's lock: of fifty at once no more than five are compared. Whether
 * there is such a case shows in no time: the same is asked for one that is not there.
 * @param afterwards takes what only a case that is there leaves behind, to be run after the answer has left
 */
export async function acceptCode(
  ctx: Context,
  typed: { reference: string; code: string; network: string },
  afterwards: (work: () => Promise<void>) => void | Promise<void> = (work) => work(),
): Promise<Accepted> {
  const reference = readReference(typed.reference);
  if (!reference) return { ok: false };
  const counted = await countAttempts([
    attemptAt("code-try/case", keyOf(ctx, reference)),
    attemptAt("code-try/network", typed.network),
  ]);
  if (!counted.allowed) {
    await afterwards(() => recordLimit(ctx, reference));
    return { ok: false };
  }
  const accepted = await inTransaction(async (tx): Promise<Accepted> => {
    const row = await lockCase(tx, ctx, reference);
    const match = await tryCode(tx, row?.id ?? newId(), readCode(typed.code) ?? "");
    if (!row || !match) return { ok: false };
    const { scope } = match;
    await record(tx, asPerson(ctx, row.id, scope), { type: "code.accept", case: row, payload: { scope } });
    // Whose address it is may say more than facts that can no longer be compared; whoever enters a code rings the same.
    if (scope === "conversation" && row.proofId === null)
      await enqueue(tx, "identity.address", { caseId: row.id });
    const token = await startCodeSession(tx, { organisationId: row.organisationId, caseId: row.id, scope });
    return { ok: true, token, scope, reference };
  });
  if (accepted.ok) await giveBack(counted);
  else await afterwards(() => recordRefusal(ctx, reference, { limited: false }));
  return accepted;
}

/** Counts the try on every code that could still be meant, then compares with each. A match is used up. */
async function tryCode(tx: Tx, caseId: string, code: string): Promise<{ scope: CodeScope } | null> {
  const live = await tx
    .update(accessCode)
    .set({ tries: sql`${accessCode.tries} + 1` })
    .where(
      and(
        eq(accessCode.caseId, caseId),
        isNull(accessCode.usedAt),
        isNull(accessCode.supersededAt),
        gt(accessCode.expiresAt, databaseNow),
        // One on paper is too long to be found by trying: only the tries at its case are numbered.
        or(eq(accessCode.way, "post"), lt(accessCode.tries, codeRules.tries)),
      ),
    )
    .returning();
  const matches = live.filter((row) => sameDigest(codeHash(row.id, code), row.codeHash) && row.sent);
  const [match] = matches.toSorted((a, b) => (a.scope === b.scope ? 0 : a.scope === "full" ? -1 : 1));
  if (!match) return null;
  await tx
    .update(accessCode)
    .set({ usedAt: databaseNow as never })
    .where(
      inArray(
        accessCode.id,
        matches.map((row) => row.id),
      ),
    );
  return match;
}

/** From here on she is the person of this case: the code has just been checked. */
function asPerson(ctx: Context, caseId: string, scope: CodeScope): Context {
  return contextFor({
    ...ctx,
    actor: { kind: "person", ref: personRef({ caseId }), sessionId: null, caseId, scope, provedAt: ctx.now },
  });
}

/** Tells staff once a day that somebody goes on guessing. */
async function recordLimit(ctx: Context, reference: string): Promise<void> {
  const once = {
    kind: "code-try/limit-told",
    key: keyOf(ctx, reference),
    windows: [{ limit: 1, windowSeconds: 24 * 3600 }],
  };
  if ((await countAttempt(once)).allowed) await recordRefusal(ctx, reference, { limited: true });
}

async function recordRefusal(ctx: Context, reference: string, payload: { limited: boolean }): Promise<void> {
  await inTransaction(async (tx) => {
    const row = await lockCase(tx, ctx, reference);
    if (row) await record(tx, ctx, { type: "code.refuse", case: row, payload });
  });
}

/** Ends every code of a case that could still be typed, on paper too: whoever it was sent to may no longer act. */
export async function endCodes(tx: Tx, caseId: string): Promise<void> {
  await tx
    .update(accessCode)
    .set({ supersededAt: databaseNow as never })
    .where(and(eq(accessCode.caseId, caseId), isNull(accessCode.usedAt), isNull(accessCode.supersededAt)));
}

/** Removes codes that ended more than a day ago. @returns how many */
export async function tidyCodes(): Promise<number> {
  const gone = await inTransaction((tx) =>
    tx
      .delete(accessCode)
      .where(lt(accessCode.expiresAt, sql`now() - interval '1 day'`))
      .returning({ id: accessCode.id }),
  );
  return gone.length;
}
