import { z } from "zod";
import { caps, optionalText } from "#lib/text.ts";

/** How a letter left the house. */
export const postingWays = ["letter", "registered", "courier", "handed-over"] as const;

/** What proves that a letter was posted. `on`: civil day; `number`: what the post or courier gave for following it. */
export const postingSchema = z.object({
  on: z.iso.date(),
  how: z.enum(postingWays),
  number: optionalText(caps.word),
});
export type Posting = z.infer<typeof postingSchema>;
