import type { RightId } from "#lib/rights/ids.ts";
import { rights } from "#lib/rights/index.ts";
import type { Policy } from "./policy.ts";

/**
 * Whether a right is answered in words alone, with a statement or from the register of processing: then no source is asked,
 * and nobody does anything in one.
 */
export function isAnsweredInWords({ statements }: Pick<Policy, "statements">, right: RightId): boolean {
  return rights[right].plan === "register" || statements?.[right] !== undefined;
}
