import { and, eq, isNull } from "drizzle-orm";
import { database } from "#db/client.ts";
import { organisation, staff } from "#db/schema/index.ts";
import type { Context } from "#lib/context.ts";
import { ring } from "#lib/keys/ring.ts";
import { organisationSealer, type Sealer } from "#lib/keys/sealer.ts";
import type { Role } from "../roles.ts";

export type StaffView = { id: string; ref: string; name: string; roles: Role[]; isDisabled: boolean };

/** Everybody who works, or worked, for the organisation: for assigning, and for the names beside events. */
export async function listStaff(ctx: Context): Promise<StaffView[]> {
  const rows = await database()
    .select()
    .from(staff)
    .where(eq(staff.organisationId, ctx.organisation.id))
    .orderBy(staff.createdAt, staff.id);
  const [first] = rows;
  if (!first) return [];
  const sealer = await organisationSealer(database(), ctx.organisation.id);
  return rows.map((row) => viewOf(row, sealer));
}

function viewOf(row: typeof staff.$inferSelect, sealer: Sealer): StaffView {
  const name = sealer.open<string>("staff.sealed_name", row.id, row.sealedName);
  return { id: row.id, ref: row.ref, name, roles: row.roles, isDisabled: row.disabledAt !== null };
}

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

export type Account = StaffView & { organisation: { id: string; ref: string; slug: string } };

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
  const sealer = await organisationSealer(database(), row.organisation.id);
  return { ...viewOf(row.staff, sealer), organisation: row.organisation };
}
