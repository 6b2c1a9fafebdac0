import { z } from "zod";
import { normalise } from "#lib/identity/normalise.ts";
import type { NoticePart } from "#lib/law/notice-parts.ts";
import { ways } from "#lib/law/ways.ts";
import { caps, optionalText } from "#lib/text.ts";

/** The words by which such a notice is known, as the policy asks for them: the same in every language. */
export const noticeLabel = "Shine the Light Request";

/** A Shine the Light notice as it came. What it lacks is null, or false. */
export const noticeSchema = z.object({
  /** Whether it came to the contact made known for it. */
  way: z.enum(ways),
  /** Whether the words by which it is known stood in it. */
  isLabelled: z.boolean(),
  firstName: optionalText(caps.line),
  lastName: optionalText(caps.line),
  /** As on an envelope, line by line. */
  address: optionalText(caps.line),
  /** Civil day on which she certified that she lives in California. */
  certifiedOn: z.iso.date().nullable(),
});
export type Notice = z.infer<typeof noticeSchema>;

/** By what two notices are known to be of one person: name and address in one comparable form; null where one is missing. */
export function noticeIdentity(notice: Notice): string | null {
  const name = normalise("name", `${notice.firstName ?? ""} ${notice.lastName ?? ""}`);
  // As a name: accents, commas and the order of lines differ from one envelope to the next.
  const address = normalise("name", notice.address ?? "");
  return notice.firstName && notice.lastName && name && address ? `${name}|${address}` : null;
}

const isThere = {
  label: ({ isLabelled }) => isLabelled,
  name: ({ firstName, lastName }) => firstName !== null && lastName !== null,
  address: ({ address }) => address !== null,
  certificate: ({ certifiedOn }) => certifiedOn !== null,
} satisfies Record<NoticePart, (notice: Notice) => boolean>;

/** What a notice lacks of what the policy wants to find in it. It counts from its receipt all the same. */
export function lackingIn(notice: Notice, wants: readonly NoticePart[]): NoticePart[] {
  return wants.filter((part) => !isThere[part](notice));
}
