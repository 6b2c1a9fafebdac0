import { and, eq, isNull } from "drizzle-orm";
import { staff } from "#db/schema/index.ts";
import { may } from "#lib/auth/roles.ts";
import type { StaffContext } from "#lib/context.ts";
import { change, Refused, type Outcome } from "./change.ts";

/** Gives a case to a colleague, to oneself, or back to nobody. */
export function assignCase(
  ctx: StaffContext,
  caseId: string,
  staffId: string | null,
): Promise<Outcome<null>> {
  return change(ctx, caseId, "assign", {
    save: async (tx) => {
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
