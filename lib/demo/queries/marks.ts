import { eq } from "drizzle-orm";
import { database } from "#db/client.ts";
import { installation } from "#db/schema/index.ts";
import type { Marks } from "../marks.ts";
import { refuseInProduction } from "./only.ts";

refuseInProduction();

export async function findMark<K extends keyof Marks>(key: K): Promise<Marks[K] | null> {
  const [row] = await database().select().from(installation).where(eq(installation.key, key));
  return (row?.value as Marks[K] | undefined) ?? null;
}

/** The civil day as seen on which the demo's stores were filled; null while nothing is filled yet. */
export async function findFirstDay(): Promise<string | null> {
  return (await findMark("demo-first-day"))?.on ?? null;
}
