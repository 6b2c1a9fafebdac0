import { z } from "zod";
import { needIds, needsSchema } from "#lib/cases/needs.ts";

const need = z.enum(needIds);

/** The fields of `NeedsFields`: one box ticked, several or none. */
export const needsFieldsSchema = z.object({
  needs: z
    .union([need.transform((one) => [one]), z.array(need)])
    .default([])
    .pipe(needsSchema.shape.kinds),
  needsNote: needsSchema.shape.note,
});
