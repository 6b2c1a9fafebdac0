import { eq } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { claim } from "#db/schema/index.ts";
import type { CaseRow } from "#lib/cases/commands/change.ts";
import { dayIn } from "#lib/law/calendar.ts";
import { regimes } from "#lib/law/index.ts";
import { versionOn } from "#lib/law/versions.ts";
import { rights } from "#lib/rights/index.ts";
import { keptBack, neverOutReason, type NeverOut } from "../../datasets/never-out.ts";

/** The kinds of data of which a case's answer says no more than that they are held, by the laws of its copies. */
export async function readKeptBack(
  tx: Tx,
  row: Pick<CaseRow, "id" | "receivedAt" | "zone">,
): Promise<ReadonlySet<NeverOut>> {
  const claims = await tx
    .select({ right: claim.right, regime: claim.regime })
    .from(claim)
    .where(eq(claim.caseId, row.id));
  const receivedOn = dayIn(row.receivedAt, row.zone);
  const byLaw = claims
    .filter(({ right }) => rights[right].plan === "collect")
    .some(({ right, regime }) =>
      versionOn(regimes[regime], receivedOn).version.refusal.grounds.some(
        (ground) =>
          ground.id === neverOutReason && (ground.rights === "all" || ground.rights.includes(right)),
      ),
    );
  return keptBack(byLaw);
}
