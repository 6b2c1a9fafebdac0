import { database } from "#db/client.ts";
import { installation } from "#db/schema/index.ts";
import type { Marks } from "../marks.ts";
import { refuseInProduction } from "../queries/only.ts";

refuseInProduction();

export async function saveMark<K extends keyof Marks>(key: K, value: Marks[K], at: Date): Promise<void> {
  await database()
    .insert(installation)
    .values({ key, value, changedAt: at })
    .onConflictDoUpdate({ target: installation.key, set: { value, changedAt: at } });
}
