import { and, eq, isNull } from "drizzle-orm";
import { inTransaction, type Tx } from "#db/client.ts";
import { controller } from "#db/schema/index.ts";
import { record } from "#lib/audit/commands.ts";
import { authorise } from "#lib/auth/commands/authorise.ts";
import type { Context } from "#lib/context.ts";
import { newId } from "#lib/ids.ts";
import { organisationSealer } from "#lib/keys/sealer.ts";
import type { ControllerRow } from "../queries/register.ts";
import { controllerSchema, type ControllerInput } from "../register.ts";

/** `field` names the one a sentence is about, where it is about one. */
export type Registered = { ok: true; id: string } | { ok: false; says: string; field?: string };

/** Takes a controller into the register. */
export async function addController(ctx: Context, input: ControllerInput): Promise<Registered> {
  await authorise(ctx, "settings.write");
  const entry = controllerSchema.parse(input);
  return inTransaction(async (tx) => {
    const wrong = await wrongPlatform(tx, ctx, null, entry.platformId);
    if (wrong) return wrong;
    const id = newId();
    const [made] = await tx
      .insert(controller)
      .values({
        id,
        organisationId: ctx.organisation.id,
        createdAt: ctx.now,
        ...(await columns(tx, ctx, id, entry)),
      })
      .onConflictDoNothing()
      .returning({ id: controller.id });
    if (!made) return nameTaken(entry.name);
    await record(tx, ctx, { type: "controller.add", payload: { controller: entry.name }, obj: [id] });
    return { ok: true, id };
  });
}

/** Changes an entry, unless somebody else was quicker. */
export async function changeController(
  ctx: Context,
  id: string,
  version: number,
  input: ControllerInput,
): Promise<Registered> {
  await authorise(ctx, "settings.write");
  const entry = controllerSchema.parse(input);
  return inTransaction(async (tx) => {
    const row = await lock(tx, ctx, id);
    if (!row) return gone;
    if (row.version !== version)
      return { ok: false, says: "Somebody else changed this entry. Read it again." };
    const wrong = await wrongPlatform(tx, ctx, id, entry.platformId);
    if (wrong) return wrong;
    const [same] = await tx
      .select({ id: controller.id })
      .from(controller)
      .where(and(eq(controller.organisationId, ctx.organisation.id), eq(controller.name, entry.name)));
    if (same && same.id !== id) return nameTaken(entry.name);
    await tx
      .update(controller)
      .set({ ...(await columns(tx, ctx, id, entry)), version: version + 1 })
      .where(eq(controller.id, id));
    await record(tx, ctx, { type: "controller.change", payload: { controller: entry.name }, obj: [id] });
    return { ok: true, id };
  });
}

/** Ends an entry: nothing more is passed on to it. What was passed on before is still tracked. */
export async function endController(ctx: Context, id: string): Promise<Registered> {
  await authorise(ctx, "settings.write");
  return inTransaction(async (tx) => {
    const row = await lock(tx, ctx, id);
    if (!row || row.endedAt) return gone;
    await tx
      .update(controller)
      .set({ endedAt: ctx.now, version: row.version + 1 })
      .where(eq(controller.id, id));
    await record(tx, ctx, { type: "controller.end", payload: { controller: row.name }, obj: [id] });
    return { ok: true, id };
  });
}

const gone: Registered = { ok: false, says: "This entry is not in the register any more." };
const nameTaken = (name: string): Registered => ({
  ok: false,
  field: "name",
  says: `${name} is in the register already`,
});

async function lock(tx: Tx, ctx: Context, id: string): Promise<ControllerRow | undefined> {
  const [row] = await tx
    .select()
    .from(controller)
    .where(and(eq(controller.id, id), eq(controller.organisationId, ctx.organisation.id)))
    .for("update");
  return row;
}

async function columns(tx: Tx, ctx: Context, id: string, { email, ...entry }: ControllerInput) {
  const sealer = await organisationSealer(tx, ctx.organisation.id);
  return { ...entry, sealedEmail: sealer.seal("controller.sealed_email", id, email) };
}

/** A platform is another entry of the same register, and no chain of them ends where it began. */
async function wrongPlatform(
  tx: Tx,
  ctx: Context,
  id: string | null,
  platformId: string | null,
): Promise<Registered | null> {
  const says = (text: string): Registered => ({ ok: false, field: "platformId", says: text });
  const known = await tx
    .select({ id: controller.id, platformId: controller.platformId })
    .from(controller)
    .where(and(eq(controller.organisationId, ctx.organisation.id), isNull(controller.endedAt)));
  const seen = new Set<string>();
  for (let at = platformId; at !== null; at = known.find((one) => one.id === at)?.platformId ?? null) {
    if (at === id || seen.has(at)) return says("This would lead in a circle. Choose another one");
    if (!known.some((one) => one.id === at))
      return at === platformId ? says("Choose one of the register") : null;
    seen.add(at);
  }
  return null;
}
