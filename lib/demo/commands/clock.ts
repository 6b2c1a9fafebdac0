import { database } from "#db/client.ts";
import { installation } from "#db/schema/index.ts";
import { followClock } from "#lib/installation/queries.ts";
import { findClockOffset } from "../queries/clock.ts";
import { refuseInProduction } from "../queries/only.ts";

refuseInProduction();

const dayMs = 86_400_000;
/** Two years ahead is as far as any clock of a case runs. */
const mostDays = 730;

/** Moves the whole installation's clock ahead by so many days; 0 brings it back to the machine's. @returns whether it moved */
export async function moveClock(days: number, at: Date): Promise<boolean> {
  const offsetMs = days === 0 ? 0 : (await findClockOffset()) + days * dayMs;
  if (offsetMs > mostDays * dayMs) return false;
  const value = { offsetMs };
  await database()
    .insert(installation)
    .values({ key: "clock", value, changedAt: at })
    .onConflictDoUpdate({ target: installation.key, set: { value, changedAt: at } });
  await followClock();
  return true;
}
