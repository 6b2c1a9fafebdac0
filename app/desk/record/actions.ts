"use server";

import { z } from "zod";
import { enteredChannels } from "#lib/cases/channels.ts";
import { openCase } from "#lib/cases/commands/open.ts";
import { emailSchema, nameSchema, residenceSchema, type ProofAnswer } from "#lib/intake/answers.ts";
import { rightsToProve } from "#lib/intake/demand.ts";
import { instantAt } from "#lib/intake/received.ts";
import { readDay } from "#lib/intake/typed.ts";
import { ways } from "#lib/law/ways.ts";
import { locales } from "#lib/locales/index.ts";
import { getHouse } from "#lib/organisations/queries.ts";
import type { Policy } from "#lib/organisations/policy.ts";
import { rightIds, type RightId } from "#lib/rights/ids.ts";
import { caps, optionalText } from "#lib/text.ts";
import { action } from "#lib/web/action.ts";
import { staff } from "#lib/web/gates.ts";
import { needsFieldsSchema } from "./needs.ts";
import { noticeFieldsSchema, readNotice } from "./notice.ts";
import { readTold } from "./told.ts";

const right = z.enum(rightIds);
const part = z.string().max(caps.word).default("");
const recordSchema = z.looseObject({
  ...needsFieldsSchema.shape,
  ...noticeFieldsSchema.shape,
  noticeWay: z.enum(ways).optional(),
  idempotencyKey: z.uuid(),
  channel: z.enum(enteredChannels, { error: () => "Choose how it came" }),
  "receivedOn-day": part,
  "receivedOn-month": part,
  "receivedOn-year": part,
  receivedAt: z
    .union([
      z.literal(""),
      z.string().regex(/^([01]?\d|2[0-3]):[0-5]\d$/, "Enter the time as 14:30, or leave it empty"),
    ])
    .default(""),
  name: nameSchema,
  email: z.union([z.literal("").transform(() => null), emailSchema]).default(null),
  telephone: optionalText(caps.word),
  post: optionalText(caps.postal),
  residence: residenceSchema,
  relationship: z
    .string({ error: () => "Choose how they know us" })
    .min(1)
    .max(caps.word),
  rights: z.union([right.transform((one) => [one]), z.array(right)], {
    error: () => "Choose what they want",
  }),
  consents: z.union([z.string().transform((one) => [one]), z.array(z.string())]).default([]),
  narrow: optionalText(caps.paragraph),
  locale: z.enum(locales),
});

/** What can be compared is compared; a fact that cannot be, alone or without the account, is kept for whoever checks. */
function proofOf(
  asked: { rights: RightId[]; consents: string[] },
  facts: Record<string, string>,
  policy: Policy,
): ProofAnswer {
  const { locator, facts: known } = policy.proof;
  if (rightsToProve(policy, asked).length === 0) return { method: "none" };
  if (facts[locator.id] && Object.keys(facts).length > 1) return { method: "facts", facts };
  const told = [locator, ...known]
    .filter((fact) => facts[fact.id])
    .map((fact) => `${fact.label.en}: ${facts[fact.id]}`);
  return { method: "other", note: told.length > 0 ? told.join("\n") : null };
}

/** Opens a case for what came outside the portal. Its clock starts on the day it came, not on the day it is entered. */
export const record = action(
  staff("case.record"),
  recordSchema,
  async (ctx, input) => {
    const { zone, today, policy } = await getHouse(ctx);
    const dateOrder = input.residence.startsWith("US") ? "mdy" : "dmy";
    const came = readDay(
      { day: input["receivedOn-day"], month: input["receivedOn-month"], year: input["receivedOn-year"] },
      "dmy",
    );
    const told = readTold([policy.proof.locator, ...policy.proof.facts], input, dateOrder);
    const wrongDay: Record<string, string> = came.ok
      ? came.value > today
        ? { "receivedOn-day": "That day has not come yet. Enter the day it came" }
        : came.value < "2018-05-25"
          ? { "receivedOn-year": "That is too long ago. Check the year" }
          : {}
      : { [`receivedOn-${came.wrong}`]: "Enter the day it came, such as 3 November 2026" };
    const receivedAt = came.ok ? instantAt(came.value, input.receivedAt || "12:00", zone) : null;
    const wrongTime: Record<string, string> =
      came.ok && came.value === today && input.receivedAt && receivedAt && receivedAt > ctx.now
        ? { receivedAt: "That time has not come yet. Enter the time it came, or leave it empty" }
        : {};
    const notice = input.rights.includes("shine-the-light") ? readNotice(input, today) : null;
    const leadsThere = policy.shineTheLight?.channels.includes(input.channel) ?? false;
    const wrongWay: Record<string, string> =
      notice && input.noticeWay === "designated" && !leadsThere
        ? { noticeWay: "What came this way did not come to that address. Choose “Anywhere else”" }
        : {};
    const errors = {
      ...wrongDay,
      ...wrongTime,
      ...(told.ok ? {} : told.errors),
      ...(notice?.ok === false ? notice.errors : {}),
      ...wrongWay,
    };
    if (!receivedAt || !told.ok || notice?.ok === false || Object.keys(errors).length > 0) return { errors };
    const { facts } = told;
    const opened = await openCase(ctx, {
      idempotencyKey: input.idempotencyKey,
      channel: input.channel,
      locale: input.locale,
      receivedAt: receivedAt > ctx.now ? ctx.now : receivedAt,
      login: null,
      needs: { kinds: input.needs, note: input.needsNote },
      request: {
        residence: input.residence,
        rights: input.rights,
        relationship: input.relationship,
        name: input.name,
        email: input.email,
        telephone: input.telephone,
        post: input.post,
        details: {},
        consents: input.rights.includes("withdraw-consent") ? input.consents : [],
        narrow: input.narrow,
        proof: proofOf(input, facts, policy),
        declaration: null,
        notice: notice && {
          ...notice.notice,
          way: input.noticeWay ?? (leadsThere ? "designated" : "elsewhere"),
        },
      },
    });
    return { to: `/desk/cases/${opened.reference}` };
  },
  {
    messages: () => ({
      name: "Enter the name",
      email: "Enter the e-mail address like name@example.org",
      residence: "Choose where they live",
    }),
  },
);
