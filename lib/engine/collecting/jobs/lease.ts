import { and, eq, sql } from "drizzle-orm";
import { database, type Tx } from "#db/client.ts";
import { caseSource } from "#db/schema/index.ts";
import type { Sealer } from "#lib/keys/sealer.ts";
import { outcomeOf, type Progress } from "../progress.ts";

/** How long a run may be silent before another worker takes over. Database time. */
const leaseSeconds = 30;

/** A run of one source as it was taken over; `problems` counts on while it is read. */
export type Claimed = typeof caseSource.$inferSelect;

/** Somebody else took the run over: stop at once and write nothing. */
export class Fenced extends Error {}

const rowOf = (caseId: string, sourceId: string) =>
  and(eq(caseSource.caseId, caseId), eq(caseSource.sourceId, sourceId), eq(caseSource.purpose, "collect"));

/** Somebody else holds the run. The job is tried again later: if the holder dies, this one goes on. */
export class Busy extends Error {}

/** Takes a due run, or one whose holder fell silent. Null where it has ended. Throws `Busy` while somebody works on it. */
export async function claimRun(caseId: string, sourceId: string): Promise<Claimed | null> {
  const [claimed] = await database()
    .update(caseSource)
    .set({
      state: "running",
      attempt: sql`${caseSource.attempt} + 1`,
      fence: sql`${caseSource.fence} + 1`,
      leaseUntil: sql`now() + make_interval(secs => ${leaseSeconds})`,
      startedAt: sql`coalesce(${caseSource.startedAt}, now())`,
    })
    .where(
      and(
        rowOf(caseId, sourceId),
        sql`(${caseSource.state} in ('waiting', 'retry') or (${caseSource.state} = 'running' and ${caseSource.leaseUntil} < now()))`,
      ),
    )
    .returning();
  if (claimed) return claimed;
  const [held] = await database()
    .select({ state: caseSource.state })
    .from(caseSource)
    .where(rowOf(caseId, sourceId));
  if (held?.state === "running") throw new Busy("another worker reads this source");
  return null;
}

/** Writes to a run only while it is ours, and renews the lease with it. Throws `Fenced` else. */
export async function saveRun(
  tx: Tx,
  claimed: Claimed,
  set: Partial<typeof caseSource.$inferInsert>,
): Promise<void> {
  const kept = await tx
    .update(caseSource)
    .set({ leaseUntil: sql`now() + make_interval(secs => ${leaseSeconds})` as never, ...set })
    .where(
      and(
        rowOf(claimed.caseId, claimed.sourceId),
        eq(caseSource.fence, claimed.fence),
        eq(caseSource.state, "running"),
      ),
    )
    .returning({ fence: caseSource.fence });
  if (kept.length === 0) throw new Fenced("another worker has taken this run over");
}

/** Renews the lease by itself while pages are read. Stop it with the returned function. */
export function keepLease(claimed: Claimed, onLost: () => void): () => void {
  const timer = setInterval(
    () => {
      saveRun(database(), claimed, {}).catch((error: unknown) => {
        if (error instanceof Fenced) onLost();
      });
    },
    (leaseSeconds * 1000) / 4,
  );
  timer.unref();
  return () => clearInterval(timer);
}

/** Progress as columns of the run's row: sealed, with the count that staff may watch. */
export function progressColumns(sealer: Sealer, sourceId: string, progress: Progress) {
  return {
    sealedProgress: sealer.seal("case_source.sealed_progress", sourceId, progress),
    rows: outcomeOf(progress).rows + (progress.current?.rows ?? 0),
  };
}
