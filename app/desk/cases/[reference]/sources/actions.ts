"use server";

import { z } from "zod";
import { finishTask, searchAgain, sendWithout } from "#lib/engine/collecting/commands.ts";
import { caps, optionalText, textInput } from "#lib/text.ts";
import { caseAction } from "../case-action.ts";

const ofSource = z.object({ sourceId: z.uuid() });

export const tryAgain = caseAction("sources", ofSource, (ctx, row, { sourceId }) =>
  searchAgain(ctx, row.id, sourceId),
);

export const goWithout = caseAction(
  "sources",
  ofSource.extend({
    reason: textInput(500).refine((text) => text.length > 0, "Write down why the answer goes out without it"),
  }),
  (ctx, row, { sourceId, reason }) => sendWithout(ctx, row.id, sourceId, reason),
);

export const endTask = caseAction(
  "sources",
  z.object({
    taskId: z.uuid(),
    outcome: z.enum(["done", "nothing-held", "kept"], { error: () => "Choose how the task ended" }),
    note: optionalText(caps.paragraph),
  }),
  (ctx, row, { taskId, outcome, note }) => finishTask(ctx, row.id, taskId, { outcome, note }),
);
