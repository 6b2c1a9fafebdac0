import type { StaffContext } from "#lib/context.ts";
import { caseSealer } from "#lib/keys/sealer.ts";
import type { Needs } from "../needs.ts";
import { change, type Outcome } from "./change.ts";

/** Records what the person needs, in place of what was recorded before. Every page of the case then shows it. */
export function recordNeeds(ctx: StaffContext, caseId: string, needs: Needs): Promise<Outcome<null>> {
  return change(ctx, caseId, "record-needs", {
    save: async (tx) => {
      const sealer = await caseSealer(tx, caseId);
      return {
        payload: { needs: needs.kinds, noted: needs.note !== null },
        set: { sealedNeeds: sealer.seal("cases.sealed_needs", caseId, needs) },
        result: null,
      };
    },
  });
}
