import { and, desc, eq, lte } from "drizzle-orm";
import { database, type Tx } from "#db/client.ts";
import { organisation, organisationPolicy } from "#db/schema/index.ts";
import type { Context } from "#lib/context.ts";
import { HabeasError } from "#lib/errors.ts";
import { dayIn } from "#lib/law/calendar.ts";
import { policySchema, type Policy } from "./policy.ts";

export type OrganisationRow = typeof organisation.$inferSelect;
export type PolicyVersion = { id: string; version: number; policy: Policy };

/** The organisation at an address, or null. */
export async function findOrganisation(slug: string): Promise<OrganisationRow | null> {
  const [row] = await database().select().from(organisation).where(eq(organisation.slug, slug)).limit(1);
  return row ?? null;
}

export async function listOrganisations(): Promise<OrganisationRow[]> {
  return database().select().from(organisation).orderBy(organisation.slug);
}

/** The policy in force at an instant; for instants before the first version, the first. */
export async function getPolicyAt(tx: Tx, organisationId: string, at: Date): Promise<PolicyVersion> {
  const ofOrganisation = eq(organisationPolicy.organisationId, organisationId);
  const [inForce] = await tx
    .select()
    .from(organisationPolicy)
    .where(and(ofOrganisation, lte(organisationPolicy.inForceFrom, at)))
    .orderBy(desc(organisationPolicy.inForceFrom), desc(organisationPolicy.version))
    .limit(1);
  if (inForce) return versionOf(inForce);
  const [first] = await tx
    .select()
    .from(organisationPolicy)
    .where(ofOrganisation)
    .orderBy(organisationPolicy.version)
    .limit(1);
  if (!first) throw new HabeasError("not-set-up", "This organisation has no policy yet.");
  return versionOf(first);
}

/** A stored policy in today's shape: what was added to the shape since is filled in, nothing else changes. */
function versionOf({ id, version, policy }: typeof organisationPolicy.$inferSelect): PolicyVersion {
  return { id, version, policy: policySchema.parse(policy) };
}

/** The very version a case was received under. */
export async function getPolicy(tx: Tx, policyId: string): Promise<PolicyVersion> {
  const [row] = await tx
    .select()
    .from(organisationPolicy)
    .where(eq(organisationPolicy.id, policyId))
    .limit(1);
  if (!row) throw new HabeasError("not-found", "There is no such policy version.");
  return versionOf(row);
}

/** What a page needs to know of its organisation now: its policy, and what day it is where it sits. */
export async function getHouse(
  ctx: Context,
): Promise<{ policy: Policy; zone: string; today: string; place: string }> {
  const { policy } = await getPolicyAt(database(), ctx.organisation.id, ctx.now);
  const { zone, place } = policy.establishments.default;
  return { policy, zone, today: dayIn(ctx.now, zone), place };
}
