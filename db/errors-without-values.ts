import { DrizzleQueryError } from "drizzle-orm";
import { PgPreparedQuery } from "drizzle-orm/pg-core";

type Run = (query: string, params: unknown[], run: () => Promise<unknown>) => Promise<unknown>;
type Patched = { queryWithCache: Run & { isPlain?: boolean } };

/**
 * The library writes the values of a failed query into its message and stack, and those end in logs. From now on the
 * error of a query carries its text, which holds placeholders only.
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
      throw error;
    }
  };
  plain.isPlain = true;
  prototype.queryWithCache = plain;
}

function forget(error: DrizzleQueryError): void {
  const frames = error.stack?.split("\n").filter((line) => line.startsWith("    at ")) ?? [];
  error.message = `Failed query: ${error.query}`;
  error.params = [];
  error.stack = [`Error: ${error.message}`, ...frames].join("\n");
}
