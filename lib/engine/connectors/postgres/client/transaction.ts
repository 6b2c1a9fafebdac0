import { setTimeout as sleep } from "node:timers/promises";
import type postgres from "postgres";
import { throwIfAborted } from "../../paging.ts";
import { StoreError } from "../../store-error.ts";
import { render, type Fragment } from "../../fragment.ts";
import { toOpeningError } from "../errors.ts";
import { toLink, type Link } from "./link.ts";
import { within } from "./patience.ts";
import type { Target } from "./target.ts";

/** A row as it came: one buffer per column, null for NULL. */
export type RawRow = (Buffer | null)[];

/** One snapshot of the store in a transaction that cannot write. */
export type Transaction = {
  /** Runs one statement; throws the driver's error as it is, after which only `alone` can go on. */
  run(statement: Fragment): Promise<RawRow[]>;
  /** Work that nothing else comes between, and whose failure leaves the transaction as it was before. */
  alone<T>(work: () => Promise<T>): Promise<T>;
  end(): Promise<void>;
};

/** Opens the store for reading, within the time that reaching it may take. @throws StoreError */
export async function openTransaction(target: Target): Promise<Transaction> {
  const link = toLink(target);
  const { limits, signal } = target;
  let release = () => {};
  const held = new Promise<void>((resolve) => (release = resolve));
  let isOpen = false;
  let opened: (tx: postgres.TransactionSql) => void = () => {};
  const ready = new Promise<postgres.TransactionSql>((resolve) => (opened = resolve));
  const whole = link.sql.begin("isolation level repeatable read read only", async (tx) => {
    isOpen = true;
    opened(tx);
    await held;
  });
  // Whoever waits leaves a way to be told, and takes it back: racing against one promise would keep every answer alive.
  const waiting: Waiting = new Set();
  const gone = new StoreError("lost", "The connection to the store has ended.");
  const tellAll = (error: unknown) => waiting.forEach((tell) => tell(error));
  whole.then(
    () => tellAll(gone),
    (error) => tellAll(error),
  );
  // The driver would write to a connection that is gone, which ends the process; so nothing is handed to it any more.
  const isGone = () => link.socket()?.destroyed ?? false;
  const end = async () => {
    if (isOpen && !isGone()) {
      release();
      await Promise.race([whole, sleep(1_000, undefined, { ref: false })]).catch(() => {});
    }
    await link.end();
  };
  try {
    const tx = await within(limits.connectMs, signal, orTold(waiting, ready));
    let pid = 0;
    const run = async (statement: Fragment) => {
      throwIfAborted(signal);
      if (isGone()) throw gone;
      const { text, values } = render(statement, (position) => `$${position}`);
      const query = tx.unsafe(text, values as postgres.ParameterOrJSON<never>[]).raw();
      return guarded(link, target, orTold(waiting, query as unknown as Promise<RawRow[]>), () =>
        cancel(target, pid),
      );
    };
    const [first] = await run([settings(limits.pageMs)]);
    pid = Number(first?.[0]?.toString());
    return { run, alone: toAlone(run), end };
  } catch (error) {
    await end();
    throw toOpeningError(error);
  }
}

type Waiting = Set<(error: unknown) => void>;

/** An answer, or the error that ends all waiting. */
function orTold<T>(waiting: Waiting, answer: Promise<T>): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    waiting.add(reject);
    answer.then(resolve, reject).finally(() => waiting.delete(reject));
  });
}

function toAlone(run: Transaction["run"]): Transaction["alone"] {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const turn = last.then(async () => {
      await run(["savepoint turn"]);
      try {
        const result = await work();
        await run(["release savepoint turn"]);
        return result;
      } catch (error) {
        // Where the connection is gone this fails too, and the first error is the one that tells why.
        await run(["rollback to savepoint turn"]).catch(() => {});
        throw error;
      }
    });
    last = turn.then(
      () => {},
      () => {},
    );
    return turn;
  };
}

/** How the session speaks and when it gives up. Valid in this transaction only, so that a pooler in between is no matter. */
function settings(pageMs: number): string {
  const wanted: Record<string, string> = {
    transaction_read_only: "on",
    statement_timeout: `${pageMs}ms`,
    lock_timeout: "3s",
    timezone: "UTC",
    datestyle: "ISO, YMD",
    intervalstyle: "iso_8601",
    bytea_output: "hex",
    extra_float_digits: "1",
    cursor_tuple_fraction: "1",
  };
  const calls = Object.entries(wanted).map(([name, value]) => `set_config('${name}', '${value}', true)`);
  return `select pg_catalog.pg_backend_pid(), ${calls.join(", ")}`;
}

/** Ends what the server is still doing for a connection that was cut: by itself it would notice only at the end. */
async function cancel(target: Target, pid: number): Promise<void> {
  const link = toLink({ ...target, signal: undefined });
  try {
    const asked = link.sql.unsafe("select pg_catalog.pg_cancel_backend($1)", [pid]);
    await within(target.limits.connectMs, undefined, asked);
  } catch {
    // The server's own time limit ends it then.
  } finally {
    await link.end();
  }
}

/** Waits for an answer, and cuts the connection when it stays silent for too long, takes too long, or is not wanted any more. */
async function guarded<T>(
  link: Link,
  { limits, signal }: Target,
  answer: Promise<T>,
  cancelled: () => Promise<void>,
): Promise<T> {
  const started = performance.now();
  let heard = started;
  let bytes = link.socket()?.bytesRead ?? 0;
  return new Promise<T>((resolve, reject) => {
    const give = (settle: () => void) => {
      clearInterval(watch);
      signal?.removeEventListener("abort", stop);
      settle();
    };
    const cut = (error: StoreError) =>
      give(() => {
        link.socket()?.destroy();
        void cancelled();
        reject(error);
      });
    const stop = () => cut(new StoreError("cancelled", "Reading was stopped."));
    const watch = setInterval(
      () => {
        const now = performance.now();
        const read = link.socket()?.bytesRead ?? 0;
        if (read !== bytes) [bytes, heard] = [read, now];
        if (now - heard > limits.idleMs)
          cut(new StoreError("too-slow", `The store gave no answer for ${limits.idleMs / 1_000} seconds.`));
        else if (now - started > limits.pageMs)
          cut(new StoreError("too-slow", `An answer took longer than ${limits.pageMs / 1_000} seconds.`));
      },
      Math.min(1_000, limits.idleMs / 4),
    );
    signal?.addEventListener("abort", stop, { once: true });
    answer.then(
      (value) => give(() => resolve(value)),
      (error) => give(() => reject(error)),
    );
  });
}
