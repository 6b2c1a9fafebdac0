import { listFields, resolveReference } from "./fields.ts";
import { addressOf, type Address, type Collection, type Dataset } from "./vocabulary.ts";

/** Something that does not fit between the datasets of one organisation. */
export type ReferenceProblem = {
  at: Address;
  /** Field that carries the reference, dotted; null where the collection or dataset itself names another. */
  field: string | null;
  says: string;
};

/**
 * Checks everything by which the datasets of an organisation name one another. With problems, a plan can still be made:
 * it leaves the edges out and says so, instead of failing every request.
 */
export function checkReferences(datasets: readonly Dataset[]): ReferenceProblem[] {
  const keys = datasets.map((dataset) => dataset.fidesKey);
  return [
    ...datasets
      .filter((dataset, index) => keys.indexOf(dataset.fidesKey) !== index)
      .map((dataset) =>
        datasetProblem(dataset, "another source has a dataset of the same key; give one of them another key"),
      ),
    ...datasets.flatMap((dataset) =>
      dataset.after
        .filter((key) => !keys.includes(key))
        .map((key) =>
          datasetProblem(dataset, `after names the dataset ${key}, which no source of this organisation has`),
        ),
    ),
    ...datasets.flatMap((dataset) =>
      dataset.collections.flatMap((collection) => [
        ...inFields(datasets, dataset, collection),
        ...inOrder(datasets, dataset, collection),
      ]),
    ),
  ];
}

function datasetProblem(dataset: Dataset, says: string): ReferenceProblem {
  return { at: addressOf(dataset.fidesKey, "*"), field: null, says };
}

function inFields(
  datasets: readonly Dataset[],
  dataset: Dataset,
  collection: Collection,
): ReferenceProblem[] {
  const at = addressOf(dataset.fidesKey, collection.name);
  return listFields(collection.fields).flatMap(({ path, field }) =>
    field.references.flatMap((reference) => {
      const target = `${reference.dataset}:${reference.field}`;
      const problem = (says: string) => ({ at, field: path.join("."), says: `refers to ${target}, ${says}` });
      const resolved = resolveReference(datasets, reference);
      if (!resolved.ok) return [problem(missingSays[resolved.missing])];
      return resolved.collection.skipProcessing
        ? [problem("a collection with skip_processing, which is never read")]
        : [];
    }),
  );
}

const missingSays = {
  dataset: "but no source of this organisation has that dataset",
  collection: "but that dataset has no such collection",
  field: "but that collection has no such field",
};

function inOrder(datasets: readonly Dataset[], dataset: Dataset, collection: Collection): ReferenceProblem[] {
  const at = addressOf(dataset.fidesKey, collection.name);
  const named = [
    ...collection.after.map((key) => ["after", key] as const),
    ...collection.eraseAfter.map((key) => ["erase_after", key] as const),
  ];
  return named
    .filter(
      ([, key]) =>
        !datasets.some((one) => one.collections.some(({ name }) => `${one.fidesKey}.${name}` === key)),
    )
    .map(([word, key]) => ({
      at,
      field: null,
      says: `${word} names ${key}, which is no collection of this organisation's datasets`,
    }));
}
