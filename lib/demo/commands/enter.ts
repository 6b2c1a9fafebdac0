import { and, desc, eq, sql } from "drizzle-orm";
import { database, inTransaction } from "#db/client.ts";
import { controller, handover, organisation } from "#db/schema/index.ts";
import { findProvider } from "#lib/auth/client/settings.ts";
import { endSession, startLoginSession, startStaffSession } from "#lib/auth/commands/sessions.ts";
import { unscopedFindAccount } from "#lib/auth/queries/staff.ts";
import { homeOf } from "#lib/auth/sessions.ts";
import { makeLink } from "#lib/controllers/commands/links.ts";
import { contextFor, type StaffContext } from "#lib/context.ts";
import { findOrganisation } from "#lib/organisations/queries.ts";
import { cast, type CastKey, type Role } from "../cast.ts";
import { findNewestOf, walkedSlug } from "../queries/newest.ts";
import { refuseInProduction } from "../queries/only.ts";

refuseInProduction();

type Moment = { now: Date; requestId: string };

/** Where entering leads, and the session it brings: null for somebody who comes as everybody does. */
export type Entered = { ok: true; to: string; token: string | null } | { ok: false; says: string };

/**
 * Enters as one of the cast: ends the session that was, and begins a real one, recorded like any other.
 * @param before the token of the session to leave, if any
 */
export async function enterAs(key: CastKey, before: string | null, moment: Moment): Promise<Entered> {
  const role: Role = cast[key];
  const entered = await enter(role, moment);
  if (entered.ok && before) await endSession(before, moment);
  return entered;
}

async function enter(role: Role, moment: Moment): Promise<Entered> {
  switch (role.kind) {
    case "staff":
      return enterAsStaff(role.email, moment);
    case "login":
      return enterWithLogin(role.subject, moment);
    case "controller":
      return enterAsController(role);
    case "visitor":
      return { ok: true, to: `/${walkedSlug}`, token: null };
  }
}

async function enterAsStaff(email: string, moment: Moment): Promise<Entered> {
  const account = await unscopedFindAccount({ address: email });
  if (!account) return stillFilling;
  const actor = {
    kind: "staff" as const,
    id: account.id,
    ref: account.ref,
    name: account.name,
    roles: account.roles,
  };
  const ctx = contextFor({ actor, organisation: account.organisation, ...moment }) as StaffContext;
  return {
    ok: true,
    to: homeOf(account.roles),
    token: await inTransaction((tx) => startStaffSession(tx, ctx)),
  };
}

/** As if she had just come back from the company's provider; she lands on her newest request. */
async function enterWithLogin(subject: string, { now }: Moment): Promise<Entered> {
  const organisation = await findOrganisation(walkedSlug);
  const issuer = findProvider(walkedSlug)?.issuer;
  if (!organisation || !issuer) return stillFilling;
  const newest = await findNewestOf(subject);
  if (!newest) return stillFilling;
  const login = { issuer, subject };
  return {
    ok: true,
    to: `/${walkedSlug}/track/${newest.reference}`,
    token: await startLoginSession(organisation.id, login, now),
  };
}

/** Before a link as good as the one in her newest mail, to the newest request she has not answered. */
async function enterAsController({
  slug,
  controller: name,
}: Extract<Role, { kind: "controller" }>): Promise<Entered> {
  const [open] = await database()
    .select({ handover })
    .from(handover)
    .innerJoin(controller, eq(controller.id, handover.controllerId))
    .innerJoin(organisation, eq(organisation.id, handover.organisationId))
    .where(and(eq(organisation.slug, slug), eq(controller.name, name)))
    .orderBy(sql`${handover.answeredAt} is not null`, desc(handover.at))
    .limit(1);
  if (!open) return stillFilling;
  const { token } = await inTransaction((tx) => makeLink(tx, open.handover));
  return { ok: true, to: `/${slug}/controller/${token}`, token: null };
}

const stillFilling: Entered = { ok: false, says: "The demo is still being filled. Try again in a minute." };
