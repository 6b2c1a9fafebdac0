import { and, desc, eq } from "drizzle-orm";
import { database, inTransaction, type Tx } from "#db/client.ts";
import { dataset, source, sourceTest } from "#db/schema/index.ts";
import { record } from "#lib/audit/commands.ts";
import { authorise } from "#lib/auth/commands/authorise.ts";
import type { Context } from "#lib/context.ts";
import { HabeasError } from "#lib/errors.ts";
import { newId } from "#lib/ids.ts";
import { organisationSealer } from "#lib/keys/sealer.ts";
import { proofFields } from "#lib/organisations/policy.ts";
import { getPolicyAt } from "#lib/organisations/queries.ts";
import { resolveReference } from "../datasets/fields.ts";
import { checkReferences } from "../datasets/references.ts";
import { parseDatasets, type Finding } from "../datasets/parse.ts";
import { parseFieldAddress, type Dataset, type FieldAddress } from "../datasets/vocabulary.ts";
import { mappedSources, testSource } from "./client.ts";
import { connectors } from "../connectors/index.ts";
import type { ConnectorKind } from "../connectors/kinds.ts";
import { secretToEnter } from "../connectors/settings.ts";
import { listMaps, type SourceRow } from "./queries/sources.ts";

export type NewSource = {
  key: string;
  kind: ConnectorKind;
  name: string;
  config: Record<string, unknown>;
  secrets: Record<string, string> | null;
};

/** `field` names the setting that a sentence is about, where it is about one. */
export type Saved =
  | { ok: true; id: string }
  | {
      ok: false;
      why: "conflict" | "exists" | "not-found" | "secret-needed";
      says: string;
      field?: string;
    };

/** Connects a store: its configuration and, sealed at once and never shown again, its secrets. */
export async function addSource(ctx: Context, input: NewSource): Promise<Saved> {
  await authorise(ctx, "settings.write");
  return inTransaction(async (tx) => {
    const id = newId();
    const [made] = await tx
      .insert(source)
      .values({
        id,
        organisationId: ctx.organisation.id,
        key: input.key,
        kind: input.kind,
        name: input.name,
        config: input.config,
        ...(await sealedSecrets(tx, ctx, id, input.secrets)),
        createdAt: ctx.now,
      })
      .onConflictDoNothing()
      .returning({ id: source.id });
    if (!made)
      return {
        ok: false,
        why: "exists",
        says: `There is a source with the key "${input.key}" already. Choose another key.`,
      };
    await record(tx, ctx, {
      type: "source.add",
      payload: { source: input.key, kind: input.kind },
      obj: [id],
    });
    return { ok: true, id };
  });
}

/**
 * Changes name, configuration and, where given, the secrets. Those that are kept go only where they were meant to go.
 * `expectedVersion` is the one the form showed.
 */
export async function changeSource(
  ctx: Context,
  sourceId: string,
  expectedVersion: number,
  input: Pick<NewSource, "name" | "config" | "secrets"> & { enabled: boolean },
): Promise<Saved> {
  await authorise(ctx, "settings.write");
  return inTransaction(async (tx) => {
    const found = await lockSource(tx, ctx, sourceId);
    if (!found) return { ok: false, why: "not-found", says: "There is no such source." };
    if (found.version !== expectedVersion) {
      return {
        ok: false,
        why: "conflict",
        says: "Somebody changed this source while you had it open. Nothing was saved.",
      };
    }
    const field =
      found.sealedSecrets && input.secrets === null
        ? secretToEnter(connectors[found.kind], found.config, input.config)
        : null;
    if (field !== null) {
      const says = `Enter the ${field} again. It was given for other settings, and is not sent anywhere else`;
      return { ok: false, why: "secret-needed", says, field };
    }
    await tx
      .update(source)
      .set({
        name: input.name,
        config: input.config,
        enabled: input.enabled,
        version: found.version + 1,
        ...(await sealedSecrets(tx, ctx, found.id, input.secrets)),
      })
      .where(eq(source.id, found.id));
    await record(tx, ctx, {
      type: "source.change",
      payload: { source: found.key, secretReplaced: input.secrets !== null },
      obj: [found.id],
    });
    return { ok: true, id: found.id };
  });
}

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

async function lockSource(tx: Tx, ctx: Context, sourceId: string): Promise<SourceRow | null> {
  const [row] = await tx
    .select()
    .from(source)
    .where(and(eq(source.id, sourceId), eq(source.organisationId, ctx.organisation.id)))
    .for("update");
  return row ?? null;
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

async function sealedSecrets(tx: Tx, ctx: Context, sourceId: string, secrets: NewSource["secrets"]) {
  if (secrets === null) return {};
  const sealer = await organisationSealer(tx, ctx.organisation.id);
  return { sealedSecrets: sealer.seal("source.sealed_secrets", sourceId, secrets), secretsSetAt: ctx.now };
}
