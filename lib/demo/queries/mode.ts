import { env } from "#lib/env.ts";

/** Whether this installation is a demo. Pages ask before they load anything else of it. */
export function isDemo(): boolean {
  return env().mode === "demo";
}
