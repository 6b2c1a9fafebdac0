import { pino } from "pino";
import { logLevel } from "./env.ts";
import { HabeasError } from "./errors.ts";

/**
 * What a log line may carry beside its words: ids, names of our own making, counts. Everything else is dropped,
 * so that a personal value cannot slip in with an object that happens to hold one (an allow-list, not a list to redact).
 */
const allowedFields = new Set([
  "requestId",
  "organisationId",
  "caseId",
  "claimId",
  "sourceId",
  "bundleId",
  "messageId",
  "staffId",
  "eventId",
  "job",
  "jobId",
  "run",
  "fence",
  "attempt",
  "part",
  "event",
  "kind",
  "outcome",
  "method",
  "route",
  "status",
  "code",
  "count",
  "rows",
  "pages",
  "sizeBytes",
  "durationMs",
  "port",
  "pid",
  "signal",
  "version",
]);

/** Ids, words of a closed set, numbers: no spaces, no @, no query. */
const harmlessText = /^[\w.:/[\]-]{1,120}$/;

function harmless(value: unknown): unknown {
  if (value === null || typeof value === "number" || typeof value === "boolean" || typeof value === "bigint")
    return value;
  return typeof value === "string" && harmlessText.test(value) ? value : "[withheld]";
}

/** Names that Postgres gives to the place of an error: they come from our schema, never from a row. */
export const postgresFields = [
  "severity",
  "routine",
  "schema_name",
  "table_name",
  "column_name",
  "constraint_name",
] as const;

/**
 * An error without its message, which may quote values (Drizzle puts a query's parameters there, Postgres a row's).
 * Our own HabeasError promises not to. The stack keeps its frames only, because it begins with the message.
 */
export function describeError(error: unknown, depth = 0): Record<string, unknown> {
  if (!(error instanceof Error)) return { name: typeof error };
  const { code, cause } = error as Error & { code?: unknown };
  return {
    name: harmless(error.name),
    ...(code === undefined ? {} : { code: harmless(code) }),
    ...(error instanceof HabeasError ? { message: error.message } : {}),
    ...Object.fromEntries(
      postgresFields.flatMap((field) => {
        const value = (error as unknown as Record<string, unknown>)[field];
        return value === undefined ? [] : [[field, harmless(value)]];
      }),
    ),
    stack: frames(error),
    ...(cause !== undefined && depth < 3 ? { cause: describeError(cause, depth + 1) } : {}),
  };
}

/** A place in code, as V8 writes it: `at name (path:line:column)`. */
const frame =
  /^\s+at (?:[^()]+ \()?(?:file:\/\/|node:|\/|[A-Za-z]:\\|webpack|<anonymous>).*?(?::\d+:\d+)?\)?$/;

function frames(error: Error): string[] {
  const stack = error.stack ?? "";
  const heading = stack.indexOf(error.message) + error.message.length;
  const lines = (error.message && heading >= error.message.length ? stack.slice(heading) : stack).split("\n");
  return lines
    .filter((line) => frame.test(line))
    .slice(0, 20)
    .map((line) => line.trim());
}

/** The fields of a line as they may be written. */
export function allowed(fields: Record<string, unknown>): Record<string, unknown> {
  const kept: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(fields)) {
    if (name === "error" || name === "err") kept.error = describeError(value);
    else if (allowedFields.has(name)) kept[name] = harmless(value);
  }
  return kept;
}

const writer = pino({
  level: logLevel(),
  base: { pid: process.pid },
  timestamp: pino.stdTimeFunctions.isoTime,
  formatters: { level: (level) => ({ level }), log: allowed },
});

type Level = "debug" | "info" | "warn" | "error";

/** No more of pino is handed out: it would take an error's message for the words, and child loggers skip the list. */
const at =
  (level: Level) =>
  (fields: Record<string, unknown>, words: string): void =>
    writer[level](fields, words);

/**
 * The log of this process, one JSON object a line: `log.error({ requestId, error }, "request failed")`.
 * The words are a fixed sentence, never built from data.
 */
export const log = { debug: at("debug"), info: at("info"), warn: at("warn"), error: at("error") };
