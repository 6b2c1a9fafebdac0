import { and, eq, sql, type SQL } from "drizzle-orm";
import { cases } from "#db/schema/index.ts";
import { may } from "#lib/auth/roles.ts";
import type { Context } from "#lib/context.ts";

/**
 * The one clause that decides which cases somebody may see; every query and every lock on a case contains it.
 * A row outside it does not exist for that person, whatever she knows of it.
 */
export function visibleCases(ctx: Context): SQL {
  const ofOrganisation = eq(cases.organisationId, ctx.organisation.id);
  const { actor } = ctx;
  switch (actor.kind) {
    case "staff":
      return may(actor.roles, "case.read") || may(actor.roles, "audit.read") ? ofOrganisation : nothing;
    case "person":
      return actor.caseId ? (and(ofOrganisation, eq(cases.id, actor.caseId)) ?? nothing) : nothing;
    case "agent":
      return and(ofOrganisation, eq(cases.agentId, actor.id)) ?? nothing;
    case "system":
      return ofOrganisation;
    case "visitor":
    case "controller":
      return nothing;
  }
}

/**
 * The cases about which somebody may cause an event, as far as the workflow names her: those she may see and, for the
 * contact of a controller, the one that was passed on, of which she sees nothing but what was handed over.
 */
export function changeableCases(ctx: Context): SQL {
  const { actor, organisation } = ctx;
  if (actor.kind !== "controller") return visibleCases(ctx);
  return and(eq(cases.organisationId, organisation.id), eq(cases.id, actor.caseId)) ?? nothing;
}

/**
 * The cases whose words somebody may read: what people wrote, records, files. An auditor sees that a case exists and what
 * happened, masked, and nothing of this; nor does an agent of what is hers.
 */
export function readableCases(ctx: Context): SQL {
  const { actor } = ctx;
  const isShut = actor.kind === "agent" || (actor.kind === "staff" && !may(actor.roles, "case.read"));
  return isShut ? nothing : visibleCases(ctx);
}

const nothing = sql`false`;
