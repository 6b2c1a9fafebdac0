"use server";

import { z } from "zod";
import { postCode } from "#lib/auth/commands/posted-code.ts";
import { readDay } from "#lib/intake/typed.ts";
import { recordPosting } from "#lib/notices/commands/posting.ts";
import { postingSchema, postingWays } from "#lib/notices/posting.ts";
import { caps } from "#lib/text.ts";
import { caseAction } from "../case-action.ts";

const part = z.string().max(caps.word).default("");

export const posted = caseAction(
  "messages",
  z.object({
    noticeId: z.uuid(),
    how: z.enum(postingWays, { error: () => "Choose how it left" }),
    number: postingSchema.shape.number,
    "postedOn-day": part,
    "postedOn-month": part,
    "postedOn-year": part,
  }),
  async (ctx, row, input) => {
    const on = readDay(
      { day: input["postedOn-day"], month: input["postedOn-month"], year: input["postedOn-year"] },
      "dmy",
    );
    if (!on.ok)
      return { errors: { [`postedOn-${on.wrong}`]: "Enter the day it left, such as 3 November 2026" } };
    const { noticeId, how, number } = input;
    return recordPosting(ctx, row.id, { noticeId, how, number, on: on.value });
  },
);

export const writeCode = caseAction("messages", z.object({}), (ctx, row) => postCode(ctx, row.id));
