import { z } from "zod";
import { caps, optionalText } from "#lib/text.ts";

/** What somebody may need so that she can read, hear or say what her request takes. */
export const needIds = ["large-print", "telephone", "interpreter", "easy-words"] as const;
export type NeedId = (typeof needIds)[number];

/** What one person needs, as recorded once and shown on every step. `note`: which language, which hours. */
export const needsSchema = z.object({
  kinds: z.array(z.enum(needIds)).transform((kinds) => needIds.filter((one) => kinds.includes(one))),
  note: optionalText(caps.line),
});
export type Needs = z.infer<typeof needsSchema>;

export const noNeeds: Needs = { kinds: [], note: null };

/** Whether there is anything to keep in mind. */
export const hasNeeds = ({ kinds, note }: Needs): boolean => kinds.length > 0 || note !== null;
