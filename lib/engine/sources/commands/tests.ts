import { and, eq } from "drizzle-orm";
import { database, inTransaction } from "#db/client.ts";
import { source, sourceTest } from "#db/schema/index.ts";
import { record } from "#lib/audit/commands.ts";
import { authorise } from "#lib/auth/commands/authorise.ts";
import type { Context } from "#lib/context.ts";
import { HabeasError } from "#lib/errors.ts";
import { newId } from "#lib/ids.ts";
import { getPolicyAt } from "#lib/organisations/queries.ts";
import { parseFieldAddress, type FieldAddress } from "../../datasets/vocabulary.ts";
import { mappedSources, testSource } from "../client.ts";
import { lockSource } from "./sources.ts";

/** Keeps what a test of the connection said. */
export async function saveTest(
  ctx: Context,
  sourceId: string,
  steps: (typeof sourceTest.$inferInsert)["steps"],
): Promise<void> {
  await authorise(ctx, "settings.write");
  await inTransaction(async (tx) => {
    const found = await lockSource(tx, ctx, sourceId);
    if (!found) return;
    const passed = steps.every((step) => step.ok);
    await tx.insert(sourceTest).values({
      id: newId(),
      organisationId: ctx.organisation.id,
      sourceId,
      at: ctx.now,
      byRef: ctx.actor.ref,
      passed,
      steps,
    });
    await record(tx, ctx, { type: "source.test", payload: { source: found.key, passed }, obj: [sourceId] });
  });
}

/** Tests the connection of a source now, with the maps and locators of its organisation, and keeps what it said. */
export async function testAndKeep(ctx: Context, sourceId: string): Promise<void> {
  await authorise(ctx, "settings.write");
  const db = database();
  const [row] = await db
    .select()
    .from(source)
    .where(and(eq(source.id, sourceId), eq(source.organisationId, ctx.organisation.id)));
  if (!row) throw new HabeasError("not-found", "There is no such source.");
  const own = (await mappedSources(db, ctx.organisation.id)).find((one) => one.source.id === sourceId);
  const { policy } = await getPolicyAt(db, ctx.organisation.id, ctx.now);
  const locators = [policy.proof.locator.field, policy.proof.loginSubject]
    .map((field) => (field ? parseFieldAddress(field) : null))
    .filter((field) => field !== null && field.dataset === own?.dataset.fidesKey);
  const steps = await testSource(
    db,
    row,
    { datasets: own ? [own.dataset] : [], locators: locators as FieldAddress[] },
    AbortSignal.timeout(20_000),
  );
  await saveTest(ctx, sourceId, steps);
}
