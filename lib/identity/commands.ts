import { and, eq } from "drizzle-orm";
import { database, type Tx } from "#db/client.ts";
import { cases, claim, proof } from "#db/schema/index.ts";
import { change, Refused, type CaseRow, type Outcome, type Saved } from "#lib/cases/commands/change.ts";
import { ageOn } from "#lib/children/age.ts";
import { findProvider } from "#lib/auth/client/settings.ts";
import { loginIndex } from "#lib/cases/commands/open.ts";
import type { Delivery } from "#lib/cases/guards.ts";
import { readFacts } from "#lib/cases/queries/facts.ts";
import { visibleCases } from "#lib/cases/queries/visible.ts";
import { decide } from "#lib/cases/workflow.ts";
import type { Context, StaffContext } from "#lib/context.ts";
import { HabeasError } from "#lib/errors.ts";
import { newId } from "#lib/ids.ts";
import type { Requester } from "#lib/intake/answers.ts";
import { ring } from "#lib/keys/ring.ts";
import { caseSealer, type Sealer } from "#lib/keys/sealer.ts";
import { dayIn } from "#lib/law/calendar.ts";
import type { Policy } from "#lib/organisations/policy.ts";
import { getPolicy } from "#lib/organisations/queries.ts";
import type { Assurance } from "./assurance.ts";
import { findDeleted, findPerson, type FoundPerson } from "./client.ts";
import type { FactResult } from "./facts.ts";
import { normalise } from "./normalise.ts";
import { openingLogin, type KeptLogins, type Login } from "./opening.ts";

/** A passed check, and what it lets us know about the person. */
export type Confirmation = {
  kind: "facts" | "login" | "staff" | "address";
  facts: FactResult[];
  note: string | null;
  assurance: Assurance;
  scopes: Record<string, "whole" | "categories">;
  person: Pick<
    FoundPerson,
    "name" | "born" | "contact" | "post" | "contactChangedAt" | "seeds" | "subject" | "held"
  >;
};

/** By what the cases about one account are known to be one person's: a blind index of what finds it. */
export function personIndexOf(
  { organisation }: Context,
  { proof: { locator } }: Policy,
  { held }: Pick<FoundPerson, "held">,
): Uint8Array | null {
  const [value] = held[locator.id] ?? [];
  const account = value == null ? null : normalise(locator.kind, value);
  return account === null ? null : ring().blindIndex("person", `${organisation.id}|${account}`);
}

/** What the case keeps of the person on file, sealed. */
export type OnFile = {
  name: string | null;
  contact: FoundPerson["contact"];
  /** Absent in cases confirmed before it was read. */
  post?: FoundPerson["post"];
  /** Absent in cases confirmed before it was read. */
  born?: FoundPerson["born"];
};

/** Saves a passed check: the proof, the verified seeds, the contact on file and how the answer may be handed over. */
export async function confirmWith(
  tx: Tx,
  ctx: Context,
  row: CaseRow,
  policy: Policy,
  confirmation: Confirmation,
): Promise<Saved<"confirm-identity", null>> {
  const proofId = newId();
  const sealer = await caseSealer(tx, row.id);
  const { person } = confirmation;
  await tx.insert(proof).values({
    id: proofId,
    organisationId: ctx.organisation.id,
    caseId: row.id,
    kind: confirmation.kind,
    passed: true,
    facts: confirmation.facts,
    sealedNote: confirmation.note ? sealer.seal("proof.sealed_note", proofId, confirmation.note) : null,
    byRef: ctx.actor.ref,
    at: ctx.now,
  });
  for (const [claimId, scope] of Object.entries(confirmation.scopes)) {
    await tx
      .update(claim)
      .set({ scope })
      .where(and(eq(claim.id, claimId), eq(claim.caseId, row.id)));
  }
  const onFile: OnFile = { name: person.name, contact: person.contact, post: person.post, born: person.born };
  const before = openSeeds(sealer, row);
  const kept = {
    ...before,
    seeds: person.seeds,
    account: confirmation.kind === "login" ? (before.login ?? null) : accountOnFile(ctx, person.subject),
  };
  const { age } = policy.children;
  const isChild = person.born !== null && ageOn(person.born, dayIn(row.receivedAt, row.zone)) < age;
  const delivery = safeDelivery(confirmation.kind, person, policy, ctx.now);
  return {
    payload: {
      method: confirmation.kind,
      facts: Object.fromEntries(confirmation.facts.map((one) => [one.fact, one.outcome])),
    },
    obj: [proofId],
    set: {
      proofId,
      assurance: confirmation.assurance,
      sealedSeeds: sealer.seal("cases.sealed_seeds", row.id, kept),
      // The sign-in to a child's account shows nobody's right to act for her.
      subjectIndex: row.relation === null ? indexOf(openingLogin(kept, delivery)) : null,
      judgement: row.relation === null && isChild ? (row.judgement ?? "owed") : row.judgement,
      personIndex: personIndexOf(ctx, policy, person),
      sealedContactOnFile: sealer.seal("cases.sealed_contact_on_file", row.id, onFile),
      contactOnFileChangedAt: person.contactChangedAt,
      contactOnFileReadAt: ctx.now,
      delivery,
    },
    result: null,
  };
}

type Kept = KeptLogins & Record<string, unknown>;

/** What the case keeps sealed of logins and seeds. */
export function openSeeds(sealer: Sealer, row: Pick<CaseRow, "id" | "sealedSeeds">): Kept {
  return row.sealedSeeds ? sealer.open<Kept>("cases.sealed_seeds", row.id, row.sealedSeeds) : {};
}

