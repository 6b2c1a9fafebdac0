import type { Channel } from "#lib/cases/channels.ts";
import type { RegimeId } from "#lib/law/ids.ts";
import type { RightId } from "#lib/rights/ids.ts";
import type { Policy } from "./policy.ts";

/** What of a case decides where policy and law part. */
export type PartingCase = {
  channel: Channel;
  /** Country (`DE`) or state (`US-CA`). */
  residence: string;
  claims: readonly { right: RightId; regime: RegimeId }[];
};

export type Parting = NonNullable<Policy["partings"]>[number];

/** Where policy and law part for this case. Conditions on right and law must hold of the same request. */
export function partingsOf(policy: Policy, { channel, residence, claims }: PartingCase): Parting[] {
  const holds = <T>(allowed: readonly T[] | undefined, value: T) => !allowed || allowed.includes(value);
  return (policy.partings ?? []).filter(
    ({ when }) =>
      holds(when.channels, channel) &&
      holds(when.residences, residence) &&
      claims.some(({ right, regime }) => holds(when.rights, right) && holds(when.regimes, regime)),
  );
}
