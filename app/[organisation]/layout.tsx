import type { ReactNode } from "react";
import { getHouse } from "#lib/organisations/queries.ts";
import { visitor } from "#lib/web/gates.ts";
import { currentVisit } from "#lib/web/request.ts";
import { HouseContact } from "./house-contact.tsx";

type Props = { params: Promise<{ organisation: string }>; children: ReactNode };

/** Around every page of an organisation: whom to write to, for the page that is shown when a page fails. */
export default async function OrganisationLayout({ params, children }: Props) {
  return <HouseContact value={await contactOf((await params).organisation)}>{children}</HouseContact>;
}

/** Null where there is no such organisation, or nobody to ask just now: the page itself says so. */
async function contactOf(slug: string): Promise<string | null> {
  try {
    const entry = await visitor(slug).check(await currentVisit());
    return entry.ok ? (await getHouse(entry.ctx)).policy.contact.email : null;
  } catch {
    return null;
  }
}
