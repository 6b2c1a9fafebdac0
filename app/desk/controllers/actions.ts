"use server";

import { z } from "zod";
import {
  addController,
  changeController,
  endController,
  type Registered,
} from "#lib/controllers/commands/register.ts";
import { controllerSchema } from "#lib/controllers/register.ts";
import { action, type Reply } from "#lib/web/action.ts";
import { staff } from "#lib/web/gates.ts";

const place = (saved: Registered): Reply => {
  if (saved.ok) return { to: `/desk/controllers/${saved.id}` };
  return saved.field ? { errors: { [saved.field]: saved.says } } : { ok: false, says: saved.says };
};

export const add = action(staff("settings.write"), controllerSchema, async (ctx, input) =>
  place(await addController(ctx, input)),
);

export const save = action(
  staff("settings.write"),
  controllerSchema.extend({ controllerId: z.uuid(), version: z.coerce.number().int() }),
  async (ctx, { controllerId, version, ...input }) =>
    place(await changeController(ctx, controllerId, version, input)),
);

export const end = action(
  staff("settings.write"),
  z.object({ controllerId: z.uuid() }),
  async (ctx, { controllerId }) => place(await endController(ctx, controllerId)),
);
