import { fork, type ChildProcess } from "node:child_process";
import { join } from "node:path";
import { projectFolder } from "#lib/env.ts";
import { throwIfAborted } from "../../paging.ts";
import { StoreError } from "../../store-error.ts";
import type { Cell } from "../map.ts";
import { toStoreError } from "../errors.ts";
import type { Asked, Batch, Statement, Told } from "./apart.ts";

/** By its place in the project: bundled code no longer knows its own file. */
const program = join(projectFolder, "lib", "engine", "connectors", "sqlite", "client", "apart.ts");

/** When to give up on an answer. */
export type Patience = { milliseconds: number; signals: readonly (AbortSignal | undefined)[] };

/** How many rows and about how many bytes come at once, and whether the next are read while these are worked on. */
export type Batching = { most: number; mostBytes: number; isAhead: boolean };

type Waiting = { tell: (answer: unknown) => void; fail: (error: StoreError) => void };

/**
 * One SQLite file, open in a process of its own that reads and does nothing else. An answer that takes too long, or is not
 * wanted any more, ends that process; nothing here ever waits with the event loop standing still.
 */
export class SqliteProcess {
  readonly #child: ChildProcess;
  readonly #waiting = new Map<number, Waiting>();
  readonly #ended: Promise<void>;
  #asked = 0;
  #fault: StoreError | null = null;

  private constructor() {
    this.#child = fork(/*turbopackIgnore: true*/ program, [], {
      execArgv: ["--disable-warning=ExperimentalWarning"],
      // What it need not know it cannot tell.
      env: {} as NodeJS.ProcessEnv,
      stdio: ["ignore", "ignore", "ignore", "ipc"],
      serialization: "advanced",
    });
    this.#child.unref();
    this.#child.channel?.unref();
    this.#child.on("message", ([number, told]: [number, Told]) => this.#hear(number, told));
    this.#ended = new Promise((resolve) => {
      const over = () => {
        this.#fail(new StoreError("lost", "The process that reads the file has ended."));
        resolve();
      };
      this.#child.once("exit", over).once("error", over);
    });
  }

  /** @throws StoreError */
  static async open(path: string, busyMs: number, patience: Patience): Promise<SqliteProcess> {
    const opened = new SqliteProcess();
    try {
      await opened.#ask({ open: path, busyMs }, patience);
      return opened;
    } catch (error) {
      await opened.close();
      throw error;
    }
  }

  get isOver(): boolean {
    return this.#fault !== null;
  }

  /** All rows of a statement. @throws StoreError */
  all(statement: Statement, patience: Patience): Promise<Cell[][]> {
    return this.#ask<Cell[][]>({ all: statement }, patience);
  }

  /** The rows of a statement in batches. Leaving off ends the statement. */
  async *rows(
    statement: Statement,
    { most, mostBytes, isAhead }: Batching,
    patience: Patience,
  ): AsyncGenerator<Cell[][]> {
    const rows = ++this.#asked;
    await this.#ask({ begin: statement, rows }, patience);
    const read = () => {
      const batch = this.#ask<Batch>({ rows, most, mostBytes }, patience);
      // Where nobody comes for it any more, nobody needs to hear why there is none.
      batch.catch(() => {});
      return batch;
    };
    try {
      for (let next = read(); ;) {
        const batch = await next;
        if (isAhead && !batch.isLast) next = read();
        yield batch.rows;
        if (batch.isLast) return;
        if (!isAhead) next = read();
      }
    } finally {
      if (!this.isOver) {
        const ended = this.#ask({ end: rows }, { ...patience, signals: [] }).catch(() => {});
        // A batch that is read ahead stands before it, and nobody waits for that one any more.
        if (!isAhead) await ended;
      }
    }
  }

  /** Ends the process. It only reads, so there is nothing that it could leave half done. */
  async close(): Promise<void> {
    this.#child.ref();
    this.#end(new StoreError("lost", "The file has been closed."));
    await this.#ended;
  }

  async #ask<T>(asked: Asked, { milliseconds, signals }: Patience): Promise<T> {
    for (const signal of signals) throwIfAborted(signal);
    if (this.#fault) throw this.#fault;
    const number = ++this.#asked;
    const stop = () => this.#end(new StoreError("cancelled", "Reading was stopped."));
    const timer = setTimeout(
      () =>
        this.#end(new StoreError("too-slow", `An answer took longer than ${milliseconds / 1_000} seconds.`)),
      milliseconds,
    );
    for (const signal of signals) signal?.addEventListener("abort", stop, { once: true });
    try {
      return (await new Promise<unknown>((tell, fail) => {
        this.#waiting.set(number, { tell, fail });
        this.#child.send([number, asked], (error) => {
          if (error) this.#end(new StoreError("lost", "The process that reads the file has ended."));
        });
      })) as T;
    } finally {
      clearTimeout(timer);
      for (const signal of signals) signal?.removeEventListener("abort", stop);
      this.#waiting.delete(number);
    }
  }

  #hear(number: number, told: Told): void {
    const waiting = this.#waiting.get(number);
    if ("answer" in told) waiting?.tell(told.answer);
    else waiting?.fail(toStoreError(told));
  }

  #end(fault: StoreError): void {
    this.#fail(fault);
    this.#child.kill("SIGKILL");
  }

  #fail(fault: StoreError): void {
    this.#fault ??= fault;
    for (const { fail } of this.#waiting.values()) fail(this.#fault);
  }
}
