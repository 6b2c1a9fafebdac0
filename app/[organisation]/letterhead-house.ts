import { cache } from "react";
import type { Contact } from "#components/ui/help-aside.tsx";
import { getHouse } from "#lib/organisations/queries.ts";
import { visitor } from "#lib/web/gates.ts";
import { currentVisit } from "#lib/web/request.ts";

/** Whose letterhead a page carries, and whom to ask. */
export type LetterheadHouse = { name: string; href: string; contact: Contact };

/**
 * The organisation at an address, for what stands around a page; asked for once per request. Null where there is none,
 * or nobody to ask just now: the page itself says so.
 */
export const findLetterhead = cache(async (slug: string): Promise<LetterheadHouse | null> => {
  try {
    const visit = await currentVisit();
    const entry = await visitor(slug).check(visit);
    if (!entry.ok) return null;
    const { policy } = await getHouse(entry.ctx);
    const { email, telephone, hours } = policy.contact;
    return {
      name: policy.name,
      href: `/${slug}`,
      contact: {
        email,
        ...(telephone ? { phone: telephone } : {}),
        ...(hours ? { hours: hours[visit.locale] } : {}),
      },
    };
  } catch {
    return null;
  }
});
