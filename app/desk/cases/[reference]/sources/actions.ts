"use server";

import { z } from "zod";
import { finishTask, searchAgain, sendWithout } from "#lib/engine/collecting/commands.ts";
import { authorityGrounds } from "#lib/engine/collecting/authority.ts";
import { recordAuthority } from "#lib/engine/collecting/commands/authority.ts";
import { readDay } from "#lib/intake/typed.ts";
import { dayIn } from "#lib/law/calendar.ts";
import { caps, optionalText, textInput } from "#lib/text.ts";
import { caseAction } from "../case-action.ts";

const part = z.string().max(caps.word).default("");
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

export const openContent = caseAction(
  "sources",
  ofSource.extend({
    ground: z.enum(authorityGrounds, { error: () => "Choose why it may be opened" }),
    note: textInput(caps.paragraph).refine(
      (text) => text.length > 0,
      "Write down who allowed it, and how you know",
    ),
  }),
  (ctx, row, input) => recordAuthority(ctx, row.id, input),
);

export const endTask = caseAction(
  "sources",
  z.object({
    taskId: z.uuid(),
    outcome: z.enum(["done", "nothing-held", "kept", "no-answer"], {
      error: () => "Choose how the task ended",
    }),
    "toldOn-day": part,
    "toldOn-month": part,
    "toldOn-year": part,
    note: optionalText(caps.paragraph),
  }),
  async (ctx, row, { taskId, outcome, note, ...input }) => {
    const typed = { day: input["toldOn-day"], month: input["toldOn-month"], year: input["toldOn-year"] };
    if (typed.day + typed.month + typed.year === "")
      return finishTask(ctx, row.id, taskId, { outcome, note });
    const told = readDay(typed, "dmy");
    if (!told.ok)
      return {
        errors: { [`toldOn-${told.wrong}`]: "Enter the day they were told, such as 3 November 2026" },
      };
    if (told.value > dayIn(ctx.now, row.zone))
      return { errors: { "toldOn-day": "That day has not come yet. Enter the day they were told" } };
    return finishTask(ctx, row.id, taskId, { outcome, note, toldOn: told.value });
  },
);
