import type { ReactNode } from "react";
import { HouseContact } from "./house-contact.tsx";
import { findLetterhead } from "./letterhead-house.ts";

type Props = { params: Promise<{ organisation: string }>; children: ReactNode };

/** Around every page of an organisation: whom to write to, for the page that is shown when a page fails. */
export default async function OrganisationLayout({ params, children }: Props) {
  const house = await findLetterhead((await params).organisation);
  return <HouseContact value={house?.contact.email ?? null}>{children}</HouseContact>;
}
