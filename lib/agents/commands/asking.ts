import { and, asc, eq, inArray, isNull } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { authority, claim, demandMade, permissionLink } from "#db/schema/index.ts";
import { recordRefusal } from "#lib/audit/commands.ts";
import { tokenHash } from "#lib/auth/queries/session.ts";
import { change, Refused, type CaseRow, type Outcome } from "#lib/cases/commands/change.ts";
import { askedOf } from "#lib/cases/queries/agent-facts.ts";
import type { Context, StaffContext } from "#lib/context.ts";
import { isContactTrusted } from "#lib/identity/commands.ts";
import { newId, newToken } from "#lib/ids.ts";
import { dayIn } from "#lib/law/calendar.ts";
import { queueNotice } from "#lib/notices/commands.ts";
import { unscopedAddressed } from "#lib/notices/queries/addressed.ts";
import { mayDemandAll, type Asked, type Demand, type Ground } from "../demands.ts";
import { whyForbidden } from "../forbidden.ts";
import { permissionLinkDays } from "../kinds.ts";
import { ofThePerson } from "../standing.ts";

/** Links one case may send: she is not to be flooded, whoever asks again. */
const mostLinks = 5;

/** What the table is asked about on a case, read with the case locked. */
export async function askedOnCase(tx: Tx, row: CaseRow): Promise<Asked[]> {
  const claims = await tx.select().from(claim).where(eq(claim.caseId, row.id)).orderBy(asc(claim.position));
  const [paper] = await tx
    .select()
    .from(authority)
    .where(eq(authority.id, row.authorityId ?? newId()));
  return paper ? askedOf(claims, paper) : [];
}

/**
 * Demands something on a case that an agent asked for, of him or of her. The table of agents.md 5.1 is asked under the case's
 * lock: what it forbids nobody can demand, whatever his role, and that he tried is recorded.
 * @param ground what must be so, where the table allows it only then
 */
export async function makeDemand(
  ctx: StaffContext,
  caseId: string,
  { demand, ground }: { demand: Demand; ground: Ground | null },
  expectedVersion?: number,
): Promise<Outcome<null>> {
  let isForbidden = false;
  const outcome = await change(ctx, caseId, "make-demand", {
    ...(expectedVersion === undefined ? {} : { expectedVersion }),
    save: async (tx, { row, facts }) => {
      const answer = mayDemandAll(await askedOnCase(tx, row), demand, facts.agent?.made);
      isForbidden = answer.allowed === null || answer.only !== ground;
      if (answer.allowed === null) throw new Refused(whyForbidden(answer));
      if (answer.only !== ground)
        throw new Refused("This may be asked only if something is so. Say that it is, or leave it.");
      if (facts.agent?.made.includes(demand)) throw new Refused("This was asked already.");
      const isOffer = answer.allowed === "offer";
      if (ofThePerson.includes(demand)) await askPerson(tx, ctx, row, { isOffer });
      if (!isOffer) await saveDemand(tx, ctx, caseId, demand, ground);
      return { payload: { demand, ground, isOffer }, result: null };
    },
  });
  if (isForbidden) await recordRefusal(ctx, "make-demand");
  return outcome;
}

export async function saveDemand(
  tx: Tx,
  ctx: Context,
  caseId: string,
  demand: Demand,
  ground: Ground | null,
): Promise<void> {
  await tx.insert(demandMade).values({
    id: newId(),
    organisationId: ctx.organisation.id,
    caseId,
    demand,
    ground,
    byRef: ctx.actor.ref,
    at: ctx.now,
  });
}

/** Sends her the link once more, to the contact on file. The one before ends. */
export function sendLinkAgain(
  ctx: StaffContext,
  caseId: string,
  expectedVersion?: number,
): Promise<Outcome<null>> {
  return change(ctx, caseId, "send-link-again", {
    ...(expectedVersion === undefined ? {} : { expectedVersion }),
    save: async (tx, { row, facts }) => {
      const sent = await tx.$count(permissionLink, eq(permissionLink.caseId, caseId));
      if (sent === 0) throw new Refused("No link was sent yet.");
      if (sent >= mostLinks) throw new Refused(`She was sent ${sent} links. More would not help.`);
      await askPerson(tx, ctx, row, { isOffer: facts.agent?.lane === "offer" });
      return { payload: {}, result: null };
    },
  });
}

/**
 * Mails a one-time link to the contact on file, the only one it ever goes to. Earlier ones end.
 * @throws Refused where there is none that can be trusted (security rule L5)
 */
export async function askPerson(
  tx: Tx,
  ctx: Context,
  row: CaseRow,
  { isOffer }: { isOffer: boolean },
): Promise<void> {
  const about = await unscopedAddressed(tx, row.id);
  const address = about?.onFile.address;
  if (!about || !row.authorityId || !address || !isContactTrusted(row, about.policy, ctx.now))
    throw new Refused(
      "There is no contact on file that could be asked. A contact the agent gave proves nothing.",
    );
  await tx
    .update(permissionLink)
    .set({ supersededAt: ctx.now })
    .where(
      and(
        eq(permissionLink.caseId, row.id),
        isNull(permissionLink.usedAt),
        isNull(permissionLink.supersededAt),
      ),
    );
  const id = newId();
  const token = newToken();
  const expiresAt = new Date(ctx.now.getTime() + permissionLinkDays * 24 * 3600 * 1000);
  await tx.insert(permissionLink).values({
    id,
    organisationId: row.organisationId,
    caseId: row.id,
    authorityId: row.authorityId,
    tokenHash: tokenHash(token),
    createdAt: ctx.now,
    expiresAt,
  });
  await queueNotice(tx, about, {
    kind: "permission-asked",
    recipient: { audience: "on-file", role: "on-file", way: "mail", address },
    occasion: id,
    details: { until: dayIn(expiresAt, row.zone), isOffer },
    at: ctx.now,
    place: { path: `permission/${token}`, locale: row.locale },
  });
}

/** Notes how she met what was demanded of her: each by its own way, or, where she had the choice, by either. */
export async function meetDemands(
  tx: Tx,
  ctx: Context,
  caseId: string,
  metBy: "confirmed" | "verified",
  isEither: boolean,
): Promise<void> {
  const own: Demand = metBy === "confirmed" ? "confirmation" : "identity";
  await tx
    .update(demandMade)
    .set({ metAt: ctx.now, metBy })
    .where(
      and(
        eq(demandMade.caseId, caseId),
        isNull(demandMade.metAt),
        inArray(demandMade.demand, isEither ? [...ofThePerson] : [own]),
      ),
    );
}
