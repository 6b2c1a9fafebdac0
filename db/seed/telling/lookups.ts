import { and, desc, eq, isNull } from "drizzle-orm";
import { database } from "#db/client.ts";
import { claim, controller, handover, instruction, source } from "#db/schema/index.ts";
import { unscopedFindAccount, type Account } from "#lib/auth/queries/staff.ts";
import { newestBundle } from "#lib/bundle/commands.ts";
import type { Context } from "#lib/context.ts";
import type { RightId } from "#lib/rights/ids.ts";
import type { DemoOrganisation } from "../organisation.ts";

/** The account of one of the organisation's staff, by the stories' name for her. */
export async function accountOf({ slug, staff }: DemoOrganisation, key: string): Promise<Account> {
  const named = staff.find((one) => one.key === key);
  const account = named ? await unscopedFindAccount({ address: named.email }) : null;
  if (!account) throw new Error(`Nobody called ${key} works at ${slug}.`);
  return account;
}

/** An entry of the organisation's register of controllers, by the stories' name for it. */
export async function controllerOf(
  ctx: Context,
  { controllers = [] }: DemoOrganisation,
  key: string,
): Promise<{ id: string }> {
  const [found] = await database()
    .select({ id: controller.id })
    .from(controller)
    .where(
      and(
        eq(controller.organisationId, ctx.organisation.id),
        eq(controller.name, controllers.find((one) => one.key === key)?.name ?? ""),
      ),
    );
  if (!found) throw new Error(`There is no controller ${key}.`);
  return found;
}

/** What was passed on of a case last. */
export async function handoverOf(caseId: string): Promise<typeof handover.$inferSelect> {
  const [newest] = await database()
    .select()
    .from(handover)
    .where(eq(handover.caseId, caseId))
    .orderBy(desc(handover.at))
    .limit(1);
  if (!newest) throw new Error("Nothing of this case was passed on.");
  return newest;
}

export async function sourceOf(ctx: Context, key: string): Promise<{ id: string }> {
  const [found] = await database()
    .select({ id: source.id })
    .from(source)
    .where(and(eq(source.key, key), eq(source.organisationId, ctx.organisation.id)));
  if (!found) throw new Error(`There is no source ${key}.`);
  return found;
}

/** The claims of a case, or the one for a right. */
export async function claimsOf(caseId: string, right?: RightId): Promise<{ id: string }[]> {
  const ofCase = eq(claim.caseId, caseId);
  return database()
    .select({ id: claim.id })
    .from(claim)
    .where(right ? and(ofCase, eq(claim.right, right)) : ofCase)
    .orderBy(claim.position);
}

export async function claimOf(caseId: string, right: RightId): Promise<string> {
  const [found] = await claimsOf(caseId, right);
  if (!found) throw new Error(`The case does not ask for ${right}.`);
  return found.id;
}

/** The instruction of a case that is still to be carried out. */
export async function instructionOf(caseId: string): Promise<{ id: string }> {
  const [open] = await database()
    .select({ id: instruction.id })
    .from(instruction)
    .where(and(eq(instruction.caseId, caseId), isNull(instruction.doneAt)));
  if (!open) throw new Error("Nobody waits for help.");
  return open;
}

/** The manifest of the answer as built, in hexadecimal; empty where none is. */
export async function manifestOf(caseId: string): Promise<string> {
  const built = await newestBundle(database(), caseId);
  return Buffer.from(built?.manifestHash ?? []).toString("hex");
}
