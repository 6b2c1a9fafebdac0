import "server-only";
import { forbidden, notFound, redirect } from "next/navigation";
import { recordRefusal } from "#lib/audit/commands.ts";
import { readReference } from "#lib/auth/codes.ts";
import { caseCookie } from "#lib/auth/cookies.ts";
import { tokenInCookie } from "#lib/auth/client/cookie-values.ts";
import { personRef, unscopedFindCase } from "#lib/auth/queries/person.ts";
import { findSession, type LiveSession } from "#lib/auth/queries/session.ts";
import { may, type Permission } from "#lib/auth/roles.ts";
import { contextFor, type Actor, type CodeScope, type Context, type StaffContext } from "#lib/context.ts";
import { unscopedFindVisit, type ControllerContext } from "#lib/controllers/queries/handovers.ts";
import { newId } from "#lib/ids.ts";
import { sameDigest } from "#lib/digest.ts";
import { reachDatabase } from "#lib/installation/queries.ts";
import { findOrganisation } from "#lib/organisations/queries.ts";
import { currentVisit } from "./request.ts";
import type { Visit } from "./visit.ts";

/**
 * What a gate says: come in; sign in or prove who you are first (and where); there is nothing here for you; or you are
 * known, and may not.
 */
export type Entry<C> = { ok: true; ctx: C } | Refusal;
export type Refusal =
  { ok: false; why: "sign-in" | "prove"; to: string } | { ok: false; why: "not-found" | "forbidden" };

/** Says who enters. Pages, actions and routes share it; holding its context proves that it was asked. */
export type Gate<C = Context> = { check: (visit: Visit) => Promise<Entry<C>> };

type PersonActor = Extract<Actor, { kind: "person" }>;
export type PersonContext = Context & { actor: PersonActor & { caseId: string } };

/** For pages: the context, or Next's own way to the sign-in page, 404 or 403. */
export async function enter<C>(gate: Gate<C>): Promise<C> {
  const entry = await gate.check(await currentVisit());
  return entry.ok ? entry.ctx : turnAway(entry);
}

/** For pages that have something for outsiders too: the context, or null where a proof or a sign-in is missing. */
export async function enterIfProved<C>(gate: Gate<C>): Promise<C | null> {
  const entry = await gate.check(await currentVisit());
  if (entry.ok) return entry.ctx;
  return entry.why === "prove" || entry.why === "sign-in" ? null : turnAway(entry);
}

/** Leaves by the door the gate points at. */
export function turnAway(entry: Refusal): never {
  if ("to" in entry) redirect(entry.to);
  if (entry.why === "forbidden") forbidden();
  notFound();
}

/** Anybody at all, where no organisation is concerned: signing in, health. */
export function anyone(): Gate<Visit> {
  return { check: async (visit) => ({ ok: true, ctx: visit }) };
}

/**
 * Anybody, at an organisation's address. Somebody who signed in with its provider is known as that person (with no case
 * yet): the form takes that as her proof.
 */
export function visitor(slug: string): Gate {
  return {
    async check(visit) {
      const organisation = await findOrganisation(slug);
      if (!organisation) return { ok: false, why: "not-found" };
      const found = await signedIn(visit);
      const isPerson = found?.kind === "login" && found.organisation.id === organisation.id;
      const actor = isPerson ? personOf(found, null, "full") : { kind: "visitor" as const, ref: newId() };
      return { ok: true, ctx: contextFor({ actor, organisation, ...momentOf(visit) }) };
    },
  };
}

type Proof = {
  /** `conversation` lets a code to the address she typed in too. */
  scope?: CodeScope;
  /** Only who gave her password or code within the last five minutes (11 CCR 7061). */
  isFresh?: boolean;
};

/**
 * The person of one case: by a code, which opens that case as far as it reaches, or by the login it was asked with.
 * Everybody else, and everybody at a reference that is none, is led to the case's page for outsiders.
 */
export function requester(
  slug: string,
  typed: string,
  { scope = "full", isFresh = false }: Proof = {},
): Gate<PersonContext> {
  return {
    async check(visit) {
      const organisation = await findOrganisation(slug);
      if (!organisation) return { ok: false, why: "not-found" };
      const reference = readReference(typed);
      const to = `/${organisation.slug}/track/${encodeURIComponent(reference ?? typed.slice(0, 100))}`;
      const found = reference ? await unscopedFindCase(organisation.id, reference) : null;
      const proof = found && (await proofOf(visit, found, scope));
      if (!found || !proof) return { ok: false, why: "prove", to };
      if (isFresh && !proof.session.isFresh) return { ok: false, why: "prove", to: `${to}?prove=again` };
      const actor = { ...personOf(proof.session, found.id, proof.scope), caseId: found.id };
      return { ok: true, ctx: contextFor({ actor, organisation, ...momentOf(visit) }) as PersonContext };
    },
  };
}

