import { and, eq, isNull } from "drizzle-orm";
import { z } from "zod";
import { inTransaction } from "#db/client.ts";
import { staff } from "#db/schema/index.ts";
import { record } from "#lib/audit/commands.ts";
import type { Context } from "#lib/context.ts";
import { newId } from "#lib/ids.ts";
import { organisationSealer } from "#lib/keys/sealer.ts";
import { caps, textInput } from "#lib/text.ts";
import { staffAddress } from "../address.ts";
import { passwordSchema } from "../password.ts";
import { staffAddressIndex } from "../queries/staff.ts";
import { roles } from "../roles.ts";
import { authorise } from "./authorise.ts";
import { hashPassword } from "./hashing.ts";

export const newStaffSchema = z.object({
  name: textInput(caps.line).refine((value) => value.length > 0, "Give a name."),
  email: z
    .string()
    .refine((value) => staffAddress(value) !== null, "Give an e-mail address such as ana@example.org."),
  /** Null: an account that cannot sign in with a password. */
  password: passwordSchema.nullable(),
  roles: z.array(z.enum(roles)).min(1, `Give at least one of ${roles.join(", ")}.`),
});
export type NewStaff = z.input<typeof newStaffSchema>;

export type StaffAdded = { ok: true; id: string; ref: string } | { ok: false; says: string };

/**
 * Adds a member of staff to an organisation and records it. One address is one account in the whole installation;
 * who asks learns no more than that it is taken.
 */
export async function addStaff(ctx: Context, input: NewStaff): Promise<StaffAdded> {
  await authorise(ctx, "settings.write");
  const { name, email, password, roles: held } = newStaffSchema.parse(input);
  const address = staffAddress(email) ?? email;
  const passwordHash = password === null ? null : await hashPassword(password);
  return inTransaction(async (tx) => {
    const sealer = await organisationSealer(tx, ctx.organisation.id);
    const id = newId();
    const ref = newId();
    const added = await tx
      .insert(staff)
      .values({
        id,
        organisationId: ctx.organisation.id,
        ref,
        sealedName: sealer.seal("staff.sealed_name", id, name),
        sealedEmail: sealer.seal("staff.sealed_email", id, address),
        emailIndex: staffAddressIndex(address),
        passwordHash,
        roles: [...new Set(held)],
        createdAt: ctx.now,
      })
      .onConflictDoNothing({ target: staff.emailIndex })
      .returning({ id: staff.id });
    if (added.length === 0)
      return { ok: false, says: "There is an account with this e-mail address already." };
    await record(tx, ctx, { type: "staff.add", payload: { roles: [...new Set(held)] }, obj: [ref] });
    return { ok: true, id, ref };
  });
}

/**
 * Hashes a password anew that was just found right against `held`, or was never stored (null). Whoever was given another
 * password meanwhile keeps that one.
 */
export async function renewHash(
  staffId: string,
  password: string,
  held: string | null = null,
): Promise<void> {
  const passwordHash = await hashPassword(password);
  const isHeld = held === null ? isNull(staff.passwordHash) : eq(staff.passwordHash, held);
  await inTransaction((tx) =>
    tx
      .update(staff)
      .set({ passwordHash })
      .where(and(eq(staff.id, staffId), isHeld)),
  );
}
