import { dayIn } from "#lib/law/calendar.ts";
import { regimeFor, type RegimeChoice } from "#lib/law/index.ts";
import type { RightId } from "#lib/rights/ids.ts";
import { establishmentFor, type Policy } from "./policy.ts";

export type Asking = { residence: string; relationship: string; right: RightId };

/**
 * The law that governs what is asked of an organisation. The receipt day is read where the answering place is, and which
 * place that is depends on the law: looked at twice.
 */
export function governing(policy: Policy, asking: Asking, receivedAt: Date): RegimeChoice {
  const ask = { ...asking, policyRegimes: policy.regimes, promises: policy.promises ?? [] };
  const first = regimeFor({ ...ask, receivedOn: dayIn(receivedAt, policy.establishments.default.zone) });
  const looked = first.reason === "promised" ? first.regime : (first.instead ?? first.regime);
  return regimeFor({ ...ask, receivedOn: dayIn(receivedAt, establishmentFor(policy, looked).zone) });
}
