import type { CheckStep } from "./connector.ts";
import type { StoreError } from "./store-error.ts";

/** The steps of a connection test, gathered in the order they were tried, each with the time it took. */
export class Steps {
  readonly #steps: CheckStep[] = [];
  readonly #toStoreError: (error: unknown) => StoreError;
  readonly #milliseconds: () => number;
  #began: number;

  /** @param milliseconds a clock that only runs forward */
  constructor(toStoreError: (error: unknown) => StoreError, milliseconds: () => number) {
    this.#toStoreError = toStoreError;
    this.#milliseconds = milliseconds;
    this.#began = milliseconds();
  }

  /** A test as a whole: a fault anywhere in it becomes its last step. */
  async run(test: () => Promise<void>): Promise<void> {
    try {
      await this.timed(test);
    } catch (error) {
      const { says, todo } = this.#toStoreError(error);
      this.add(false, says, todo);
    }
  }

  /** One thing to try, told as done when it works. */
  async step<T>(says: string, work: () => T | Promise<T>): Promise<T> {
    this.#began = this.#milliseconds();
    const result = await work();
    this.add(true, says);
    return result;
  }

  /** Work that adds its own steps. */
  async timed(work: () => Promise<void>): Promise<void> {
    this.#began = this.#milliseconds();
    await work();
  }

  add(ok: boolean, says: string, todo: string | null = null): void {
    this.#push({ ok, isWarning: false, says, todo });
  }

  /** It works, but should be changed. */
  warn(says: string, todo: string): void {
    this.#push({ ok: true, isWarning: true, says, todo });
  }

  list(): CheckStep[] {
    return this.#steps;
  }

  #push(step: Omit<CheckStep, "milliseconds">): void {
    const now = this.#milliseconds();
    const says = /[.!?]$/.test(step.says) ? step.says : `${step.says}.`;
    this.#steps.push({ ...step, says, milliseconds: Math.round(now - this.#began) });
    this.#began = now;
  }
}
