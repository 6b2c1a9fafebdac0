import { planTraversal, type Plan } from "../datasets/traversal.ts";
import type { Dataset } from "../datasets/vocabulary.ts";
import { fieldAddressText } from "../datasets/vocabulary.ts";

/** The way through all stores of an organisation for what is known of one person. `seeds`: verified identities only. */
export function planFor(datasets: readonly Dataset[], seeds: Record<string, readonly unknown[]>): Plan {
  const known = Object.entries(seeds).filter(([, values]) => values.length > 0);
  return planTraversal(
    datasets,
    known.map(([name]) => name),
  );
}

/** Names of the identities by which a source is searched, for "where we looked": never the values. */
export function identitiesInto(plan: Plan, dataset: string): string[] {
  const names = plan.steps
    .filter((step) => step.dataset === dataset)
    .flatMap((step) =>
      step.entries.map(({ from }) => ("identity" in from ? from.identity : fieldAddressText(from.field))),
    );
  return [...new Set(names)].sort();
}
