import { randomBytes } from "node:crypto";
import type { Tx } from "#db/client.ts";
import { submittedFact } from "#db/schema/index.ts";
import { commitment } from "#lib/audit/entry.ts";
import type { Context } from "#lib/context.ts";
import { newId } from "#lib/ids.ts";
import type { Sealer } from "#lib/keys/sealer.ts";

/** Facts stay sealed until some days after the decision; their salted commitments outlive them, for disputes. */
export async function saveFacts(
  tx: Tx,
  ctx: Context,
  sealer: Sealer,
  caseId: string,
  facts: Record<string, string>,
): Promise<void> {
  for (const [fact, value] of Object.entries(facts)) {
    const id = newId();
    const salt = randomBytes(32);
    await tx.insert(submittedFact).values({
      id,
      organisationId: ctx.organisation.id,
      caseId,
      fact,
      sealedValue: sealer.seal("submitted_fact.sealed_value", id, { value, salt: salt.toString("base64") }),
      commitment: commitment(salt, value),
      at: ctx.now,
    });
  }
}
