import { stringify } from "yaml";
import type { Dataset } from "./vocabulary.ts";

/** The datasets as a Fides dataset file. Every key that was imported comes back, those without effect too. */
export function serialiseDatasets(datasets: readonly Dataset[]): string {
  return stringify(
    { dataset: datasets.map((dataset) => dataset.imported) },
    { aliasDuplicateObjects: false, lineWidth: 0 },
  );
}
