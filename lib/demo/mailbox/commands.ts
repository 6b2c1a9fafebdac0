import { and, eq, isNull } from "drizzle-orm";
import { database } from "#db/client.ts";
import { notice } from "#db/schema/index.ts";
import { refuseInProduction } from "../queries/only.ts";

refuseInProduction();

/** Notes that somebody opened a mail in the mailbox. */
export async function markRead(id: string, at: Date): Promise<void> {
  await database()
    .update(notice)
    .set({ readInMailboxAt: at })
    .where(and(eq(notice.id, id), isNull(notice.readInMailboxAt)));
}