type OwnCase = NonNullable<Awaited<ReturnType<typeof unscopedFindCase>>>;

/** The strongest proof this browser holds for a case, where it reaches as far as is needed. */
async function proofOf(
  visit: Visit,
  found: OwnCase,
  needed: CodeScope,
): Promise<{ session: LiveSession; scope: CodeScope } | null> {
  const login = await signedIn(visit);
  // Two organisations may share a provider; each vouches for its own people only.
  if (login?.kind === "login" && login.organisation.id === found.organisationId) {
    if (found.subjectIndex && sameDigest(login.subjectIndex, found.subjectIndex))
      return { session: login, scope: "full" };
  }
  const token = visit.cookie(caseCookie(found.reference));
  const code = token ? await findSession(token) : null;
  if (code?.kind !== "code" || code.caseId !== found.id) return null;
  return needed === "conversation" || code.scope === "full" ? { session: code, scope: code.scope } : null;
}

/** The cookie of a controller's visit: the one request whose link this browser opened last. */
export const controllerCookie = "controller";

/** The contact of a controller, before the one request whose link this browser opened. */
export function passedOnTo(slug: string): Gate<ControllerContext> {
  return {
    async check(visit) {
      const organisation = await findOrganisation(slug);
      if (!organisation) return { ok: false, why: "not-found" };
      const token = visit.cookie(controllerCookie);
      const actor = token ? await unscopedFindVisit(organisation.id, token) : null;
      if (!actor) return { ok: false, why: "prove", to: `/${organisation.slug}/controller` };
      return { ok: true, ctx: contextFor({ actor, organisation, ...momentOf(visit) }) as ControllerContext };
    },
  };
}

/**
 * A member of staff who may do this. Somebody else's cookie, an ended session or none leads to the sign-in page; a
 * colleague without the right is refused, and that she tried is recorded.
 * @param isPassive for what a page asks by itself: it does not keep the session from lying idle
 */
export function staff(permission: Permission = "desk.enter", { isPassive = false } = {}): Gate<StaffContext> {
  return {
    async check(visit) {
      const entry = await askStaff(visit, { isPassive });
      if (!entry) return toSignIn(visit);
      if (may(entry.ctx.actor.roles, permission)) return entry;
      await recordRefusal(entry.ctx, permission);
      return { ok: false, why: "forbidden" };
    },
  };
}

async function askStaff(
  visit: Visit,
  options?: { isPassive: boolean },
): Promise<{ ok: true; ctx: StaffContext } | null> {
  const found = await signedIn(visit, options);
  if (found?.kind !== "staff") return null;
  const actor = { kind: "staff" as const, ...found.staff };
  return {
    ok: true,
    ctx: contextFor({ actor, organisation: found.organisation, ...momentOf(visit) }) as StaffContext,
  };
}

/** Where the sign-in would only say so too, a database that is away is told here. */
async function toSignIn({ path }: Visit): Promise<Refusal> {
  await reachDatabase();
  return { ok: false, why: "sign-in", to: `/api/auth/signin?callbackUrl=${encodeURIComponent(path)}` };
}

/** Any member of staff, whatever her role: for what is hers alone, such as her sessions. */
export function member(): Gate<StaffContext> {
  return { check: async (visit) => (await askStaff(visit)) ?? toSignIn(visit) };
}

/** Whoever reads the registers and histories, and changes nothing. */
export function auditor(): Gate<StaffContext> {
  return staff("audit.read");
}

/** The staff or login session of this browser. */
export async function signedIn(visit: Visit, options?: { isPassive: boolean }): Promise<LiveSession | null> {
  const token = await tokenInCookie(visit.cookie("session"));
  return token ? findSession(token, options) : null;
}

function personOf(session: LiveSession, caseId: string | null, scope: CodeScope): PersonActor {
  const ref = personRef(caseId ? { caseId } : { sessionId: session.id });
  return { kind: "person", ref, sessionId: session.id, caseId, scope, provedAt: session.provedAt };
}

function momentOf({ now, requestId }: Visit): { now: Date; requestId: string } {
  return { now, requestId };
}
