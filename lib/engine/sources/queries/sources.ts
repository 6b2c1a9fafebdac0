import { and, desc, eq, inArray } from "drizzle-orm";
import { z } from "zod";
import { database, type Tx } from "#db/client.ts";
import { dataset, source, sourceTest } from "#db/schema/index.ts";
import { authorise } from "#lib/auth/commands/authorise.ts";
import type { Context } from "#lib/context.ts";
import { HabeasError } from "#lib/errors.ts";
import { organisationSealer } from "#lib/keys/sealer.ts";

export type SourceRow = typeof source.$inferSelect;
export type DatasetRow = typeof dataset.$inferSelect;

/** A source as pages show it: never its secrets, only whether and since when they are set. */
export type SourceView = Omit<SourceRow, "sealedSecrets"> & {
  hasSecrets: boolean;
  dataset: DatasetRow | null;
  lastTest: typeof sourceTest.$inferSelect | null;
};

/** The sources of the organisation, by name. */
export async function listSources(ctx: Context): Promise<SourceView[]> {
  await authorise(ctx, "settings.read");
  const db = database();
  const rows = await db
    .select()
    .from(source)
    .where(eq(source.organisationId, ctx.organisation.id))
    .orderBy(source.name);
  return Promise.all(rows.map((row) => describe(db, row)));
}

/** One source of the organisation. Throws `not-found` for every other. */
export async function getSource(ctx: Context, sourceId: string): Promise<SourceView> {
  await authorise(ctx, "settings.read");
  const db = database();
  const [row] = z.uuid().safeParse(sourceId).success
    ? await db
        .select()
        .from(source)
        .where(and(eq(source.id, sourceId), eq(source.organisationId, ctx.organisation.id)))
    : [];
  if (!row) throw new HabeasError("not-found", "There is no such source.");
  return describe(db, row);
}

async function describe(tx: Tx, { sealedSecrets, ...row }: SourceRow): Promise<SourceView> {
  const [newest] = await tx
    .select()
    .from(dataset)
    .where(eq(dataset.sourceId, row.id))
    .orderBy(desc(dataset.version))
    .limit(1);
  const [test] = await tx
    .select()
    .from(sourceTest)
    .where(eq(sourceTest.sourceId, row.id))
    .orderBy(desc(sourceTest.at))
    .limit(1);
  return { ...row, hasSecrets: sealedSecrets !== null, dataset: newest ?? null, lastTest: test ?? null };
}

/** For the worker and the connection test only: the secrets of a source, opened. */
export async function unscopedSecrets(tx: Tx, row: SourceRow): Promise<Record<string, string>> {
  if (!row.sealedSecrets) return {};
  const sealer = await organisationSealer(tx, row.organisationId);
  return sealer.open<Record<string, string>>("source.sealed_secrets", row.id, row.sealedSecrets);
}

/** The enabled sources of an organisation with the newest version of each one's map. */
export async function listMaps(
  tx: Tx,
  organisationId: string,
): Promise<{ source: SourceRow; dataset: DatasetRow }[]> {
  const rows = await tx
    .select()
    .from(source)
    .where(and(eq(source.organisationId, organisationId), eq(source.enabled, true)));
  if (rows.length === 0) return [];
  const newest = await tx
    .selectDistinctOn([dataset.sourceId])
    .from(dataset)
    .where(
      inArray(
        dataset.sourceId,
        rows.map((row) => row.id),
      ),
    )
    .orderBy(dataset.sourceId, desc(dataset.version));
  return rows.flatMap((row) => {
    const map = newest.find((one) => one.sourceId === row.id);
    return map ? [{ source: row, dataset: map }] : [];
  });
}
