import { findProvider } from "#lib/auth/client/settings.ts";
import type { Context } from "#lib/context.ts";
import { listPublicControllers } from "#lib/controllers/queries/register.ts";
import { HabeasError } from "#lib/errors.ts";
import type { House } from "#lib/intake/setting.ts";
import type { Locale } from "#lib/locales/index.ts";
import type { Policy } from "#lib/organisations/policy.ts";
import { getHouse } from "#lib/organisations/queries.ts";
import { enter, visitor } from "#lib/web/gates.ts";
import { currentVisit } from "#lib/web/request.ts";
import { hear, type Heard } from "#lib/web/signal.ts";
import type { Theme } from "#lib/web/visit.ts";

/** What every page of the person's side stands on: who asks, at whose address, in which language. */
export type Arrival = {
  ctx: Context;
  slug: string;
  policy: Policy;
  house: House;
  locale: Locale;
  theme: Theme;
  path: string;
  /** What the browser says for its owner, and since when it counts. */
  heard: Heard;
};

/** Comes in as anybody may, at an organisation's address; 404 where there is none. */
export async function arrive(organisation: string): Promise<Arrival> {
  const visit = await currentVisit();
  const { locale, theme, path } = visit;
  const ctx = await enter(visitor(organisation));
  const { policy } = await getHouse(ctx);
  const house = await houseFor(ctx, policy);
  const heard = await hear(ctx, policy, visit);
  return { ctx, slug: ctx.organisation.slug, policy, house, locale, theme, path, heard };
}

/** The organisation as the form's rules look at it. */
export async function houseFor(ctx: Context, policy: Policy): Promise<House> {
  return {
    policy,
    now: ctx.now,
    hasProvider: hasProvider(ctx.organisation.slug),
    isSignedIn: ctx.actor.kind === "person",
    controllers: policy.relationships.some((one) => one.controller) ? await listPublicControllers(ctx) : [],
  };
}

/** A broken file of the operator's is told by the doctor and at the sign-in; it takes no other way from the person. */
function hasProvider(slug: string): boolean {
  try {
    return findProvider(slug) !== null;
  } catch (error) {
    if (error instanceof HabeasError) return false;
    throw error;
  }
}

/** A query parameter that stands once. */
export type Query = Promise<Record<string, string | string[] | undefined>>;
export const one = (value: string | string[] | undefined): string | null =>
  typeof value === "string" ? value : null;
