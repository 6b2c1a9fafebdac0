"use server";

import { z } from "zod";
import { assignCase } from "#lib/cases/commands/assign.ts";
import { withdrawCase } from "#lib/cases/commands/withdraw.ts";
import { caseAction } from "./case-action.ts";

export const assign = caseAction(
  "overview",
  z.object({ to: z.enum(["me", "nobody"]), seen: z.union([z.uuid(), z.literal("nobody")]) }),
  (ctx, row, { to, seen }) =>
    assignCase(ctx, row.id, to === "me" ? ctx.actor.id : null, seen === "nobody" ? null : seen),
);

export const withdraw = caseAction("overview", z.object({}), (ctx, row, { version }) =>
  withdrawCase(ctx, row.id, version),
);
