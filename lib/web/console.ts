import { isDatabaseAway } from "#lib/database-away.ts";
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
      if (level === "error") noteFault(error, number.code !== undefined);
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

/** What the framework numbers is shown to whoever asked as the page for faults; of what is too large it has no page. */
function noteFault(error: Error & { statusCode?: unknown }, isNumbered: boolean): void {
  if (error.statusCode === 413) noteStatus(413);
  else if (isNumbered) noteStatus(isDatabaseAway(error) ? 503 : 500);
}
