"use server";

import { z } from "zod";
import { relationReasonIds } from "#lib/children/checks.ts";
import { judgeCompetence, recordRelation } from "#lib/children/commands.ts";
import { deliveries } from "#lib/cases/guards.ts";
import { settleDelivery } from "#lib/decisions/commands/answer.ts";
import { askCheck, recordCheck } from "#lib/identity/commands.ts";
import { writeNote } from "#lib/messages/commands.ts";
import { caps, textInput } from "#lib/text.ts";
import { caseAction } from "../case-action.ts";

const said = (sentence: string) => textInput(caps.paragraph).refine((text) => text.length > 0, sentence);

export const confirm = caseAction(
  "identity",
  z.object({
    note: said("Write down what you looked at"),
    locator: textInput(caps.line).refine(
      (text) => text.length > 0,
      "Enter the account you found to be this person’s",
    ),
  }),
  (ctx, row, { note, locator, version }) => recordCheck(ctx, row.id, { note, locator }, version),
);

export const checkAgain = caseAction("identity", z.object({}), (ctx, row) => askCheck(ctx, row.id));

export const chooseDelivery = caseAction(
  "identity",
  z.object({
    delivery: z.enum(deliveries, { error: () => "Choose how it is handed over" }),
    note: said("Write down why this is safe"),
  }),
  async (ctx, row, { delivery, note, version }) => {
    const settled = await settleDelivery(ctx, row.id, delivery, version);
    return settled.ok ? writeNote(ctx, row.id, note) : settled;
  },
);

export const relation = caseAction(
  "identity",
  z.object({
    outcome: z.enum(["accepted", "not-accepted"], { error: () => "Choose what you found" }),
    reason: z.enum(relationReasonIds).optional().catch(undefined),
    note: said("Write down what you looked at"),
  }),
  (ctx, row, { outcome, reason, note, version }) =>
    recordRelation(ctx, row.id, { outcome, reason: reason ?? null, note }, version),
);

export const competence = caseAction(
  "identity",
  z.object({
    outcome: z.enum(["able", "not-able"], { error: () => "Choose what you found" }),
    note: said("Write down how you saw it"),
  }),
  (ctx, row, { outcome, note, version }) => judgeCompetence(ctx, row.id, { outcome, note }, version),
);
