"use server";

import { z } from "zod";
import { connectors } from "#lib/engine/connectors/index.ts";
import { connectorKinds } from "#lib/engine/connectors/kinds.ts";
import { splitSettings } from "#lib/engine/connectors/settings.ts";
import { changeDataset } from "#lib/engine/sources/commands/maps.ts";
import { addSource, changeSource } from "#lib/engine/sources/commands/sources.ts";
import { testAndKeep } from "#lib/engine/sources/commands/tests.ts";
import { getSource } from "#lib/engine/sources/queries/sources.ts";
import { textInput } from "#lib/text.ts";
import { action } from "#lib/web/action.ts";
import { staff } from "#lib/web/gates.ts";

const name = textInput(80).refine((text) => text.length > 0, "Give it a name people understand");
/** The longest published maps stay under this. */
const mapBytes = 1_000_000;
const mapText = z
  .string()
  .refine(
    (text) => Buffer.byteLength(text) <= mapBytes,
    "The map is larger than 1 MB. Leave out what holds nothing about people",
  );

/** Connects a store and tests it at once. */
export const connect = action(
  staff("settings.write"),
  z.looseObject({
    kind: z.enum(connectorKinds),
    sourceName: name,
    sourceKey: z
      .string()
      .trim()
      .regex(/^[a-z][a-z0-9-]{0,39}$/, "Use lower-case letters, digits and hyphens, a letter first"),
  }),
  async (ctx, { kind, sourceName, sourceKey, ...settings }) => {
    const split = splitSettings(connectors[kind], settings);
    if (!split.ok) return { errors: split.errors };
    const saved = await addSource(ctx, {
      key: sourceKey,
      kind,
      name: sourceName,
      config: split.config,
      secrets: split.secrets,
    });
    if (!saved.ok) return { errors: { sourceKey: saved.says } };
    await testAndKeep(ctx, saved.id);
    return { to: `/desk/sources/${saved.id}` };
  },
  { secret: ["password"] },
);

/** Saves changed settings, unless somebody else was quicker, and tests them. */
export const save = action(
  staff("settings.write"),
  z.looseObject({
    sourceId: z.uuid(),
    version: z.coerce.number().int(),
    sourceName: name,
    enabled: z.enum(["yes", "no"]),
  }),
  async (ctx, { sourceId, version, sourceName, enabled, ...settings }) => {
    const source = await getSource(ctx, sourceId);
    const split = splitSettings(connectors[source.kind], settings);
    if (!split.ok) return { errors: split.errors };
    const saved = await changeSource(ctx, sourceId, version, {
      name: sourceName,
      config: split.config,
      secrets: split.secrets,
      enabled: enabled === "yes",
    });
    if (!saved.ok) return saved.field ? { errors: { [saved.field]: saved.says } } : saved;
    await testAndKeep(ctx, sourceId);
    return { to: `/desk/sources/${sourceId}` };
  },
  { secret: ["password"] },
);

export const test = action(
  staff("settings.write"),
  z.object({ sourceId: z.uuid() }),
  async (ctx, { sourceId }) => {
    await testAndKeep(ctx, sourceId);
    return { to: `/desk/sources/${sourceId}` };
  },
);

/** Puts a map into use and tests the source with it, or says everything that is wrong with it, a line each. */
export const saveMap = action(
  staff("settings.write"),
  z.object({ sourceId: z.uuid(), seen: z.coerce.number().int().min(0), yaml: mapText }),
  async (ctx, { sourceId, seen, yaml }) => {
    const saved = await changeDataset(ctx, sourceId, yaml, seen);
    if (saved.ok) {
      await testAndKeep(ctx, sourceId);
      return { to: `/desk/sources/${sourceId}#test` };
    }
    const said = saved.problems.slice(0, 20).map(({ path, line, says }) => {
      const place = [path, line === null ? "" : `line ${line}`].filter(Boolean).join(", ");
      return place ? `${place}: ${says}` : says;
    });
    return { errors: { yaml: said.join("\n").replace(/^l(?=ine \d)/gm, "L") } };
  },
  { mostCharacters: 3_000_000 },
);
