import { eq } from "drizzle-orm";
import { database } from "#db/client.ts";
import { installation } from "#db/schema/index.ts";
import { refuseInProduction } from "./only.ts";

refuseInProduction();

/** How far the demo's clock runs ahead of the machine's, in milliseconds. */
export async function findClockOffset(): Promise<number> {
  const [row] = await database().select().from(installation).where(eq(installation.key, "clock"));
  const offset = (row?.value as { offsetMs?: unknown } | undefined)?.offsetMs;
  return typeof offset === "number" ? offset : 0;
}
