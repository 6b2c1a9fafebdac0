import { and, eq, isNull } from "drizzle-orm";
import { staff } from "#db/schema/index.ts";
import { may } from "#lib/auth/roles.ts";
import type { StaffContext } from "#lib/context.ts";
import { staffNames } from "../queries/view.ts";
import { change, Refused, type Outcome } from "./change.ts";

/**
 * Gives a case to a colleague, to oneself, or back to nobody.
 * @param seen whose it was on the page that asks; where it is somebody else's by now, it stays that
 */
export function assignCase(
  ctx: StaffContext,
  caseId: string,
  staffId: string | null,
  seen?: string | null,
): Promise<Outcome<null>> {
  return change(ctx, caseId, "assign", {
    save: async (tx, { row }) => {
      if (seen !== undefined && row.assigneeId !== seen && row.assigneeId !== staffId) {
        const names = await staffNames(tx, row.organisationId);
        const who = row.assigneeId ? (names.get(row.assigneeId) ?? "A colleague") : "Nobody";
        throw new Refused(`${who} has ${row.reference} by now. Nothing was changed.`);
      }
      if (staffId === null) return { payload: { toRef: null }, set: { assigneeId: null }, result: null };
      const [colleague] = await tx
        .select()
        .from(staff)
        .where(
          and(eq(staff.id, staffId), eq(staff.organisationId, ctx.organisation.id), isNull(staff.disabledAt)),
        );
      if (!colleague || !may(colleague.roles, "case.work"))
        throw new Refused("That colleague does not work cases here.");
      return { payload: { toRef: colleague.ref }, set: { assigneeId: colleague.id }, result: null };
    },
  });
}
