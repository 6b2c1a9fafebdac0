"use server";

import { z } from "zod";
import { makeDemand, sendLinkAgain } from "#lib/agents/commands/asking.ts";
import { changeAgentStatus } from "#lib/agents/commands/accounts.ts";
import { liftFreeze, releaseDocument, reviewAuthority } from "#lib/agents/commands/review.ts";
import { demands, grounds } from "#lib/agents/demands.ts";
import { formTestSchema } from "#lib/agents/form-test.ts";
import { agentStatuses, rejections } from "#lib/agents/kinds.ts";
import { findAgentOfCase } from "#lib/agents/queries/authorities.ts";
import { caps, textInput } from "#lib/text.ts";
import { caseAction } from "../case-action.ts";

const said = (sentence: string) => textInput(caps.paragraph).refine((text) => text.length > 0, sentence);
const ticked = z
  .union([z.string(), z.array(z.string())])
  .optional()
  .transform((value) => value !== undefined);
const choose = "Choose what you saw";
const signers = formTestSchema.shape.signedBy.options;
const attestations = formTestSchema.shape.attested.options;

/** Accepts a paper that is no power of attorney. */
export const accept = caseAction("agent", z.object({}), (ctx, row, { version }) =>
  reviewAuthority(ctx, row.id, { verdict: "accept", formTest: null }, version),
);

/** Accepts a power of attorney by what was seen on it. */
export const acceptInstrument = caseAction(
  "agent",
  z.object({
    dated: ticked,
    signedBy: z.enum(signers, { error: () => choose }),
    attested: z.enum(attestations, { error: () => choose }),
    others: ticked,
    covers: ticked,
  }),
  (ctx, row, { dated, signedBy, attested, others, covers, version }) => {
    const formTest = {
      isDated: dated,
      signedBy,
      attested,
      isWitnessedByOthers: others,
      coversRequest: covers,
    };
    return reviewAuthority(ctx, row.id, { verdict: "accept", formTest }, version);
  },
);

export const reject = caseAction(
  "agent",
  z.object({
    reasons: z
      .preprocess((value) => (value === undefined ? [] : [value].flat()), z.array(z.enum(rejections)))
      .refine((reasons) => reasons.length > 0, "Choose at least one reason"),
  }),
  (ctx, row, { reasons, version }) =>
    reviewAuthority(ctx, row.id, { verdict: "reject", reasons: [...new Set(reasons)] }, version),
);

export const release = caseAction(
  "agent",
  z.object({ fileId: z.uuid(), reason: said("Say why this file can be opened") }),
  (ctx, row, { fileId, reason }) => releaseDocument(ctx, row.id, fileId, reason),
);

/** `basis`: what must be so, where the law allows a demand only then. */
export const demandIt = caseAction(
  "agent",
  z.object({ demand: z.enum(demands), basis: z.enum(grounds).optional() }),
  (ctx, row, { demand, basis, version }) =>
    makeDemand(ctx, row.id, { demand, ground: basis ?? null }, version),
);

export const askAgain = caseAction("agent", z.object({}), (ctx, row, { version }) =>
  sendLinkAgain(ctx, row.id, version),
);

export const goOn = caseAction(
  "agent",
  z.object({ reason: said("Say how you found out") }),
  (ctx, row, { reason, version }) => liftFreeze(ctx, row.id, reason, version),
);

export const setAgentStatus = caseAction(
  "agent",
  z.object({ status: z.enum(agentStatuses, { error: () => "Choose what he is" }), why: said("Say why") }),
  async (ctx, row, { status, why }) => {
    const found = await findAgentOfCase(ctx, row.id);
    if (!found) return { errors: { form: "No agent acts in this case." } };
    const outcome = await changeAgentStatus(ctx, found.agent.id, status, why);
    return outcome.ok ? outcome : { errors: { form: outcome.says } };
  },
);
