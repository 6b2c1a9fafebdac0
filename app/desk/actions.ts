"use server";

import { z } from "zod";
import { assignCase } from "#lib/cases/commands/assign.ts";
import { action } from "#lib/web/action.ts";
import { staff } from "#lib/web/gates.ts";

const chosenSchema = z.object({
  case: z.union([z.uuid().transform((one) => [one]), z.array(z.uuid()).max(200)], {
    error: () => "Choose at least one case first.",
  }),
  to: z.enum(["me", "nobody"]),
  /** The list as it stands in its address; only addresses of the queue are followed. */
  back: z
    .string()
    .max(600)
    .regex(/^\/desk(\?|$)/),
});

/** Assigns the chosen cases, one by one: what one refuses does not stop the others. */
export const assignChosen = action(staff("case.work"), chosenSchema, async (ctx, input) => {
  const outcomes = await Promise.all(
    input.case.map((id) => assignCase(ctx, id, input.to === "me" ? ctx.actor.id : null)),
  );
  const failed = outcomes.filter((one) => !one.ok);
  if (failed.length === 0) return { to: input.back };
  const [first] = failed;
  return {
    ok: false,
    says: `${outcomes.length - failed.length} of ${outcomes.length} ${input.to === "me" ? "were assigned" : "were given back"}. ${first && !first.ok ? first.says : ""}`,
  };
});
