import { and, eq, lt, lte, sql } from "drizzle-orm";
import { database, inTransaction, type Tx } from "#db/client.ts";
import { attempt } from "#db/schema/index.ts";
import { ring } from "#lib/keys/ring.ts";
import { longestWindowSeconds, type Attempt } from "./limits.ts";
import { secondsUntilAllowed, type Window } from "./windows.ts";

export type Counted = {
  allowed: boolean;
  /** 0 when allowed; else how long until one more try would be. */
  retryAfterSeconds: number;
  /** Where the try stands, for `giveBack`. */
  marks: readonly { digest: Uint8Array; at: Date }[];
};

/** Counts one try at one thing. */
export function countAttempt(tried: Attempt): Promise<Counted> {
  return countAttempts([tried]);
}

/**
 * Counts one try at several things (an account and a network, say): call it before the check it protects, for hits and
 * misses alike. It is allowed only where every rule of each allows it; a try that is not allowed
 * does not count, so that nobody can keep somebody else locked out by going on. In a transaction of its own, so that
 * a caller that rolls back gets nothing back, with the database's time.
 */
export async function countAttempts(tried: readonly Attempt[]): Promise<Counted> {
  const subjects = inOrder(tried);
  return inTransaction(async (tx) => {
    // Always in the same order, so that two who try the same things cannot wait for each other.
    for (const { digest } of subjects)
      await tx.execute(sql`select pg_advisory_xact_lock(${lockOf(digest)}::bigint)`);
    const waits = await Promise.all(subjects.map((subject) => wait(tx, subject)));
    const retryAfterSeconds = Math.max(0, ...waits);
    if (retryAfterSeconds > 0) return { allowed: false, retryAfterSeconds, marks: [] };
    const marks = await Promise.all(
      subjects.map(async ({ digest }) => ({ digest, at: await mark(tx, digest) })),
    );
    return { allowed: true, retryAfterSeconds: 0, marks };
  });
}

type Subject = { digest: Buffer; windows: readonly Window[] };

function inOrder(tried: readonly Attempt[]): Subject[] {
  const subjects = tried.map(({ kind, key, windows }) => {
    // `tidyAttempts` would forget what such a rule still has to look back at.
    if (windows.some((window) => window.windowSeconds > longestWindowSeconds))
      throw new Error(`the limit on ${kind} looks back too far`);
    return { digest: ring().mac("attempt", JSON.stringify([kind, key])), windows };
  });
  return subjects.sort((a, b) => Buffer.compare(a.digest, b.digest));
}

function lockOf(digest: Buffer): string {
  return digest.readBigInt64BE().toString();
}

const databaseNowMs = sql`extract(epoch from clock_timestamp()) * 1000`.mapWith(Number);

async function wait(tx: Tx, { digest, windows }: Subject): Promise<number> {
  const made = await tx
    .select({ at: attempt.windowStart, tries: attempt.tries, nowMs: databaseNowMs })
    .from(attempt)
    .where(eq(attempt.key, digest));
  const [first] = made;
  return first ? secondsUntilAllowed(windows, made, new Date(first.nowMs)) : 0;
}

async function mark(tx: Tx, digest: Uint8Array): Promise<Date> {
  const [row] = await tx
    .insert(attempt)
    .values({ key: digest, windowStart: sql`clock_timestamp()` as never, tries: 1 })
    .onConflictDoUpdate({
      target: [attempt.key, attempt.windowStart],
      set: { tries: sql`${attempt.tries} + 1` },
    })
    .returning({ at: attempt.windowStart });
  if (!row) throw new Error("an attempt was not counted");
  return row.at;
}

/** Takes a try back whose check came out well, where only failures are limited. */
export async function giveBack({ marks }: Counted): Promise<void> {
  await inTransaction(async (tx) => {
    for (const { digest, at } of marks) {
      const here = and(eq(attempt.key, digest), eq(attempt.windowStart, at));
      await tx
        .update(attempt)
        .set({ tries: sql`${attempt.tries} - 1` })
        .where(here);
      await tx.delete(attempt).where(and(here, lte(attempt.tries, 0)));
    }
  });
}

/** Forgets tries that no rule looks back at any more. @returns how many rows went */
export async function tidyAttempts(): Promise<number> {
  const gone = await database()
    .delete(attempt)
    .where(lt(attempt.windowStart, sql`now() - make_interval(secs => ${longestWindowSeconds})`))
    .returning({ at: attempt.windowStart });
  return gone.length;
}
