import { max } from "drizzle-orm";
import { database } from "#db/client.ts";
import { auditEvent } from "#db/schema/index.ts";
import { refuseInProduction } from "../queries/only.ts";
import { saveMark } from "./marks.ts";

refuseInProduction();

/** Begins the walk anew: what has happened until now ticks nothing any more. It stays in the log, as everything does. */
export async function startOver(at: Date): Promise<void> {
  const [last] = await database()
    .select({ id: max(auditEvent.id) })
    .from(auditEvent);
  await saveMark("demo-walk", { afterEvent: last?.id ?? 0 }, at);
}
