import { isDemo } from "#lib/demo/queries/mode.ts";
import type { Gate } from "#lib/web/gates.ts";
import type { Visit } from "#lib/web/visit.ts";

/** Anybody, in a demo. In production there is nothing here, and nothing of the demo loads. */
export function demoVisitor(): Gate<Visit> {
  return { check: async (visit) => (isDemo() ? { ok: true, ctx: visit } : { ok: false, why: "not-found" }) };
}
