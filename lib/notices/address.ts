import { z } from "zod";

/**
 * One mail address as it may stand in an envelope, or null. NFKC first, so that a look-alike `＠` cannot smuggle in a
 * second address (GHSA-7rqj-j65f-68wh); lists, display names and line breaks are no address.
 */
export function mailAddress(value: string | null | undefined): string | null {
  const address = (value ?? "").normalize("NFKC").trim();
  return address.length <= 254 && z.email().safeParse(address).success ? address : null;
}

/** Whether two addresses are the same mailbox, as far as anybody but its host can tell. */
export function sameAddress(left: string, right: string): boolean {
  return left.toLowerCase() === right.toLowerCase();
}

/** The domain of a mail address or of `Name <address>`, for Message-IDs. */
export function domainOf(from: string): string {
  return /@([^\s@<>]+)>?$/.exec(from)?.[1]?.toLowerCase() ?? "localhost";
}

/** The bare address of `Name <address>`. */
export function bareAddress(from: string): string {
  return /<([^<>]+)>\s*$/.exec(from)?.[1] ?? from.trim();
}
