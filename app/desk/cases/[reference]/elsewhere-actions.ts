"use server";

import { z } from "zod";
import { answerHandover, finishInstruction, instruct, takeBack } from "#lib/controllers/commands/answers.ts";
import { remindController } from "#lib/controllers/commands/chase.ts";
import { passOn } from "#lib/controllers/commands/pass-on.ts";
import { handoverAnswers, helpKinds } from "#lib/controllers/register.ts";
import { caps, optionalText, textInput } from "#lib/text.ts";
import { caseAction } from "./case-action.ts";

const words = (max: number, sentence: string) => textInput(max).refine((text) => text.length > 0, sentence);
const ofHandover = z.object({ handoverId: z.uuid() });

export const pass = caseAction(
  "overview",
  z.object({
    claimIds: z.union([z.uuid().transform((one) => [one]), z.array(z.uuid()).min(1).max(20)], {
      error: () => "Choose what is passed on",
    }),
    controllerId: z.uuid({ error: () => "Choose to whom" }),
    whose: z.enum(["theirs", "both"], { error: () => "Choose whose person this is" }),
  }),
  (ctx, row, { claimIds, controllerId, whose, version }) =>
    passOn(ctx, row.id, { claimIds, controllerId, keepOurs: whose === "both" }, version),
);

export const recordAnswer = caseAction(
  "overview",
  ofHandover.extend({
    answer: z.enum(handoverAnswers, { error: () => "Choose what it said" }),
    said: optionalText(caps.paragraph),
  }),
  (ctx, row, { handoverId, answer, said }) =>
    answerHandover(ctx, row.id, { handoverId, answer, words: said }),
);

export const recordInstruction = caseAction(
  "overview",
  ofHandover.extend({
    help: z.enum(helpKinds, { error: () => "Choose what it instructs" }),
    who: words(caps.line, "Enter who instructs it"),
    instruction: words(caps.paragraph, "Write down the instruction"),
  }),
  (ctx, row, { handoverId, help, who, instruction }) =>
    instruct(ctx, row.id, { handoverId, help, who, words: instruction }),
);

export const finish = caseAction(
  "overview",
  z.object({ instructionId: z.uuid(), result: words(caps.paragraph, "Write down what came of it") }),
  (ctx, row, { instructionId, result }) => finishInstruction(ctx, row.id, instructionId, result),
);

export const remind = caseAction("overview", ofHandover, (ctx, row, { handoverId }) =>
  remindController(ctx, row.id, handoverId),
);

export const fetchBack = caseAction("overview", ofHandover, (ctx, row, { handoverId, version }) =>
  takeBack(ctx, row.id, handoverId, version),
);
