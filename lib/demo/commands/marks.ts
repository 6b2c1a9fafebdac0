import { eq } from "drizzle-orm";
import { database } from "#db/client.ts";
import { installation } from "#db/schema/index.ts";
import { refuseInProduction } from "../queries/only.ts";

refuseInProduction();

/** What the demo notes about itself, beside the installation's own values. */
export type Marks = {
  /** The civil day as seen on which the stores were filled: "last invoice" is in the month before. */
  "demo-first-day": { on: string };
  /** How many steps of each organisation's stories are told. */
  "demo-stories": { told: Record<string, number> };
  /** Events up to this one belong to an earlier walk. */
  "demo-walk": { afterEvent: number };
};

export async function findMark<K extends keyof Marks>(key: K): Promise<Marks[K] | null> {
  const [row] = await database().select().from(installation).where(eq(installation.key, key));
  return (row?.value as Marks[K] | undefined) ?? null;
}

export async function saveMark<K extends keyof Marks>(key: K, value: Marks[K], at: Date): Promise<void> {
  await database()
    .insert(installation)
    .values({ key, value, changedAt: at })
    .onConflictDoUpdate({ target: installation.key, set: { value, changedAt: at } });
}
