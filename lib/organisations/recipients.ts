import { rights } from "#lib/rights/index.ts";
import type { RightId } from "#lib/rights/ids.ts";
import type { Tells } from "#lib/rights/right.ts";
import { consentsAmong } from "./consents.ts";
import type { Name, Policy } from "./policy.ts";

/** Who must hear of a right that was used: the right says it, of a consent the policy. */
export function tellsOf(policy: Policy, right: RightId, consents: readonly string[] = []): Tells | null {
  const { tells, proof } = rights[right];
  if (proof !== "by-consent") return tells;
  return { dealings: [], uses: consentsAmong(policy, consents).flatMap((one) => one.uses ?? []) };
}

/**
 * The recipients that the register names for data of these sources and that must hear of it, each once.
 * @param sources keys of the sources whose data is concerned
 */
export function recipientsToTell(policy: Policy, tells: Tells | null, sources: readonly string[]): Name[] {
  if (!tells) return [];
  const named = policy.register
    .filter((entry) => sources.includes(entry.source))
    .flatMap((entry) => entry.recipients)
    .filter(
      ({ dealing, uses = [] }) =>
        tells.dealings.some((one) => one === dealing) || uses.some((use) => tells.uses.includes(use)),
    )
    .map(({ name }) => name);
  return [...new Map(named.map((name) => [JSON.stringify(name), name])).values()];
}
