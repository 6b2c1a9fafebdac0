import { z } from "zod";
import type { FormAction } from "#components/forms/state.ts";
import type { CaseRow, Outcome } from "#lib/cases/commands/change.ts";
import type { CaseTab } from "#lib/cases/next-step.ts";
import { getCaseByReference } from "#lib/cases/queries/view.ts";
import { caseAddress, listIn } from "#lib/cases/queue-filters.ts";
import type { StaffContext } from "#lib/context.ts";
import { action } from "#lib/web/action.ts";
import { staff } from "#lib/web/gates.ts";

const named = z.object({
  reference: z.string().max(20),
  version: z.coerce.number().int().positive().optional(),
});
type Named = z.output<typeof named>;

/**
 * An action of a case's tab: finds the case among those this member of staff may see, runs the command, and comes back
 * to the tab and the list it stands in, or says in a sentence why not, of the whole form or field by field.
 */
export function caseAction<S extends z.ZodObject>(
  tab: CaseTab,
  schema: S,
  run: (
    ctx: StaffContext,
    row: CaseRow,
    input: z.output<S> & Named,
  ) => Promise<Outcome | { ok: true } | { errors: Record<string, string> }>,
): FormAction {
  return action(staff("case.read"), named.extend(schema.shape), async (ctx, values, { path }) => {
    const input = values as unknown as z.output<S> & Named;
    const row = await getCaseByReference(ctx, input.reference);
    const outcome = await run(ctx, row, input);
    if ("errors" in outcome) return outcome;
    return outcome.ok
      ? { to: caseAddress(listIn(path), row.reference, tab) }
      : { ok: false, says: outcome.says };
  });
}
