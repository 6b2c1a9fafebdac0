"use server";

import { z } from "zod";
import { assignCase } from "#lib/cases/commands/assign.ts";
import { withdrawCase } from "#lib/cases/commands/withdraw.ts";
import { caseAction } from "./case-action.ts";

export const assign = caseAction("", z.object({ to: z.enum(["me", "nobody"]) }), (ctx, row, { to }) =>
  assignCase(ctx, row.id, to === "me" ? ctx.actor.id : null),
);

export const withdraw = caseAction("", z.object({}), (ctx, row) => withdrawCase(ctx, row.id));
