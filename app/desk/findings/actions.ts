"use server";

import { z } from "zod";
import { closeFinding } from "#lib/engine/findings/commands.ts";
import { caps, textInput } from "#lib/text.ts";
import { action } from "#lib/web/action.ts";
import { staff } from "#lib/web/gates.ts";

/** Closes a finding with what was done about it. */
export const close = action(
  staff("findings.close"),
  z.object({
    findingId: z.uuid(),
    note: textInput(caps.paragraph).refine((text) => text.length > 0, "Write down what was done about it"),
  }),
  (ctx, input) => closeFinding(ctx, input),
);
