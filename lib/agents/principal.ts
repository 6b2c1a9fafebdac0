import type { FactKind } from "#lib/identity/kinds.ts";
import { normalise } from "#lib/identity/normalise.ts";
import type { RightId } from "#lib/rights/ids.ts";

/** The person an agent acts for, as he named her. */
export type Principal = { name: string; email: string | null; residence: string };

/** What a paper covers, as the agent tells it. */
export type Paper = {
  kind: "permission" | "power-of-attorney" | "mandate";
  rights: RightId[];
  /** Whom it names; null where it names every business. */
  businesses: string | null;
  issuedOn: string;
  validUntil: string | null;
};

/**
 * By what the same person is known again: her name with each identifier the agent gave. Two who share a name share no
 * address and no account.
 */
export function principalKeys(
  { name, email, residence }: Principal,
  account: { kind: FactKind; typed: string } | null,
): string[] {
  const named = normalise("name", name) ?? name;
  const identifiers = [
    email ? normalise("email", email) : null,
    account ? normalise(account.kind, account.typed, { country: residence.slice(0, 2) }) : null,
  ];
  return identifiers.flatMap((one) => (one === null ? [] : [JSON.stringify([named, residence, one])]));
}
