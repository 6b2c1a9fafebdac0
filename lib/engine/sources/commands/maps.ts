import { desc, eq } from "drizzle-orm";
import { inTransaction, type Tx } from "#db/client.ts";
import { dataset } from "#db/schema/index.ts";
import { record } from "#lib/audit/commands.ts";
import { authorise } from "#lib/auth/commands/authorise.ts";
import type { Context } from "#lib/context.ts";
import { newId } from "#lib/ids.ts";
import { proofFields } from "#lib/organisations/policy.ts";
import { getPolicyAt } from "#lib/organisations/queries.ts";
import { resolveReference } from "../../datasets/fields.ts";
import { parseDatasets, type Finding } from "../../datasets/parse.ts";
import { checkReferences } from "../../datasets/references.ts";
import type { Dataset } from "../../datasets/vocabulary.ts";
import { listMaps } from "../queries/sources.ts";
import { lockSource } from "./sources.ts";

export type DatasetSaved =
  { ok: true; version: number; warnings: Finding[] } | { ok: false; problems: Finding[] };

/**
 * Puts a new version of a source's map into use, or refuses the file with every reason and changes nothing.
 * @param seen the version that was edited, 0 for none; left out where nobody looked at one
 */
export async function changeDataset(
  ctx: Context,
  sourceId: string,
  yaml: string,
  seen?: number,
): Promise<DatasetSaved> {
  await authorise(ctx, "settings.write");
  const parsed = parseDatasets(yaml);
  if (!parsed.ok) return parsed;
  const [only, ...more] = parsed.datasets;
  if (!only || more.length > 0) {
    return {
      ok: false,
      problems: [
        {
          path: "dataset",
          line: null,
          says: "A source has one dataset. This file holds several: give each source its own.",
        },
      ],
    };
  }
  return inTransaction(async (tx) => {
    const found = await lockSource(tx, ctx, sourceId);
    if (!found) return { ok: false, problems: [{ path: "", line: null, says: "There is no such source." }] };
    const others = await otherDatasets(tx, ctx, sourceId);
    if (others.some((other) => other.fidesKey === only.fidesKey)) {
      return {
        ok: false,
        problems: [
          {
            path: "dataset[0].fides_key",
            line: null,
            says: `Another source has a dataset with the key "${only.fidesKey}".`,
          },
        ],
      };
    }
    const broken = checkReferences([...others, only]);
    if (broken.length > 0) {
      return {
        ok: false,
        problems: broken.map(({ at, field, says }) => ({
          path: field ? `${at}.${field}` : at,
          line: null,
          says,
        })),
      };
    }
    const [newest] = await tx
      .select({ version: dataset.version, yaml: dataset.yaml })
      .from(dataset)
      .where(eq(dataset.sourceId, sourceId))
      .orderBy(desc(dataset.version))
      .limit(1);
    const current = newest?.version ?? 0;
    if (seen !== undefined && seen !== current) {
      const says = `Somebody put version ${current} into use while you worked on version ${seen}. Nothing was saved: keep your text elsewhere, and put it into the newer one.`;
      return { ok: false, problems: [{ path: "", line: null, says }] };
    }
    const { policy } = await getPolicyAt(tx, ctx.organisation.id, ctx.now);
    const before = newest ? parseDatasets(newest.yaml) : null;
    const lost = lostFields(
      proofFields(policy),
      [...others, ...(before?.ok ? before.datasets : [])],
      [...others, only],
    );
    if (lost.length > 0) {
      const says = `The policy proves identities by ${lost.join(", ")}, which this map no longer has. Keep them, or change the policy first.`;
      return { ok: false, problems: [{ path: "", line: null, says }] };
    }
    const version = current + 1;
    await tx.insert(dataset).values({
      id: newId(),
      organisationId: ctx.organisation.id,
      sourceId,
      version,
      yaml,
      createdByRef: ctx.actor.ref,
      createdAt: ctx.now,
    });
    await record(tx, ctx, {
      type: "dataset.change",
      payload: { source: found.key, version },
      obj: [sourceId],
    });
    return { ok: true, version, warnings: parsed.warnings };
  });
}

/** Fields (`dataset:collection.field`) that could be found before and no longer can: nobody could be verified by them. */
function lostFields(
  fields: readonly string[],
  before: readonly Dataset[],
  after: readonly Dataset[],
): string[] {
  const has = (datasets: readonly Dataset[], address: string) => {
    const colon = address.indexOf(":");
    const reference = { dataset: address.slice(0, colon), field: address.slice(colon + 1), direction: null };
    return resolveReference(datasets, reference).ok;
  };
  return fields.filter((field) => has(before, field) && !has(after, field));
}

async function otherDatasets(tx: Tx, ctx: Context, sourceId: string): Promise<Dataset[]> {
  const maps = await listMaps(tx, ctx.organisation.id);
  return maps
    .filter((map) => map.source.id !== sourceId)
    .flatMap((map) => {
      const parsed = parseDatasets(map.dataset.yaml);
      return parsed.ok ? parsed.datasets : [];
    });
}
