import { and, count, eq, ne, sql } from "drizzle-orm";
import { database } from "#db/client.ts";
import { installation, notice } from "#db/schema/index.ts";
import { env } from "#lib/env.ts";
import { checkMailServer } from "#lib/notices/client.ts";

/** One part of the house: whether it works, in a sentence for the operator. Never anything of a person. */
export type PartHealth = { ok: boolean; says: string } & Record<string, unknown>;
export type Health = { status: "ok" | "degraded"; parts: Record<"database" | "worker" | "mail", PartHealth> };

/** The worker gives a sign of life every few seconds; silence this long means that it is gone or stuck. */
const longestSilenceSeconds = 30;
const patienceMs = 3000;
const keptMs = 2000;

let kept: { until: number; health: Promise<Health> } | null = null;

/** How the house is, looked at no more often than every two seconds, however many ask. */
export function getHealth(): Promise<Health> {
  if (!kept || performance.now() > kept.until) kept = { until: performance.now() + keptMs, health: look() };
  return kept.health;
}

async function look(): Promise<Health> {
  const [rows, mail] = await Promise.all([readRows(), lookAtMail()]);
  const parts = {
    database: rows
      ? { ok: true, says: "The database answers." }
      : { ok: false, says: "The database does not answer." },
    worker: workerHealth(rows),
    mail: { ...mail, failed: rows?.failed ?? null, waiting: rows?.waiting ?? null },
  };
  return { status: Object.values(parts).every((part) => part.ok) ? "ok" : "degraded", parts };
}

type Rows = { silentSeconds: number | null; failed: number; waiting: number };

/** Null where the database does not answer in time. */
function readRows(): Promise<Rows | null> {
  return inTime(async () => {
    const db = database();
    const silence = sql<number>`extract(epoch from clock_timestamp() - ${installation.changedAt})`.mapWith(
      Number,
    );
    const [beat] = await db.select({ silence }).from(installation).where(eq(installation.key, "worker"));
    const notices = await db
      .select({ state: notice.state, n: count() })
      .from(notice)
      .where(and(eq(notice.way, "mail"), ne(notice.state, "sent")))
      .groupBy(notice.state);
    const of = (state: string) => notices.find((row) => row.state === state)?.n ?? 0;
    return {
      silentSeconds: beat ? Math.round(beat.silence) : null,
      failed: of("failed"),
      waiting: of("waiting"),
    };
  }).catch(() => null);
}

function workerHealth(rows: Rows | null): PartHealth {
  if (!rows) return { ok: false, says: "Nobody can tell: its signs of life are in the database." };
  const { silentSeconds } = rows;
  if (silentSeconds === null) return { ok: false, says: "The worker has not started yet.", silentSeconds };
  const isAlive = silentSeconds <= longestSilenceSeconds;
  const says = isAlive
    ? "The worker is at work."
    : `The worker has given no sign of life for ${silentSeconds} seconds.`;
  return { ok: isAlive, says, silentSeconds };
}

async function lookAtMail(): Promise<PartHealth> {
  const { mode, smtpUrl } = env();
  if (!smtpUrl) {
    return mode === "demo"
      ? { ok: true, says: "Mail stays on this machine, in the demo's mailbox." }
      : { ok: false, says: "No mail server is set up: set SMTP_URL." };
  }
  try {
    await inTime(() => checkMailServer(smtpUrl));
    return { ok: true, says: "The mail server answers and takes our sign-in." };
  } catch {
    return {
      ok: false,
      says: 'The mail server does not let us in. "npm run -s habeas -- doctor" says more.',
    };
  }
}

async function inTime<T>(work: () => Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error("no answer in time")), patienceMs);
  });
  try {
    return await Promise.race([work(), late]);
  } finally {
    clearTimeout(timer);
  }
}
