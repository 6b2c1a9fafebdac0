import { and, eq, isNull } from "drizzle-orm";
import { database } from "#db/client.ts";
import { organisation, staff } from "#db/schema/index.ts";
import { ring } from "#lib/keys/ring.ts";
import { organisationSealer } from "#lib/keys/sealer.ts";
import type { Role } from "../roles.ts";

/** Blind index of a staff address in the form `staffAddress` gives it. */
export function staffAddressIndex(address: string): Uint8Array {
  return ring().blindIndex("staff/email", address);
}

export type Credentials = { staffId: string; passwordHash: string | null };

/**
 * What a password for this address is compared with, in whichever organisation; null where nobody may sign in with it.
 * One statement, whether or not there is such an account.
 */
export async function unscopedFindCredentials(address: string): Promise<Credentials | null> {
  const [row] = await database()
    .select({ staffId: staff.id, passwordHash: staff.passwordHash })
    .from(staff)
    .where(and(eq(staff.emailIndex, staffAddressIndex(address)), isNull(staff.disabledAt)));
  return row ?? null;
}

export type Account = {
  id: string;
  ref: string;
  name: string;
  roles: Role[];
  organisation: { id: string; ref: string; slug: string };
};

/** An account by its address or id, in whichever organisation: for the moment of signing in. */
export async function unscopedFindAccount(
  by: { address: string } | { staffId: string },
): Promise<Account | null> {
  const [row] = await database()
    .select({ staff, organisation: { id: organisation.id, ref: organisation.ref, slug: organisation.slug } })
    .from(staff)
    .innerJoin(organisation, eq(organisation.id, staff.organisationId))
    .where("address" in by ? eq(staff.emailIndex, staffAddressIndex(by.address)) : eq(staff.id, by.staffId));
  if (!row) return null;
  const { id, ref, roles, sealedName } = row.staff;
  const sealer = await organisationSealer(database(), row.organisation.id);
  return {
    id,
    ref,
    roles,
    name: sealer.open<string>("staff.sealed_name", id, sealedName),
    organisation: row.organisation,
  };
}
