import { z } from "zod";
import type { Notice } from "#lib/intake/notice.ts";
import { readDay } from "#lib/intake/typed.ts";
import { caps, optionalText } from "#lib/text.ts";

const part = z.string().max(caps.word).default("");

/** The fields of `NoticeFields`. */
export const noticeFieldsSchema = z.object({
  noticeSays: z.literal("label").optional(),
  noticeFirst: optionalText(caps.word),
  noticeLast: optionalText(caps.word),
  noticeAddress: optionalText(caps.line),
  "certifiedOn-day": part,
  "certifiedOn-month": part,
  "certifiedOn-year": part,
});

type Read = { ok: true; notice: Omit<Notice, "way"> } | { ok: false; errors: Record<string, string> };

/** What was typed of a notice. A day that is half there, no day, or still to come is asked for once more. */
export function readNotice(input: z.output<typeof noticeFieldsSchema>, today: string): Read {
  const typed = {
    day: input["certifiedOn-day"],
    month: input["certifiedOn-month"],
    year: input["certifiedOn-year"],
  };
  const isTold = Object.values(typed).some((text) => text.trim() !== "");
  const day = isTold ? readDay(typed, "dmy") : null;
  if (day && !day.ok)
    return { ok: false, errors: { [`certifiedOn-${day.wrong}`]: "Enter the day, such as 3 November 2026" } };
  if (day && day.value > today)
    return { ok: false, errors: { "certifiedOn-day": "That day has not come yet. Check it" } };
  return {
    ok: true,
    notice: {
      isLabelled: input.noticeSays === "label",
      firstName: input.noticeFirst,
      lastName: input.noticeLast,
      address: input.noticeAddress,
      certifiedOn: day?.value ?? null,
    },
  };
}
