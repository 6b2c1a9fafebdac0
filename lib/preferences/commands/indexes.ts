import { normalise } from "#lib/identity/normalise.ts";
import { ring } from "#lib/keys/ring.ts";

type Contact = { email: string | null; telephone: string | null; residence: string };

/** Blind indexes of the contact that somebody gave, the same for cases and for choices. */
export function contactIndexes(
  organisationId: string,
  { email, telephone, residence }: Contact,
): { email: Uint8Array | null; telephone: Uint8Array | null } {
  const indexOf = (purpose: "email" | "telephone", value: string | null) =>
    value === null ? null : ring().blindIndex(`case/${purpose}`, `${organisationId}|${value}`);
  return {
    email: indexOf("email", email === null ? null : normalise("email", email)),
    telephone: indexOf(
      "telephone",
      telephone === null ? null : normalise("phone", telephone, { country: residence.slice(0, 2) }),
    ),
  };
}
