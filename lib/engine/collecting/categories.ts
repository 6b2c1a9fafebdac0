import type { Policy } from "#lib/organisations/policy.ts";
import type { Address, Collection } from "../datasets/vocabulary.ts";

/** Where records go that neither policy nor map puts anywhere; the person still gets them. */
export const otherCategory = "other";

/** The human category under which the person reads a collection. */
export function categoryOf(policy: Policy, address: Address, collection: Collection): string {
  const named = policy.categories.find((category) => category.collections.includes(address));
  return named?.id ?? collection.habeas.category ?? otherCategory;
}
