import { and, eq, inArray, isNull, sql } from "drizzle-orm";
import { inTransaction, type Tx } from "#db/client.ts";
import { cases, organisation, session, staff } from "#db/schema/index.ts";
import { record } from "#lib/audit/commands.ts";
import { openStatuses } from "#lib/cases/statuses.ts";
import type { Context } from "#lib/context.ts";
import { passwordSchema } from "../password.ts";
import { isMemberAt } from "../queries/staff.ts";
import { roles, type Role } from "../roles.ts";
import { authorise } from "./authorise.ts";
import { hashPassword } from "./hashing.ts";

/** What an operator may change of a member of staff. Each counts from her next request on, and is recorded. */

type Member = typeof staff.$inferSelect;

/** `says`: why nothing was changed. */
export type StaffChanged<T = object> = ({ ok: true } & T) | { ok: false; says: string };

const no = (says: string) => ({ ok: false as const, says });

/** Gives her these roles and no others. */
export function changeRoles(
  ctx: Context,
  address: string,
  wanted: readonly Role[],
): Promise<StaffChanged<{ roles: Role[] }>> {
  const held = roles.filter((role) => wanted.includes(role));
  return withMember(ctx, address, async (tx, member) => {
    if (held.length === 0) return no("Without any role she could do nothing. Disable the account instead.");
    const before = roles.filter((role) => member.roles.includes(role));
    if (before.join() === held.join()) return no(`The roles are ${held.join(", ")} already.`);
    if (!held.includes("admin") && (await isLastAdmin(tx, member))) return no(lastAdmin);
    await tx.update(staff).set({ roles: held }).where(eq(staff.id, member.id));
    await record(tx, ctx, {
      type: "staff.change-roles",
      payload: { before, roles: held },
      obj: [member.ref],
    });
    return { ok: true, roles: held };
  });
}

/** Closes an account and ends its sessions. Her cases stay hers until somebody assigns them anew. */
export function disableStaff(ctx: Context, address: string): Promise<StaffChanged<{ openCases: number }>> {
  return withMember(ctx, address, async (tx, member) => {
    if (member.disabledAt) return no("The account is disabled already.");
    if (await isLastAdmin(tx, member)) return no(lastAdmin);
    await tx.update(staff).set({ disabledAt: ctx.now }).where(eq(staff.id, member.id));
    await endSessions(tx, member.id);
    await record(tx, ctx, { type: "staff.disable", payload: {}, obj: [member.ref] });
    return { ok: true, openCases: await countOpenCases(tx, member.id) };
  });
}

/** Opens a closed account again, with the roles and the password it had. */
export function enableStaff(ctx: Context, address: string): Promise<StaffChanged<{ roles: Role[] }>> {
  return withMember(ctx, address, async (tx, member) => {
    if (!member.disabledAt) return no("The account is not disabled.");
    await tx.update(staff).set({ disabledAt: null }).where(eq(staff.id, member.id));
    await record(tx, ctx, { type: "staff.enable", payload: {}, obj: [member.ref] });
    return { ok: true, roles: member.roles };
  });
}

/** Sets another password and ends every session that was begun with the one before. */
export async function changePassword(ctx: Context, address: string, password: string): Promise<StaffChanged> {
  const wanted = passwordSchema.safeParse(password);
  if (!wanted.success) return no(wanted.error.issues[0]?.message ?? "That password will not do.");
  const passwordHash = await hashPassword(wanted.data);
  return withMember(ctx, address, async (tx, member) => {
    await tx.update(staff).set({ passwordHash }).where(eq(staff.id, member.id));
    await endSessions(tx, member.id);
    await record(tx, ctx, { type: "staff.new-password", payload: {}, obj: [member.ref] });
    return { ok: true };
  });
}

/** One change of an organisation's staff after another: two at once could each leave the other to be the last admin. */
async function withMember<T>(
  ctx: Context,
  address: string,
  work: (tx: Tx, member: Member) => Promise<StaffChanged<T>>,
): Promise<StaffChanged<T>> {
  await authorise(ctx, "settings.write");
  return inTransaction(async (tx) => {
    const ofContext = eq(organisation.id, ctx.organisation.id);
    await tx.select({ id: organisation.id }).from(organisation).where(ofContext).for("no key update");
    const [member] = await tx.select().from(staff).where(isMemberAt(ctx, address)).for("no key update");
    return member
      ? work(tx, member)
      : no(`Nobody with this e-mail address works at "${ctx.organisation.slug}".`);
  });
}

const lastAdmin = "This is the only admin left. Give somebody else the role admin first.";

async function isLastAdmin(tx: Tx, member: Member): Promise<boolean> {
  if (member.disabledAt || !member.roles.includes("admin")) return false;
  const isAdmin = sql`'admin' = any(${staff.roles})`;
  const admins = await tx.$count(
    staff,
    and(eq(staff.organisationId, member.organisationId), isNull(staff.disabledAt), isAdmin),
  );
  return admins === 1;
}

async function endSessions(tx: Tx, staffId: string): Promise<void> {
  await tx
    .update(session)
    .set({ revokedAt: sql`clock_timestamp()` as never })
    .where(and(eq(session.staffId, staffId), isNull(session.revokedAt)));
}

function countOpenCases(tx: Tx, staffId: string): Promise<number> {
  return tx.$count(cases, and(eq(cases.assigneeId, staffId), inArray(cases.status, openStatuses)));
}
