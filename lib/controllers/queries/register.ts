import { and, asc, eq, isNull } from "drizzle-orm";
import { database } from "#db/client.ts";
import { controller } from "#db/schema/index.ts";
import { authorise } from "#lib/auth/commands/authorise.ts";
import type { Context } from "#lib/context.ts";
import { HabeasError } from "#lib/errors.ts";
import { organisationSealer } from "#lib/keys/sealer.ts";

export type ControllerRow = typeof controller.$inferSelect;
export type ControllerView = Omit<ControllerRow, "sealedEmail"> & { email: string };

/** The register of controllers, those that have ended too, by name. */
export async function listControllers(ctx: Context): Promise<ControllerView[]> {
  await authorise(ctx, "settings.read");
  const db = database();
  const rows = await db
    .select()
    .from(controller)
    .where(eq(controller.organisationId, ctx.organisation.id))
    .orderBy(asc(controller.name));
  const sealer = await organisationSealer(db, ctx.organisation.id);
  return rows.map(({ sealedEmail, ...row }) => ({
    ...row,
    email: sealer.open<string>("controller.sealed_email", row.id, sealedEmail),
  }));
}

/** One entry of the register. Throws `not-found` for every other. */
export async function getController(ctx: Context, id: string): Promise<ControllerView> {
  const found = (await listControllers(ctx)).find((one) => one.id === id);
  if (!found) throw new HabeasError("not-found", "There is no such controller.");
  return found;
}

/** The controllers that anybody may choose in the form: their names are public. */
export async function listPublicControllers(ctx: Context): Promise<{ id: string; name: string }[]> {
  return database()
    .select({ id: controller.id, name: controller.name })
    .from(controller)
    .where(
      and(
        eq(controller.organisationId, ctx.organisation.id),
        eq(controller.isPublic, true),
        isNull(controller.endedAt),
      ),
    )
    .orderBy(asc(controller.name));
}