/** The sign-in of the account on file at the provider of this organisation; no other may speak for its subjects. */
function accountOnFile(ctx: Context, subject: string | null): Login | null {
  if (subject === null) return null;
  try {
    const provider = findProvider(ctx.organisation.slug);
    return provider && { issuer: provider.issuer, subject };
  } catch (error) {
    // Settings that cannot be read are told where people sign in; they are no reason to leave a check undone.
    if (error instanceof HabeasError && error.code === "not-set-up") return null;
    throw error;
  }
}

/** How a case names the sign-in that opens it. */
export const indexOf = (login: Login | null): Uint8Array | null => login && loginIndex(login);

/** Without a login, only a contact on file that has stood long enough receives by itself; else staff decide (rule L5). */
function safeDelivery(
  kind: Confirmation["kind"],
  person: Pick<FoundPerson, "contact" | "contactChangedAt">,
  policy: Policy,
  now: Date,
): Delivery | null {
  if (kind === "login") return "login";
  if (!person.contact) return null;
  const age = person.contactChangedAt ? ageDays(person.contactChangedAt, now) : Infinity;
  return age >= policy.delivery.contactAgeDays ? "code" : null;
}

const ageDays = (since: Date, now: Date) => (now.getTime() - since.getTime()) / 86_400_000;

/** Whether the postal address on file has stood long enough to be trusted with anything (rule L5). */
export function isPostTrusted(
  post: OnFile["post"],
  policy: Policy,
  now: Date,
): post is NonNullable<OnFile["post"]> {
  if (!post) return false;
  return post.changedAt === null || ageDays(new Date(post.changedAt), now) >= policy.delivery.contactAgeDays;
}

/** Whether the contact on file may receive a code now. What is handed over on paper is never opened by one. */
export function isContactSettled(
  row: Pick<CaseRow, "contactOnFileChangedAt" | "delivery">,
  policy: Policy,
  now: Date,
): boolean {
  return row.delivery !== "paper" && isContactTrusted(row, policy, now);
}

/** Whether the contact on file may hear that something happened. */
export function isContactTrusted(
  row: Pick<CaseRow, "contactOnFileChangedAt" | "delivery">,
  policy: Policy,
  now: Date,
): boolean {
  if (row.delivery === "code") return true;
  const changed = row.contactOnFileChangedAt;
  return changed === null || ageDays(changed, now) >= policy.delivery.contactAgeDays;
}

/**
 * Staff confirm who the person is, by what they looked at (recorded, sealed). `locator` is the account they found her
 * to be; without one, nothing can be collected by itself and only what needs no source goes on.
 */
export async function recordCheck(
  ctx: StaffContext,
  caseId: string,
  input: { note: string; locator: string },
  expectedVersion?: number,
): Promise<Outcome<null>> {
  const db = database();
  const [row] = await db
    .select()
    .from(cases)
    .where(and(eq(cases.id, caseId), visibleCases(ctx)));
  if (!row) return { ok: false, why: "not-found", says: "There is no such case." };
  const { policy } = await getPolicy(db, row.policyId);
  const sealer = await caseSealer(db, caseId);
  const { residence } = sealer.open<Requester>("cases.sealed_requester", caseId, row.sealedRequester);
  // No store is read for somebody who may not confirm: `change` says why not, and records that she tried.
  const mayGoOn = decide(await readFacts(db, row), "confirm-identity", ctx.actor).ok;
  const by = { typed: input.locator, country: residence.slice(0, 2) };
  const found = mayGoOn ? await findPerson(db, ctx.organisation.id, policy, by) : null;
  const deleted = found?.candidates === 0 ? await findDeletedBy(db, ctx, policy, by) : null;
  return change(ctx, caseId, "confirm-identity", {
    ...(expectedVersion === undefined ? {} : { expectedVersion }),
    save: (tx, current) => {
      if (!found) throw new Refused("The case changed just now. Look at it again.");
      if (found.candidates === 0 && !deleted)
        throw new Refused("No account has that number. Check it and try again.");
      if (found.candidates > 1)
        throw new Refused("That points at several people. Give something that only this person has.");
      return confirmWith(tx, ctx, current.row, policy, {
        kind: "staff",
        facts: [],
        note: input.note,
        assurance: "reasonable",
        scopes: {},
        person: deleted ?? found,
      });
    },
  });
}

/** The person a locator pointed at before she was deleted: of her nothing is known but what was typed. */
async function findDeletedBy(
  tx: Tx,
  ctx: StaffContext,
  policy: Policy,
  { typed, country }: { typed: string; country: string },
): Promise<Confirmation["person"] | null> {
  const { kind } = policy.proof.locator;
  const deleted = await findDeleted(tx, ctx.organisation.id, { kind, value: typed, country });
  return deleted && deletedPerson(deleted.seeds, kind === "email" ? normalise("email", typed) : null);
}

/** Somebody deleted, as far as a case can know her. @param email the address of which a digest is left */
export function deletedPerson(seeds: FoundPerson["seeds"], email: string | null): Confirmation["person"] {
  const contact = email === null ? null : { channel: "email" as const, value: email };
  return {
    name: null,
    contact,
    contactChangedAt: null,
    post: null,
    seeds,
    subject: null,
    held: {},
    born: null,
  };
}

/** Has the facts compared once more, for example when a store was away. Counts as a try like every other. */
export async function askCheck(ctx: StaffContext, caseId: string): Promise<Outcome<null>> {
  return change(ctx, caseId, "check-again", {
    save: async () => ({ payload: {}, result: null }),
  });
}
