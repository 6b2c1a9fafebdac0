import { eq, sql } from "drizzle-orm";
import { database } from "#db/client.ts";
import { installation } from "#db/schema/index.ts";
import { setClockOffset } from "#lib/clock.ts";
import { env } from "#lib/env.ts";

/** Sets this process's clock to the installation's. Only a demo's ever differs from the machine's. */
export async function followClock(): Promise<void> {
  if (env().mode !== "demo") return;
  const [row] = await database().select().from(installation).where(eq(installation.key, "clock"));
  const offset = (row?.value as { offsetMs?: unknown } | undefined)?.offsetMs;
  setClockOffset(typeof offset === "number" ? offset : 0);
}

/** Where nothing else is asked of it. @throws the error of whoever meets a database that is away */
export async function reachDatabase(): Promise<void> {
  await database().execute(sql`select 1`);
}
