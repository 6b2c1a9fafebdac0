import { desc, eq } from "drizzle-orm";
import { inTransaction, type Tx } from "#db/client.ts";
import { organisation, organisationPolicy } from "#db/schema/index.ts";
import { record } from "#lib/audit/commands.ts";
import { authorise } from "#lib/auth/commands/authorise.ts";
import { contextFor, type Actor, type Context } from "#lib/context.ts";
import { newId } from "#lib/ids.ts";
import { createOrganisationKey } from "#lib/keys/sealer.ts";
import { policySchema, type Policy } from "./policy.ts";
import type { OrganisationRow } from "./queries.ts";

/** Slugs that would shadow a room of the house. */
export const reservedSlugs = [
  "desk",
  "audit",
  "demo",
  "sign-in",
  "api",
  "gallery",
  "_next",
  "well-known",
  "assets",
] as const;

/** Adds an organisation with its first policy. The actor is whoever runs the command line or the demo. */
export async function addOrganisation(
  actor: Extract<Actor, { kind: "system" }>,
  input: { slug: string; policy: Policy; at: Date; inForceFrom: Date },
): Promise<OrganisationRow> {
  const row: OrganisationRow = { id: newId(), slug: input.slug, ref: newId(), createdAt: input.at };
  const ctx = contextFor({ actor, organisation: row, now: input.at, requestId: newId() });
  await inTransaction(async (tx) => {
    await tx.insert(organisation).values(row);
    await createOrganisationKey(tx, row.id, input.at);
    await tx.insert(organisationPolicy).values({
      id: newId(),
      organisationId: row.id,
      version: 1,
      policy: policySchema.parse(input.policy),
      inForceFrom: input.inForceFrom,
      createdAt: input.at,
    });
    await record(tx, ctx, { type: "organisation.add", payload: { policyVersion: 1 } });
  });
  return row;
}

/** Puts a new version of the policy into force. Cases keep the one they were received under. */
export async function changePolicy(ctx: Context, policy: Policy): Promise<number> {
  await authorise(ctx, "settings.write");
  return inTransaction((tx) => addVersion(tx, ctx, policySchema.parse(policy)));
}

async function addVersion(tx: Tx, ctx: Context, policy: Policy): Promise<number> {
  const organisationId = ctx.organisation.id;
  await tx
    .select({ id: organisation.id })
    .from(organisation)
    .where(eq(organisation.id, organisationId))
    .for("update");
  const [newest] = await tx
    .select({ version: organisationPolicy.version })
    .from(organisationPolicy)
    .where(eq(organisationPolicy.organisationId, organisationId))
    .orderBy(desc(organisationPolicy.version))
    .limit(1);
  const version = (newest?.version ?? 0) + 1;
  await tx.insert(organisationPolicy).values({
    id: newId(),
    organisationId,
    version,
    policy,
    inForceFrom: ctx.now,
    createdAt: ctx.now,
  });
  await record(tx, ctx, { type: "policy.change", payload: { version } });
  return version;
}
