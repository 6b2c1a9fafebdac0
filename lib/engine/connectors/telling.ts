import { listFields } from "#lib/engine/datasets/fields.ts";
import { toGraph } from "#lib/engine/datasets/graph.ts";
import type { Collection, Dataset, FieldAddress } from "#lib/engine/datasets/vocabulary.ts";
import type { Steps } from "./steps.ts";

/** A field by which a collection is searched. `isProof`: a person is found by it, so it is used while she waits. */
export type SearchedField = { collection: string; path: string[]; isProof: boolean };

/** The fields of a dataset that will be searched: identities, locators, and those that references lead into. */
export function searchedFields(
  datasets: readonly Dataset[],
  dataset: Dataset,
  locators: readonly FieldAddress[],
): SearchedField[] {
  const isHere = (field: FieldAddress) => field.dataset === dataset.fidesKey;
  const proofs = [
    ...dataset.collections
      .filter((collection) => !collection.skipProcessing)
      .flatMap(({ name, fields }) =>
        listFields(fields).flatMap(({ path, field }) =>
          field.identity === null ? [] : [{ collection: name, path, isProof: true }],
        ),
      ),
    ...locators.filter(isHere).map(({ collection, path }) => ({ collection, path, isProof: true })),
  ];
  const fed = toGraph(datasets)
    .edges.map((edge) => edge.to)
    .filter(isHere);
  const all = [...proofs, ...fed.map(({ collection, path }) => ({ collection, path, isProof: false }))];
  return [...new Map(all.toReversed().map((one) => [nameOf(one), one])).values()].toReversed();
}

const nameOf = ({ collection, path }: SearchedField): string => `${collection}.${path.join(".")}`;

/** Says which tables and columns of a dataset a store has. `columns` null: the table is not there. */
export function tellTables(
  steps: Steps,
  dataset: Dataset,
  found: readonly { collection: Collection; columns: readonly string[] | null }[],
  place: string,
): void {
  const missing = found.filter(({ columns }) => columns === null).map(({ collection }) => collection.name);
  const says = `Found ${found.length - missing.length} of ${found.length} tables of the dataset ${dataset.fidesKey}`;
  if (missing.length === 0) steps.add(true, says);
  else {
    const names =
      missing.length === 1 ? `The table ${missing[0]} is` : `The tables ${missing.join(", ")} are`;
    steps.add(
      false,
      `${says}. ${names} not in ${place}`,
      "Ask whoever runs this store where it went, or take it out of the dataset.",
    );
  }
  for (const { collection, columns } of found) {
    const gone = columns
      ? collection.fields.map(({ name }) => name).filter((name) => !columns.includes(name))
      : [];
    if (gone.length === 0) continue;
    const what = gone.length === 1 ? "column" : "columns";
    steps.add(
      false,
      `The table ${collection.name} has no ${what} ${gone.join(", ")}`,
      "Correct the dataset, or ask whoever runs this store where it went.",
    );
  }
}

/** What a store has for finding a field quickly: the name of an index, nothing, or no telling (a view). */
export type Index = string | null | undefined;

/** Says which searches use an index: one by one where a person is found, together where references lead on. */
export function tellIndexes(
  steps: Steps,
  found: readonly { field: SearchedField; index: Index }[],
  statement: (field: SearchedField) => string,
): void {
  for (const { field, index } of found.filter(
    ({ field: { isProof }, index }) => isProof && index !== undefined,
  )) {
    if (index) steps.add(true, `Looking up one person by ${nameOf(field)} uses the index ${index}`);
    else
      steps.warn(
        `Looking up one person by ${nameOf(field)} uses no index, so the whole table is read each time`,
        `Ask for one: ${statement(field)}`,
      );
  }
  const rest = found.filter(({ field, index }) => !field.isProof && index === null).map(({ field }) => field);
  if (rest.length === 0) return;
  steps.warn(
    `Following references reads whole tables, because these have no index: ${rest.map(nameOf).join(", ")}`,
    `Ask for them where tables are large: ${rest.map(statement).join(" ")}`,
  );
}
