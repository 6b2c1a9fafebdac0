"use server";

import { z } from "zod";
import { sendAnswer } from "#lib/bundle/commands.ts";
import { approve, askApproval, changeAnswer, sendBack } from "#lib/decisions/commands/answer.ts";
import { acknowledgeAppeal, decideAppeal, takeAppeal } from "#lib/decisions/commands/appeal.ts";
import { decideClaim } from "#lib/decisions/commands/decide.ts";
import type { ReasonCode } from "#lib/decisions/reasons.ts";
import { instantAt } from "#lib/intake/received.ts";
import { readDay } from "#lib/intake/typed.ts";
import { dayIn } from "#lib/law/calendar.ts";
import { groundIds } from "#lib/law/grounds.ts";
import { writeNote } from "#lib/messages/commands.ts";
import { caps, optionalText, textInput } from "#lib/text.ts";
import { caseAction } from "../case-action.ts";

const reason = z.enum(groundIds as [ReasonCode, ...ReasonCode[]]);
const reasons = z.union([reason.transform((one) => [one]), z.array(reason).max(20)]).default([]);
const words = (max: number, sentence: string) => textInput(max).refine((text) => text.length > 0, sentence);
const wrong = (field: string, says: string): { errors: Record<string, string> } => ({
  errors: { [field]: says },
});
const ofClaim = z.object({ claimId: z.uuid() });

export const decide = caseAction(
  "decision",
  ofClaim.extend({
    outcome: z.enum(["granted", "in-part", "refused"], {
      error: () => "Choose what becomes of this request",
    }),
    reasons,
    partReasons: reasons,
    explanation: optionalText(caps.paragraph),
  }),
  async (ctx, row, { claimId, outcome, reasons, partReasons, explanation, version }) => {
    if (outcome === "refused" && reasons.length === 0)
      return wrong("reasons", "Choose the reason. Without one, nothing can be refused");
    if (outcome === "in-part" && partReasons.length === 0)
      return wrong("partReasons", "Choose the reason for the part that is not granted");
    const because = { granted: [], "in-part": partReasons, refused: reasons }[outcome];
    return decideClaim(ctx, row.id, { claimId, outcome, reasons: because, explanation }, version);
  },
);

export const ask = caseAction("decision", z.object({}), (ctx, row, { version }) =>
  askApproval(ctx, row.id, version),
);

export const approveAnswer = caseAction(
  "decision",
  z.object({ manifest: z.string().regex(/^[0-9a-f]{64}$/) }),
  (ctx, row, { manifest }) => approve(ctx, row.id, manifest),
);

export const returnAnswer = caseAction(
  "decision",
  z.object({ note: words(caps.paragraph, "Write down what should change") }),
  async (ctx, row, { note }) => {
    const sent = await sendBack(ctx, row.id);
    return sent.ok ? writeNote(ctx, row.id, note) : sent;
  },
);

export const reopen = caseAction("decision", z.object({}), (ctx, row) => changeAnswer(ctx, row.id));

export const send = caseAction("decision", z.object({}), (ctx, row) => sendAnswer(ctx, row.id));

const part = z.string().max(caps.word).default("");

export const recordAppeal = caseAction(
  "decision",
  z.object({
    claimId: z.uuid({ error: () => "Choose the answer it is against" }),
    grounds: words(caps.letter, "Write down what the person wrote or said"),
    "receivedOn-day": part,
    "receivedOn-month": part,
    "receivedOn-year": part,
  }),
  async (ctx, row, { claimId, grounds, ...input }) => {
    const came = readDay(
      { day: input["receivedOn-day"], month: input["receivedOn-month"], year: input["receivedOn-year"] },
      "dmy",
    );
    if (!came.ok) return wrong(`receivedOn-${came.wrong}`, "Enter the day it came, such as 3 November 2026");
    if (came.value > dayIn(ctx.now, row.zone))
      return wrong("receivedOn-day", "That day has not come yet. Enter the day it came");
    if (came.value < dayIn(row.receivedAt, row.zone))
      return wrong("receivedOn-day", "That is before the request itself came. Enter the day it came");
    const noon = instantAt(came.value, "12:00", row.zone);
    const receivedAt = noon < ctx.now ? noon : ctx.now;
    return takeAppeal(ctx, row.id, { claimId, grounds, receivedAt });
  },
);

export const acknowledge = caseAction("decision", ofClaim, (ctx, row, { claimId }) =>
  acknowledgeAppeal(ctx, row.id, claimId),
);

export const settleAppeal = caseAction(
  "decision",
  ofClaim.extend({
    outcome: z.enum(["upheld", "overturned", "in-part"], { error: () => "Choose the outcome" }),
    explanation: words(3000, "Write down why"),
  }),
  (ctx, row, { claimId, outcome, explanation, version }) =>
    decideAppeal(ctx, row.id, { claimId, outcome, explanation }, version),
);
