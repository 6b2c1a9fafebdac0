import { and, eq, isNotNull } from "drizzle-orm";
import { database, inTransaction, type Tx } from "#db/client.ts";
import { caseSource } from "#db/schema/index.ts";
import { HabeasError } from "#lib/errors.ts";
import { caseSealer, type Sealer } from "#lib/keys/sealer.ts";

/**
 * Seals the reasons that stood as typed before they were sealed (why an answer goes out without a source), and empties
 * what they stood in: only whoever holds the keys can, so no migration could. @returns how many
 */
export async function sealOldReasons(): Promise<number> {
  const typed = await database()
    .select({ caseId: caseSource.caseId, sourceId: caseSource.sourceId })
    .from(caseSource)
    .where(isNotNull(caseSource.sentWithout));
  for (const one of typed) await inTransaction((tx) => sealOne(tx, one));
  return typed.length;
}

async function sealOne(tx: Tx, { caseId, sourceId }: { caseId: string; sourceId: string }): Promise<void> {
  const one = and(eq(caseSource.caseId, caseId), eq(caseSource.sourceId, sourceId));
  const [row] = await tx.select().from(caseSource).where(one).for("update");
  if (!row || row.sentWithout === null) return;
  const sealer = await findSealer(tx, caseId);
  await tx
    .update(caseSource)
    .set({
      sentWithout: null,
      ...(sealer
        ? {
            sealedSentWithout: sealer.seal("case_source.sealed_sent_without", sourceId, row.sentWithout),
          }
        : {}),
    })
    .where(one);
}

/** Null where the case was shredded: then nothing of it is to be read again. */
async function findSealer(tx: Tx, caseId: string): Promise<Sealer | null> {
  try {
    return await caseSealer(tx, caseId);
  } catch (error) {
    if (error instanceof HabeasError && error.code === "gone") return null;
    throw error;
  }
}
