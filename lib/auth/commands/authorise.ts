import { recordRefusal } from "#lib/audit/commands.ts";
import type { Context } from "#lib/context.ts";
import { HabeasError } from "#lib/errors.ts";
import { may, type Permission } from "../roles.ts";

/**
 * Asked inside every query and command that no case's workflow guards, whatever gate stood before it. The command line
 * and the worker may; staff by their roles, and that a colleague without the right tried is recorded; nobody else.
 * @throws HabeasError `not-allowed`
 */
export async function authorise(ctx: Context, permission: Permission): Promise<void> {
  const { actor } = ctx;
  if (actor.kind === "system") return;
  if (actor.kind === "staff") {
    if (may(actor.roles, permission)) return;
    await recordRefusal(ctx, permission);
  }
  throw new HabeasError("not-allowed", "Your role does not allow this.");
}
