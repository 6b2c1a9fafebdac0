import { and, eq } from "drizzle-orm";
import { inTransaction, type Tx } from "#db/client.ts";
import { source } from "#db/schema/index.ts";
import { record } from "#lib/audit/commands.ts";
import { authorise } from "#lib/auth/commands/authorise.ts";
import type { Context } from "#lib/context.ts";
import { newId } from "#lib/ids.ts";
import { organisationSealer } from "#lib/keys/sealer.ts";
import { connectors } from "../../connectors/index.ts";
import type { ConnectorKind } from "../../connectors/kinds.ts";
import { secretToEnter } from "../../connectors/settings.ts";
import type { SourceRow } from "../queries/sources.ts";

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

/** A source of the own organisation, held until the transaction ends. */
export async function lockSource(tx: Tx, ctx: Context, sourceId: string): Promise<SourceRow | null> {
  const [row] = await tx
    .select()
    .from(source)
    .where(and(eq(source.id, sourceId), eq(source.organisationId, ctx.organisation.id)))
    .for("update");
  return row ?? null;
}

async function sealedSecrets(tx: Tx, ctx: Context, sourceId: string, secrets: NewSource["secrets"]) {
  if (secrets === null) return {};
  const sealer = await organisationSealer(tx, ctx.organisation.id);
  return { sealedSecrets: sealer.seal("source.sealed_secrets", sourceId, secrets), secretsSetAt: ctx.now };
}
