import { log } from "#lib/log.ts";

const holder = globalThis as typeof globalThis & { habeasHoldsConsole?: boolean };

/**
 * Leads the complaints of this process into its log. The framework prints whatever a page throws as it is, with causes
 * and what they quote; the log tells where it happened, and nothing that somebody typed.
 */
export function keepConsoleWithinLog(): void {
  if (holder.habeasHoldsConsole) return;
  holder.habeasHoldsConsole = true;
  for (const level of ["warn", "error"] as const) {
    console[level] = (...given: unknown[]) => {
      // Where no error comes along, the place that complains tells which complaint it is.
      const error = given.find((one) => one instanceof Error) ?? new Error("said to the console");
      log[level]({ code: digestOf(error), error }, "the framework complains");
    };
  }
}

/** The number that the framework shows to whoever met the fault. */
function digestOf(error: Error & { digest?: unknown }): string | undefined {
  return typeof error.digest === "string" ? error.digest : undefined;
}
