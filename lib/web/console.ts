import { log } from "#lib/log.ts";
import { noteStatus } from "./statuses.ts";

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
      const thrown = given.find((one) => one instanceof Error);
      // Where no error comes along, the place that complains tells which complaint it is.
      const error = thrown ?? new Error("said to the console");
      if (!thrown && error.stack?.includes("node:internal/process/warning")) return;
      const number = numberOf(error);
      // What the framework numbers is shown to whoever asked as the page for faults.
      if (level === "error" && number.code) noteStatus(500);
      log[level]({ ...number, error }, "the framework complains");
    };
  }
  // Node prints these as sentences; by name and code they say as much.
  process.on("warning", (error) => log.warn({ error }, "Node warns"));
}

/** The number that the framework shows to whoever met the fault. */
function numberOf({ digest }: Error & { digest?: unknown }): { code?: string } {
  return typeof digest === "string" ? { code: digest } : {};
}
