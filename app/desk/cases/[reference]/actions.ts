"use server";

import { z } from "zod";
import { assignCase } from "#lib/cases/commands/assign.ts";
import { recordNeeds } from "#lib/cases/commands/needs.ts";
import { completeNotice } from "#lib/cases/commands/notice.ts";
import { getHouse } from "#lib/organisations/queries.ts";
import { withdrawCase } from "#lib/cases/commands/withdraw.ts";
import { readChoiceName } from "#lib/preferences/choices.ts";
import { undoChoice } from "#lib/preferences/commands/undo.ts";
import { needsFieldsSchema } from "../../record/needs.ts";
import { noticeFieldsSchema, readNotice } from "../../record/notice.ts";
import { caseAction } from "./case-action.ts";

export const assign = caseAction(
  "overview",
  z.object({ to: z.enum(["me", "nobody"]), seen: z.union([z.uuid(), z.literal("nobody")]) }),
  (ctx, row, { to, seen }) =>
    assignCase(ctx, row.id, to === "me" ? ctx.actor.id : null, seen === "nobody" ? null : seen),
);

export const needs = caseAction(
  "overview",
  needsFieldsSchema,
  (ctx, row, { needs: kinds, needsNote: note }) => recordNeeds(ctx, row.id, { kinds, note }),
);

export const complete = caseAction("overview", noticeFieldsSchema, async (ctx, row, input) => {
  const { today } = await getHouse(ctx);
  const read = readNotice(input, today);
  return read.ok ? completeNotice(ctx, row.id, read.notice) : { errors: read.errors };
});

export const withdraw = caseAction("overview", z.object({}), (ctx, row, { version }) =>
  withdrawCase(ctx, row.id, version),
);

/** Takes back what the person had said no to, on her word. */
export const undo = caseAction(
  "overview",
  z.object({ choice: z.string().max(200) }),
  async (ctx, row, { choice }) => {
    const named = readChoiceName(choice);
    const undone = named ? await undoChoice(ctx, named, row.id) : 0;
    return undone > 0
      ? { ok: true as const }
      : { ok: false as const, why: "guard" as const, says: "This was taken back already." };
  },
);
