"use server";

import { z } from "zod";
import { judgePair, undoPair } from "#lib/duplicates/commands/judge.ts";
import { verdicts } from "#lib/duplicates/pairs.ts";
import { caps, textInput } from "#lib/text.ts";
import { caseAction } from "./case-action.ts";

export const judge = caseAction(
  "overview",
  z.object({
    other: textInput(caps.word).refine((text) => text.length > 0, "Enter the reference of the other case"),
    verdict: z.enum(verdicts, { error: () => "Choose what the two are" }),
  }),
  (ctx, row, { other, verdict, version }) => judgePair(ctx, row.id, { reference: other, verdict }, version),
);

export const separate = caseAction("overview", z.object({ pairId: z.uuid() }), (ctx, row, { pairId }) =>
  undoPair(ctx, row.id, pairId),
);
