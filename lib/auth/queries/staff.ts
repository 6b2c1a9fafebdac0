import { and, eq, isNull } from "drizzle-orm";
import { database, type Tx } from "#db/client.ts";
import { organisation, staff } from "#db/schema/index.ts";
import type { Context } from "#lib/context.ts";
import { ring } from "#lib/keys/ring.ts";
import { organisationSealer } from "#lib/keys/sealer.ts";
import { authorise } from "../commands/authorise.ts";
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

/**
 * Whether what a password was found right against is still what the account holds, and keeps it so until `tx` ends: a
 * password replaced, or an account closed, while the old one was being compared opens nothing.
 */
export async function holdCredentials(tx: Tx, { staffId, passwordHash }: Credentials): Promise<boolean> {
  const [row] = await tx
    .select({ passwordHash: staff.passwordHash })
    .from(staff)
    .where(and(eq(staff.id, staffId), isNull(staff.disabledAt)))
    .for("share");
  return row !== undefined && row.passwordHash === passwordHash;
}

/** The account at an address in the form `staffAddress` gives it, of this organisation only. */
export function isMemberAt(ctx: Context, address: string) {
  return and(eq(staff.organisationId, ctx.organisation.id), eq(staff.emailIndex, staffAddressIndex(address)));
}

export type MemberView = {
  email: string;
  name: string;
  roles: Role[];
  hasPassword: boolean;
  disabledAt: Date | null;
};

/** Everybody with an account of this organisation, by name; closed accounts too. */
export async function listStaff(ctx: Context): Promise<MemberView[]> {
  await authorise(ctx, "settings.read");
  const rows = await database().select().from(staff).where(eq(staff.organisationId, ctx.organisation.id));
  const sealer = await organisationSealer(database(), ctx.organisation.id);
  return rows
    .map((row) => ({
      email: sealer.open<string>("staff.sealed_email", row.id, row.sealedEmail),
      name: sealer.open<string>("staff.sealed_name", row.id, row.sealedName),
      roles: row.roles,
      hasPassword: row.passwordHash !== null,
      disabledAt: row.disabledAt,
    }))
    .sort((a, b) => a.name.localeCompare(b.name));
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
