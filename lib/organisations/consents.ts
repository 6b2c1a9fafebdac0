import { rights } from "#lib/rights/index.ts";
import type { RightId } from "#lib/rights/ids.ts";
import type { ConsentPolicy, Policy } from "./policy.ts";

/** Stands for what she agreed to and the policy does not name: she says it in her own words. */
export const otherConsent = "other";

/** The consents of a policy among those chosen; what it does not know is left out. */
export function consentsAmong(
  { consents = [] }: Pick<Policy, "consents">,
  chosen: readonly string[],
): ConsentPolicy[] {
  return consents.filter((one) => chosen.includes(one.id));
}

/**
 * Whether somebody who uses this right must show who she is. Taking a consent back takes a proof where a service hangs on
 * it, and where nobody knows which consent it is.
 */
export function needsProof(
  policy: Pick<Policy, "consents">,
  right: RightId,
  chosen: readonly string[] = [],
): boolean {
  const { proof } = rights[right];
  if (proof !== "by-consent") return proof !== "none";
  const known = consentsAmong(policy, chosen);
  return known.length === 0 || known.length < chosen.length || known.some((one) => one.needsProof);
}
