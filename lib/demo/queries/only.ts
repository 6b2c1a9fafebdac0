import { env } from "#lib/env.ts";
import { HabeasError } from "#lib/errors.ts";

/** Everything of the demo that reads or writes loads this first: in production it does not load at all. */
export function refuseInProduction(): void {
  if (env().mode !== "demo") throw new HabeasError("not-found", "There is no demo in production mode.");
}
