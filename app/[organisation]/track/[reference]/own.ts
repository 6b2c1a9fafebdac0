import { readReference } from "#lib/auth/codes.ts";
import { getOwnCase, type OwnCase } from "#lib/cases/queries/tracker.ts";
import type { CodeScope } from "#lib/context.ts";
import { enter, requester, type PersonContext } from "#lib/web/gates.ts";
import { arrive, type Arrival } from "../../arrive.ts";

/** Her own request, and where she stands. */
export type Own = { here: Arrival; person: PersonContext; own: OwnCase; home: string };

/** Comes into a sub-page of a request; whoever has no proof of it is led to its page for outsiders. */
export async function arriveAtOwn(
  params: { organisation: string; reference: string },
  scope: CodeScope,
): Promise<Own> {
  const here = await arrive(params.organisation);
  const typed = decodeURIComponent(params.reference);
  const person = await enter(requester(params.organisation, typed, { scope }));
  const own = await getOwnCase(person);
  return { here, person, own, home: homeOf(here.slug, own.reference) };
}

export const homeOf = (slug: string, reference: string) => `/${slug}/track/${encodeURIComponent(reference)}`;

/** The reference in an address as everybody writes it, or nothing of it where it can be none. */
export function shownReference(segment: string): { typed: string; shown: string | null } {
  const typed = decoded(segment);
  return { typed, shown: readReference(typed) };
}

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment).slice(0, 100);
  } catch {
    return "";
  }
}
