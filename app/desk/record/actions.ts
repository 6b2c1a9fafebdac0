"use server";

import { z } from "zod";
import { openCase } from "#lib/cases/commands/open.ts";
import { emailSchema, nameSchema, residenceSchema } from "#lib/intake/answers.ts";
import { instantAt } from "#lib/intake/received.ts";
import { locales } from "#lib/locales/index.ts";
import { getHouse } from "#lib/organisations/queries.ts";
import { rightIds } from "#lib/rights/ids.ts";
import { caps, optionalText } from "#lib/text.ts";
import { action } from "#lib/web/action.ts";
import { staff } from "#lib/web/gates.ts";

const right = z.enum(rightIds);
const recordSchema = z.looseObject({
  idempotencyKey: z.uuid(),
  channel: z.enum(["mail", "phone", "paper"], { error: () => "Choose how it came" }),
  receivedOn: z.iso.date({ error: () => "Enter the day it came, as 2026-11-03" }),
  receivedAt: z.union([z.literal(""), z.string().regex(/^([01]?\d|2[0-3]):[0-5]\d$/, "Enter the time as 14:30, or leave it empty")]).default(""),
  name: nameSchema,
  email: z.union([z.literal("").transform(() => null), emailSchema]).default(null),
  telephone: optionalText(caps.word),
  residence: residenceSchema,
  relationship: z.string({ error: () => "Choose how they know us" }).min(1).max(caps.word),
  rights: z.union([right.transform((one) => [one]), z.array(right)], { error: () => "Choose what they want" }),
  narrow: optionalText(caps.paragraph),
  locale: z.enum(locales),
});

/** Opens a case for what came outside the portal. Its clock starts on the day it came, not on the day it is entered. */
export const record = action(
  staff("case.record"),
  recordSchema,
  async (ctx, input) => {
    const { zone, today } = await getHouse(ctx);
    if (input.receivedOn > today) return { errors: { receivedOn: "That day has not come yet. Enter the day it came" } };
    if (input.receivedOn < "2018-05-25") return { errors: { receivedOn: "That is too long ago. Check the year" } };
    const receivedAt = instantAt(input.receivedOn, input.receivedAt || "12:00", zone);
    const facts = Object.fromEntries(
      Object.entries(input).flatMap(([key, value]) => (key.startsWith("fact-") && typeof value === "string" && value.trim() !== "" ? [[key.slice(5), value.trim()]] : [])),
    );
    const opened = await openCase(ctx, {
      idempotencyKey: input.idempotencyKey,
      channel: input.channel,
      locale: input.locale,
      receivedAt: receivedAt > ctx.now ? ctx.now : receivedAt,
      login: null,
      request: {
        residence: input.residence,
        rights: input.rights,
        relationship: input.relationship,
        name: input.name,
        email: input.email,
        telephone: input.telephone,
        details: {},
        narrow: input.narrow,
        proof: Object.keys(facts).length >= 2 ? { method: "facts", facts } : { method: "other", note: null },
        declaration: null,
      },
    });
    return { to: `/desk/cases/${opened.reference}` };
  },
  { messages: () => ({ name: "Enter the name", email: "Enter the e-mail address like name@example.org", residence: "Choose where they live" }) },
);
