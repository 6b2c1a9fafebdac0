"use server";

import { z } from "zod";
import { assignCase } from "#lib/cases/commands/assign.ts";
import { action } from "#lib/web/action.ts";
import { staff } from "#lib/web/gates.ts";

/** A case, and whose it was when the list was read: `<case>~<member of staff>` or `<case>~nobody`. */
const chosen = z
  .string()
  .transform((text) => text.split("~"))
  .pipe(z.tuple([z.uuid(), z.union([z.uuid(), z.literal("nobody")])]));

const chosenSchema = z.object({
  case: z.union([chosen.transform((one) => [one]), z.array(chosen).max(200)], {
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
    input.case.map(([id, seen]) =>
      assignCase(ctx, id, input.to === "me" ? ctx.actor.id : null, seen === "nobody" ? null : seen),
    ),
  );
  const failed = outcomes.filter((one) => !one.ok);
  if (failed.length === 0) return { to: input.back };
  const [first] = failed;
  return {
    ok: false,
    says: `${outcomes.length - failed.length} of ${outcomes.length} ${input.to === "me" ? "were assigned" : "were given back"}. ${first && !first.ok ? first.says : ""}`,
  };
});
