import { z } from "zod";
import { caps, isStorable } from "#lib/text.ts";

const email = z.email().max(caps.address);

/**
 * The form under which a staff address is compared: NFKC first, so that a look-alike `＠` cannot slip past the check
 * that follows (GHSA-7rqj-j65f-68wh), then without blanks around it and in lower case. Null when it is no address.
 */
export function staffAddress(typed: string): string | null {
  if (!isStorable(typed) || typed.length > caps.address) return null;
  const address = typed.normalize("NFKC").trim().toLowerCase();
  return email.safeParse(address).success ? address : null;
}
