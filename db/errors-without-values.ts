import { DrizzleQueryError } from "drizzle-orm";
import { PgPreparedQuery } from "drizzle-orm/pg-core";
import { awayDigest, isDatabaseAway } from "#lib/database-away.ts";
import { postgresFields } from "#lib/log.ts";

type Run = (query: string, params: unknown[], run: () => Promise<unknown>) => Promise<unknown>;
type Patched = { queryWithCache: Run & { isPlain?: boolean } };

/**
 * The library writes the values of a failed query into its message and stack, Postgres quotes them in its own, and those
 * end in logs. From now on the error of a query carries its text, which holds placeholders only, and as its cause what
 * Postgres says by code and name; and where the database could not be reached, the number that pages know that by.
 */
export function keepValuesOutOfErrors(): void {
  const prototype = PgPreparedQuery.prototype as unknown as Patched;
  const original = prototype.queryWithCache;
  if (original.isPlain) return;
  const plain: Patched["queryWithCache"] = async function (this: unknown, query, params, run) {
    try {
      return await original.call(this, query, params, run);
    } catch (error) {
      if (error instanceof DrizzleQueryError) forget(error);
      if (isDatabaseAway(error)) Object.assign(error as Error, { digest: awayDigest });
      throw error;
    }
  };
  plain.isPlain = true;
  prototype.queryWithCache = plain;
}

function forget(error: DrizzleQueryError): void {
  error.message = `Failed query: ${error.query}`;
  error.params = [];
  error.stack = stackOf(error, error.message);
  if (error.cause?.name === "PostgresError") error.cause = withoutQuotes(error.cause);
}

type FromPostgres = Error & Partial<Record<"code" | (typeof postgresFields)[number], string>>;

/** Message, detail, hint and place may quote a row; the client keeps the query's values beside them, where they cannot be changed. */
function withoutQuotes(error: FromPostgres): Error {
  const names = Object.fromEntries(
    ["code" as const, ...postgresFields].flatMap((name) => (error[name] ? [[name, error[name]]] : [])),
  );
  const message = [error.severity, error.code, error.routine].filter(Boolean).join(" ");
  return Object.assign(new Error(message), names, { name: error.name, stack: stackOf(error, message) });
}

function stackOf(error: Error, message: string): string {
  const frames = error.stack?.split("\n").filter((line) => line.startsWith("    at ")) ?? [];
  return [`Error: ${message}`, ...frames].join("\n");
}
