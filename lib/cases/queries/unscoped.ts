import { eq } from "drizzle-orm";
import { database } from "#db/client.ts";
import { cases, organisation } from "#db/schema/index.ts";
import { contextFor, systemRefs, type Context } from "#lib/context.ts";
import { newId } from "#lib/ids.ts";
import { now } from "#lib/clock.ts";

/** For the worker: a context in which it works on one case. Null where the case is gone. */
export async function unscopedWorkerContext(caseId: string): Promise<Context | null> {
  const [row] = await database()
    .select({ organisation })
    .from(cases)
    .innerJoin(organisation, eq(organisation.id, cases.organisationId))
    .where(eq(cases.id, caseId));
  if (!row) return null;
  const actor = { kind: "system", ref: systemRefs.worker, part: "worker" } as const;
  return contextFor({
    actor,
    organisation: row.organisation,
    requestId: newId(),
    // A job takes its time: what it records happens when it is recorded, not when the job began.
    get now() {
      return now();
    },
  });
}
